"""arXiv: Atom of its API, OAI-PMH in its three forms, and the metadata snapshot in JSON Lines.

https://info.arxiv.org/help/api/user-manual.html, https://info.arxiv.org/help/oa/index.html,
https://www.kaggle.com/datasets/Cornell-University/arxiv. Other repositories that answer in OAI's
Dublin Core are read, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.problems import Place
from generator.sources.links_in import links_in
from generator.sources.said import Said
from generator.sources.services.inline import child_text, child_texts
from generator.sources.services.service import (
    Around,
    JsonService,
    Payload,
    XmlService,
    said_of,
    sequence,
    text,
    within,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.arxiv import normal_arxiv
from generator.values.date import Date, read_date
from generator.values.identifier import identifiers_in
from generator.values.name_parts import NameParts
from generator.values.name_words import SUFFIXES

_WITHDRAWN = re.compile(
    r"\W*(?:(?:this|the) (?:paper|article|submission|manuscript|preprint|work|note)"
    r" (?:has been|has now been|is|was|is being) (?:temporarily )?withdrawn\b|withdrawn by )",
    re.IGNORECASE,
)
#: Links of these kinds in a comment belong to the paper; others lead to workshops and journals.
_KINDS_IN_COMMENTS = frozenset(("code", "data", "video"))
_COMMENT = "Comment:"
_BETWEEN_DOIS = re.compile(r"[\s,;](?=\s*10\.)")


@dataclass(frozen=True)
class _Preprint:
    """What every form says of a preprint. A list of names is one of texts that may hold two."""

    identifier: str
    title: str
    authors: tuple[NameParts | str, ...] | list[str]
    date: Date | None
    abstract: str
    doi: str
    published_in: str
    comment: str


def _said(preprint: _Preprint, place: Place) -> Said:
    """Return what arXiv says of a preprint.

    Where it was published later is a note, since a record is of one version; two DOIs in one text,
    such as those of a paper and of its erratum, are the first.
    """
    values = {
        "title": preprint.title,
        "authors": preprint.authors,
        "year": preprint.date,
        "venue": "arXiv",
        "type": "article",
        "arxiv": normal_arxiv(preprint.identifier) or preprint.identifier,
        "doi": next(iter(_BETWEEN_DOIS.split(preprint.doi)), ""),
        "abstract": preprint.abstract,
        "note": preprint.published_in,
        "status": _status(preprint.comment, preprint.abstract),
    }
    found = links_in(preprint.comment)
    links = [("comment", link.kind, link.url) for link in found if link.kind in _KINDS_IN_COMMENTS]
    return said_of(place, values, links)


def _status(comment: str, abstract: str) -> str:
    return "withdrawn" if any(map(_WITHDRAWN.match, (comment, abstract))) else ""


def names_in(authors: str) -> list[str]:
    """Return the names in arXiv's one text of authors, without affiliations in brackets.

    The form is fixed: names with commas or "and" between them, a group before a colon.
    https://info.arxiv.org/help/prep.html#author
    """
    names: list[str] = []
    line = " ".join(_without_brackets(authors).split())
    for part in re.split(r" and |[,:]", f"{line} "):
        name = part.strip().removeprefix("and ")
        if name.strip(".").lower() in _SUFFIXES and names:
            names[-1] = f"{names[-1]}, {name}"
        elif name:
            names.append(name)
    return names


_SUFFIXES = {suffix.strip(".").lower() for suffix in SUFFIXES}


def _without_brackets(authors: str) -> str:
    kept, depth = [], 0
    for part in re.split(r"([()])", authors):
        depth = max(0, depth + {"(": 1, ")": -1}.get(part, 0))
        if not depth and part != ")":
            kept.append(part)
    return "".join(kept)


# Atom


def parse_entry(entry: Element, _around: Around, place: Place) -> Said:
    """Return what an `<entry>` of the API says; its year is that of the first version."""
    people = entry.findall("author")
    preprint = _Preprint(
        identifier=child_text(entry, "id"),
        title=child_text(entry, "title"),
        authors=[name for person in people if (name := child_text(person, "name"))],
        date=read_date(child_text(entry, "published") or child_text(entry, "updated")),
        abstract=child_text(entry, "summary"),
        doi=child_text(entry, "doi"),
        published_in=child_text(entry, "journal_ref"),
        comment=child_text(entry, "comment"),
    )
    return _said(preprint, place)


def is_error(entry: Element, _around: Around) -> str:
    """Say so if an `<entry>` is an error that arXiv answers."""
    error = "/api/errors" in child_text(entry, "id")
    return f"arXiv's answer is an error: {child_text(entry, 'summary')}" if error else ""


# OAI-PMH


def parse_record(record: Element, _around: Around, place: Place) -> Said:
    """Return what a `<record>` of OAI-PMH says, in whichever form its metadata is."""
    header = child_text(record.find("header"), "identifier")
    metadata = record.find("metadata")
    # A record that GetRecord or a tool gave without its envelope.
    form = next(iter(metadata), metadata) if metadata is not None else record
    if form.tag == "arXivRaw":
        return _raw(form, header, place)
    if form.tag == "arXiv":
        return _arxiv(form, header, place)
    return _dublin_core(form, header, place)


def is_deleted(record: Element, _around: Around) -> str:
    """Say so if a `<record>` only tells that it was deleted."""
    header = record.find("header")
    deleted = header is not None and header.get("status") == "deleted"
    return "the record was deleted at its source" if deleted else ""


def _raw(form: Element, header: str, place: Place) -> Said:
    dates = (child_text(version, "date") for version in form.findall("version"))
    names = tuple(names_in(child_text(form, "authors")))
    return _said(_described(form, header, names, next(dates, "")), place)


def _arxiv(form: Element, header: str, place: Place) -> Said:
    names = tuple(
        NameParts(
            family=child_text(person, "keyname"),
            given=child_text(person, "forenames"),
            suffix=child_text(person, "suffix"),
        )
        for person in form.findall("authors/author")
    )
    return _said(_described(form, header, names, child_text(form, "created")), place)


def _described(
    form: Element, header: str, authors: tuple[NameParts | str, ...], date: str
) -> _Preprint:
    return _Preprint(
        identifier=child_text(form, "id") or header,
        title=child_text(form, "title"),
        authors=authors,
        date=read_date(date),
        abstract=child_text(form, "abstract"),
        doi=child_text(form, "doi"),
        published_in=child_text(form, "journal-ref"),
        comment=child_text(form, "comments"),
    )


def _dublin_core(form: Element, header: str, place: Place) -> Said:
    """Return what Dublin Core says: https://www.dublincore.org/specifications/dublin-core/dces/."""
    # Some repositories have the affiliation in an element behind the name.
    pieces = (filter(None, map(str.strip, one.itertext())) for one in form.findall("creator"))
    names = tuple(name for said in pieces if (name := next(said, "")))
    date = min(filter(None, map(read_date, child_texts(form, "date"))), default=None)
    descriptions = child_texts(form, "description")
    comments = [said for said in descriptions if said.startswith(_COMMENT)]
    abstract = next((said for said in descriptions if not said.startswith(_COMMENT)), "")
    identifiers = child_texts(form, "identifier")
    held = {said: identifiers_in(said) for said in identifiers}
    known = {item.kind: item.value for said in reversed(identifiers) for item in held[said]}
    if header.lower().startswith("oai:arxiv.org"):
        preprint = _Preprint(
            identifier=known.get("arxiv", header),
            title=child_text(form, "title"),
            authors=names,
            date=date,
            abstract=abstract,
            doi=known.get("doi", ""),
            published_in=next((s for s in identifiers if not held[s] and "://" not in s), ""),
            comment=" ".join(comments),
        )
        return _said(preprint, place)
    types = (type_in(said.rpartition("/")[2], TYPES_IN_WORDS) for said in child_texts(form, "type"))
    values = {
        "title": child_text(form, "title"),
        "authors": names,
        "year": date,
        "venue": child_text(form, "source") or child_text(form, "publisher"),
        "publisher": child_text(form, "publisher"),
        "abstract": abstract,
        "keywords": child_texts(form, "subject"),
        "language": child_text(form, "language"),
        "type": next(filter(None, types), ""),
        **known,
    }
    addresses = [("identifier", "paper", said) for said in identifiers if said.startswith("http")]
    return said_of(place, values, addresses)


# The snapshot


def parse_snapshot(row: Payload, place: Place) -> Said:
    """Return what a line of the snapshot says."""
    names: list[NameParts | str] = []
    for person in sequence(row.get("authors_parsed")):
        family, given, suffix = [*(text(part) for part in sequence(person)[:3]), "", "", ""][:3]
        names.append(NameParts(family=family, given=given, suffix=suffix))
    versions = sequence(row.get("versions"))
    created = text(within(versions[0], "created")) if versions else ""
    preprint = _Preprint(
        identifier=text(row.get("id")),
        title=text(row.get("title")),
        authors=tuple(names or names_in(text(row.get("authors")))),
        date=read_date(created) or _date_of(text(row.get("id"))),
        abstract=text(row.get("abstract")),
        doi=text(row.get("doi")),
        published_in=text(row.get("journal-ref")),
        comment=text(row.get("comments")),
    )
    return _said(preprint, place)


_OF_ID = re.compile(r"(?:^|/)([0-9]{2})(0[1-9]|1[0-2])[.0-9]")


def _date_of(identifier: str) -> Date | None:
    """Return the month that an arXiv id tells: 2405.00001 is of May 2024."""
    found = _OF_ID.search(identifier)
    if not found:
        return None
    century = 1900 if int(found[1]) > 90 else 2000
    return Date(century + int(found[1]), int(found[2]))


def _tells_snapshot(row: Payload) -> bool:
    is_of_others = isinstance(row.get("authors"), list)
    return "categories" in row and (
        "authors_parsed" in row or ("update_date" in row and not is_of_others)
    )


def _tells_atom(names: Sequence[str], head: str) -> bool:
    return names[0] in ("feed", "entry") and "arxiv" in head.lower()


def _tells_oai(names: Sequence[str], head: str) -> bool:
    return names[0] in ("OAI-PMH", "ListRecords", "GetRecord") or (
        names[0] in ("record", "records") and "header" in names and "oai:" in head
    )


ATOM = XmlService("arXiv Atom", frozenset(("entry",)), _tells_atom, parse_entry, is_error)
OAI = XmlService("OAI-PMH", frozenset(("record",)), _tells_oai, parse_record, is_deleted)
SNAPSHOT = JsonService("arXiv snapshot", (), _tells_snapshot, parse_snapshot)
