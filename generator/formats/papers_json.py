"""A paper as a JSON object, a stable interface described by a JSON Schema."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, RootModel

from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language, to_say
from generator.values.fields import BY_NAME, FIELDS
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.paper import CONTRIBUTIONS, Paper

#: The version of what papers.json holds, as its schema says it: more fields make the second number
#: larger; only what removes a field or changes one would make the first larger.
VERSION = "1.1"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LinkJson(_Model):
    """An address that belongs to the paper."""

    kind: str = Field(description=f"One of {', '.join(LINKS)}.")
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


#: What fields hold: the sentences that the schema has, each with its text and its values.
_SAID: dict[str, tuple[str, Mapping[str, str]]] = {}


def _says(text: str, **values: str) -> str:
    """Return a sentence of the schema, which is English, and keep what other languages make of."""
    english = _sentence(ENGLISH, text, values)
    _SAID[english] = text, values
    return english


def _sentence(language: Language, text: str, values: Mapping[str, str]) -> str:
    said = {name: language.text(value).replace("`", "") for name, value in values.items()}
    return language.say(text, **said)


def _where_known(empty: Any, what: str, name: str) -> Any:
    """Return a field that only papers have of which it is known: `what` it is, and its name."""
    said = _says(to_say("{what}, where known: {field}."), what=what, field=BY_NAME[name].says)
    return Field(empty, description=said)


class PaperJson(_Model):
    """One paper. Text is plain Unicode, formulas included."""

    id: str = Field(description=_says(to_say("Text. The paper's page is papers/<id>/.")))
    title: str = Field(description=_says(to_say("Text, as printed.")))
    summary: str = Field(
        description=_says(to_say("Text, by the catalogue's people; empty if there is none."))
    )
    abstract: str = Field(
        description=_says(to_say("Text, by the authors; empty if no source has it."))
    )
    authors: list[str] = Field(
        description=_says(to_say("List of names, in the order of the paper."))
    )
    people: list[str] = Field(
        description=_says(
            to_say("List of slugs, one for each author: the author's page is authors/<slug>/.")
        )
    )
    year: int | None = Field(description=_says(to_say("Year of publication, a number or null.")))
    date: str = Field(
        "",
        description=_says(
            to_say(
                "Text, where known: the date of publication as far as it is known,"
                " year-month-day, year-month or the year."
            )
        ),
    )
    venue: str = Field(description=_says(to_say("Conference or journal; may be empty.")))
    venue_id: str = Field(
        "",
        description=_says(to_say("Text, where the venue has a page: that is venues/<venue_id>/.")),
    )
    kind: str = Field(
        description=_says(to_say("One of {kinds}; or empty."), kinds=", ".join(CONTRIBUTIONS))
    )
    introduces: list[str] = Field(
        description=_says(to_say("List of names of its model, method or data set."))
    )
    topics: list[str] = Field(
        description=_says(to_say("List of slugs of topics, the main one first."))
    )
    links: list[LinkJson] = Field(
        description=_says(
            to_say("List of objects: kind ({kinds}) and url."), kinds=", ".join(LINKS)
        )
    )
    identifiers: dict[str, str] = Field(
        description=_says(
            to_say("Object. Keys: {keys}, as far as known."), keys=", ".join(IDENTIFIERS)
        )
    )
    added: dt.date | None = Field(
        description=_says(to_say("Day it came into the catalogue, year-month-day, or null."))
    )
    type: str = _where_known("", to_say("Text"), "type")
    editors: list[str] = _where_known([], to_say("List of names"), "editors")
    container_title: str = _where_known("", to_say("Text"), "container_title")
    event: str = _where_known("", to_say("Text"), "event")
    volume: str = _where_known("", to_say("Text"), "volume")
    issue: str = _where_known("", to_say("Text"), "issue")
    pages: str = _where_known("", to_say("Text"), "pages")
    publisher: str = _where_known("", to_say("Text"), "publisher")
    language: str = _where_known("", to_say("Text"), "language")
    keywords: list[str] = _where_known([], to_say("List of texts"), "keywords")
    note: str = _where_known("", to_say("Text"), "note")
    status: str = _where_known("", to_say("Text"), "status")
    citation_key: str = _where_known("", to_say("Text"), "citation_key")
    entries: list[EntryJson] = Field(
        description=_says(
            to_say("Where it was read, a list of objects: source, line, saved (text or null).")
        )
    )
    related: list[RelatedJson] = Field(
        description=_says(
            to_say(
                "Nearest first, a list of objects: id, score (0 to 1), terms, mentions,"
                " mentioned, apart."
            )
        )
    )


class PapersJson(RootModel[list[PaperJson]]):
    """papers.json: the papers of the catalogue, by id."""


#: What objects in the files of groups are without: it makes four fifths of the bytes.
LEFT_OUT = ("abstract", "entries", "related")

_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=dt.date.isoformat
).encode


def paper_line(catalogue: Catalogue, paper: Paper) -> str:
    """Return a paper as one line of JSON, without a line break."""
    found = _known(catalogue, paper) | {
        "entries": [
            {"source": entry.source, "line": entry.line, "saved": entry.saved or None}
            for entry in paper.entries
        ],
        "related": [
            {
                "id": item.id,
                "score": item.score,
                "terms": item.terms,
                "mentions": item.mentions,
                "mentioned": item.mentioned,
                "apart": item.apart,
            }
            for item in catalogue.related.get(paper.id, ())
        ],
    }
    return _encode({name: found[name] for name in _IN_ORDER if name in found})


def short_line(catalogue: Catalogue, paper: Paper, *, with_abstract: bool = False) -> str:
    """Return a paper as one line of JSON, without the fields of LEFT_OUT but maybe the abstract."""
    found = _known(catalogue, paper)
    if not with_abstract:
        del found["abstract"]
    return _encode({name: found[name] for name in _IN_ORDER if name in found})


_IN_ORDER = tuple(PaperJson.model_fields)


def _known(catalogue: Catalogue, paper: Paper) -> dict[str, Any]:
    """Return what is known of a paper by itself, as PaperJson describes it."""
    known: dict[str, Any] = {"id": paper.id}
    for field in FIELDS:
        value = field.of(paper)
        if field.json == "always" or value:
            known[field.name] = field.shape.json(value)
    known["people"] = catalogue.people_of.get(paper.id, ())
    # Those that it was given, not only those that a record names.
    known["topics"] = [item.topic for item in catalogue.assignments.get(paper.id, ())]
    if paper.work.issued:
        known["date"] = str(paper.work.issued)
    if venue := catalogue.venue_of.get(paper.id):
        known["venue_id"] = venue
    return known


def json_schema(site: str) -> bytes:
    """Return the JSON Schema (draft 2020-12) of papers.json; `site` is the site's address, or "".

    It says the version of what it describes, which JSON Schema itself has no word for.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": f"{site}data/papers.schema.json"} if site else {}),
        "version": VERSION,
        **PapersJson.model_json_schema(mode="serialization"),
    }
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def paper_fields(language: Language) -> list[tuple[str, str]]:
    """Return the fields of a paper in papers.json, each with what it holds."""
    known = PaperJson.model_fields.items()
    return [(name, _sentence(language, *_SAID[field.description or ""])) for name, field in known]
