"""Crossref: works.

https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import (
    JsonService,
    Payload,
    date_of_parts,
    day_of,
    mapping,
    said_of,
    sequence,
    text,
    texts,
    within,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.arxiv import normal_arxiv
from generator.values.count import counts_of
from generator.values.date import Date
from generator.values.name_parts import NameParts, parts_of
from generator.values.notice import STATUSES

#: Dates in the order in which they are believed; the first is the earliest of the others.
_DATES = ("issued", "published-print", "published-online", "published")
#: What Crossref registers beside works: https://api.crossref.org/types
_NO_WORKS = frozenset(
    """
    journal journal-issue journal-volume book-series book-set book-track proceedings-series
    report-series component grant peer-review database
""".split()
)
#: What became of a work, by the kind of notice that updates it.
_STATUS = {
    "retraction": "retracted",
    "partial_retraction": "corrected",
    "withdrawal": "withdrawn",
    "removal": "withdrawn",
    "expression_of_concern": "concern",
    "correction": "corrected",
    "corrigendum": "corrected",
    "erratum": "corrected",
}


def parse(work: Payload, place: Place) -> Said:
    """Return what a work says. Its references are none of its own and are not read."""
    kind = type_in(text(work.get("type")), TYPES_IN_WORDS)
    values = {
        "title": _title(work),
        "authors": tuple(_people(work.get("author"))),
        "editors": tuple(_people(work.get("editor"))),
        "year": _date(work),
        "venue": _venue(work, kind or ""),
        "event": text(within(work, "event", "name")),
        "publisher": text(work.get("publisher")),
        "volume": text(work.get("volume")),
        "issue": text(work.get("issue")),
        "pages": text(work.get("page")) or text(work.get("article-number")),
        "language": text(work.get("language")),
        "abstract": text(work.get("abstract")),
        "type": kind or "document",
        "status": _status(work),
        "doi": text(work.get("DOI")),
        "arxiv": _arxiv(work),
    }
    url = text(work.get("URL"))
    cited, day = work.get("is-referenced-by-count"), day_of(within(work, "indexed", "date-time"))
    return said_of(
        place,
        values,
        [("URL", "paper", url)],
        counts=counts_of("citations", cited, "Crossref", day),
    )


def _title(work: Payload) -> str:
    title, subtitle = text(work.get("title")), text(work.get("subtitle"))
    if not title or not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title}{' ' if title[-1] in ':?!' else ': '}{subtitle}"


def _people(said: object) -> Iterable[NameParts]:
    for person in map(mapping, sequence(said)):
        # A group has one name; Crossref calls it "name", which CSL calls "literal".
        name = text(person.get("name"))
        is_group = name and not person.get("family")
        parts = NameParts(literal=name) if is_group else parts_of(person)
        if parts:
            yield parts


def _date(work: Payload) -> Date | None:
    return next((date for name in _DATES if (date := date_of_parts(work.get(name)))), None)


def _venue(work: Payload, kind: str) -> str:
    """Return where a work was published; of a book in a series the book, which stands last."""
    titles = texts(work.get("container-title"))
    institution = text(mapping(next(iter(sequence(work.get("institution"))), None)).get("name"))
    publisher = text(work.get("publisher"))
    if kind == "book":
        return publisher
    if kind in ("thesis", "report"):
        return institution or publisher
    if kind == "article":
        return next(iter(titles), "") or institution or text(work.get("group-title")) or publisher
    if kind in ("chapter", "paper-conference"):
        return titles[-1] if titles else ""
    return next(iter(titles), "") or text(work.get("short-container-title"))


def _status(work: Payload) -> str:
    updates = map(mapping, sequence(work.get("updated-by")))
    found = {_STATUS.get(text(update.get("type")).lower(), "") for update in updates}
    return next((status for status in STATUSES if status in found), "")


def _arxiv(work: Payload) -> str:
    """Return the arXiv id of the preprint that a work has."""
    preprints = map(mapping, sequence(within(work, "relation", "has-preprint")))
    found = (normal_arxiv(text(preprint.get("id"))) for preprint in preprints)
    return next(filter(None, found), "")


def _no_paper(work: Payload) -> str:
    kind = text(work.get("type"))
    return f"registered as {kind}, which is no paper" if kind in _NO_WORKS else ""


def _tells(work: Payload) -> bool:
    if not isinstance(work.get("DOI"), str) or "itemType" in work:
        return False
    return isinstance(work.get("title"), list) or bool(
        {"reference-count", "is-referenced-by-count", "indexed", "deposited"} & work.keys()
    )


CROSSREF = JsonService(
    "Crossref", (("message", "items"), ("message",), ("items",)), _tells, parse, _no_paper
)
