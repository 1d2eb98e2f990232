"""What a year's papers are on more, or less, than those of the years before."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

#: A year is compared with so many years before it.
YEARS_BEFORE = 3
#: Of fewer papers a share says nothing.
LEAST_PAPERS = 10
#: A difference of shares counts from here on: a two-proportion z-test, 99 % of both sides. See
#: https://www.itl.nist.gov/div898/handbook/prc/section3/prc33.htm.
SURE = 2.58


@dataclass(frozen=True)
class Change:
    """A topic whose share of the papers changed: how many `now` and `before`."""

    topic: str
    now: int
    before: int


@dataclass(frozen=True)
class Trends:
    """How a year differs from the years before, from `first` to `last`.

    `papers` and `papers_before` are how many there are; `up` and `down` what changed, most first.
    """

    first: int
    last: int
    papers: int
    papers_before: int
    up: tuple[Change, ...]
    down: tuple[Change, ...]


def trends(
    year: int, papers: Mapping[int, int], topics: Mapping[int, Counter[str]]
) -> Trends | None:
    """Return how a year differs from those before; None where there are too few papers to say it.

    `papers` are the papers by year, `topics` the papers by year and topic.
    """
    before = [y for y in range(year - YEARS_BEFORE, year) if papers.get(y)]
    total, total_before = papers[year], sum(papers[y] for y in before)
    if min(total, total_before) < LEAST_PAPERS:
        return None
    counts = sum((topics[y] for y in before), Counter[str]())
    found = sorted(
        (
            -_score(now := topics[year][slug], total, was := counts[slug], total_before),
            slug,
            now,
            was,
        )
        for slug in topics[year].keys() | counts.keys()
    )
    return Trends(
        before[0],
        before[-1],
        total,
        total_before,
        tuple(Change(slug, now, was) for score, slug, now, was in found if score <= -SURE),
        tuple(Change(slug, now, was) for score, slug, now, was in reversed(found) if score >= SURE),
    )


def _score(now: int, total: int, before: int, total_before: int) -> float:
    """Return by how many standard errors the share `now` is above that `before`."""
    share = (now + before) / (total + total_before)
    error = math.sqrt(share * (1 - share) * (1 / total + 1 / total_before))
    return (now / total - before / total_before) / error if error else 0.0
