"""Fits points into a rectangle that they fill well, none on another."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.stats import rankdata

Points = NDArray[np.float64]

#: Points that lie farther beyond this part of them, at each side, than REACH times the way between
#: the two sides do not stretch the drawing: they are moved in.
OUTLIERS, REACH = 0.03, 0.2
#: How much of a place is where the point lies, and not how many lie before it: dense parts get
#: more room, and corners less emptiness.
AS_LAID_OUT = 0.6
#: Points keep this part of the distance they would have if all lay evenly, at most so much.
APART, MOST_APART = 0.55, 26.0
ROUNDS = 60
#: So many points in a square of that distance push each other apart.
CROWD = 60
#: The turn of each further leaf of a plant: no two directions are near each other.
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def spread(points: Points, size: tuple[int, int], margin: int) -> Points:
    """Return `points` fitted into a rectangle of `size` (width, height) less the margin."""
    found = np.empty_like(points)
    for axis in (0, 1):
        values = points[:, axis]
        inner, outer = np.quantile(values, [OUTLIERS, 1 - OUTLIERS])
        reach = REACH * (outer - inner)
        low, high = max(values.min(), inner - reach), min(values.max(), outer + reach)
        if high - low < 1e-9:
            found[:, axis] = size[axis] / 2
            continue
        linear = np.clip((values - low) / (high - low), 0.0, 1.0)
        # Values that rounding alone tells apart have the same rank.
        ranks = rankdata(np.round(linear, 9))
        even = (ranks - ranks.min()) / (ranks.max() - ranks.min())
        part = AS_LAID_OUT * linear + (1 - AS_LAID_OUT) * even
        found[:, axis] = margin + part * (size[axis] - 2 * margin)
    return found


def make_room(points: Points, size: tuple[int, int], margin: int) -> Points:
    """Return `points` moved apart a little, so that each can be seen and pointed at."""
    count = len(points)
    apart = min(MOST_APART, APART * math.sqrt(size[0] * size[1] / count))
    turn = np.arange(count) * GOLDEN_ANGLE
    directions = np.column_stack([np.cos(turn), np.sin(turn)])
    # Points in one place part in different directions.
    points = scatter(points, apart, directions) + directions * 0.5
    low, high = np.full(2, float(margin)), np.array(size, dtype=np.float64) - margin
    for _ in range(ROUNDS):
        pairs = cKDTree(points).query_pairs(apart, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        way = points[pairs[:, 0]] - points[pairs[:, 1]]
        distance = np.linalg.norm(way, axis=1)
        same = distance < 1e-9
        way[same], distance[same] = directions[pairs[same, 0]], 1.0
        push = way / distance[:, None] * ((apart - np.where(same, 0, distance)) / 2)[:, None]
        moved = points.copy()
        np.add.at(moved, pairs[:, 0], push * 0.8)
        np.add.at(moved, pairs[:, 1], -push * 0.8)
        points = np.clip(moved, low, high)
    return points


def scatter(points: Points, apart: float, directions: Points) -> Points:
    """Return `points` with those of a crowded place moved out of it, like seeds of a sunflower.

    Papers that share no word with any other all lie in one place; as pairs that push each other
    they would be as many as the square of them. Places with up to CROWD points stay as they are.
    """
    _, place = np.unique(np.floor(points / apart), axis=0, return_inverse=True)
    place = place.reshape(-1)
    order = np.argsort(place, kind="stable")
    first = np.searchsorted(place[order], place[order])
    before = np.empty(len(points))
    before[order] = np.arange(len(points)) - first
    return points + directions * (apart * np.sqrt(np.maximum(before - CROWD, 0)))[:, None]
