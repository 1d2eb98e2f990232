"""Finishes what MkDocs made: without what no page loads, small, and to be read by everybody."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.output import is_page, walk
from generator.site.small import minified, uncommented, without_switches

#: Material's own scripts and the maps of its files, which no page loads.
_UNUSED = ("assets/javascripts/bundle.*", "assets/javascripts/lunr", "assets/javascripts/workers",
           "assets/stylesheets/*.map", "assets/stylesheets/palette.*")  # fmt: skip

_THEME = Path(__file__).parents[1] / "theme"


@dataclass(frozen=True)
class Finished:
    """A site that can take its place: how it differs from the present one, bytes of its files."""

    changed: list[str]
    gone: list[str]
    sizes: dict[str, int]


def finish(stage: Path, site: Path) -> Finished:
    """Make what lies at `stage` a site that can take the place of the one at `site`.

    What no page loads is removed; pages and the theme's files become small; unchanged files get
    the time stamp they had. Every file may be read by everybody, whatever the umask says: a web
    server is another user.
    """
    _prune(stage)
    made = sorted(name for name in walk(stage) if is_page(stage / name))
    changed, sizes = [], {}
    for name in made:
        path, old = stage / name, site / name
        if path.suffix == ".html":
            path.write_text(minified(without_switches(path.read_text("utf-8"))), "utf-8")
        elif _is_themes(path, stage):
            path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
        if is_page(old) and _same(old, path):
            stamp = old.stat()
            os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        else:
            changed.append(name)
        sizes[name] = path.stat().st_size
        path.chmod(path.stat().st_mode | 0o444)
    for folder, _, _ in os.walk(stage):
        mode = site.stat().st_mode if folder == str(stage) and site.exists() else 0o755
        Path(folder).chmod(stat.S_IMODE(mode) | 0o755)
    gone = sorted(set(walk(site)).difference(made)) if site.exists() else []
    return Finished(changed, gone, sizes)


def _is_themes(path: Path, stage: Path) -> bool:
    """Whether this is a module or style sheet of our theme, not one in its place."""
    ours = _THEME / path.relative_to(stage)
    return path.suffix in {".css", ".js"} and ours.is_file() and _same(ours, path)


def _same(first: Path, second: Path) -> bool:
    return first.stat().st_size == second.stat().st_size and (
        first.read_bytes() == second.read_bytes()
    )


def _prune(stage: Path) -> None:
    for pattern in _UNUSED:
        for path in sorted(stage.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    scripts = stage / "assets" / "javascripts"
    if scripts.is_dir() and not any(scripts.iterdir()):
        scripts.rmdir()
