"""The entries of a file as they are read: records, and what was left out and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.base import MAX_ENTRIES, Reading, SourceFile
from generator.sources.json_items import Item
from generator.sources.said import Said, record_of
from generator.values.paper import Rank, SourceRecord


@dataclass
class Entries:
    """What one file gave so far, of entries that are believed by `rank`.

    `what` is what messages call an entry of it: "row".
    """

    file: SourceFile
    problems: Problems
    what: str = "entry"
    rank: Rank = Rank.BIBLIOGRAPHY
    records: list[SourceRecord] = field(default_factory=list)
    rejected: int = 0

    def is_full(self, place: Place) -> bool:
        """Whether the file has no room for one more, after saying so."""
        if len(self.records) + self.rejected < MAX_ENTRIES:
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

    def add(self, said: Said) -> None:
        """Take what an entry says."""
        record = record_of(said, self.file, self.problems, self.what, self.rank)
        if record:
            self.records.append(record)
        else:
            self.rejected += 1

    def reading(self) -> Reading:
        """Return all that was read."""
        return Reading(tuple(self.records), self.rejected)


#: Makes what an entry says of an object; None for one that is no entry, such as a note.
Form = Callable[[dict[str, Any], Place], Said | None]


def read_objects(
    found: Iterable[Item], form: Form, file: SourceFile, problems: Problems
) -> Reading:
    """Return a record for every object of a list in JSON; what is none is told and counted."""
    entries = Entries(file, problems)
    for item in found:
        place = Place(file.shown, item.line)
        if entries.is_full(place):
            break
        # Many a list stands in one line.
        entries.what = f"entry {len(entries.records) + entries.rejected + 1}"
        if item.fault:
            entries.reject(place, item.fault, "correct it there, or export it again")
        elif not isinstance(item.value, dict):
            what = f"{quoted(item.value, 40)} is no JSON object"
            entries.reject(place, what, "an object for each entry")
        elif said := form(item.value, place):
            entries.add(said)
    return entries.reading()
