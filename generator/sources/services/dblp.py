"""DBLP: its dump, pages of persons and single records in XML, and its search in XML and JSON.

https://dblp.org/xml/docu/dblpxml.pdf, https://dblp.org/faq/How+to+use+the+dblp+search+API.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.inline import child_text, child_texts, inline
from generator.sources.services.service import (
    Around,
    JsonService,
    Payload,
    XmlService,
    mapping,
    said_of,
    sequence,
    text,
    texts,
    within,
    without_stop,
)
from generator.values.arxiv import normal_arxiv
from generator.values.date import read_date
from generator.values.identifier import identifiers_in
from generator.values.name_parts import NameParts
from generator.values.work import WorkType

#: Names of records in the dump, and what they are; the others are no papers.
_RECORDS: dict[str, WorkType | None] = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "incollection": "chapter",
    "book": "book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "data": "dataset",
    "proceedings": None,
    "www": None,
}
#: What the search calls them.
_TYPES: dict[str, WorkType | None] = {
    "journal articles": "article-journal",
    "conference and workshop papers": "paper-conference",
    "parts in books or collections": "chapter",
    "reference works": "chapter",
    "books and theses": "book",
    "informal publications": "article",
    "informal and other publications": "article",
    "data and artifacts": "dataset",
    "editorship": None,
    "withdrawn items": "article",
}
#: Addresses that lead to records about the paper, not to the paper.
_NOT_THE_PAPER = re.compile(r"^https?://(?:www\.)?(?:wikidata\.org|dblp\.)")


@dataclass(frozen=True)
class _Record:
    """What both forms of a record say."""

    title: str
    authors: Sequence[NameParts | str]
    editors: Sequence[NameParts | str]
    type: WorkType | None
    key: str
    is_informal: bool
    is_withdrawn: bool
    journal: str
    booktitle: str
    publisher: str
    volume: str
    issue: str
    pages: str
    year: str
    month: str
    addresses: Sequence[str]


def _said(record: _Record, place: Place) -> Said:
    kind = "thesis" if record.key.startswith(("phd/", "ms/")) else record.type
    arxiv = normal_arxiv(record.volume) if record.journal == "CoRR" else None
    if record.journal == "CoRR" or (record.is_informal and kind == "article-journal"):
        kind = "article"
    identifiers = {"arxiv": arxiv or ""}
    addresses = []
    for address in record.addresses:
        found = identifiers_in(address)
        for item in found:
            identifiers[item.kind] = identifiers.get(item.kind) or item.value
        if not found and not _NOT_THE_PAPER.match(address):
            addresses.append(("ee", "paper", address))
    is_whole = kind in ("book", "thesis")
    values = {
        "title": without_stop(record.title),
        "authors": tuple(record.authors or record.editors),
        "editors": tuple(record.editors if record.authors else ()),
        "year": read_date(record.year, record.month),
        "venue": "arXiv"
        if record.journal == "CoRR"
        else record.journal or record.booktitle or (record.publisher if is_whole else ""),
        "publisher": record.publisher,
        "volume": "" if record.journal == "CoRR" else record.volume,
        "issue": record.issue,
        "pages": record.pages,
        "type": kind,
        "status": "withdrawn" if record.is_withdrawn else "",
        **identifiers,
    }
    return said_of(place, values, addresses)


def parse_record(record: Element, _around: Around, place: Place) -> Said:
    """Return what a record of the dump says, such as `<article>`."""
    kinds = record.get("publtype", "").split()
    said = _Record(
        title=child_text(record, "title"),
        authors=_people(record, "author"),
        editors=_people(record, "editor"),
        type=_RECORDS.get(record.tag),
        key=record.get("key", ""),
        is_informal="informal" in kinds,
        is_withdrawn="withdrawn" in kinds,
        journal=child_text(record, "journal"),
        booktitle=child_text(record, "booktitle"),
        publisher=child_text(record, "school") or child_text(record, "publisher"),
        volume=child_text(record, "volume"),
        issue=child_text(record, "number"),
        pages=child_text(record, "pages"),
        year=child_text(record, "year"),
        month=child_text(record, "month"),
        addresses=child_texts(record, "ee"),
    )
    return _said(said, place)


def _people(record: Element, role: str) -> list[NameParts | str]:
    return [
        NameParts(name=name, orcid=orcid) if (orcid := person.get("orcid", "")) else name
        for person in record.findall(role)
        if (name := inline(person).strip())
    ]


def no_paper(record: Element, _around: Around) -> str:
    """Say so if a record is of a person or of a whole volume of proceedings."""
    return _why_none(_RECORDS.get(record.tag, "document"), record.tag, record.get("key", ""))


def _why_none(kind: WorkType | None, name: str, key: str) -> str:
    if kind:
        return ""
    is_person = name == "www" or key.startswith("homepages/")
    return "DBLP's page of a person" if is_person else "a volume of proceedings, not a paper"


# The search


def parse_hit(hit: Element, _around: Around, place: Place) -> Said:
    """Return what a `<hit>` of the search says."""
    info = hit.find("info")
    fields = {} if info is None else {child.tag: child_texts(info, child.tag) for child in info}
    authors = None if info is None else info.find("authors")
    return _said(_found({**fields, "authors": {"author": child_texts(authors, "author")}}), place)


def parse_info(hit: Payload, place: Place) -> Said:
    """Return what a hit of the search in JSON says."""
    return _said(_found(mapping(hit.get("info"))), place)


def _found(info: Payload) -> _Record:
    kind = text(info.get("type")).lower()
    venue = text(info.get("venue"))
    is_journal = _TYPES.get(kind) in ("article-journal", "article")
    return _Record(
        title=text(info.get("title")),
        authors=_names(within(info, "authors", "author")),
        editors=(),
        type=_TYPES.get(kind),
        key=text(info.get("key")),
        is_informal=kind.startswith("informal"),
        is_withdrawn=kind == "withdrawn items",
        journal=venue if is_journal else "",
        booktitle="" if is_journal else venue,
        publisher=text(info.get("publisher")),
        volume=text(info.get("volume")),
        issue=text(info.get("number")),
        pages=text(info.get("pages")),
        year=text(info.get("year")),
        month="",
        addresses=[*map(_as_doi, texts(info.get("doi"))), *texts(info.get("ee"))],
    )


def _as_doi(doi: str) -> str:
    return f"doi:{doi}"


def _names(authors: object) -> list[str]:
    said: Iterable[object] = sequence(authors)
    return [name for person in said if (name := text(mapping(person).get("text") or person))]


def _no_hit(hit: Element, _around: Around) -> str:
    info = hit.find("info")
    return _why_none_found(child_text(info, "type"), child_text(info, "key"))


def _no_info(hit: Payload) -> str:
    info = mapping(hit.get("info"))
    return _why_none_found(text(info.get("type")), text(info.get("key")))


def _why_none_found(kind: str, key: str) -> str:
    return _why_none(_TYPES.get(kind.lower(), "document"), kind, key)


def _tells_dump(names: Sequence[str], head: str) -> bool:
    return names[0] in ("dblp", "dblpperson") or (names[0] in _RECORDS and 'key="' in head)


def _tells_search(names: Sequence[str], _head: str) -> bool:
    return names[0] in ("result", "hits") and "hits" in names


def _tells_info(hit: Payload) -> bool:
    info = mapping(hit.get("info"))
    return "title" in info and "key" in info and ("venue" in info or "type" in info)


DUMP = XmlService("DBLP", frozenset(_RECORDS), _tells_dump, parse_record, no_paper)
SEARCH = XmlService("DBLP search", frozenset(("hit",)), _tells_search, parse_hit, _no_hit)
INFO = JsonService(
    "DBLP search",
    (("result", "hits", "hit"), ("hits", "hit"), ("hit",)),
    _tells_info,
    parse_info,
    _no_info,
)
