"""Reads an invented answer as a source of a catalogue is read, and shows what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Problems
from generator.sources.base import SourceFile
from generator.sources.files import READERS
from generator.values.fields import FIELDS
from generator.values.paper import SourceRecord


@dataclass(frozen=True)
class Read:
    """What came of a file: records, how many entries were rejected, and all that was told."""

    reader: str
    records: tuple[SourceRecord, ...]
    rejected: int
    problems: list[str]

    @property
    def titles(self) -> list[str]:
        return [record.work.title.plain for record in self.records]

    @property
    def lines(self) -> list[int]:
        return [record.place.line for record in self.records]


def read(answer: object, name: str = "saved.txt") -> Read:
    """Read an answer: a text, or what becomes JSON. No ending of a name tells its format."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    file = SourceFile(Path(name), name, name)
    reader = next(reader for reader in READERS if reader.recognises(file, text))
    problems = Problems()
    reading = reader.read(file, text, problems)
    return Read(reader.name, reading.records, reading.rejected, [str(p) for p in problems])


def only(answer: object) -> dict[str, Any]:
    """The fields of the one entry of an answer that are known, as plain values."""
    found = read(answer)
    assert (len(found.records), found.problems) == (1, [])
    return shown(found.records[0])


def shown(record: SourceRecord) -> dict[str, Any]:
    """The fields of a record that are known, as plain values; a date with all that is known."""
    values: dict[str, Any] = {}
    for field in FIELDS:
        value = field.of(record) if field.part == "work" else None
        if not value or field.name in ("identifiers", "links"):
            continue
        values[field.name] = str(value) if field.name == "year" else field.shape.json(value)
    values |= {item.kind: item.value for item in record.work.resolved_identifiers}
    for link in record.work.links:
        values.setdefault(f"{link.kind}:", []).append(link.url)
    return values
