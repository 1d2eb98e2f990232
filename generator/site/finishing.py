"""Finishes what MkDocs made: without what no page loads, small, and to be read by everybody."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.language import ENGLISH, Language
from generator.language.words import WORDS, with_words
from generator.model import MadeFile
from generator.output import is_page, manifest, walk
from generator.site.small import minified, uncommented, without_switches

#: Material's own scripts and the maps of its files, which no page loads.
_UNUSED = ("assets/javascripts/bundle.*", "assets/javascripts/lunr", "assets/javascripts/workers",
           "assets/stylesheets/*.map", "assets/stylesheets/palette.*")  # fmt: skip

_THEME = Path(__file__).parents[1] / "theme"


def finish(site: Path, language: Language = ENGLISH) -> list[MadeFile]:
    """Make what MkDocs built at `site` fit to be published, and return its files.

    What no page loads is removed; pages and the theme's files become small, and its module of words
    has those of the language.
    """
    _prune(site)
    found = []
    for name in sorted(walk(site)):
        path = site / name
        if not is_page(path):
            continue
        if path.suffix == ".html":
            path.write_bytes(minified(without_switches(path.read_text("utf-8"))).encode())
        elif _is_themes(path, site):
            text = path.read_text("utf-8")
            if name == f"assets/{WORDS}":
                text = with_words(text, language)
            path.write_bytes(uncommented(text).encode())
        data = path.read_bytes()
        found.append(MadeFile(name, "a file of the site", len(data), manifest.digest(data)))
    return found


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
