"""Reads Web of Science's tagged files: two letters, a blank and a value; three blanks go on.

Lists have a line for each item: authors, cited references. The tags:
https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.languages import language_code
from generator.sources.said import Address, Said
from generator.sources.tagged.lines import Entry, Value, lines_of, reading_of
from generator.sources.tagged.values import keywords_of, name_of, pages_of, something, with_initials
from generator.values.date import read_date
from generator.values.name_parts import NameParts
from generator.values.notice import Status
from generator.values.paper import Rank
from generator.values.work import WorkType
from generator.workers import HERE, Workers

_TAG = re.compile(r"[\ufeff]?([A-Z][A-Z0-9])(?: (.*))?", re.DOTALL)
_FIRST = re.compile(r"[\ufeff]?PT [A-Z]\s*")
_SAMPLE, _LINES_BEFORE, _LINES_TO_TAG = 60_000, 60, 10
_TELLING = frozenset(("AU", "AF", "TI", "SO", "BA", "BF", "CA"))

#: What PT says a work is part of.
_PARTS: Mapping[str, WorkType] = {
    "J": "article-journal",
    "B": "book",
    "P": "patent",
    "C": "paper-conference",
}
#: Types of documents that say more, the first that one has.
_DOCUMENTS: tuple[tuple[str, WorkType], ...] = (
    ("book chapter", "chapter"),
    ("proceedings paper", "paper-conference"),
    ("meeting abstract", "paper-conference"),
    ("data paper", "article-journal"),
    ("data set", "dataset"),
    ("software", "software"),
    ("preprint", "article"),
    ("book", "book"),
    ("news item", "article-magazine"),
)
_RETRACTED: tuple[tuple[str, Status], ...] = (
    ("retracted publication", "retracted"),
    ("withdrawn publication", "withdrawn"),
)


class WosReader:
    """Reads one file of Web of Science's entries."""

    name = "Web of Science"
    endings = (".ciw", ".isi")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether a line of PT and a letter stands near the beginning, and its tags behind it."""
        lines = [line for _, line in islice(lines_of(text[:_SAMPLE]), _LINES_BEFORE)]
        for number, line in enumerate(lines):
            if _FIRST.fullmatch(line):
                after = lines[number + 1 : number + _LINES_TO_TAG]
                return any((found := _TAG.fullmatch(a)) and found[1] in _TELLING for a in after)
        return False

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every entry; one without a title is a warning."""
        entries = ((entry, _said(entry, file)) for entry in _entries(text))
        return reading_of(entries, file, problems, workers)


def _entries(text: str) -> Iterator[Entry]:
    entry: Entry | None = None
    for number, line in lines_of(text):
        found = _TAG.fullmatch(line.rstrip())
        if found and found[1] in ("PT", "ER", "EF"):
            if entry:
                yield entry
            entry = Entry(number) if found[1] == "PT" else None
        if found and found[1] not in ("FN", "VR", "ER", "EF"):
            entry = entry or Entry(number)
            entry.add(found[1], found[2] or "", number)
        elif entry and not found:
            entry.go_on(line.strip())
    if entry:
        yield entry


def _said(entry: Entry, file: SourceFile) -> Said:
    documents = entry.text("DT").casefold()
    kind = next((kind for word, kind in _DOCUMENTS if word in documents), None)
    kind = kind or _PARTS.get(entry.text("PT")[:1]) or ("chapter" if "BE" in entry.tags else None)
    publisher = something(entry.text("PU"))
    # SO of a paper in proceedings is their title, of a book its own.
    venue = publisher if kind == "book" else entry.text("SO", "SE", "JI", "J9")
    event = entry.text("CT") if kind == "paper-conference" else ""
    said = Said(Place(file.shown, entry.line), called={"title": "TI"}, lines=entry.lines)
    said.values = {
        "title": entry.text("TI") or (entry.text("SO") if kind == "book" else ""),
        "type": kind,
        "status": next((status for word, status in _RETRACTED if word in documents), None),
        "authors": _people(entry),
        "editors": tuple(_names(entry.values("BE") or entry.values("ED"))),
        "year": _date(entry),
        "venue": venue,
        "event": "" if event == venue else event,
        "volume": something(entry.text("VL")),
        "issue": something(entry.text("IS")),
        "pages": pages_of(entry.text("BP") or entry.text("AR"), entry.text("EP")),
        "publisher": publisher,
        "language": language_code(entry.text("LA")),
        "abstract": entry.text("AB"),
        "keywords": keywords_of([Value(one.line, [one.text]) for one in entry.values("DE")]),
        "citation_key": entry.text("UT"),
    }
    if doi := entry.text("DI", "D2"):
        said.values["doi"] = doi
    if (pmid := entry.text("PM")).isdecimal():
        said.addresses.append(Address("PM", "paper", f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"))
    return said


def _people(entry: Entry) -> tuple[str | NameParts, ...]:
    """Return the authors in full where they are given so, and groups behind them."""
    people = next((found for tag in ("AF", "AU", "BF", "BA") if (found := entry.values(tag))), [])
    groups = (line for value in entry.values("CA") for line in value.lines if line)
    return (*_names(people), *(NameParts(literal=group) for group in groups))


def _names(values: list[Value]) -> Iterator[str | NameParts]:
    for value in values:
        for line in value.lines:
            yield from name_of(line) if "," in line else [with_initials(line)] * bool(line)


def _date(entry: Entry) -> object:
    """Return the year, with the month and day of PD: "MAY 12", "MAY-JUN"."""
    year = entry.text("PY") or entry.text("EA")
    return read_date(year, entry.text("PD")) or year
