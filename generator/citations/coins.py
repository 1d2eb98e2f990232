"""Writes a work as COinS: an OpenURL in the title of an empty element, which Zotero reads.

A list of papers has one for each, so that all of them can be taken over at once. The keys are those
of the formats that OpenURL has for journals, books, dissertations and Dublin Core:
http://ocoins.info, ANSI/NISO Z39.88-2004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from generator.citations.cited import Cited
from generator.citations.types import MASTERS, is_masters
from generator.text.unicode import normal
from generator.values.name import Name
from generator.values.work import WorkType

Pair = tuple[str, str]


@dataclass(frozen=True)
class _Form:
    """How a type is said: a format with its genre, and the keys of what is said of the work.

    Dublin Core has no genres but types; they are called as Zotero calls its own.
    """

    format: str
    genre: str
    title: str
    container: str
    publisher: str


_JOURNAL = _Form("journal", "article", "atitle", "jtitle", "")
_FORMS: dict[WorkType, _Form] = {
    "article-journal": _JOURNAL,
    "article-magazine": _JOURNAL,
    "paper-conference": _Form("book", "proceeding", "atitle", "btitle", "pub"),
    "chapter": _Form("book", "bookitem", "atitle", "btitle", "pub"),
    "book": _Form("book", "book", "btitle", "series", "pub"),
    "report": _Form("book", "report", "btitle", "series", "pub"),
    "thesis": _Form("dissertation", "", "title", "", "inst"),
    # Zotero keeps the name of a server where others have the publisher.
    "article": _Form("dc", "preprint", "title", "publisher", "publisher"),
    "dataset": _Form("dc", "dataset", "title", "source", "publisher"),
    "software": _Form("dc", "computerProgram", "title", "source", "publisher"),
    "webpage": _Form("dc", "webpage", "title", "source", "publisher"),
    "patent": _Form("dc", "patent", "title", "source", "publisher"),
    "standard": _Form("dc", "standard", "title", "source", "publisher"),
    "document": _Form("dc", "document", "title", "source", "publisher"),
}

#: Two pages; of a list of several ranges nobody says which page is the first.
_RANGE = re.compile(r"([^–,;]+)–([^–,;]+)")
#: Given names that Zotero leaves as they are: it parts initials and puts a full stop behind them.
_WORD = r"(?:[A-Z]\.|[^\W\d_]{2,}(?:['’-][^\W\d_]{2,})*)"
_KEPT = re.compile(rf"(?![A-Z]{{2,3}}$){_WORD}(?: {_WORD})*")


def coins(cited: Cited) -> str:
    """Return the text of the title: keys and values, percent-encoded. HTML is yet to be escaped."""
    said = ((key, _encoded(value)) for key, value in _pairs(cited))
    return "&".join(f"{key}={value}" for key, value in said if value)


@lru_cache(maxsize=50_000)  # a paper stands in many lists, a person on many papers
def _encoded(value: str) -> str:
    """Return one line of text as a value; what may stand in it as it is keeps pages small."""
    return quote_plus(normal(value), safe="/:,", errors="replace")


def _pairs(cited: Cited) -> Iterator[Pair]:
    """Yield the keys and values; what is not known is empty."""
    work, form = cited.work, _FORMS[cited.work.best_type]
    is_dc = form.format == "dc"
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form.format}"
    yield ("rft.type" if is_dc else "rft.genre"), form.genre
    yield f"rft.{form.title}", work.title.plain
    yield from _places(cited, form)
    yield "rft.date", str(work.issued or "")
    if is_dc:
        yield from (("rft.creator", _name(name)) for name in work.authors)
        yield "rft.language", work.language
    else:
        yield from _people(work.authors)
    if cited.doi:
        yield "rft_id", f"info:doi/{cited.doi}"
    yield "rft_id", work.address


def _places(cited: Cited, form: _Form) -> Iterator[Pair]:
    """Yield what the work is part of, where in it, and who published it."""
    work = cited.work
    container, publisher = cited.container.plain, cited.publisher.plain
    if form.container == form.publisher:
        container = container or publisher or ("arXiv" if cited.arxiv else "")
        publisher = ""
    if form.container:
        yield f"rft.{form.container}", container
    if form.publisher:
        yield f"rft.{form.publisher}", publisher
    if form.format == "journal":
        yield "rft.stitle", cited.short.plain
        yield "rft.volume", work.volume
        yield "rft.issue", work.issue
    if form.format == "dissertation" and is_masters(work):
        yield "rft.degree", MASTERS
    if form.format in ("journal", "book"):
        if pages := _RANGE.fullmatch(work.pages):
            yield "rft.spage", pages[1]
            yield "rft.epage", pages[2]
        else:
            yield "rft.pages", work.pages


def _people(authors: tuple[Name, ...]) -> Iterator[Pair]:
    """Yield the parts of the first name, then every name.

    Zotero takes the two for one person where the given names begin alike, in its own way of
    writing them; so of others there is the first letter alone.
    """
    for first in authors[:1]:
        if first.family and first.given:
            yield "rft.aulast", first.full_family
            yield "rft.aufirst", first.given if _KEPT.fullmatch(first.given) else first.given[:1]
    for name in authors:
        yield "rft.au", _name(name)


def _name(name: Name) -> str:
    """Return "van Family, Given"; behind a name of several words that stays whole a comma.

    Without it Zotero takes the last word for the family name.
    """
    if not name.literal:
        return name.sorted
    whole = name.literal.replace(",", "")
    return f"{whole}," if " " in whole else whole
