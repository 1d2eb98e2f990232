"""Years counted in spans: none is lost, none is counted twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.figures.per_year import even_spans, spans
from generator.language import ENGLISH
from generator.pages.drawings.years import years_line

COUNTS = st.dictionaries(st.integers(1600, 2100), st.integers(1, 10**6), max_size=40)
MOST = st.integers(1, 100)


@given(COUNTS, st.integers(2, 100))
def test_spans_lie_beside_each_other_and_hold_every_paper(
    counts: dict[int, int], most: int
) -> None:
    found = spans(counts, most)
    assert sum(span.count for span in found) == sum(counts.values())
    assert all(a.last + 1 == b.first for a, b in pairwise(found))
    assert len(found) <= most


@given(COUNTS, MOST)
def test_even_spans_hold_every_year_once_in_order(counts: dict[int, int], most: int) -> None:
    found = even_spans(counts, most)
    assert sum(span.count for span in found) == sum(counts.values())
    assert len(found) == min(most, len(counts))
    assert all(a.last < b.first for a, b in pairwise(found))
    assert all(any(s.first <= year <= s.last for s in found) for year in counts)


@given(COUNTS)
def test_the_table_of_a_line_says_every_count(counts: dict[int, int]) -> None:
    drawn = years_line(counts, ENGLISH)
    assert bool(drawn) == (len(counts) > 1)
    for year, count in counts.items() if drawn else ():
        assert f'<th scope="row">{year}</th><td>{count:,}</td>' in drawn
