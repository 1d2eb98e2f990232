"""Which listings have the same papers: how many each has, has alone, and shares with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations_with_replacement

from generator.catalogue import Catalogue

#: Rows of the matrix; a catalogue of more listings shows those with most papers.
MOST_LISTINGS = 12
#: Longer names are shortened in the middle where they stay different.
LONGEST_NAME = 26


@dataclass(frozen=True)
class Listing:
    """A listing: its whole name, the shortened one, how many papers it has, and has alone."""

    name: str
    short: str
    papers: int
    alone: int


@dataclass(frozen=True)
class Overlap:
    """The listings with most papers, and how many papers each two share, in the same order.

    `left_out` is the number of listings that are not shown. `several` papers are in two or more,
    of the `papers` that are in any.
    """

    listings: tuple[Listing, ...]
    shared: tuple[tuple[int, ...], ...]
    left_out: int
    several: int
    papers: int


def overlap(catalogue: Catalogue) -> Overlap | None:
    """Return how the listings overlap; None where there are fewer than two."""
    papers: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    several = 0
    for paper in catalogue.papers:
        sources = sorted({entry.source for entry in paper.entries if not entry.by_hand})
        papers.update(sources)
        several += len(sources) > 1
        if len(sources) == 1:
            alone.update(sources)
        for one, other in combinations_with_replacement(sources, 2):
            shared[one][other] += 1
            if one != other:
                shared[other][one] += 1
    if len(papers) < 2:
        return None
    names = sorted(papers, key=lambda name: (-papers[name], name))
    shown = names[:MOST_LISTINGS]
    short = shortened(shown)
    return Overlap(
        tuple(Listing(name, short[name], papers[name], alone[name]) for name in shown),
        tuple(tuple(shared[one][other] for other in shown) for one in shown),
        len(names) - len(shown),
        several,
        sum(1 for paper in catalogue.papers if paper.listings),
    )


def shortened(names: list[str]) -> dict[str, str]:
    """Return for each name a shorter one to show; the whole name where two would look the same."""
    short = {name: _shorter(name) for name in names}
    times = Counter(short.values())
    return {name: said if times[said] == 1 else name for name, said in short.items()}


def _shorter(name: str) -> str:
    name = name.rsplit("/", 1)[-1] or name
    if len(name) <= LONGEST_NAME:
        return name
    end = LONGEST_NAME // 3
    return f"{name[: LONGEST_NAME - end - 1]}…{name[-end:]}"
