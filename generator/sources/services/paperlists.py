"""Lists of the papers of conferences as the collection "paperlists" has them.

https://github.com/papercopilot/paperlists: a list of papers a conference and year; people and
keywords are one text with semicolons, in lists of CVF's pages with commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.bibtex_entry import book_and_year
from generator.sources.services.service import JsonService, Payload, said_of, sequence, text
from generator.values.date import read_date
from generator.values.identifier import identifiers_in

_STATUS = re.compile(r"reject|withdr|active|under review|pending", re.IGNORECASE)
#: CVF's pages name the conference and year: content_CVPR_2013, content/ICCV2021.
_OF_CVF = re.compile(r"/content[_/]([A-Za-z]{3,5})_?(\d{4})/")
_FIELDS = frozenset("site track status openreview aff github project gs_citation".split())


def parse(paper: Payload, place: Place) -> Said:
    """Return what a paper of a list says; one that was not taken has no venue."""
    venue, year = book_and_year(text(paper.get("bibtex")))
    if found := _OF_CVF.search(f"{text(paper.get('site'))} {text(paper.get('pdf'))}"):
        venue, year = found[1].upper(), read_date(found[2])
    is_taken = not _STATUS.search(text(paper.get("status")))
    links = [text(paper.get(name)) for name in ("openreview", "site", "pdf")]
    held = {item.kind: item.value for url in reversed(links) for item in identifiers_in(url)}
    values = {
        "title": paper.get("title"),
        "authors": list(_people(paper.get("author") or paper.get("authors"))),
        "year": read_date(text(paper.get("year"))) or year,
        "venue": (text(paper.get("venue")) or venue) if is_taken else "",
        "abstract": paper.get("abstract"),
        "keywords": [word for word in re.split(r"\s?;\s?", text(paper.get("keywords"))) if word],
        "type": "paper-conference" if is_taken else "article",
        "doi": text(paper.get("doi")),
        "arxiv": text(paper.get("arxiv")),
        **held,
    }
    return said_of(place, values, _addresses(paper))


def _people(said: object) -> Iterable[str]:
    if isinstance(said, list):
        yield from (name for item in sequence(said) if (name := text(item)))
        return
    whole = text(said)
    names = [item.strip() for item in whole.split(";" if ";" in whole else ",")]
    half = len(names) // 2
    # Lists of IEEE's pages have everybody twice.
    yield from filter(None, names[:half] if names[:half] == names[half:] else names)


def _addresses(paper: Payload) -> Iterable[tuple[str, str, str]]:
    kinds = (("site", "paper"), ("pdf", "pdf"), ("github", "code"), ("project", "project"))
    for name, kind in (*kinds, ("video", "video"), ("youtube", "video")):
        url = text(paper.get(name))
        if url.startswith("http"):
            yield name, kind, url


def _tells(paper: Payload) -> bool:
    return "title" in paper and "author" in paper and len(_FIELDS & paper.keys()) >= 2


PAPERLISTS = JsonService("paperlists", (), _tells, parse)
