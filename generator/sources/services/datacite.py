"""DataCite: DOIs and what they are of.

https://support.datacite.org/docs/api, https://schema.datacite.org
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import (
    JsonService,
    Payload,
    mapping,
    pages,
    said_of,
    sequence,
    text,
    within,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.date import Date, read_date
from generator.values.name_parts import NameParts
from generator.values.work import WorkType


def parse(payload: Payload, place: Place) -> Said:
    """Return what a DOI's attributes say."""
    said = mapping(payload.get("attributes")) or payload
    container = mapping(said.get("container"))
    publisher = text(said.get("publisher")) or text(within(said, "publisher", "name"))
    kind = _type(mapping(said.get("types")))
    values = {
        "title": _of_kind(said.get("titles"), "titleType", "", "title"),
        "authors": tuple(_people(said.get("creators"))),
        "editors": tuple(_editors(said.get("contributors"))),
        "year": _date(said),
        "venue": "" if kind == "book" else text(container.get("title")),
        "publisher": publisher,
        "volume": text(container.get("volume")),
        "issue": text(container.get("issue")),
        "pages": pages(text(container.get("firstPage")), text(container.get("lastPage"))),
        "language": text(said.get("language")),
        "abstract": _of_kind(
            said.get("descriptions"), "descriptionType", "Abstract", "description"
        ),
        "keywords": _keywords(said.get("subjects")) if publisher.lower() != "arxiv" else [],
        "type": kind,
        "doi": text(said.get("doi")) or text(payload.get("id")),
    }
    values["venue"] = values["venue"] or publisher
    return said_of(place, values, [("url", "paper", text(said.get("url")))])


def _of_kind(listed: object, key: str, kind: str, wanted: str) -> str:
    """Return the first text in a list that is of a kind; those without one are the paper's own."""
    items = [mapping(item) for item in sequence(listed)]
    return next((text(item.get(wanted)) for item in items if text(item.get(key)) == kind), "") or (
        "" if kind else text([item.get(wanted) for item in items])
    )


def _keywords(subjects: object) -> list[str]:
    """Return the words that authors gave; DataCite adds fields of science, which begin with FOS."""
    said = (text(mapping(item).get("subject")) for item in sequence(subjects))
    parts = (part for one in said if not one.startswith("FOS: ") for part in one.split(";"))
    words = map(str.strip, parts)
    return list(dict.fromkeys(filter(None, words)))


def _people(said: object) -> Iterable[NameParts]:
    for person in map(mapping, sequence(said)):
        family, given = text(person.get("familyName")), text(person.get("givenName"))
        name = text(person.get("name"))
        if not name and not family:
            continue
        if text(person.get("nameType")) == "Organizational":
            yield NameParts(literal=name)
        else:
            whole = "" if family else name
            yield NameParts(family=family, given=given, name=whole, orcid=_orcid(person))


def _editors(said: object) -> Iterable[NameParts]:
    people = (mapping(person) for person in sequence(said))
    yield from _people([one for one in people if text(one.get("contributorType")) == "Editor"])


def _orcid(person: Payload) -> str:
    for one in map(mapping, sequence(person.get("nameIdentifiers"))):
        if text(one.get("nameIdentifierScheme")).upper() == "ORCID":
            return text(one.get("nameIdentifier"))
    return ""


def _type(types: Payload) -> WorkType | None:
    for name in ("resourceTypeGeneral", "citeproc", "schemaOrg"):
        if found := type_in(text(types.get(name)), TYPES_IN_WORDS):
            return found
    return None


def _date(said: Payload) -> Date | None:
    year = read_date(text(said.get("publicationYear")))
    issued = read_date(_of_kind(said.get("dates"), "dateType", "Issued", "date"))
    return issued if issued and (not year or issued.year == year.year) else year


def _tells(payload: Payload) -> bool:
    said = mapping(payload.get("attributes")) or payload
    return "titles" in said and "creators" in said and ("doi" in said or "prefix" in said)


DATACITE = JsonService("DataCite", (("data",),), _tells, parse)
