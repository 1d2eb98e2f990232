"""Unpaywall: DOIs, and where open copies of what they name lie.

https://unpaywall.org/data-format
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import (
    JsonService,
    Payload,
    mapping,
    said_of,
    sequence,
    text,
    within,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.date import Date, read_date
from generator.values.name_parts import NameParts


def parse(work: Payload, place: Place) -> Said:
    """Return what a DOI's object says; of its copies the best, else the first, that is a PDF."""
    kind = type_in(text(work.get("genre")), TYPES_IN_WORDS)
    publisher = text(work.get("publisher"))
    values = {
        "title": work.get("title"),
        "authors": tuple(_people(work.get("z_authors"))),
        "year": _date(work),
        "venue": publisher if kind == "book" else text(work.get("journal_name")),
        "publisher": publisher,
        "type": kind,
        "doi": text(work.get("doi")),
    }
    copies = [within(work, "best_oa_location", "url_for_pdf")]
    copies += [mapping(one).get("url_for_pdf") for one in sequence(work.get("oa_locations"))]
    return said_of(place, values, [("url_for_pdf", "pdf", text(copies))])


def _people(said: object) -> Iterable[NameParts]:
    """Yield names; answers of before 2025 have them in parts, with iDs."""
    for person in map(mapping, sequence(said)):
        family, given = text(person.get("family")), text(person.get("given"))
        name = "" if family else text(person.get("raw_author_name")) or text(person.get("name"))
        if family or name:
            orcid = text(person.get("ORCID"))
            yield NameParts(family=family, given=given if family else "", name=name, orcid=orcid)


def _date(work: Payload) -> Date | None:
    date, year = read_date(text(work.get("published_date"))), read_date(text(work.get("year")))
    return date if date and (not year or date.year == year.year) else year


def _no_paper(work: Payload) -> str:
    is_paratext = work.get("is_paratext") is True
    return "a part of a journal that is no paper (paratext)" if is_paratext else ""


def _tells(work: Payload) -> bool:
    return {"doi", "doi_url", "is_oa", "oa_locations"} <= work.keys()


UNPAYWALL = JsonService("Unpaywall", (), _tells, parse, _no_paper)
