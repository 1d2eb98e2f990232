"""Any terms give a place inside the map."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from generator.placing import HEIGHT, WIDTH, places


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=30))
def test_any_terms_give_a_place_inside_the_map(rows: list[list[float]]) -> None:
    ids = [f"p{number}" for number in range(len(rows))]
    found = places(ids, csr_matrix(np.array(rows)), {}, {})
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.values())
    assert len(found) == len(ids)
