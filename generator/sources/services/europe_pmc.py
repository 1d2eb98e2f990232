"""Europe PMC: results of its search in JSON and XML, lite or core.

https://europepmc.org/RestfulWebService
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.inline import inline
from generator.sources.services.service import (
    Around,
    JsonService,
    Payload,
    XmlService,
    has_plain_names,
    mapping,
    said_of,
    sequence,
    text,
    texts,
    within,
    without_stop,
)
from generator.values.date import Date, read_date
from generator.values.name_parts import NameParts
from generator.values.notice import STATUSES
from generator.values.work import WorkType

#: What became of an article, by the notices that it is linked with.
_STATUS = {
    "retraction in": "retracted",
    "expression of concern in": "concern",
    "erratum in": "corrected",
    "corrected and republished in": "corrected",
}
_TYPES: tuple[tuple[str, WorkType], ...] = (
    ("preprint", "article"),
    ("thesis", "thesis"),
    ("book chapter", "chapter"),
    ("book", "book"),
)


def parse(result: Payload, place: Place) -> Said:
    """Return what a result says, with names in parts where it is a core result."""
    journal = mapping(result.get("journalInfo"))
    kinds = texts(within(result, "pubTypeList", "pubType")) or texts(result.get("pubType"))
    said = " ".join(kinds).lower()
    is_preprint = text(result.get("source")) == "PPR"
    kind = next((kind for word, kind in _TYPES if word in said), "article-journal")
    title = text(within(journal, "journal", "title")) or text(result.get("journalTitle"))
    publisher = text(within(result, "bookOrReportDetails", "publisher"))
    values = {
        "title": without_stop(text(result.get("title"))),
        "authors": _people(result),
        "year": _date(result, journal),
        "venue": title or publisher,
        "publisher": publisher,
        "volume": text(journal.get("volume")) or text(result.get("journalVolume")),
        "issue": text(journal.get("issue")) or text(result.get("issue")),
        "pages": text(result.get("pageInfo")),
        "abstract": text(result.get("abstractText")),
        "keywords": texts(within(result, "keywordList", "keyword")),
        "language": text(result.get("language")),
        "type": "article" if is_preprint else kind,
        "status": _status(result),
        "doi": text(result.get("doi")),
    }
    return said_of(place, values)


def _people(result: Payload) -> tuple[NameParts | str, ...]:
    people = map(mapping, sequence(within(result, "authorList", "author")))
    found = tuple(_names(people))
    # "Example A, Sample B Jr." is the one form of the text.
    names = text(result.get("authorString")).rstrip(".").split(",")
    return found or tuple(name.strip() for name in names if name.strip())


def _names(people: Iterable[Payload]) -> Iterable[NameParts]:
    for person in people:
        said = {name: text(person.get(name)) for name in ("lastName", "firstName", "initials")}
        group, name = text(person.get("collectiveName")), text(person.get("fullName"))
        orcid = mapping(person.get("authorId"))
        if group or name or said["lastName"]:
            yield NameParts(
                family=said["lastName"],
                given=said["firstName"] or said["initials"],
                literal=group,
                name="" if said["lastName"] or group else name,
                orcid=text(orcid.get("value")) if text(orcid.get("type")) == "ORCID" else "",
            )


def _date(result: Payload, journal: Payload) -> Date | None:
    """Return the date of the issue, else that on which it appeared first."""
    printed = read_date(
        text(journal.get("yearOfPublication")), text(journal.get("monthOfPublication")).strip("0")
    )
    first = read_date(text(result.get("firstPublicationDate")))
    return printed or read_date(text(result.get("pubYear"))) or first


def _status(result: Payload) -> str:
    notices = map(mapping, sequence(within(result, "commentCorrectionList", "commentCorrection")))
    found = {_STATUS.get(text(notice.get("type")).lower(), "") for notice in notices}
    return next((status for status in STATUSES if status in found), "")


def parse_result(element: Element, _around: Around, place: Place) -> Said:
    """Return what a `<result>` says, which has the same fields."""
    return parse(_as_json(element), place)


def _as_json(element: Element) -> Payload:
    """Return an element as Europe PMC has it in JSON: of children of one name a list."""
    found: dict[str, list[object]] = {}
    for child in element:
        found.setdefault(child.tag, []).append(_value(child))
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _value(element: Element) -> object:
    if element.tag == "authorId":
        return {"type": element.get("type", ""), "value": element.text}
    return _as_json(element) if element.tag in _NESTED else inline(element)


#: Elements that hold fields; what stands in others is text with markup.
_NESTED = frozenset(
    """
    authorList author journalInfo journal pubTypeList keywordList bookOrReportDetails
    commentCorrectionList commentCorrection
""".split()
)


def _tells(result: Payload) -> bool:
    return (
        "title" in result
        and "source" in result
        and bool({"authorString", "pmid", "pubYear", "journalInfo"} & result.keys())
        and not has_plain_names(result)
    )


def _tells_xml(names: Sequence[str], head: str) -> bool:
    return names[0] == "responseWrapper" or (names[0] == "resultList" and "<pubYear>" in head)


EUROPE_PMC = JsonService("Europe PMC", (("resultList", "result"), ("result",)), _tells, parse)
EUROPE_PMC_XML = XmlService("Europe PMC XML", frozenset(("result",)), _tells_xml, parse_result)
