"""Where a name lies among the points it stands for: where most of them are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.spatial import cKDTree

from generator.placing.place import Spot

#: How far around a point the others count as lying there.
REACH = 200


def middle(points: Sequence[Spot]) -> Spot:
    """Return the median of the points around that one which has most others within REACH.

    The median of all could lie between two groups, among papers of something else. There must be
    a point. Of several such points it is the first by its place.
    """
    found = np.array(sorted(points), dtype=np.float64)
    tree = cKDTree(found)
    counts = tree.query_ball_point(found, REACH, return_length=True)
    around = tree.query_ball_point(found[int(np.argmax(counts))], REACH)
    x, y = np.median(found[sorted(around)], axis=0)
    return round(float(x)), round(float(y))
