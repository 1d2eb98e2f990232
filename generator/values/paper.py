"""A paper: as one source has it, and as one of the catalogue, merged from all that have it."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

from generator.language import to_say
from generator.problems import Place
from generator.values.arxiv import arxiv_month
from generator.values.asked import Asked
from generator.values.count import Count
from generator.values.date import Date
from generator.values.identifier import value_of
from generator.values.listed_day import ListedDay, read_listed_day
from generator.values.text import NO_TEXT, Text
from generator.values.work import Work

#: What a paper's main contribution can be.
Contribution = Literal["method", "analysis", "theory", "dataset", "tool", "survey", "position"]
CONTRIBUTIONS: tuple[str, ...] = get_args(Contribution)
#: What visitors read for each.
CONTRIBUTION_WORDS: Mapping[str, str] = {
    "method": to_say("method"),
    "analysis": to_say("analysis"),
    "theory": to_say("theory"),
    "dataset": to_say("dataset"),
    "tool": to_say("tool"),
    "survey": to_say("survey"),
    "position": to_say("position"),
}

#: The places of parts that no source tells.
NOWHERE: Mapping[str, Place] = MappingProxyType({})


class Rank(enum.IntEnum):
    """How much a source is believed; the lower number wins when values differ."""

    RECORD = 0
    BIBLIOGRAPHY = 1
    LISTING = 2
    #: What a service said that was asked for a paper of the catalogue.
    SERVICE = 3


@dataclass(frozen=True)
class Curation:
    """What the people of a catalogue say of a paper; no bibliography does.

    `kind` is its main contribution, `introduces` the names of its model, method or data set,
    `topics` slugs of topics.yml, `added` the day it came into the catalogue.
    """

    summary: Text = NO_TEXT
    kind: str = ""
    introduces: tuple[Text, ...] = ()
    topics: tuple[str, ...] = ()
    added: dt.date | None = None

    @property
    def added_in(self) -> str:
        """The month of that day, such as 2026-11; empty where it is not known."""
        return self.added.isoformat()[:7] if self.added else ""


NO_CURATION = Curation()


def _field(part: str) -> str:
    """Return the field that a part such as `links.code` or `authors[2]` is of."""
    return re.split(r"[.[]", part, maxsplit=1)[0]


@dataclass(frozen=True)
class SourceRecord:
    """One entry as read from one place, its texts repaired, nothing yet decided.

    `name` is the id a record's file name gives; None for entries of other sources.
    `saved` is what a listing says of its own date, such as "Mar 12". `lines` has the line of each
    field of a file in which every field has one, named as in messages: `links.code`, `authors[2]`.
    `shown_at` is the address where the source itself shows the entry to anyone, `counts` how often
    it says that the paper was counted. `asked` is what a service was asked for that says this, and
    `asked_on` the day; both are None of what no service was asked for.
    """

    rank: Rank
    source: str
    place: Place
    work: Work
    curation: Curation = NO_CURATION
    name: str | None = None
    saved: str = ""
    shown_at: str = ""
    counts: tuple[Count, ...] = ()
    asked: Asked | None = None
    asked_on: dt.date | None = None
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def at(self, name: str) -> Place:
        """Return where a field or part of one stands, as near as it is known."""
        if not self.lines:
            return self.place
        line = self.lines.get(name) or self.lines.get(_field(name))
        return Place(self.place.file, line) if line else self.place

    @property
    def order(self) -> tuple[int, str, int]:
        """A total order: which entry's value is taken first, whatever the order of reading."""
        return (int(self.rank), self.place.file, self.place.line)


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

    `by_hand` tells a person's record from an entry of a listing or bibliography, `preprint` whether
    it is of the preprint of a paper that is cited as published. `shown_at` is the address where the
    source itself shows it to anyone: of such an entry the line is of no use to a visitor. `counts`
    is how often the source says that the paper was counted.
    """

    source: str
    line: int
    saved: str = ""
    by_hand: bool = False
    preprint: bool = False
    shown_at: str = ""
    counts: tuple[Count, ...] = ()

    @property
    def listed(self) -> ListedDay | None:
        """The day of the list that it stands in, None where the source tells none."""
        return read_listed_day(self.saved) if self.saved else None


@dataclass(frozen=True)
class Answer:
    """What a service said of a paper: which, where that is kept, what was asked for, and when.

    It is no entry: nobody put the paper into a list. `counts` is how often the service says that
    the paper was counted.
    """

    service: str
    place: Place
    asked: Asked
    on: dt.date
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True)
class Paper:
    """One paper, merged from one or more entries. `id` is its address: papers/<id>/.

    `preprint` is when an entry says its preprint came, where the published version is cited.
    `answers` are what services said of it, and `own` is what its entries alone say, where services
    filled what they leave open.
    """

    id: str
    work: Work
    curation: Curation = NO_CURATION
    entries: tuple[Entry, ...] = ()
    provenance: Mapping[str, Provenance] = field(default_factory=lambda: MappingProxyType({}))
    preprint: Date | None = None
    answers: tuple[Answer, ...] = ()
    own: Work | None = None

    @property
    def lasting(self) -> Work:
        """What its entries alone say: what is to last is made of this."""
        return self.own or self.work

    @property
    def listings(self) -> int:
        """How many listings and bibliographies have the paper."""
        return len({entry.source for entry in self.entries if not entry.by_hand})

    @property
    def preprint_years(self) -> tuple[int, ...]:
        """The years of its preprint, as an entry and as the arXiv id tell it, as far as known."""
        month = arxiv_month(value_of(self.work.identifiers, "arxiv"))
        told = (self.preprint.year if self.preprint else None, month[0] if month else None)
        return tuple(year for year in told if year)

    def place(self, name: str) -> Place:
        """Return where the paper's value of a field, or part of one, was read."""
        known = self.provenance.get(_field(name))
        if known is None or not known.places:
            return Place(f"papers/{self.id}")
        return known.parts.get(name, known.places[0])

    def texts(self) -> tuple[str, str, str]:
        """Title, summary and abstract as plain text, an empty one for each that is missing."""
        return self.work.title.plain, self.curation.summary.plain, self.work.abstract.plain

    def said(self) -> str:
        """Title, summary and abstract in one string of plain text, for counting words."""
        return " ".join(filter(None, self.texts()))
