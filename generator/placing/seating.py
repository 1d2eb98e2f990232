"""Seats papers in the cells of a lattice: each beside those it is drawn to, where there is room."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.placing.lattice import ALONE, Lattice

Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]

#: How many of a paper's pulls are the middles of regions: of its topic and of its area.
HOMES = 2
#: How many cells to each side a paper looks for room in; then twice as far, and so on, so often.
WINDOW, WIDER = 3, 3
#: How often those try again that found their cell taken by another.
ROUNDS = 12
#: What a cell amid taken ones is worth less than one that has room around it.
CROWDED = 0.05
#: How much better a cell must be for a paper to move there: nobody moves for next to nothing.
BETTER = 1.2
#: So many papers that are drawn to one cell look for room around it, the others farther out.
CROWD = 20
#: The turn of each further leaf of a plant: no two directions are near each other.
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True)
class Pulls:
    """What draws each paper: points (papers × pulls × 2), and how strongly (papers × pulls).

    The last HOMES of the points are no papers: they only draw. `reach` (papers × pulls) says how
    far off a point draws half as strongly.
    """

    points: Numbers
    strength: Numbers
    reach: Numbers

    def worth(self, at: Numbers) -> Numbers:
        """Return what places (papers × places × 2) are worth to the papers."""
        across, down = np.ascontiguousarray(at[:, :, 0]), np.ascontiguousarray(at[:, :, 1])
        found = np.zeros(across.shape)
        for pull in range(self.points.shape[1]):
            x, y = self.points[:, pull, 0, None], self.points[:, pull, 1, None]
            away = np.square(across - x)
            away += np.square(down - y)
            away /= np.square(self.reach[:, pull, None])
            away += 1
            found += np.divide(self.strength[:, pull, None], away, out=away)
        return found

    def centres(self, homes: Numbers) -> Numbers:
        """Return for each paper the point around which it looks for room (papers × 2).

        That is where one of the papers lies that draw it, or its own of `homes`: the point that is
        worth most to it.
        """
        offered = np.concatenate([self.points[:, :-HOMES], homes[:, None]], axis=1)
        worth = self.worth(offered)
        worth[:, :-1][self.strength[:, :-HOMES] <= 0] = -1.0
        found: Numbers = offered[np.arange(len(offered)), np.argmax(worth, axis=1)]
        return found

    def of(self, papers: Ints) -> Pulls:
        """Return the pulls of some of the papers."""
        return Pulls(self.points[papers], self.strength[papers], self.reach[papers])


def seat(lattice: Lattice, pulls: Pulls, centres: Numbers) -> Numbers:
    """Return a cell's middle (papers × 2) for each paper, near its centre; the cells are taken.

    Papers come in the order of their rights: of two that want a cell, the first has it. There must
    be as many free cells as papers.
    """
    centres = scatter(centres, lattice.side)
    crowded = lattice.crowded()
    found = np.zeros((len(centres), 2))
    waiting = np.arange(len(centres))
    for wider in range(WIDER):
        for _ in range(ROUNDS):
            if not len(waiting):
                return found
            cell, worth = _best(lattice, pulls.of(waiting), centres[waiting], crowded, wider)
            chosen = _first_of_each(cell, np.isfinite(worth))
            if not len(chosen):
                break
            rows, columns = np.divmod(cell[chosen], lattice.columns)
            lattice.taken[rows, columns] = True
            found[waiting[chosen]] = lattice.middles(rows, columns)
            waiting = np.delete(waiting, chosen)
    # All around is full: what is left goes, row by row, to the free cells of the whole map.
    rows, columns = lattice.cells(centres[waiting])
    waiting = waiting[np.lexsort((waiting, columns, rows))]
    rows, columns = np.nonzero(~lattice.taken)
    spaced = np.arange(len(waiting)) * len(rows) // max(1, len(waiting))
    lattice.taken[rows[spaced], columns[spaced]] = True
    found[waiting] = lattice.middles(rows[spaced], columns[spaced])
    return found


def improve(
    lattice: Lattice, pulls: Pulls, places: Numbers, centres: Numbers
) -> tuple[Ints, Numbers]:
    """Return which of the papers at `places` move to better cells, and the middles of these.

    A cell near a paper's centre must be free and clearly better; of two that want it, the first
    has it. The lattice is not changed.
    """
    crowded = lattice.crowded()
    cell, worth = _best(lattice, pulls, centres, crowded, 0)
    others = crowded[lattice.cells(places)] - ALONE
    now = pulls.worth(places[:, None])[:, 0] * BETTER - CROWDED * others
    moving = _first_of_each(cell, worth > now)
    return moving, lattice.middles(*np.divmod(cell[moving], lattice.columns))


def scatter(points: Numbers, apart: float) -> Numbers:
    """Return `points` with those of a crowded place moved out of it, like seeds of a sunflower.

    Papers that share all words with each other are all drawn to one cell. The first CROWD points
    of a place stay as they are.
    """
    _, place = np.unique(np.floor(points / apart), axis=0, return_inverse=True)
    place = place.reshape(-1)
    order = np.argsort(place, kind="stable")
    first = np.searchsorted(place[order], place[order])
    before = np.empty(len(points))
    before[order] = np.arange(len(points)) - first
    turn = before * GOLDEN_ANGLE
    directions = np.column_stack([np.cos(turn), np.sin(turn)])
    return points + directions * (apart * np.sqrt(np.maximum(before - CROWD, 0)))[:, None]


def _best(
    lattice: Lattice, pulls: Pulls, centres: Numbers, crowded: Numbers, wider: int
) -> tuple[Ints, Numbers]:
    """Return the number of the best free cell around each centre, and its worth; -inf for none."""
    reach = WINDOW * 2**wider
    down, right = (side.ravel() for side in np.mgrid[-reach : reach + 1, -reach : reach + 1])
    rows, columns = lattice.cells(centres)
    rows, columns = rows[:, None] + down, columns[:, None] + right
    inside = (rows >= 0) & (rows < lattice.rows) & (columns >= 0) & (columns < lattice.columns)
    rows, columns = rows.clip(0, lattice.rows - 1), columns.clip(0, lattice.columns - 1)
    worth = pulls.worth(lattice.middles(rows, columns)) - CROWDED * crowded[rows, columns]
    worth[~inside | lattice.taken[rows, columns]] = -np.inf
    best = np.argmax(worth, axis=1)
    papers = np.arange(len(best))
    return rows[papers, best] * lattice.columns + columns[papers, best], worth[papers, best]


def _first_of_each(cells: Ints, among: NDArray[np.bool_]) -> Ints:
    """Return who comes first for each cell, of those `among` whom one is wanted."""
    wanting = np.flatnonzero(among)
    _, first = np.unique(cells[wanting], return_index=True)
    return wanting[first]
