"""Lists of the papers of conferences as the collection "paperlists" has them.

https://github.com/papercopilot/paperlists: a list of papers a conference and year; people and
keywords are one text with semicolons, in lists of CVF's pages with commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import JsonService, Payload, said_of, sequence, text
from generator.values.identifier import identifiers_in

_STATUS = re.compile(r"reject|withdr|active|under review|pending", re.IGNORECASE)
_BIBTEX_YEAR = re.compile(r"\byear\s{0,9}=\s{0,9}[{\"]?(\d{4})")
_BIBTEX_BOOK = re.compile(r"\bbooktitle\s{0,9}=\s{0,9}\{([^{}]{1,300})\}")
#: CVF's pages name the conference and year: content_CVPR_2013, content/ICCV2021.
_OF_CVF = re.compile(r"/content[_/]([A-Za-z]{3,5})_?(\d{4})/")
_FIELDS = frozenset("site track status openreview aff github project gs_citation".split())


def parse(paper: Payload, place: Place) -> Said:
    """Return what a paper of a list says; one that was not taken has no venue."""
    venue, year = _from_bibtex(text(paper.get("bibtex")))
    if found := _OF_CVF.search(text(paper.get("site"))):
        venue, year = found[1].upper(), found[2]
    is_taken = not _STATUS.search(text(paper.get("status")))
    links = [text(paper.get(name)) for name in ("openreview", "site", "pdf")]
    held = {item.kind: item.value for url in reversed(links) for item in identifiers_in(url)}
    values = {
        "title": paper.get("title"),
        "authors": list(_people(paper.get("author") or paper.get("authors"))),
        "year": text(paper.get("year")) or year,
        "venue": (text(paper.get("venue")) or venue) if is_taken else "",
        "abstract": paper.get("abstract"),
        "keywords": [word for word in re.split(r"\s?;\s?", text(paper.get("keywords"))) if word],
        "type": "paper-conference" if is_taken else "article",
        "doi": text(paper.get("doi")),
        "arxiv": text(paper.get("arxiv")),
        **held,
    }
    return said_of(place, values, _addresses(paper))


def _from_bibtex(entry: str) -> tuple[str, str]:
    """Return the book and the year that an entry in BibTeX names; OpenReview makes them so."""
    book, year = _BIBTEX_BOOK.search(entry), _BIBTEX_YEAR.search(entry)
    return book[1] if book else "", year[1] if year else ""


def _people(said: object) -> Iterable[str]:
    if isinstance(said, list):
        yield from (name for item in sequence(said) if (name := text(item)))
        return
    names = text(said)
    yield from (
        name for item in names.split(";" if ";" in names else ",") if (name := item.strip())
    )


def _addresses(paper: Payload) -> Iterable[tuple[str, str, str]]:
    kinds = (("site", "paper"), ("pdf", "pdf"), ("github", "code"), ("project", "project"))
    for name, kind in (*kinds, ("video", "video"), ("youtube", "video")):
        url = text(paper.get(name))
        if url.startswith("http"):
            yield name, kind, url


def _tells(paper: Payload) -> bool:
    return "title" in paper and "author" in paper and len(_FIELDS & paper.keys()) >= 2


PAPERLISTS = JsonService("paperlists", (), _tells, parse)
