"""What is within a group of papers: their topics, authors and venues, each with its papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.catalogue import Catalogue
from generator.model import KnownVenue, Person
from generator.values.paper import Paper


def topics_within(catalogue: Catalogue, papers: Iterable[Paper]) -> Counter[str]:
    """Return how many of the papers are on each topic, by its slug."""
    return Counter(a.topic for paper in papers for a in catalogue.assignments.get(paper.id, ()))


def most_first(catalogue: Catalogue, counts: Counter[str]) -> list[tuple[str, int]]:
    """Return topics with their counts, the largest first; equal ones in the order of topics.yml."""
    place = catalogue.topic_places
    known = [(slug, count) for slug, count in counts.items() if count and slug in place]
    return sorted(known, key=lambda item: (-item[1], place[item[0]]))


def people_within(catalogue: Catalogue, papers: Iterable[Paper]) -> list[tuple[Person, int]]:
    """Return the authors of the papers with how many each wrote, the most first, then by name."""
    counts = Counter(slug for paper in papers for slug in catalogue.people_of.get(paper.id, ()))
    found = [(catalogue.person[slug], count) for slug, count in counts.items()]
    return sorted(found, key=lambda item: (-item[1], item[0].name.sorted, item[0].slug))


def venue_counts(catalogue: Catalogue, papers: Iterable[Paper]) -> Counter[str]:
    """Return how many of the papers were published at each venue, by its slug."""
    return Counter(slug for paper in papers if (slug := catalogue.venue_of.get(paper.id)))


def venues_within(catalogue: Catalogue, papers: Iterable[Paper]) -> list[tuple[KnownVenue, int]]:
    """Return where the papers were published with how many, the most first, then by name."""
    counts = venue_counts(catalogue, papers)
    found = [(catalogue.venue[slug], count) for slug, count in counts.items()]
    return sorted(found, key=lambda item: (-item[1], item[0].short.casefold(), item[0].slug))
