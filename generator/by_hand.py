"""What the people of a catalogue decided, in the files of catalogue/ beside the records."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.merge import Decisions, load_decisions
from generator.model import Area
from generator.people import PeopleDecisions, load_people
from generator.problems import Problems
from generator.settings import Settings
from generator.topics import vocabulary
from generator.values.venue_table import Table
from generator.venues import load_venues

T = TypeVar("T")


@dataclass(frozen=True)
class ByHand:
    """The vocabulary, which entries are one paper, which names one person, which venue is meant."""

    areas: tuple[Area, ...]
    decisions: Decisions
    people: PeopleDecisions
    venues: Table
    has_topics: bool = True

    @property
    def topics(self) -> list[str] | None:
        """The slugs of the topics, in the order of topics.yml; None where there is no such file."""
        if not self.has_topics:
            return None
        return [topic.slug for area in self.areas for topic in area.topics]


def load(settings: Settings, problems: Problems, *, topics_needed: bool = True) -> ByHand:
    """Return what the files say; what is wrong in any of them becomes a problem.

    All but topics.yml may be missing, and that too unless `topics_needed`: then it has no areas.
    """

    def read(name: str, reader: Callable[[Path, str, Problems], T]) -> T:
        path = settings.catalogue_dir / name
        return reader(path, settings.shown(path), problems)

    there = topics_needed or os.path.lexists(settings.catalogue_dir / "topics.yml")
    return ByHand(
        areas=read("topics.yml", vocabulary.load) if there else (),
        decisions=read("decisions.yml", load_decisions),
        people=read("people.yml", load_people),
        venues=read("venues.yml", load_venues),
        has_topics=there,
    )
