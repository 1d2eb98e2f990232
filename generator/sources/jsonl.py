"""Reads JSON Lines (*.jsonl, *.jsonl.gz): one JSON object with at least a title per line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile, address_to_link
from generator.sources.links_in import links_in
from generator.text.entities import decode
from generator.text.repair import LATEX_STEPS
from generator.values.date import YEARS
from generator.values.fields import FIELDS, Field, work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier
from generator.values.link import KINDS as LINKS
from generator.values.link import Link
from generator.values.paper import Rank, SourceRecord
from generator.values.shapes import LINE, NAMES, TEXT, TEXTS, VENUE, YEAR
from generator.values.text import NO_TEXT, Text

#: One paper has a few kilobytes; a line this long is not one paper.
MAX_LINE = 1_000_000

#: How many fields that are not read the note names.
MAX_UNREAD = 10

#: Names that exports use for links, and what we call them.
_LINK_KEYS = {key: name for name, kind in LINKS.items() for key in (*kind.keys, name)}


class JsonLinesReader:
    """Reads one JSON Lines file."""

    name = "JSON Lines"
    endings = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether the file's name ends in .jsonl and its first line opens an object."""
        return file.path.name.endswith(self.endings) or text.lstrip()[:2] in ('{"', "{ ")

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
    values = {
        field.name: field.shape.form(said, LATEX_STEPS)
        for field in _FIELDS
        if (said := _SAID[field.shape.name][0](row, field.name, place, problems))
    }
    if not values.get("title"):
        problems.warning(place, 'no "title"; line left out', "every paper needs one")
        return None
    abstract: Text = values.get("abstract", NO_TEXT)
    links = {link.url: link for link in links_in(abstract.repaired)}
    # What a field says of an address beats what the words of the abstract make of it.
    links |= {link.url: link for link in _links(row, place, problems)}
    values["links"] = tuple(sorted(links.values()))
    values["identifiers"] = tuple(_identifiers(row, place, problems))
    work, curation = work_and_curation(values)
    return SourceRecord(
        rank=JsonLinesReader.rank,
        source=file.label,
        place=place,
        work=work,
        curation=curation,
    )


def _text(row: dict[str, Any], key: str, place: Place, problems: Problems) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    problems.warning(place, f"{key}: {quoted(value, 40)} is not text; left out", "write a string")
    return ""


def _line(row: dict[str, Any], key: str, place: Place, problems: Problems) -> str:
    """Return a short text, which many programs write as a number."""
    value = row.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(row, key, place, problems)


def _list(row: dict[str, Any], key: str, place: Place, problems: Problems) -> list[str]:
    value = row.get(key) or []
    # The semicolon of `M&uuml;ller` parts no names.
    items = decode(value).split(";") if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        what = "names" if key in ("authors", "editors") else "texts"
        problems.warning(place, f"{key}: not a list of {what}; left out", 'write ["…", "…"]')
        return []
    return items


def _year(row: dict[str, Any], key: str, place: Place, problems: Problems) -> int | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    text = str(value)
    if not isinstance(value, bool) and text.isdecimal() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    problems.warning(place, f"{key}: {quoted(value, 20)} is not a year; left out", "four digits")
    return None


def _links(row: dict[str, Any], place: Place, problems: Problems) -> Iterable[Link]:
    for key, kind in _LINK_KEYS.items():
        url = _text(row, key, place, problems).strip()
        if not url:
            continue
        address = address_to_link(url, key, place, problems)
        if address:
            yield Link("pdf" if address.endswith(".pdf") else kind, address)


def _identifiers(row: dict[str, Any], place: Place, problems: Problems) -> Iterable[Identifier]:
    for name, kind in IDENTIFIERS.items():
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


#: How a value is taken out of a row, by the shape of its field, and what people are told of it.
_SAID: dict[str, tuple[Callable[[dict[str, Any], str, Place, Problems], Any], str]] = {
    TEXT.name: (_text, "text"),
    VENUE.name: (_text, "text"),
    LINE.name: (_line, "text, or a whole number"),
    NAMES.name: (_list, "a list of names, or one text with `;` between them"),
    TEXTS.name: (_list, "a list of texts, or one text with `;` between them"),
    YEAR.name: (_year, "four digits, as a number or text, 1600 to 2100"),
}
_FIELDS: tuple[Field, ...] = tuple(
    field
    for field in FIELDS
    if field.filled_by >= JsonLinesReader.rank and field.shape.name in _SAID
)
#: Every key that is read, with what it holds.
KEYS: tuple[tuple[str, str], ...] = (
    *((field.name, _SAID[field.shape.name][1]) for field in _FIELDS),
    *((key, f"an address: {LINKS[kind].says}") for key, kind in _LINK_KEYS.items()),
    *((name, f"text: {kind.form}") for name, kind in IDENTIFIERS.items()),
)
_READ = {key for key, _ in KEYS}
