"""A small invented catalogue, and building it."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import settings as settings_module
from generator.pipeline import BuildReport, Pipeline
from generator.problems import BuildFailed, Problems

ROOT = Path(__file__).parents[1]
SAMPLE = Path(__file__).parent / "sample"


def make_project(folder: Path, sample: Path = SAMPLE) -> Path:
    """Copy the sample catalogue and the site's theme into `folder`; return it."""
    shutil.copytree(sample, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    docs = ROOT / "docs"
    generated = set("papers topics data search search.md map.md index.md .generated.json".split())
    shutil.copytree(
        docs, folder / "docs", ignore=lambda at, _: generated if Path(at) == docs else set()
    )
    return folder


def build_project(folder: Path, *, with_site: bool = False) -> tuple[BuildReport, Problems]:
    """Build the catalogue in `folder`; return the report and all problems."""
    problems = Problems()
    loaded = settings_module.load(folder, problems)
    assert loaded is not None, list(problems)
    try:
        return Pipeline(loaded, problems).build([], folder, with_site=with_site), problems
    except BuildFailed as failed:
        # pytest shows notes, so that a failing test says what was wrong.
        failed.add_note("\n".join(f"{p.severity.name}: {p}" for p in failed.problems))
        raise
