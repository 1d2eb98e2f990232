"""Hugging Face: its daily papers, and papers by their arXiv id.

https://huggingface.co/docs/hub/api: /api/daily_papers, /api/papers/{id}, /api/papers/search
"""

from __future__ import annotations

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import (
    JsonService,
    Payload,
    day_of,
    has_plain_names,
    mapping,
    said_of,
    sequence,
    text,
)
from generator.values.arxiv import normal_arxiv
from generator.values.count import counts_of
from generator.values.date import read_date


def parse(payload: Payload, place: Place) -> Said:
    """Return what a paper says, with the day on which it was listed and its upvotes.

    Authors who are hidden on the page are authors of the paper all the same.
    """
    paper = mapping(payload.get("paper")) or payload
    identifier = text(paper.get("id"))
    is_arxiv = bool(normal_arxiv(identifier))
    values = {
        "title": paper.get("title") or payload.get("title"),
        "authors": _people(paper.get("authors")),
        "year": read_date(text(paper.get("publishedAt"))),
        "venue": "arXiv" if is_arxiv else "",
        "abstract": paper.get("summary") or payload.get("summary"),
        "type": "article",
        "arxiv": identifier if is_arxiv else "",
    }
    links = (("githubRepo", "code"), ("projectPage", "project"))
    return said_of(
        place,
        values,
        [(name, kind, text(paper.get(name))) for name, kind in links],
        saved=_listed(payload, paper),
        counts=counts_of("upvotes", paper.get("upvotes"), "Hugging Face"),
    )


def _listed(payload: Payload, paper: Payload) -> str:
    """Return the day of the list that the paper stands in.

    Older answers have it beside the paper, where newer ones repeat when that came out.
    """
    beside = payload.get("publishedAt") if payload is not paper else None
    told = paper.get("submittedOnDailyAt") or beside
    day = day_of(told) if told != paper.get("publishedAt") else None
    return day.isoformat() if day else ""


def _people(said: object) -> list[str]:
    people = map(mapping, sequence(said))
    return [name for person in people if (name := text(person.get("name")))]


def _tells(payload: Payload) -> bool:
    paper = payload.get("paper")
    if isinstance(paper, dict):
        return "id" in paper and "title" in paper
    return {"upvotes", "id", "title"} <= payload.keys() and not has_plain_names(payload)


HUGGING_FACE = JsonService("Hugging Face", (("papers",), ("dailyPapers",)), _tells, parse)
