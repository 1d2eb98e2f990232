"""Builds a catalogue again and again in one process, for `serve`: no build ends the command."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from generator import settings as settings_module
from generator.cache.store import Cache
from generator.console import ERR, say, tell
from generator.figures.wording import counted
from generator.pipeline import Pipeline
from generator.problems import BuildFailed, Busy, Place, Problem, Problems, Severity, WrongUse
from generator.serve import Outcome, Result
from generator.settings import Settings
from generator.terminal import built_line, problem_lines, progress_shown
from generator.workers import WorkerLost, cores, workers


class Rebuilding:
    """Builds of one catalogue, each by a pipeline of its own; what went wrong is printed.

    The arguments are those of the command line; `sources` are relative to the working directory.
    """

    def __init__(
        self,
        root: Path,
        catalogue: Path | None,
        docs: Path | None,
        site: Path | None,
        sources: Sequence[str],
    ) -> None:
        self._folders = (root, catalogue, docs, site)
        self._sources = sources

    def settings(self) -> Settings | None:
        """Return the settings as they are now; None while they cannot be read."""
        try:
            return self._load(Problems())
        except WrongUse:
            return None

    def build(self) -> Outcome:
        """Build pages and site, and return how it went. Raises KeyboardInterrupt alone."""
        try:
            return self._built()
        except Busy:
            return Outcome(Result.BUSY)
        except (WrongUse, WorkerLost) as error:
            return _refused(str(error))
        except OSError as error:
            # What the system refused where no stage expected it.
            named = f"{error.filename}: " if error.filename else ""
            return _refused(f"{named}{error.strerror or error}")
        except Exception as error:
            # Whatever it is, serving goes on.
            say(ERR, "".join(traceback.format_exception(error)).rstrip())
            say(ERR, "The generator failed here, which is no fault of your data.", "bold red")
            what = traceback.format_exception_only(error)[-1].strip()
            return Outcome(Result.FAULT, (_said(what, "the terminal shows where"),))

    def _built(self) -> Outcome:
        problems = Problems()
        settings = self._load(problems)
        if settings is None:
            return _failed(problems, None)
        with progress_shown() as progress:
            cache = Cache(settings.work_dir / "cache")
            pipeline = Pipeline(settings, problems, progress, workers(cores()), cache)
            try:
                report = pipeline.build(self._sources, Path.cwd(), publishes=False)
            except BuildFailed:
                report = None
        if report is None:
            return _failed(problems, settings)
        tell(problem_lines(problems, settings))
        tell([built_line(report, problems)])
        return Outcome(Result.GOOD)

    def _load(self, problems: Problems) -> Settings | None:
        root, catalogue, docs, site = self._folders
        return settings_module.load(root, problems, catalogue, docs, site)


def _failed(problems: Problems, settings: Settings | None) -> Outcome:
    tell(problem_lines(problems, settings))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    say(ERR, f"{counted(len(errors), 'error')}; the last good site stays.", "bold red")
    # What MkDocs refuses it names in a warning before.
    files = {problem.where.file for problem in errors}
    warnings = [
        problem
        for problem in problems
        if problem.severity is Severity.WARNING and problem.where.file in files
    ]
    return Outcome(Result.ERRORS, (*errors, *warnings))


def _refused(message: str) -> Outcome:
    say(ERR, message, "bold red")
    return Outcome(Result.ERRORS, tuple(_said(line) for line in message.split("\n")))


def _said(what: str, hint: str = "") -> Problem:
    return Problem(Severity.ERROR, Place(""), what, hint)
