"""What a command runs in: the settings, the pipeline, and what is said when it ends."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from generator import settings as settings_module
from generator.cache.store import Cache
from generator.console import ERR, Line, say, tell
from generator.figures.wording import counted
from generator.pipeline import BuildReport, Pipeline
from generator.problems import BuildFailed, Problems, Severity
from generator.terminal import problem_lines, progress_shown
from generator.workers import workers


def settings_of(
    root: Path, catalogue: Path | None, docs: Path | None, site: Path | None
) -> settings_module.Settings:
    """Return the settings of the catalogue in `root`; tell what is wrong, and exit with 1."""
    problems = Problems()
    settings = settings_module.load(root, problems, catalogue, docs, site)
    if settings is None:
        tell(problem_lines(problems, None))
        sys.exit(1)
    return settings


@contextlib.contextmanager
def opened(  # noqa: PLR0913, those of the commands
    root: Path,
    catalogue: Path | None,
    docs: Path | None,
    site: Path | None,
    count: int = 1,
    *,
    fresh: bool = False,
    keeps: bool = False,
    quiet: bool = False,
    wrong: list[Line] | None = None,
) -> Iterator[Pipeline]:
    """Give a pipeline with progress; afterwards list its problems, and exit 1 if it failed.

    What was kept is used unless `fresh`, and only kept anew if it `keeps`: who checks and explains
    writes nothing. The list `wrong` gets the lines that tell the problems. Who is `quiet` tells
    them only when it failed: what follows tells them again.
    """
    settings = settings_of(root, catalogue, docs, site)
    problems = Problems()
    with progress_shown() as progress:
        cache = Cache(settings.work_dir / "cache", fresh=fresh, keeps=keeps)
        pipeline = Pipeline(settings, problems, progress, workers(count), cache)
        failed = False
        try:
            yield pipeline
        except BuildFailed:
            failed = True
    lines = problem_lines(problems, settings)
    if failed or not quiet:
        tell(lines)
    if wrong is not None:
        wrong += lines
    if failed:
        state = _state(pipeline.report)
        errors = counted(problems.count(Severity.ERROR), "error")
        say(ERR, f"{errors}; {state}", "bold red")
        sys.exit(1)


def _state(report: BuildReport) -> str:
    """Return what a build that failed has written."""
    if not report.begun:
        return "nothing was written, the previous pages and site are as they were."
    if report.written and "site" not in report.begun:
        return "the pages were written, but the site is as it was."
    part = "site" if report.written else "pages"
    return f"the {part} may be new in part; the next build does what is left."
