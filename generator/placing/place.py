"""Places papers on a map: from their terms and topics to points of a rectangle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from generator.placing.features import features
from generator.placing.plane import plane
from generator.placing.room import make_room, spread

#: The rectangle of the map. Whole numbers take little room and are the same everywhere.
WIDTH, HEIGHT = 2000, 1400
#: No paper lies nearer to the edge than this.
MARGIN = 30

Spot = tuple[int, int]


def places(
    ids: Sequence[str],
    weights: csr_matrix,
    topics: Mapping[str, Sequence[str]],
    areas: Mapping[str, str],
) -> dict[str, Spot]:
    """Return a place (x to the right, y downwards, in the rectangle) for each paper, by id.

    `weights` has a row of terms for each of `ids`; `topics` says the topics of a paper, the main
    one first, and `areas` the area of a topic. The order of `ids` does not matter. Everything runs
    in one thread, as sums made by several differ in their last digits from run to run, and a
    difference of that size is enough for another map.
    """
    order = sorted(range(len(ids)), key=ids.__getitem__)
    known = [ids[row] for row in order]
    if not known:
        return {}
    with threadpool_limits(1):
        rows = features(weights[order], [topics.get(paper, ()) for paper in known], areas)
        points = spread(plane(rows, known), (WIDTH, HEIGHT), MARGIN)
        points = make_room(points, (WIDTH, HEIGHT), MARGIN)
    whole = np.rint(points).astype(np.int64).tolist()
    return {paper: (x, y) for paper, (x, y) in zip(known, whole, strict=True)}
