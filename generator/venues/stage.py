"""Gives every paper that names a venue a known venue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.ids import slug
from generator.model import KnownVenue
from generator.values.paper import Paper
from generator.values.venue import Venue


@dataclass(frozen=True)
class Venues:
    """The venues, by slug, and the slug of the venue of each paper that has one, by its id."""

    venues: tuple[KnownVenue, ...]
    of: Mapping[str, str]


def venues(papers: Sequence[Paper]) -> Venues:
    """Return where the papers were published; what has the same short name is the same venue."""
    found: dict[str, Venue] = {}
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    papers_at: defaultdict[str, list[str]] = defaultdict(list)
    of: dict[str, str] = {}
    for paper in papers:
        if paper.work.venue:
            name = of[paper.id] = slug(paper.work.venue.short)
            found.setdefault(name, paper.work.venue)
            spellings[name].add(paper.work.venue.plain)
            papers_at[name].append(paper.id)
    return Venues(
        tuple(
            KnownVenue(
                s,
                venue.name,
                venue.short,
                venue.kind,
                tuple(sorted(papers_at[s])),
                tuple(sorted(spellings[s])),
            )
            for s, venue in sorted(found.items())
        ),
        of,
    )
