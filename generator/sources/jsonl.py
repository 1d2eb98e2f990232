"""Reads JSON Lines (*.jsonl, *.jsonl.gz): one JSON object with at least a title per line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.model import Link, SourceKind, SourceRecord
from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile, address_to_link
from generator.sources.record_model import YEARS
from generator.text.links import links_in
from generator.text.repair import LATEX_STEPS, repair
from generator.values.identifier import KINDS, Identifier

#: One paper has a few kilobytes; a line this long is not one paper.
MAX_LINE = 1_000_000

#: How many fields that are not read the note names.
MAX_UNREAD = 10

#: Names that exports use for links, and what we call them.
_LINK_FIELDS = {
    "url": "paper",
    "paper": "paper",
    "pdf": "pdf",
    "code": "code",
    "github": "code",
    "data": "data",
    "project": "project",
    "video": "video",
}
_READ = {"title", "abstract", "authors", "venue", "year", *_LINK_FIELDS, *KINDS}


class JsonLinesReader:
    """Reads one JSON Lines file."""

    name = "JSON Lines"

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether the file's name ends in .jsonl and its first line opens an object."""
        name = file.path.name.removesuffix(".gz")
        return name.endswith((".jsonl", ".ndjson")) or text.lstrip()[:2] in ('{"', "{ ")

    def read(self, file: SourceFile, text: str, problems: Problems) -> Reading:
        """Return a record for every line; a line that holds no paper is a warning."""
        records: list[SourceRecord] = []
        rejected = 0
        fields: set[str] = set()
        # Only \n ends a line: JSON strings may hold U+2028 and U+0085 as they are.
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            place = Place(file.shown, number)
            row = _object(line, place, problems)
            fields.update(row or ())
            record = _record(row, file, place, problems) if row is not None else None
            if record is None:
                rejected += 1
            else:
                records.append(record)
        unread = sorted(fields - _READ)
        if unread:
            shown = ", ".join(quoted(name, 30) for name in unread[:MAX_UNREAD])
            problems.note(Place(file.shown), f"fields that are not read: {shown}")
        return Reading(tuple(records), rejected)


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


def _record(
    row: dict[str, Any], file: SourceFile, place: Place, problems: Problems
) -> SourceRecord | None:
    title = repair(_text(row, "title", place, problems), LATEX_STEPS)
    if not title:
        problems.warning(place, 'no "title"; line left out', "every paper needs one")
        return None
    abstract = repair(_text(row, "abstract", place, problems), LATEX_STEPS)
    links = {link.url: link for link in links_in(abstract)}
    # What a field says of an address beats what the words of the abstract make of it.
    links |= {link.url: link for link in _links(row, place, problems)}
    return SourceRecord(
        kind_of_source=SourceKind.JSONL,
        source=file.label,
        place=place,
        title=title,
        abstract=abstract,
        authors=_authors(row, place, problems),
        year=_year(row, place, problems),
        venue=repair(_text(row, "venue", place, problems), LATEX_STEPS),
        links=tuple(sorted(links.values())),
        identifiers=tuple(_identifiers(row, place, problems)),
    )


def _text(row: dict[str, Any], key: str, place: Place, problems: Problems) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    problems.warning(place, f"{key}: {quoted(value, 40)} is not text; left out", "write a string")
    return ""


def _authors(row: dict[str, Any], place: Place, problems: Problems) -> tuple[str, ...]:
    value = row.get("authors") or []
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        problems.warning(place, "authors: not a list of names; left out", 'write ["…", "…"]')
        return ()
    return tuple(fixed for name in names if (fixed := repair(name, LATEX_STEPS)))


def _year(row: dict[str, Any], place: Place, problems: Problems) -> int | None:
    value = row.get("year")
    if value is None or value == "":
        return None
    text = str(value)
    if not isinstance(value, bool) and text.isdecimal() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    problems.warning(place, f"year: {quoted(value, 20)} is not a year; left out", "four digits")
    return None


def _links(row: dict[str, Any], place: Place, problems: Problems) -> Iterable[Link]:
    for key, kind in _LINK_FIELDS.items():
        url = _text(row, key, place, problems).strip()
        if not url:
            continue
        address = address_to_link(url, key, place, problems)
        if address:
            yield Link("pdf" if address.endswith(".pdf") else kind, address)


def _identifiers(row: dict[str, Any], place: Place, problems: Problems) -> Iterable[Identifier]:
    for name, kind in KINDS.items():
        text = _text(row, name, place, problems)
        if not text:
            continue
        value = kind.normal(text)
        if value:
            yield Identifier(name, value)
        else:
            problems.warning(
                place,
                f"{name}: {quoted(text)} is not of that form; left out",
                kind.hint,
            )
