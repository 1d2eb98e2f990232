"""Places papers on a map: from their terms and topics to points of a rectangle.

Papers are seated one generation after the other, each beside those most like it among the earlier
ones, and moved a little in the end. So each place hangs on a few others, and a paper that changes
leaves nearly all others where they are: docs/decisions/0021.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple

import numpy as np
from scipy.sparse import csr_matrix

from generator.placing.lattice import Ints, Lattice, Numbers
from generator.placing.likeness import Near, nearest, telling
from generator.placing.regions import Region, regions
from generator.placing.seating import Pulls, improve, seat

#: The rectangle of the map. Whole numbers take little room and are the same everywhere.
WIDTH, HEIGHT = 2000, 1400
#: No paper lies nearer to the edge than this.
MARGIN = 30
#: Up to which part of all papers, by chance, are of each generation or an earlier one. The first
#: are seated in their regions, by chance: what hangs on words hangs on few other papers then.
GENERATIONS = (0.25, 0.5, 1.0)
#: About this part of the cells is taken, the others leave room between groups; never more than the
#: second.
FILLED, MOST_FILLED = 0.5, 0.9
#: How strongly the middles of the regions of its topic and area draw a paper, and how far: this
#: part of the root of the region.
TOPIC_PULL, AREA_PULL, HOME_REACH = 0.015, 0.02, 0.8
#: How far papers like it draw a paper, in cells.
NEAR_REACH = 1.4
#: How often all papers are looked at once more in the end.
SWEEPS = 2
#: A paper lies off the middle of its cell by up to this part of it, or the map would be a grid.
OFF = 0.25

Spot = tuple[int, int]

_WHOLE = Region(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)


def places(
    ids: Sequence[str],
    weights: csr_matrix,
    topics: Mapping[str, Sequence[str]],
    areas: Mapping[str, str],
) -> dict[str, Spot]:
    """Return a place (x to the right, y downwards, in the rectangle) for each paper, by id.

    `weights` has a row of terms for each of `ids`; `topics` says the topics of a paper, the main
    one first, and `areas` the area of a topic, in the order of topics.yml. The order of `ids` does
    not matter.
    """
    if not ids:
        return {}
    chance = _chance(ids)
    order = sorted(range(len(ids)), key=lambda row: (chance[row, 0], ids[row]))
    known = [ids[row] for row in order]
    chance = chance[order]
    main = [next(iter(topics.get(paper, ())), "") for paper in known]
    points = _placed(weights[order], chance, _Homes(main, areas, chance[:, 1:3]))
    whole = np.rint(points).astype(np.int64).tolist()
    return {paper: (x, y) for paper, (x, y) in sorted(zip(known, whole, strict=True))}


def _placed(weights: csr_matrix, chance: Numbers, homes: _Homes) -> Numbers:
    """Return a point for each paper; `chance` and `homes` have a row for each, the first first."""
    about = _about(len(chance))
    rows = telling(weights, about)
    points = np.zeros((len(chance), 2))
    start = 0
    for part in GENERATIONS:
        end = int(np.searchsorted(chance[:, 0], part))
        lattice = Lattice(_WHOLE, max(about * part / FILLED, end / MOST_FILLED))
        off = (chance[:, 3:5] - 0.5) * 2 * OFF * lattice.size
        lattice.take(points[:start])
        new = slice(start, end)
        near = nearest(rows, start, end, homes.marks, earlier=True)
        pulls = homes.pulls(new, near, points, lattice)
        points[new] = seat(lattice, pulls, pulls.centres(homes.own[new])) + off[new]
        start = end
    near = nearest(rows, 0, end, homes.marks, earlier=False)
    for sweep in range(2 * SWEEPS):
        half = np.flatnonzero((chance[:, 5] < 0.5) == sweep % 2)
        pulls = homes.pulls(half, near.of(half), points, lattice)
        moved, seats = improve(lattice, pulls, points[half], pulls.centres(homes.own[half]))
        points[half[moved]] = seats + off[half[moved]]
        lattice.clear()
        lattice.take(points)
    return points


class _Homes:
    """Where papers are at home: the regions of their main topics and of the areas of these.

    `marks` (papers × 2) has the numbers of topic and area, -1 for none; `own` (papers × 2) is a
    point in the region of each paper's topic, by chance, or anywhere for a paper without a topic.
    """

    def __init__(self, main: Sequence[str], areas: Mapping[str, str], chance: Numbers) -> None:
        of_topic, of_area = regions(areas, main, _WHOLE)
        topics = {topic: number for number, topic in enumerate(of_topic)}
        numbers = {area: number for number, area in enumerate(of_area)}
        self.marks = np.array(
            [(topics.get(topic, -1), numbers.get(areas.get(topic, ""), -1)) for topic in main],
            dtype=np.int64,
        )
        # The whole map comes last: it is the region of number -1.
        boxes = np.stack(
            [
                np.array([astuple(region) for region in (*found.values(), _WHOLE)])[column]
                for found, column in zip((of_topic, of_area), self.marks.T, strict=True)
            ],
            axis=1,
        )
        corners, sizes = boxes[:, :, :2], boxes[:, :, 2:]
        self.own: Numbers = corners[:, 0] + sizes[:, 0] * chance
        self._middles = corners + sizes / 2
        self._reach = HOME_REACH * np.sqrt(sizes.prod(axis=2))
        self._strength = np.where(self.marks >= 0, [TOPIC_PULL, AREA_PULL], 0.0)

    def pulls(self, papers: slice | Ints, near: Near, points: Numbers, lattice: Lattice) -> Pulls:
        """Return what draws `papers`: their homes, and those `near` them where these lie."""
        reach = np.full(near.papers.shape, NEAR_REACH * lattice.side)
        return Pulls(
            np.concatenate([points[near.papers], self._middles[papers]], axis=1),
            np.concatenate([near.strength, self._strength[papers]], axis=1),
            np.concatenate([reach, self._reach[papers]], axis=1),
        )


def _chance(ids: Sequence[str]) -> Numbers:
    """Return six numbers from 0 to 1 (ids × 6) that hang on nothing but each id."""
    hashed = [
        hashlib.blake2b(paper.encode("utf-8", "replace"), digest_size=24).digest() for paper in ids
    ]
    return np.frombuffer(b"".join(hashed), dtype=">u4").reshape(-1, 6) / 2.0**32


def _about(count: int) -> float:
    """Return how many papers there are, in steps of the root of 2, rounded up.

    What hangs on the number of papers hangs on this, and stays when a paper comes.
    """
    return float(2 ** (math.ceil(2 * math.log2(count)) / 2))
