"""What services said, as catalogue/facts/ has it: read once, added to, written as it comes."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from generator.problems import Problems, WrongUse
from generator.services.known_services import BY_SLUG
from generator.settings import Settings
from generator.sources.facts.file import FOLDER, read_facts_file, write_facts_file
from generator.sources.facts.line import FactLine
from generator.values.asked import Asked

#: Files are written this often while answers come, in seconds: what a kill can lose.
_EVERY = 5.0
#: What a service did not know is asked for again after so many days.
UNKNOWN_FOR = 30


class Facts:
    """The facts of a catalogue, a file a service; `write` puts what is new into the files."""

    def __init__(
        self,
        settings: Settings,
        problems: Problems,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = settings.catalogue_dir / FOLDER
        self._clock = clock
        self._written = clock()
        self._lines: dict[str, dict[Asked, FactLine]] = {}
        self._changed: set[str] = set()
        for slug in BY_SLUG:
            path = self._path(slug)
            read = read_facts_file(path, settings.shown(path), problems)
            self._lines[slug] = {line.asked: line for line in read}

    def _path(self, slug: str) -> Path:
        return self._folder / f"{slug}.jsonl"

    def known(self, slug: str, asked: Asked) -> FactLine | None:
        """Return what a service said when it was asked for this before."""
        return self._lines[slug].get(asked)

    def add(self, slug: str, line: FactLine) -> None:
        """Keep what a service said, in place of what it said before."""
        if self._lines[slug].get(line.asked) != line:
            self._lines[slug][line.asked] = line
            self._changed.add(slug)
        if self._clock() >= self._written + _EVERY:
            self.write()

    def write(self) -> None:
        """Write the files that changed, each all at once. Raises OSError."""
        for slug in sorted(self._changed):
            write_facts_file(self._path(slug), self._lines[slug].values())
        self._changed.clear()
        self._written = self._clock()


@contextmanager
def facts_of(settings: Settings, problems: Problems) -> Iterator[Facts]:
    """Give the facts of a catalogue; what came is written however this ends.

    Raises WrongUse while another command adds to them.
    """
    settings.work_dir.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(settings.work_dir / "facts.lock")
    try:
        lock.acquire(blocking=False)
    except filelock.Timeout as error:
        raise WrongUse("another add or enrich is running here; wait until it is over") from error
    try:
        facts = Facts(settings, problems)
        try:
            yield facts
        finally:
            facts.write()
    finally:
        lock.release()


def is_due(
    line: FactLine | None, wanted: frozenset[str], older_than: int | None, today: dt.date
) -> bool:
    """Whether a service is to be asked again, `line` being what it said last.

    `older_than` are days after which all is asked for again. What a service did not know may be
    known to it after a month, and a line without abstract may be one that did not ask for it.
    """
    if line is None:
        return True
    age = (today - line.on).days
    if older_than is not None and age >= older_than:
        return True
    if line.said is None:
        return age >= UNKNOWN_FOR
    return "abstract" in wanted and not line.said.values.get("abstract")
