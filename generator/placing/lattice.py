"""A lattice over the map, one paper in a cell: so each can be seen, and dense parts spread."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from generator.placing.regions import Region

Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]

#: How much each cell counts as crowding one so many cells away, in each direction.
CROWDING = (1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16)
#: What a cell counts for itself.
ALONE = CROWDING[2] ** 2


class Lattice:
    """Cells that are about square, at least `count`, and which of them are taken."""

    def __init__(self, whole: Region, count: float) -> None:
        side = math.sqrt(whole.width * whole.height / count)
        self.corner = np.array([whole.x, whole.y])
        self.columns = max(1, math.ceil(whole.width / side))
        self.rows = max(1, math.ceil(whole.height / side))
        self.size = np.array([whole.width / self.columns, whole.height / self.rows])
        self.taken = np.zeros((self.rows, self.columns), dtype=np.bool_)

    @property
    def side(self) -> float:
        """The way from a cell to the next, roughly."""
        return math.sqrt(float(self.size.prod()))

    def cells(self, points: Numbers) -> tuple[Ints, Ints]:
        """Return the rows and columns of the cells in which `points` (… × 2) lie."""
        at = np.floor((points - self.corner) / self.size).astype(np.int64)
        columns = np.clip(at[..., 0], 0, self.columns - 1)
        return np.clip(at[..., 1], 0, self.rows - 1), columns

    def middles(self, rows: Ints, columns: Ints) -> Numbers:
        """Return the points (… × 2) in the middle of cells."""
        found: Numbers = self.corner + (np.stack([columns, rows], axis=-1) + 0.5) * self.size
        return found

    def take(self, points: Numbers) -> None:
        """Take the cells in which `points` lie."""
        self.taken[self.cells(points)] = True

    def clear(self) -> None:
        """Leave all cells."""
        self.taken[:] = False

    def crowded(self) -> Numbers:
        """Return for each cell how far it and those around are taken: 0, or 1 if all are."""
        reach = len(CROWDING) // 2
        found = np.pad(self.taken.astype(np.float64), reach)
        for axis in (0, 1):
            length = found.shape[axis] - 2 * reach
            parts = (
                weight * found.take(range(at, at + length), axis=axis)
                for at, weight in enumerate(CROWDING)
            )
            found = sum(parts, start=np.zeros(1))
        return found
