"""Where a name lies among the points it stands for: where most of them are."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.placing.place import Spot

#: How far around a point the others count as lying there.
REACH = 200


def middle(points: Sequence[Spot]) -> Spot:
    """Return the median of the points around that one which has most others within REACH.

    The median of all could lie between two groups, among papers of something else. There must be
    a point. Of several such points it is the first by its place.
    """
    found = np.array(sorted(points), dtype=np.int64)
    centre = found[int(np.argmax(_around(found)))]
    near = ((found - centre) ** 2).sum(axis=1) <= REACH**2
    x, y = np.median(found[near], axis=0)
    return round(float(x)), round(float(y))


def _around(points: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each point how many lie within REACH of it, itself among them.

    Points have whole coordinates, so a disc is a column of places for each distance in x, and how
    many points a column holds is a difference of two sums.
    """
    x, y = (points - points.min(axis=0)).T
    width, height = int(x.max()) + 1, int(y.max()) + 1
    sums = np.zeros((width, height + 1), dtype=np.int64)
    np.add.at(sums, (x, y + 1), 1)
    sums = sums.cumsum(axis=1)
    counts = np.zeros(len(points), dtype=np.int64)
    for aside in range(-REACH, REACH + 1):
        half = math.isqrt(REACH**2 - aside**2)
        column = x + aside
        inside = (column >= 0) & (column < width)
        column, middle_y = column[inside], y[inside]
        above = np.minimum(middle_y + half + 1, height)
        below = np.maximum(middle_y - half, 0)
        counts[inside] += sums[column, above] - sums[column, below]
    return counts
