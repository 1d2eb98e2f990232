"""The entries of a file as they are read: records, and what was left out and told.

What an entry says is cheap to read, and takes long to repair; so entries wait until there are many,
and become records together, on all cores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.problems import InOrder, Place, Problem, Problems, quoted
from generator.sources.base import MAX_ENTRIES, Reading, SourceFile
from generator.sources.json_items import Item
from generator.sources.said import Said, record_of
from generator.values.paper import Rank, SourceRecord
from generator.workers import HERE, Workers, chunks_of

#: So many entries a worker gets at once, and so many wait at most: more would fill the memory.
CHUNK, MOST_WAITING = 128, 64 * 128

#: What an entry says, or a function that finds it out, which others may call later.
Saying = Said | Callable[[Problems], Said]


#: The record of each of some entries, None where it is left out, and what is to be told of it.
FormedRecords = list[tuple[SourceRecord | None, tuple[Problem, ...]]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that is no record yet; `what` is what messages call it."""

    said: Saying
    what: str


@dataclass
class Entries:
    """What one file gave so far, of entries that are believed by `rank`.

    `what` is what messages call an entry of it: "row". What is told to `problems` comes between the
    messages on the entries added before and after it.
    """

    file: SourceFile
    problems: Problems
    what: str = "entry"
    rank: Rank = Rank.BIBLIOGRAPHY
    workers: Workers = HERE
    rejected: int = 0
    _records: list[SourceRecord] = field(default_factory=list)
    _waiting: list[Waiting] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Keep what is told until the entries before it are records."""
        self._told_to = self.problems
        #: What was told behind so many of those that wait.
        self._between: dict[int, InOrder] = {}
        self.problems = _Between(self._now)

    def _now(self) -> InOrder:
        return self._between.setdefault(len(self._waiting), InOrder())

    @property
    def count(self) -> int:
        """How many entries there are, with those that were rejected."""
        return len(self._records) + len(self._waiting) + self.rejected

    def is_full(self, place: Place) -> bool:
        """Whether the file has no room for one more, after saying so."""
        if self.count < MAX_ENTRIES:
            return False
        self.problems.error(
            place,
            f"more than the {MAX_ENTRIES:,} papers that a file may have",
            "split it into several files",
        )
        return True

    def reject(self, place: Place, fault: str, hint: str) -> None:
        """Count an entry that cannot be read, and tell it."""
        self.problems.warning(place, f"{fault}; {self.what} left out", hint)
        self.rejected += 1

    def add(self, said: Saying) -> None:
        """Take what an entry says."""
        self._waiting.append(Waiting(said, self.what))
        if len(self._waiting) == MOST_WAITING:
            self._form()

    def reading(self) -> Reading:
        """Return all that was read."""
        self._form()
        return Reading(tuple(self._records), self.rejected)

    def _form(self) -> None:
        """Make records of all that wait, and tell what is to be told in its order."""
        chunks = chunks_of(self._waiting, CHUNK)
        formed = self.workers.map(records_of, chunks, (self.file, self.rank))
        found = [one for chunk in formed for one in chunk]
        for at in range(len(found) + 1):
            if at in self._between:
                self._between[at].tell(self._told_to)
            if at < len(found):
                record, told = found[at]
                for problem in told:
                    self._told_to.add(problem)
                if record:
                    self._records.append(record)
                else:
                    self.rejected += 1
        self._waiting.clear()
        self._between.clear()


class _Between(Problems):
    """Tells everything to what `now` returns at that moment."""

    def __init__(self, now: Callable[[], Problems]) -> None:
        super().__init__()
        self._to = now

    def add(self, problem: Problem) -> None:
        """Pass a problem on."""
        self._to().add(problem)


def records_of(of: tuple[SourceFile, Rank], entries: Sequence[Waiting]) -> FormedRecords:
    """Return the record of each entry, None where it has no title, and what is to be told of it.

    `of` are the file of the entries, and its rank.
    """
    file, rank = of
    found = []
    for entry in entries:
        told = InOrder()
        said = entry.said if isinstance(entry.said, Said) else entry.said(told)
        record = record_of(said, file, told, entry.what, rank)
        found.append((record, tuple(told.told)))
    return found


#: Makes what an entry says of an object; None for one that is no entry, such as a note.
Form = Callable[[dict[str, Any], Place], Saying | None]


def read_objects(
    found: Iterable[Item],
    form: Form,
    file: SourceFile,
    problems: Problems,
    workers: Workers = HERE,
) -> Reading:
    """Return a record for every object of a list in JSON; what is none is told and counted."""
    entries = Entries(file, problems, workers=workers)
    for item in found:
        place = Place(file.shown, item.line)
        if entries.is_full(place):
            break
        # Many a list stands in one line.
        entries.what = f"entry {entries.count + 1}"
        if item.fault:
            entries.reject(place, item.fault, "correct it there, or export it again")
        elif not isinstance(item.value, dict):
            what = f"{quoted(item.value, 40)} is no JSON object"
            entries.reject(place, what, "an object for each entry")
        elif said := form(item.value, place):
            entries.add(said)
    return entries.reading()
