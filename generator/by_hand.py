"""What the people of a catalogue decided, in the files of catalogue/ beside the records."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import yaml_lines
from generator.cache.files import bytes_of
from generator.cache.packing import digest
from generator.cache.store import NO_CACHE, Cache
from generator.ledger import EMPTY, Ledger, load_ledger
from generator.ledger import NAME as LEDGER
from generator.merge import Decisions, load_decisions
from generator.model import Area
from generator.people import PeopleDecisions, load_people
from generator.problems import Problems
from generator.settings import Settings
from generator.topics import vocabulary
from generator.values.venue_table import Table
from generator.venues import load_venues

T = TypeVar("T")
_Load = Callable[[Path, str, Problems], T]
_STAGE = "by-hand"


@dataclass(frozen=True)
class ByHand:
    """The vocabulary, which entries are one paper, which names one person, which venue is meant.

    And the ledger of what was published, which builds write and people commit.
    """

    areas: tuple[Area, ...]
    decisions: Decisions
    people: PeopleDecisions
    venues: Table
    has_topics: bool = True
    ledger: Ledger = EMPTY

    @property
    def topics(self) -> list[str] | None:
        """The slugs of the topics, in the order of topics.yml; None where there is no such file."""
        if not self.has_topics:
            return None
        return [topic.slug for area in self.areas for topic in area.topics]


def load(
    settings: Settings, problems: Problems, *, topics_needed: bool = True, cache: Cache = NO_CACHE
) -> ByHand:
    """Return what the files say; what is wrong in any of them becomes a problem.

    All but topics.yml may be missing, and that too unless `topics_needed`: then it has no areas.
    What a file said before is taken from `cache`, with its problems.
    """

    def read(name: str, reader: _Load[T], cache: Cache = cache) -> T:
        path = settings.catalogue_dir / name
        said, told = _read(path, settings.shown(path), reader, cache)
        problems.add_all(told)
        return said

    there = topics_needed or os.path.lexists(settings.catalogue_dir / "topics.yml")
    return ByHand(
        areas=read("topics.yml", vocabulary.load) if there else (),
        decisions=read("decisions.yml", load_decisions),
        people=read("people.yml", load_people),
        # A table is no plain value, and quickly made.
        venues=read("venues.yml", load_venues, NO_CACHE),
        has_topics=there,
        ledger=read(LEDGER, load_ledger, NO_CACHE),
    )


def _read(path: Path, shown: str, reader: _Load[T], cache: Cache) -> tuple[T, Problems]:
    """Return what a file says, and what is wrong in it."""
    key = digest(path.name, shown, _bytes(path))
    found = cache.get(_STAGE, key)
    if found:
        said, told = found.value
        return said, told
    told = Problems()
    said = reader(path, shown, told)
    # The reader has opened the file for itself, and somebody may have saved it in between.
    if digest(path.name, shown, _bytes(path)) == key:
        cache.put(_STAGE, key, (said, told))
    return said, told


def _bytes(path: Path) -> bytes | str:
    """Return what is in a file, or why it cannot be read."""
    try:
        return bytes_of(path, yaml_lines.MAX_BYTES)
    except OSError as error:
        return str(error)
