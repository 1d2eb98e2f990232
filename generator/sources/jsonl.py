"""Reads JSON Lines (*.jsonl, *.jsonl.gz): one JSON object with at least a title per line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.base import MAX_ENTRIES, Reading, SourceFile
from generator.sources.entries import Entries
from generator.sources.said import TAKEN_FIELDS, Address, Said
from generator.sources.taking import TAKEN, take_text
from generator.values.date import read_date, read_year
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.paper import Rank
from generator.workers import HERE, Workers

#: One paper has a few kilobytes; a line this long is not one paper.
MAX_LINE = 1_000_000

#: How many fields that are not read the note names.
MAX_UNREAD = 10
#: After so many none is looked for; millions of names would fill the memory.
MAX_KNOWN_UNREAD = 1_000

#: What stands in a line, from its first sign on. Only a line feed ends a line: JSON strings may
#: hold U+2028 and U+0085 as they are.
_LINE = re.compile(r"\S[^\n]*")

#: Names that exports use for links, and what we call them.
_LINK_KEYS = {key: name for name, kind in LINKS.items() for key in (*kind.keys, name)}


class JsonLinesReader:
    """Reads one JSON Lines file."""

    name = "JSON Lines"
    endings = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether the file's name says so, or its first line is an object with a title."""
        if file.path.name.endswith(self.endings):
            return True
        first = _LINE.search(text[: 2 * MAX_LINE])
        row = _row(first[0]) if first and first[0].startswith("{") else None
        return "title" in (row or {})

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every line; a line that holds no paper is a warning."""
        entries = Entries(file, problems, "line", workers=workers)
        unread: set[str] = set()
        for number, line in _lines(text):
            if entries.count == MAX_ENTRIES:
                more = text.rstrip().count("\n") + 2 - number
                problems.error(
                    Place(file.shown, number),
                    f"{more:,} lines more than the {MAX_ENTRIES:,} papers that a file may have",
                    "split it into several files",
                )
                break
            place = Place(file.shown, number)
            row = _object(line, place, entries.problems)
            if len(unread) < MAX_KNOWN_UNREAD:
                unread.update((row or {}).keys() - _READ)
            if row is None:
                entries.rejected += 1
            else:
                entries.add(partial(_said, row, place))
        reading = entries.reading()
        if unread:
            shown = ", ".join(quoted(name, 30) for name in sorted(unread)[:MAX_UNREAD])
            problems.note(Place(file.shown), f"fields that are not read: {shown}")
        return reading


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is not blank, and its number (from 1).

    One by one, as all at once those of a small packed file fill the memory. Blank ones are passed
    over together: four hundred million of them pack into a file of a few hundred kilobytes.
    """
    number, counted = 1, 0
    for line in _LINE.finditer(text):
        number += text.count("\n", counted, line.start())
        counted = line.start()
        yield number, line[0]


def _row(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _object(line: str, place: Place, problems: Problems) -> dict[str, Any] | None:
    if len(line) > MAX_LINE:
        problems.error(
            place, f"the line has {len(line) / 1e6:.1f} million characters", "one paper a line"
        )
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        problems.warning(place, f"not JSON: {reason}; line left out", "one JSON object a line")
        return None
    if not isinstance(row, dict):
        problems.warning(place, "not a JSON object; line left out", "one JSON object a line")
        return None
    return row


def _said(row: dict[str, Any], place: Place, problems: Problems) -> Said:
    addresses = list(addresses_in(row, place, problems))
    return Said(place, _dated(_identified(row)), addresses)


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """Return a line whose year is its date, if that is one of the year: papers.json has both."""
    date = read_date(row.get("date"))
    if date and date.year == read_year(row.get("year")):
        return row | {"year": date}
    return row


def _identified(row: dict[str, Any]) -> dict[str, Any]:
    """Return a line with the identifiers of its object `identifiers` beside its own fields."""
    within = row.get("identifiers")
    if not isinstance(within, dict):
        return row
    return row | {
        name: within[name] for name in IDENTIFIERS if within.get(name) and not row.get(name)
    }


def addresses_in(row: dict[str, Any], place: Place, problems: Problems) -> Iterable[Address]:
    """Yield the addresses of an object that has its fields by our names, also under `links`."""
    for key, kind in _LINK_KEYS.items():
        if url := take_text(row.get(key), key, place, problems).strip():
            yield Address(key, kind, url)
    said = row.get("links") or []
    # As a record has them, by kind; as papers.json does, with the kind of each; or just a list.
    by_kind = said.items() if isinstance(said, dict) else [("paper", said)]
    for name, value in by_kind:
        for item in value if isinstance(value, list) else [value]:
            found: Any = item if isinstance(item, dict) else {"kind": name, "url": item}
            kind, url = found.get("kind"), found.get("url")
            if isinstance(url, str) and isinstance(kind, str) and kind in _LINK_KEYS:
                yield Address("links", _LINK_KEYS[kind], url.strip())
            else:
                what = f"links: {quoted(item, 40)} is no address of a known kind; left out"
                problems.warning(place, what, f"kinds are {', '.join(LINKS)}")


#: Every key that is read, with what it holds.
KEYS: tuple[tuple[str, str], ...] = (
    *((field.name, TAKEN[field.shape.name][1]) for field in TAKEN_FIELDS),
    *((key, f"an address: {LINKS[kind].says}") for key, kind in _LINK_KEYS.items()),
    ("links", "a list of addresses, or addresses by kind, as in records and papers.json"),
    *((name, f"text: {kind.form}") for name, kind in IDENTIFIERS.items()),
    ("date", "the date, if its year is that of `year`"),
    ("identifiers", "an object of these identifiers, as in records and papers.json"),
)
_READ = {key for key, _ in KEYS}
