"""Which topics meet: how many papers each two of them share."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.model import Topic


@dataclass(frozen=True)
class Pair:
    """Two topics and how many papers are in both."""

    one: Topic
    other: Topic
    count: int


def pairs(catalogue: Catalogue) -> list[Pair]:
    """Return every two topics that share papers, those that share most first."""
    topics = list(catalogue.topics.values())
    found = [
        Pair(topics[other], topics[row], count)
        for row in range(len(topics))
        for other in range(row)
        if (count := catalogue.together[topics[row].slug][topics[other].slug])
    ]
    # Sorting is stable: equal counts stay in the order of topics.yml.
    return sorted(found, key=lambda pair: -pair.count)
