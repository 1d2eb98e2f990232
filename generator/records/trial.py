"""What a catalogue would be with other records: decided and checked on a copy of its folder."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.cache.store import Cache
from generator.pipeline import Decided, Pipeline, Progress
from generator.problems import BuildFailed, Place, Problem, Problems
from generator.settings import Settings
from generator.workers import Workers


@dataclass(frozen=True)
class Checked:
    """What was decided, None where there were errors, and all that was found wrong."""

    decided: Decided | None
    problems: tuple[Problem, ...]

    def new_since(self, before: Checked) -> list[Problem]:
        """Return the problems that were not there before, in whatever line."""
        known = {_whatever_line(problem) for problem in before.problems}
        return [item for item in self.problems if _whatever_line(item) not in known]


def checked(settings: Settings, today: dt.date, workers: Workers, progress: Progress) -> Checked:
    """Return what is decided of a catalogue, and all that `check` finds; nothing is written.

    Raises WrongUse, as a build does, for sources that lead nowhere.
    """
    problems = Problems()
    cache = Cache(settings.work_dir / "cache", keeps=False)
    pipeline = Pipeline(settings, problems, progress, workers, cache)
    try:
        decided = pipeline.check([], settings.root, today)
    except BuildFailed:
        decided = None
    return Checked(decided, tuple(problems))


def _whatever_line(problem: Problem) -> Problem:
    return replace(problem, where=Place(problem.where.file))


class Trial:
    """A copy of a catalogue's folder in which records are tried; the catalogue stays as it is.

    `today` is the day with which checks compare, and on which new papers come in.
    """

    def __init__(
        self, settings: Settings, copy: Path, today: dt.date, workers: Workers, progress: Progress
    ) -> None:
        self._settings = settings
        self._copy = copy
        self.today = today
        self._workers = workers
        self._progress = progress
        self._before: dict[str, bytes | None] = {}

    def check(self, records: Mapping[str, str]) -> Checked:
        """Return what the catalogue is with these records, by the names of their files."""
        settings = replace(self._settings, catalogue_dir=self._copy)
        for name in [*self._before]:
            self._put(settings.papers_dir / name, self._before.pop(name))
        for name, text in records.items():
            path = settings.papers_dir / name
            self._before[name] = path.read_bytes() if path.is_file() else None
            self._put(path, text.encode())
        found = checked(settings, self.today, self._workers, self._progress)
        return replace(found, problems=tuple(map(self._named, found.problems)))

    @staticmethod
    def _put(path: Path, data: bytes | None) -> None:
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def named(self, text: str) -> str:
        """Return a text with the catalogue's own folder in the place of the copy."""
        return text.replace(
            self._copy.as_posix(), self._settings.shown(self._settings.catalogue_dir)
        )

    def _named(self, problem: Problem) -> Problem:
        return replace(
            problem,
            where=Place(self.named(problem.where.file), problem.where.line),
            what=self.named(problem.what),
            hint=self.named(problem.hint),
        )


@contextmanager
def trial(
    settings: Settings, today: dt.date, workers: Workers, progress: Progress
) -> Iterator[Trial]:
    """Give a copy of the catalogue's folder to try records in, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="trial-") as folder:
        copy = Path(folder).resolve() / "catalogue"
        shutil.copytree(settings.catalogue_dir, copy)
        yield Trial(settings, copy, today, workers, progress)
