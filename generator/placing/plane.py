"""Lays rows of many dimensions out on a plane, so that like rows lie near each other: t-SNE."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.manifold import TSNE

Rows = NDArray[np.float64]

#: t-SNE lays out so many rows in a few seconds; of more, these are laid out and the others follow.
LANDMARKS = 1500
#: How many landmarks say where another row lies, and how much more the nearest of them say.
NEAREST = 6
SHARPNESS = 24.0
#: Of fewer rows than this, t-SNE says no more than their two main directions.
FEW = 12
#: How many neighbours a row is kept near to, about (van der Maaten and Hinton 2008).
PERPLEXITY = 25
ROUNDS = 750


def plane(rows: Rows, ids: Sequence[str]) -> Rows:
    """Return a point (papers × 2) for each of `rows`, of no given scale; the longest way is x.

    Rows with the same values get the same point. `ids` choose the landmarks and the little that
    the others lie beside the middle of theirs, so that both stay when other papers come.
    """
    distinct, first, inverse = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    names = [ids[row] for row in first]
    hashed = [hashlib.blake2b(name.encode("utf-8", "replace")).digest() for name in names]
    chosen = np.array(sorted(range(len(names)), key=hashed.__getitem__)[:LANDMARKS])
    chosen.sort()
    points = np.zeros((len(distinct), 2))
    points[chosen] = _turned(_laid_out(distinct[chosen]))
    others = np.setdiff1d(np.arange(len(distinct)), chosen)
    if len(others):
        points[others] = _among(
            distinct[others], distinct[chosen], points[chosen], [hashed[row] for row in others]
        )
    return points[inverse.ravel()]


def _laid_out(rows: Rows) -> Rows:
    if len(rows) < FEW:
        return _main_directions(rows)
    method = TSNE(
        init="pca",
        learning_rate="auto",
        max_iter=ROUNDS,
        perplexity=min(PERPLEXITY, len(rows) / 4),
        random_state=0,
    )
    return np.asarray(method.fit_transform(rows), dtype=np.float64)


def _main_directions(rows: Rows) -> Rows:
    left, sizes, _ = np.linalg.svd(rows - rows.mean(axis=0), full_matrices=False)
    found = np.zeros((len(rows), 2))
    count = min(2, len(sizes))
    found[:, :count] = left[:, :count] * sizes[:count]
    return found


def _turned(points: Rows) -> Rows:
    """Turn points about their middle so that they reach farthest along x; mirror as agreed."""
    turned = _main_directions(points)
    # Each of the two directions could as well be the opposite one: more lie before the middle.
    skew = np.sum(np.round(turned, 6) ** 3, axis=0)
    return np.asarray(turned * np.where(skew < 0, -1.0, 1.0), dtype=np.float64)


def _among(rows: Rows, landmarks: Rows, points: Rows, hashed: Sequence[bytes]) -> Rows:
    """Return points for further rows: the weighted middle of their nearest landmarks, and a bit."""
    squares = np.sum(landmarks**2, axis=1)
    far = squares[None, :] - 2 * rows @ landmarks.T + np.sum(rows**2, axis=1)[:, None]
    near = np.argsort(far, axis=1, kind="stable")[:, :NEAREST]
    distance = np.take_along_axis(far, near, axis=1)
    weight = np.exp(-SHARPNESS * (distance - distance[:, :1]) / np.maximum(distance[:, :1], 0.1))
    # Neighbours can lie on two islands; between them is no place for a paper.
    nearest = points[near[:, :1]]
    away = np.sum((points[near] - nearest) ** 2, axis=2)
    reach = np.median(away)
    weight *= away <= reach
    middle = np.sum(points[near] * weight[:, :, None], axis=1) / weight.sum(axis=1)[:, None]
    turn = np.array([int.from_bytes(h[:4], "big") for h in hashed]) * (2 * math.pi / 2**32)
    size = np.sqrt([int.from_bytes(h[4:8], "big") / 2**32 for h in hashed]) * math.sqrt(reach) / 2
    beside = np.column_stack([np.cos(turn), np.sin(turn)]) * size[:, None]
    return np.asarray(middle + beside, dtype=np.float64)
