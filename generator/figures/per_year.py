"""Papers per year: how many there are of each, and the spans in which a long time is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.values.paper import Paper

#: Lengths of the spans that a long time is counted in.
_STEPS = (1, 5, 10, 50, 100, 500, 1000)


@dataclass(frozen=True)
class Span:
    """Some years in a row, from `first` to `last`, and how many papers are of them."""

    first: int
    last: int
    count: int

    def __str__(self) -> str:
        """Return the year, or the first and the last: 2024, 2020–2024."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def per_year(papers: Iterable[Paper]) -> Counter[int]:
    """Return how many of the papers are of each year; those of no known year are left out."""
    return Counter(paper.work.year for paper in papers if paper.work.year)


def whole_span(counts: Mapping[int, int]) -> str:
    """Return the first and the last year that have papers: 2019–2023, 2023; empty if none has."""
    return str(Span(min(counts), max(counts), 0)) if counts else ""


def even_spans(counts: Mapping[int, int], most: int) -> list[Span]:
    """Return spans that tell papers apart best: at most `most`, of like many papers each.

    Together they hold every year that has papers, the oldest first; a year is never divided.
    """
    left = sorted((year, count) for year, count in counts.items() if count > 0)
    found: list[Span] = []
    while left:
        room = most - len(found)
        wanted = sum(count for _, count in left) / room
        taken, held = 1, left[0][1]
        # As long as each span to come can have a year, or none is left over; a year more or less,
        # whatever is nearer to what is wanted.
        while taken < len(left) and (
            room == 1
            or (
                len(left) - taken >= room
                and abs(held + left[taken][1] - wanted) <= abs(held - wanted)
            )
        ):
            held += left[taken][1]
            taken += 1
        found.append(Span(left[0][0], left[taken - 1][0], held))
        left = left[taken:]
    return found


def spans(counts: Mapping[int, int], most: int) -> list[Span]:
    """Return years from the first to the last in spans of 1, 5, 10 … years, at most `most` (2 …).

    Years of no paper are there, too, so that a chart of them tells the time; no year, no span.
    """
    if not counts:
        return []
    first, last = min(counts), max(counts)
    step = next(s for s in _STEPS if last // s - first // s < most or s == _STEPS[-1])
    return [
        Span(start, start + step - 1, sum(counts.get(y, 0) for y in range(start, start + step)))
        for start in range(first // step * step, last + 1, step)
    ]
