"""Reads JSON Lines (*.jsonl, *.jsonl.gz): one JSON object with at least a title per line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.base import MAX_ITEMS, Held, Reading, SourceFile, address_to_link, agreed
from generator.sources.links_in import links_in
from generator.text.entities import decode_all
from generator.text.repair import LATEX_STEPS
from generator.values.date import read_year, years_in
from generator.values.fields import FIELDS, Field, work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier, identifiers_in
from generator.values.link import KINDS as LINKS
from generator.values.link import OWN, Link
from generator.values.name_list import part_item, part_list
from generator.values.notice import STATUSES
from generator.values.paper import Rank, SourceRecord
from generator.values.shapes import LINE, NAMES, STATUS, TEXT, TEXTS, VENUE, YEAR
from generator.values.text import NO_TEXT, Text

#: One paper has a few kilobytes; a line this long is not one paper.
MAX_LINE = 1_000_000

#: A file with more entries belongs in several; it also bounds what a compressed file may unpack to.
MAX_ENTRIES = 100_000

#: How many fields that are not read the note names.
MAX_UNREAD = 10
#: After so many none is looked for; millions of names would fill the memory.
MAX_KNOWN_UNREAD = 1_000

#: What stands in a line, from its first sign on. Only a line feed ends a line: JSON strings may
#: hold U+2028 and U+0085 as they are.
_LINE = re.compile(r"\S[^\n]*")

#: The addresses of a row: the key that holds one, its kind, and the address.
_Addresses = tuple[tuple[str, str, str], ...]

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
        unread: set[str] = set()
        for number, line in _lines(text):
            if len(records) + rejected == MAX_ENTRIES:
                more = text.rstrip().count("\n") + 2 - number
                problems.error(
                    Place(file.shown, number),
                    f"{more:,} lines more than the {MAX_ENTRIES:,} papers that a file may have",
                    "split it into several files",
                )
                break
            place = Place(file.shown, number)
            row = _object(line, place, problems)
            if len(unread) < MAX_KNOWN_UNREAD:
                unread.update((row or {}).keys() - _READ)
            record = _record(row, file, place, problems) if row is not None else None
            if record is None:
                rejected += 1
            else:
                records.append(record)
        if unread:
            shown = ", ".join(quoted(name, 30) for name in sorted(unread)[:MAX_UNREAD])
            problems.note(Place(file.shown), f"fields that are not read: {shown}")
        return Reading(tuple(records), rejected)


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
    addresses = tuple(_addresses(row, place, problems))
    # What a field says of an address beats what the words of the abstract make of it.
    links |= {link.url: link for link in _links(addresses, place, problems)}
    values["links"] = tuple(sorted(links.values()))
    values["identifiers"] = agreed(_identifiers(row, addresses, place, problems), problems)
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
    items = (
        (_listed(value) or re.split("[;；]", decode_all(value)))
        if isinstance(value, str)
        else value
    )
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        what = "names" if key in ("authors", "editors") else "texts"
        problems.warning(place, f"{key}: not a list of {what}; left out", 'write ["…", "…"]')
        return []
    return _bounded(items, key, place, problems)


#: A list that a program wrote as text: ["…", "…"] or ['…', "…"].
_LIST_AS_TEXT = re.compile(r"""\[\s*["'](.*)["']\s*\]""", re.DOTALL)
_NEXT_ITEM = re.compile(r"""["']\s{0,9},\s{0,9}["']""")


def _listed(text: str) -> list[str]:
    """Return the items of a list that a program wrote as text; none where it is no such list."""
    found = _LIST_AS_TEXT.fullmatch(text.strip())
    return _NEXT_ITEM.split(found[1]) if found else []


def _bounded(items: Sequence[str], key: str, place: Place, problems: Problems) -> list[str]:
    if len(items) > MAX_ITEMS:
        more = f"{len(items) - MAX_ITEMS:,} more than {MAX_ITEMS:,}"
        problems.warning(place, f"{key}: {more}; those are left out", "a paper has fewer")
    return list(items[:MAX_ITEMS])


def _names(row: dict[str, Any], key: str, place: Place, problems: Problems) -> list[str]:
    """Return names as they are written, parted where one text surely holds several."""
    value = row.get(key)
    if not isinstance(value, str):
        return [name for item in _list(row, key, place, problems) for name in part_item(item).names]
    if listed := _listed(value):
        return [name for item in listed for name in part_item(item).names]
    parted = part_list(value)
    if not parted.sure:
        problems.warning(
            place,
            f"{key}: {quoted(value)} may be one name or several; kept as one",
            'write a list: ["…", "…"], or ; between names',
        )
    return _bounded(parted.names, key, place, problems)


def _year(row: dict[str, Any], key: str, place: Place, problems: Problems) -> int | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    year = read_year(value)
    if year is None:
        several = years_in(str(value))
        what, hint = "is not a year", "four digits"
        if len(several) > 1:
            what, hint = f"holds the years {' and '.join(map(str, several))}", "write one of them"
        problems.warning(place, f"{key}: {quoted(value, 20)} {what}; left out", hint)
    return year


def _status(row: dict[str, Any], key: str, place: Place, problems: Problems) -> str:
    """Return one of the known words; exports use the key for other things, too: "accepted"."""
    value = row.get(key)
    word = value.strip().lower() if isinstance(value, str) else value
    if word in STATUSES or not word:
        return word or ""
    known = ", ".join(STATUSES)
    # Without the line: what a program writes once, it writes a thousand times.
    problems.note(
        Place(place.file), f"{key}: {quoted(value, 40)} is not read", f"known are {known}"
    )
    return ""


def _addresses(
    row: dict[str, Any], place: Place, problems: Problems
) -> Iterable[tuple[str, str, str]]:
    """Yield the addresses of a row: the key that holds one, its kind, and the address."""
    for key, kind in _LINK_KEYS.items():
        if url := _text(row, key, place, problems).strip():
            yield key, kind, url
    said = row.get("links") or []
    # As a record has them, by kind; as papers.json does, with the kind of each; or just a list.
    by_kind = said.items() if isinstance(said, dict) else [("paper", said)]
    for name, value in by_kind:
        for item in value if isinstance(value, list) else [value]:
            found: Any = item if isinstance(item, dict) else {"kind": name, "url": item}
            kind, url = found.get("kind"), found.get("url")
            if isinstance(url, str) and isinstance(kind, str) and kind in _LINK_KEYS:
                yield "links", _LINK_KEYS[kind], url.strip()
            else:
                what = f"links: {quoted(item, 40)} is no address of a known kind; left out"
                problems.warning(place, what, f"kinds are {', '.join(LINKS)}")


def _links(addresses: _Addresses, place: Place, problems: Problems) -> Iterable[Link]:
    for key, kind, url in addresses:
        address = address_to_link(url, key, place, problems)
        if address:
            yield Link("pdf" if address.endswith(".pdf") else kind, address)


def _identifiers(
    row: dict[str, Any], addresses: _Addresses, place: Place, problems: Problems
) -> Iterable[Held]:
    """Yield what fields of identifiers hold, maybe another's, then what addresses do."""
    for name, kind in IDENTIFIERS.items():
        text = _text(row, name, place, problems)
        if not text.strip():
            continue
        value = kind.normal(text)
        found = (Identifier(name, value),) if value else identifiers_in(text)
        if not found:
            problems.warning(
                place,
                f"{name}: {quoted(text)} is not of that form; left out",
                kind.hint,
            )
        yield from (Held(name, place, identifier) for identifier in found)
    for key, link, url in addresses:
        if link in OWN:
            yield from (Held(key, place, identifier) for identifier in identifiers_in(url))


#: How a value is taken out of a row, by the shape of its field, and what people are told of it.
_SAID: dict[str, tuple[Callable[[dict[str, Any], str, Place, Problems], Any], str]] = {
    TEXT.name: (_text, "text"),
    VENUE.name: (_text, "text"),
    LINE.name: (_line, "text, or a whole number"),
    NAMES.name: (_names, "a list of names, or one text with `;` or `and` between them"),
    TEXTS.name: (_list, "a list of texts, or one text with `;` between them"),
    YEAR.name: (_year, "a year from 1600 to 2100, as a number or text, or a date"),
    STATUS.name: (_status, f"one of {', '.join(f'`{word}`' for word in STATUSES)}"),
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
    ("links", "a list of addresses, or addresses by kind, as in records and papers.json"),
    *((name, f"text: {kind.form}") for name, kind in IDENTIFIERS.items()),
)
_READ = {key for key, _ in KEYS}
