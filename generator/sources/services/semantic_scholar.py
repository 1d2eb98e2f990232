"""Semantic Scholar: papers of its Graph API.

https://api.semanticscholar.org/api-docs/graph
"""

from __future__ import annotations

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import (
    JsonService,
    Payload,
    has_plain_names,
    mapping,
    said_of,
    sequence,
    text,
    texts,
    within,
)
from generator.values.arxiv import normal_arxiv
from generator.values.count import counts_of
from generator.values.date import Date, read_date
from generator.values.name_parts import NameParts
from generator.values.work import WorkType

#: Its types, the more telling ones first: most papers of conferences are "JournalArticle", too.
_TYPES: tuple[tuple[str, WorkType], ...] = (
    ("Conference", "paper-conference"),
    ("BookSection", "chapter"),
    ("Book", "book"),
    ("Dataset", "dataset"),
    ("JournalArticle", "article-journal"),
)
_TYPE_AT: dict[str, WorkType] = {"journal": "article-journal", "conference": "paper-conference"}


def parse(paper: Payload, place: Place) -> Said:
    """Return what a paper says; a list of references or citations has it one deeper."""
    paper = _paper(paper)
    ids = mapping(paper.get("externalIds"))
    journal = mapping(paper.get("journal"))
    venue = _venue(paper, journal)
    volume = text(journal.get("volume"))
    of_arxiv = normal_arxiv(volume) or ""
    is_preprint = venue == "arXiv"
    # It keeps the journal of the preprint, or only its number, beside the venue of the paper.
    of_preprint = is_preprint or bool(of_arxiv) or text(journal.get("name")).lower() == "arxiv"
    values = {
        "title": paper.get("title"),
        "authors": _people(paper.get("authors")),
        "year": _date(paper),
        "venue": venue,
        "volume": "" if of_preprint else volume,
        "pages": "" if of_preprint else " ".join(text(journal.get("pages")).split()),
        "abstract": paper.get("abstract"),
        "type": "article" if is_preprint else _type(paper),
        "doi": text(ids.get("DOI")),
        "arxiv": text(ids.get("ArXiv")) or of_arxiv,
        "acl": text(ids.get("ACL")),
    }
    pdf = text(within(paper, "openAccessPdf", "url"))
    return said_of(
        place,
        values,
        [("openAccessPdf", "pdf", pdf)],
        counts=counts_of("citations", paper.get("citationCount"), "Semantic Scholar"),
    )


def _paper(payload: Payload) -> Payload:
    return mapping(payload.get("citedPaper") or payload.get("citingPaper")) or payload


def _venue(paper: Payload, journal: Payload) -> str:
    """Return where a paper was published: a journal that has its volume, else the venue."""
    known = mapping(paper.get("publicationVenue"))
    name, venue = text(journal.get("name")), text(known.get("name")) or text(paper.get("venue"))
    if not known and name and text(journal.get("volume")) and text(journal.get("pages")):
        venue = name
    venue = venue or name
    return "arXiv" if venue.lower() in ("arxiv", "arxiv.org") else venue


def _type(paper: Payload) -> WorkType | None:
    kinds = set(texts(paper.get("publicationTypes")))
    at = _TYPE_AT.get(text(within(paper, "publicationVenue", "type")).lower())
    return at or next((kind for name, kind in _TYPES if name in kinds), None)


def _people(said: object) -> tuple[NameParts, ...] | list[str]:
    """Return the names; with iDs where the answer has them, else as texts that may hold two."""
    people = [
        NameParts(name=name, orcid=text(within(person, "externalIds", "ORCID")))
        for person in map(mapping, sequence(said))
        if (name := text(person.get("name")))
    ]
    has_ids = any(person.orcid for person in people)
    return tuple(people) if has_ids else [person.name for person in people]


def _date(paper: Payload) -> Date | None:
    date, year = (read_date(text(paper.get(name))) for name in ("publicationDate", "year"))
    return date if date and (not year or date.year == year.year) else year


def _no_paper(payload: Payload) -> str:
    return "" if _paper(payload).get("title") or "paperId" in payload else "an author, not a paper"


def _tells(payload: Payload) -> bool:
    paper = _paper(payload)
    if has_plain_names(paper):
        return False
    return "paperId" in paper or ("externalIds" in paper and "title" in paper)


SEMANTIC_SCHOLAR = JsonService(
    "Semantic Scholar",
    (("data",), ("papers",), ("recommendedPapers",), ("matches",)),
    _tells,
    parse,
    _no_paper,
)
