"""papers.json: every paper as one JSON object, a stable interface described by a JSON Schema."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, RootModel

from generator.catalogue import Catalogue
from generator.model import IDENTIFIER_KINDS, LINK_KINDS, Paper
from generator.text.formula import plain


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LinkJson(_Model):
    """An address that belongs to the paper."""

    kind: str = Field(description=f"One of {', '.join(LINK_KINDS)}.")
    url: str


class EntryJson(_Model):
    """Where the paper was read."""

    source: str = Field(description="The name of the source file.")
    line: int = Field(ge=1, description="Where the entry begins in it.")
    saved: str | None = Field(description="When the source says that it was saved.")


class RelatedJson(_Model):
    """A related paper."""

    id: str
    score: float = Field(ge=0, le=1, description="How much the two are related.")
    terms: list[str] = Field(
        description="What connects the two: names, then shared words, the most telling first."
    )
    mentions: list[str] = Field(
        description="Names that the related paper introduces and this one mentions."
    )
    mentioned: list[str] = Field(
        description="Names that this paper introduces and the related one mentions."
    )
    apart: str = Field(
        description="Why two papers that are nearly the same are not one; empty for all others."
    )


class PaperJson(_Model):
    """One paper. Text is plain Unicode, formulas included."""

    id: str = Field(description="Its address is papers/<id>/.")
    title: str
    summary: str
    abstract: str
    authors: list[str]
    year: int | None
    venue: str
    kind: str
    introduces: list[str]
    topics: list[str] = Field(description="Slugs of topics, the main one first.")
    links: list[LinkJson]
    identifiers: dict[str, str] = Field(description=f"Keys: {', '.join(IDENTIFIER_KINDS)}.")
    added: dt.date | None = Field(description="When it came into the catalogue.")
    entries: list[EntryJson]
    related: list[RelatedJson]


class PapersJson(RootModel[list[PaperJson]]):
    """papers.json: the papers of the catalogue, by id."""


def papers_json(catalogue: Catalogue) -> bytes:
    """Return papers.json: UTF-8, one line a paper, sorted by id."""
    lines = (
        json.dumps(_paper(catalogue, paper), ensure_ascii=False, separators=(",", ":"))
        for paper in catalogue.papers
    )
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8", "replace")


def _paper(catalogue: Catalogue, paper: Paper) -> dict[str, Any]:
    model = PaperJson(
        id=paper.id,
        title=plain(paper.title),
        summary=plain(paper.summary),
        abstract=plain(paper.abstract),
        authors=list(paper.authors),
        year=paper.year,
        venue=paper.venue,
        kind=paper.kind,
        introduces=[plain(name) for name in paper.introduces],
        topics=[assignment.topic for assignment in catalogue.assignments.get(paper.id, ())],
        links=[LinkJson(kind=link.kind, url=link.url) for link in paper.links],
        identifiers={identifier.kind: identifier.value for identifier in paper.identifiers},
        added=paper.added,
        entries=[
            EntryJson(source=entry.source, line=entry.line, saved=entry.saved or None)
            for entry in paper.entries
        ],
        related=[
            RelatedJson(
                id=item.id,
                score=item.score,
                terms=list(item.terms),
                mentions=list(item.mentions),
                mentioned=list(item.mentioned),
                apart=item.apart,
            )
            for item in catalogue.related.get(paper.id, ())
        ],
    )
    return model.model_dump(mode="json")


def json_schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of papers.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **PapersJson.model_json_schema(mode="serialization"),
    }
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
