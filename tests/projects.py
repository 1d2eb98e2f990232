"""A small invented catalogue, and building it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from generator import settings as settings_module
from generator.output import Staging, manifest
from generator.pages import frames
from generator.pipeline import BuildReport, Pipeline
from generator.problems import BuildFailed, Problems
from generator.settings import Settings
from generator.site import Site, SiteOutput

ROOT = Path(__file__).parents[1]
SAMPLE = Path(__file__).parent / "sample"


def make_project(
    folder: Path, sample: Path = SAMPLE, below: str = "", *, documentation: bool = False
) -> Path:
    """Copy the sample catalogue, to `below` in it, and the site's configuration into `folder`.

    Without our `documentation`, which is most of what MkDocs reads, it has two short pages instead.
    """
    shutil.copytree(sample, folder / below, dirs_exist_ok=True)
    if documentation:
        shutil.copy(ROOT / "mkdocs.yml", folder)
        copy_hand_written(ROOT / "docs", folder / "docs")
        return folder
    (folder / "docs" / "maintainers").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "about.md", folder / "docs")
    pages = {"maintainers/index.md": "Documentation", "maintainers/records.md": "Records"}
    for page, title in pages.items():
        (folder / "docs" / page).write_text(f"# {title}\n")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    before, begin, rest = settings.partition("  - Documentation:\n")
    _, end, after = rest.partition("not_in_nav:")
    assert end, "mkdocs.yml has its documentation elsewhere in nav"
    nav = "".join(f"    - {page}\n" for page in pages)
    (folder / "mkdocs.yml").write_text(before + begin + nav + end + after, "utf-8")
    return folder


def copy_hand_written(docs: Path, target: Path) -> None:
    """Copy the pages in `docs` that the generator did not write."""
    generated = manifest.read(docs)
    for path in sorted(p for p in docs.rglob("*") if p.is_file()):
        name = path.relative_to(docs).as_posix()
        if name not in generated and name != manifest.NAME:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / name)


def build_hand_written(settings: Settings, staging: Staging, problems: Problems) -> Site | None:
    """Build a site of the hand-written pages alone."""
    site = SiteOutput(settings, staging, problems)
    made = site.begin(frames())
    return site.finish(made, settings.docs_dir, [], []) if made else None


def build_project(
    folder: Path, sources: Sequence[str] = (), *, with_site: bool = False
) -> tuple[BuildReport, Problems]:
    """Build the catalogue in `folder`, with `sources` read too; return report and problems."""
    problems = Problems()
    loaded = settings_module.load(folder, problems)
    assert loaded is not None, list(problems)
    try:
        return Pipeline(loaded, problems).build(sources, folder, with_site=with_site), problems
    except BuildFailed as failed:
        # pytest shows notes, so that a failing test says what was wrong.
        failed.add_note("\n".join(f"{p.severity.name}: {p}" for p in failed.problems))
        raise
