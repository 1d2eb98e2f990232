"""The values that the stages hand to each other beside papers. No I/O, no decisions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from generator.values.name import Name
from generator.values.text import Text
from generator.values.venue import VenueKind

#: What a page of a venue is of; a paper at a workshop is a conference's.
KnownVenueKind = VenueKind | Literal["workshop"]


@dataclass(frozen=True)
class Phrase:
    """A phrase that speaks for (weight > 0) or against (weight < 0) a topic."""

    text: str
    weight: float = 1.0
    case: bool = False


@dataclass(frozen=True)
class Subarea:
    """A named part of a topic; its page lists the papers that `phrases` point to together."""

    name: Text
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A topic of the vocabulary. `area` is the slug of the area it belongs to."""

    slug: str
    name: Text
    description: Text
    area: str
    phrases: tuple[Phrase, ...] = ()
    #: Kinds of papers that speak for the topic by themselves.
    kinds: tuple[str, ...] = ()
    subareas: tuple[Subarea, ...] = ()


@dataclass(frozen=True)
class Area:
    """A group of topics, in the order of topics.yml."""

    slug: str
    name: Text
    description: Text
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
class Person:
    """Who wrote papers, a group too. `slug` is the address: authors/<slug>/.

    `name` is the printed form, `variants` are the others that papers have, `papers` the ids,
    sorted. `unsure` is whether only initials are known, so that it may be several people.
    `namesakes` are the slugs of others who have this name or may have it, sorted.
    """

    slug: str
    name: Name
    papers: tuple[str, ...]
    variants: tuple[Name, ...] = ()
    orcid: str = ""
    unsure: bool = False
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownVenue:
    """Where papers were published, under whatever spelling. `slug` is the address: venues/<slug>/.

    `name` is the whole name, `short` what people say, `spellings` what papers print, `papers` the
    ids, sorted. `part_of` is the slug of the conference that a workshop, a companion volume or the
    Findings belong to, where the catalogue has papers of it. `in_table` is whether a table knows
    the venue, else its spellings are one by rule; `known_as` is all that the table calls it.
    """

    slug: str
    name: Text
    short: str
    kind: KnownVenueKind
    papers: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    part_of: str = ""
    in_table: bool = False
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gone:
    """An address that was published and that nothing has now: papers/ul2.

    `name` is that of what it was of, if known; a person may have said since when, and why.
    """

    address: str
    name: str
    on: dt.date | None = None
    why: str = ""


@dataclass(frozen=True)
class OutputFile:
    """A file to be written. `path` is relative, with slashes; `origin` says what it is made of."""

    path: str
    data: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made: its path, what it is made of, how many bytes, a digest of them.

    `written` is false for one that the tree had already.
    """

    path: str
    origin: str
    size: int
    digest: str
    written: bool = True


@dataclass(frozen=True, slots=True)
class StandingSearch:
    """A search that is kept: its address, name and query, what it is for, and its papers by id."""

    slug: str
    name: str
    query: str
    about: str
    papers: tuple[str, ...]
