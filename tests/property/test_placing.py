"""Any terms give a place inside the map."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from generator.placing import HEIGHT, WIDTH, middle, places
from generator.placing.middle import REACH


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=30))
def test_any_terms_give_a_place_inside_the_map(rows: list[list[float]]) -> None:
    ids = [f"p{number}" for number in range(len(rows))]
    found = places(ids, csr_matrix(np.array(rows)), {}, {})
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.values())
    assert len(found) == len(ids)


spots = st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT))


@given(st.lists(spots, min_size=1, max_size=40))
def test_a_name_lies_at_the_median_around_the_point_with_most_others_near(
    points: list[tuple[int, int]],
) -> None:
    def near(spot: tuple[int, int]) -> list[tuple[int, int]]:
        x, y = spot
        return [p for p in points if (p[0] - x) ** 2 + (p[1] - y) ** 2 <= REACH**2]

    crowded = near(max(sorted(points), key=lambda spot: len(near(spot))))
    wanted = np.median(np.array(crowded, dtype=np.float64), axis=0)
    assert middle(points) == (round(float(wanted[0])), round(float(wanted[1])))
