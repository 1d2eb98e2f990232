"""Where each topic and area is at home: parts of the rectangle, decided before any paper is seen.

They follow from the order of the topics and from their papers' numbers in coarse steps, so that
hardly a change of a paper moves them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

#: Regions grow when their papers have become so many times as many.
STEP = 4


@dataclass(frozen=True)
class Region:
    """A rectangle: its corner at the top left, and how wide and high it is."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2


def regions(
    areas: Mapping[str, str], main: Iterable[str], whole: Region
) -> tuple[dict[str, Region], dict[str, Region]]:
    """Return the regions of topics, and of their areas, of those that are a paper's main topic.

    `areas` says the area of a topic, in the order of topics.yml: what follows each other there
    lies side by side. `main` has the main topic of each paper; one without an area has no region.
    """
    papers = Counter(topic for topic in main if topic in areas)
    members: dict[str, list[tuple[str, int]]] = {}
    for topic, area in areas.items():
        if papers[topic]:
            members.setdefault(area, []).append((topic, papers[topic]))
    sizes = [(area, sum(count for _, count in some)) for area, some in members.items()]
    of_area = _divided(whole, sizes)
    of_topic: dict[str, Region] = {}
    for area, some in members.items():
        of_topic |= _divided(of_area[area], some)
    return of_topic, of_area


def _rounded(count: int) -> int:
    """Return a number of papers in steps of STEP: a region must not grow with each of them."""
    size = 1
    while size * STEP <= count:
        size *= STEP
    return size


def _divided(whole: Region, parts: Sequence[tuple[str, int]]) -> dict[str, Region]:
    """Divide a region among `parts` (name and papers, in their order), its longer side first."""
    found: dict[str, Region] = {}
    waiting = [(whole, [(name, _rounded(count)) for name, count in parts])] if parts else []
    while waiting:
        region, some = waiting.pop()
        if len(some) == 1:
            found[some[0][0]] = region
            continue
        *before, total = accumulate(size for _, size in some)
        cut = min(range(len(before)), key=lambda at: (abs(before[at] - total / 2), at))
        one, other = _cut(region, before[cut] / total)
        waiting += [(one, some[: cut + 1]), (other, some[cut + 1 :])]
    return found


def _cut(region: Region, part: float) -> tuple[Region, Region]:
    x, y, width, height = region.x, region.y, region.width, region.height
    if width >= height:
        at = width * part
        return Region(x, y, at, height), Region(x + at, y, width - at, height)
    at = height * part
    return Region(x, y, width, at), Region(x, y + at, width, height - at)
