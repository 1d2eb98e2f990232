"""The values the stages hand to each other. No I/O, no decisions."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

from generator.problems import Place
from generator.values.identifier import Identifier

LINK_KINDS = ("paper", "pdf", "code", "data", "project", "video")
#: What a paper's main contribution can be.
Kind = Literal["method", "analysis", "theory", "dataset", "tool", "survey", "position"]
KINDS: tuple[str, ...] = get_args(Kind)

#: The fields of a record that a paper takes over, in the order pages and explanations use.
PAPER_FIELDS = (
    "title",
    "summary",
    "abstract",
    "authors",
    "year",
    "venue",
    "kind",
    "introduces",
    "topics",
    "links",
    "identifiers",
    "added",
)


#: The places of parts that no source tells.
NOWHERE: Mapping[str, Place] = MappingProxyType({})


def _field(part: str) -> str:
    """Return the field that a part such as `links.code` or `authors[2]` is of."""
    return re.split(r"[.[]", part, maxsplit=1)[0]


class SourceKind(enum.IntEnum):
    """Where an entry was read; the lower number wins when values differ."""

    RECORD = 0
    JSONL = 1
    LISTING = 2


@dataclass(frozen=True, order=True)
class Link:
    """An address of a paper's code, data, project page …; `kind` is one of LINK_KINDS."""

    kind: str
    url: str


@dataclass(frozen=True)
class SourceRecord:
    """One entry as read from one place, its text repaired, nothing yet decided.

    `name` is the id a record's file name gives; None for entries of other sources.
    `saved` is what a listing says of its own date, such as "Mar 12". `lines` has the line of each
    field of a file in which every field has one, named as in messages: `links.code`, `authors[2]`.
    """

    kind_of_source: SourceKind
    source: str
    place: Place
    title: str
    name: str | None = None
    summary: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    kind: str = ""
    introduces: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    added: dt.date | None = None
    saved: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def at(self, name: str) -> Place:
        """Return where a field or part of one stands, as near as it is known."""
        if not self.lines:
            return self.place
        line = self.lines.get(name) or self.lines.get(_field(name))
        return Place(self.place.file, line) if line else self.place

    @property
    def rank(self) -> tuple[int, str, int]:
        """A total order: which entry's value is taken first, whatever the order of reading."""
        return (int(self.kind_of_source), self.place.file, self.place.line)


@dataclass(frozen=True)
class Provenance:
    """Where a paper's value of one field came from, and the values that lost, with places.

    `parts` has the places of parts of the value, such as `authors[2]`, where a source tells them.
    """

    places: tuple[Place, ...]
    lost: tuple[tuple[Place, Any], ...] = ()
    parts: Mapping[str, Place] = field(default_factory=lambda: NOWHERE)


@dataclass(frozen=True)
class Entry:
    """Where a paper was read: source file, line, and when that source says it was saved.

    `by_hand` tells a person's record from an entry of a listing or bibliography.
    """

    source: str
    line: int
    saved: str = ""
    by_hand: bool = False


@dataclass(frozen=True)
class Paper:
    """One paper, merged from one or more entries. `id` is its address: papers/<id>/."""

    id: str
    title: str
    summary: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    kind: str = ""
    introduces: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    added: dt.date | None = None
    entries: tuple[Entry, ...] = ()
    provenance: Mapping[str, Provenance] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def listings(self) -> int:
        """How many listings and bibliographies have the paper."""
        return len({entry.source for entry in self.entries if not entry.by_hand})

    def place(self, name: str) -> Place:
        """Return where the paper's value of a field, or part of one, was read."""
        known = self.provenance.get(_field(name))
        if known is None or not known.places:
            return Place(f"papers/{self.id}")
        return known.parts.get(name, known.places[0])

    def text(self) -> str:
        """Title, summary and abstract in one string, for counting words."""
        return " ".join(part for part in (self.title, self.summary, self.abstract) if part)


@dataclass(frozen=True)
class Phrase:
    """A phrase that speaks for (weight > 0) or against (weight < 0) a topic."""

    text: str
    weight: float = 1.0
    case: bool = False


@dataclass(frozen=True)
class Subarea:
    """A named part of a topic; its page lists the papers that `phrases` point to together."""

    name: str
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A topic of the vocabulary. `area` is the slug of the area it belongs to."""

    slug: str
    name: str
    description: str
    area: str
    phrases: tuple[Phrase, ...] = ()
    #: Kinds of papers that speak for the topic by themselves.
    kinds: tuple[str, ...] = ()
    subareas: tuple[Subarea, ...] = ()


@dataclass(frozen=True)
class Area:
    """A group of topics, in the order of topics.yml."""

    slug: str
    name: str
    description: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class Evidence:
    """Why a topic was given: a phrase, the field it stands in, how often it was counted."""

    phrase: str
    field: str
    count: int
    weight: float


@dataclass(frozen=True)
class Assignment:
    """A topic of a paper, with its score and evidence; by hand when a record named it."""

    topic: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A related paper: its id, a score (0 to 1), the terms and names that connect the two.

    `mentions` are names which that paper introduces and this one mentions, `mentioned` the other
    way round. `apart` says why two papers that are nearly the same are not one, else it is empty.
    """

    id: str
    score: float
    terms: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    apart: str = ""


@dataclass(frozen=True)
class OutputFile:
    """A file to be written. `path` is relative, with slashes; `origin` says what it is made of."""

    path: str
    data: bytes
    origin: str
