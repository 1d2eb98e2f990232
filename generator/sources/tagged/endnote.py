"""Reads EndNote's import format (.enw) and refer, from which it comes: `%T Title` a line.

The tags: https://en.wikipedia.org/wiki/EndNote#Tags_and_fields,
https://en.wikipedia.org/wiki/Refer_(software).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile
from generator.sources.cited_keys import cited_key
from generator.sources.languages import language_code
from generator.sources.preprints import arxiv_in, server_in
from generator.sources.said import Address, Said
from generator.sources.tagged.lines import Entry, lines_of, reading_of
from generator.sources.tagged.values import (
    date_of,
    keywords_of,
    links_of,
    names_of,
    pages_of,
    something,
    volume_and_issue,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.date import read_date
from generator.values.doi import normal_doi
from generator.values.name_parts import NameParts
from generator.values.paper import Rank
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import WorkType
from generator.workers import HERE, Workers

_TAG = re.compile(r"[\s\ufeff]{0,9}%([0-9A-Z@!#$&*()+,\-./:;<=>?\[\\\]^_`{|}~])(?:[ \t\xa0]+(.*))?")
_FIRST = re.compile(r"[\s\ufeff]{0,9}%0[ \t]{1,9}\S.*")
_SAMPLE, _LINES_BEFORE = 60_000, 100
_FEWEST = 3
_TELLING = frozenset("ATDJBVNPIKXEU")

#: EndNote's types of references, as far as `TYPES_IN_WORDS` has them not.
TYPES: Mapping[str, WorkType] = {
    "conferenceproceedings": "paper-conference",
    "electronicarticle": "article-journal",
    "electronicbook": "book",
    "electronicbooksection": "chapter",
    "editedbook": "book",
    "serial": "book",
    "classicalwork": "book",
    "ancienttext": "book",
    "encyclopedia": "chapter",
    "dictionary": "chapter",
    "governmentdocument": "report",
    "unpublishedwork": "article",
    "onlinedatabase": "dataset",
    "aggregateddatabase": "dataset",
    "electronicsource": "webpage",
    "blog": "webpage",
    "generic": "document",
    "pressrelease": "article-magazine",
    "onlinemultimedia": "document",
    "figure": "document",
    "personalcommunication": "document",
}
#: The tags that say where a work of a type was published, best first.
VENUES: Mapping[WorkType, str] = {
    "paper-conference": "BJS",
    "chapter": "BJSI",
    "book": "I",
    "thesis": "IYB",
    "report": "IB",
    "patent": "",
}
#: Types of which %P is how many pages there are.
_COUNTED = ("book", "thesis", "report")
_SPACES = re.compile(r"\W+")


class EndNoteReader:
    """Reads one file of EndNote's or refer's entries."""

    name = "EndNote"
    endings = (".enw", ".endf")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether the first lines that are not blank have the tags of an entry."""
        lines = (line for _, line in islice(lines_of(text[:_SAMPLE]), _LINES_BEFORE))
        some = [line for line in lines if line.strip()]
        tags = [found[1] for line in some if (found := _TAG.fullmatch(line))]
        if any(map(_FIRST.fullmatch, some)):
            return "T" in tags or "A" in tags
        # Refer has no types; lines that begin with %T and the like may be those of other files.
        return len(_TELLING.intersection(tags)) >= _FEWEST and 2 * len(tags) >= len(some)

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every entry; one without a title is a warning."""
        return reading_of_tags(_entries(text), file, problems, workers=workers)


def reading_of_tags(
    entries: Iterator[Entry],
    file: SourceFile,
    problems: Problems,
    called: Mapping[str, str] | None = None,
    workers: Workers = HERE,
) -> Reading:
    """Return the records of entries with EndNote's tags; a type that nobody knows is a note.

    `called` is what the file calls the fields of messages, where it has not the tags themselves.
    """
    called = called or _CALLED
    types: set[str] = set()
    said = ((entry, _said(entry, file, types, called)) for entry in entries)
    reading = reading_of(said, file, problems, workers)
    for name in sorted(types)[:10]:
        what = f"{called['type']}: {quoted(name, 40)} is no known type; the type is left open"
        problems.note(Place(file.shown), what)
    return reading


def _entries(text: str) -> Iterator[Entry]:
    """Yield each entry: from %0, or behind a blank line from the first tag that it has already."""
    entry: Entry | None = None
    blank = True
    for number, line in lines_of(text):
        found = _TAG.fullmatch(line)
        if found:
            tag = found[1]
            ends = tag == "0" or (blank and not {tag, "T"}.isdisjoint(entry.tags if entry else ()))
            if entry and ends and not _goes_on(entry, tag):
                yield entry
                entry = None
            entry = entry or Entry(number)
            entry.add(tag, found[2] or "", number)
        elif entry:
            entry.go_on(line.strip())
        blank = not line.strip()
    if entry:
        yield entry


def _goes_on(entry: Entry, tag: str) -> bool:
    """Whether a tag behind a blank line is of the entry before: its abstract had a blank line."""
    return tag not in ("0", "T", "A") and tag not in entry.tags


def _said(entry: Entry, file: SourceFile, types: set[str], called: Mapping[str, str]) -> Said:
    word = entry.text("0")
    kind = TYPES.get(_SPACES.sub("", word).casefold()) or type_in(word, TYPES_IN_WORDS)
    if word and not kind:
        types.add(word)
    tags = VENUES.get(kind, "JBSI") if kind else "JBSI"
    if kind == "book" and not entry.text("T"):
        tags = "I"
    title, title_tag = entry.first("T", "B", "!", "Q")
    venue = next((text for tag in tags if tag != title_tag and (text := entry.text(tag))), "")
    arxiv = arxiv_in(venue)
    venue = server_in(venue) or venue
    if kind in ("article-journal", "document") and Venue(Text(venue)).kind == "preprint":
        kind = "article"
    authors = (*names_of(entry.values("A")), *_groups(entry, title_tag))
    # The ACL Anthology has the editors of proceedings in %Y; of a thesis that is who advised.
    of_parts = kind in ("paper-conference", "chapter")
    editors = names_of(entry.values("E") or (entry.values("Y") if of_parts else ()))
    if word.casefold() == "edited book" and not editors:
        authors, editors = (), authors
    pages = pages_of(entry.text("P"))
    counted = kind in _COUNTED and not re.search("[-–]", pages)
    volume, issue = volume_and_issue(entry.text("V"), entry.text("N"))
    said = Said(Place(file.shown, entry.line), called=called, lines=_lines(entry))
    said.values = {
        "title": title,
        "type": kind,
        "authors": authors,
        "editors": editors,
        "year": _date(entry),
        "venue": venue,
        "volume": volume,
        "issue": issue,
        "pages": "" if counted else pages,
        "publisher": something(entry.text("I")),
        "language": language_code(entry.text("G")),
        "abstract": entry.text("X"),
        "keywords": keywords_of(entry.values("K")),
        "citation_key": cited_key(entry.text("F")),
    }
    if doi := _doi(entry):
        said.values["doi"] = doi
    if arxiv:
        said.values["arxiv"] = arxiv
    said.addresses = list(_addresses(entry))
    return said


#: What the fields of messages are called in the file.
_CALLED = {"title": "%T", "year": "%D", "authors": "%A", "doi": "%R", "type": "%0"}


def _lines(entry: Entry) -> dict[str, int]:
    return {f"%{tag}": line for tag, line in entry.lines.items()}


def _groups(entry: Entry, title_tag: str) -> tuple[NameParts, ...]:
    """Return the corporate authors, which refer has in %Q."""
    if title_tag == "Q":
        return ()
    return tuple(NameParts(literal=value.text) for value in entry.values("Q") if value.text)


def _date(entry: Entry) -> object:
    """Return the year, with month and day where %8 has them for the same year."""
    year, day = entry.text("D"), entry.text("8")
    date = date_of([year, day])
    if day and (known := read_date(year)) and not known.month:
        return date_of([year, day]) if read_date(day) else read_date(year, day) or date
    return date


def _doi(entry: Entry) -> str:
    for tag in ("R", "M", "3", "1"):
        text = entry.text(tag)
        if text and (tag == "R" or (text.startswith("10.") and normal_doi(text))):
            return text if tag != "R" or normal_doi(text) else ""
    return ""


def _addresses(entry: Entry) -> Iterator[Address]:
    """Yield the links; %> leads to files, %R may hold an address in place of a DOI."""
    for link in links_of(entry, ("U",), (">", "R")):
        yield Address(f"%{link.called}", link.kind, link.url)
