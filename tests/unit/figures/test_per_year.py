"""Papers per year, and the spans in which a long time is counted."""

from __future__ import annotations

import pytest

from generator.figures.per_year import Span, per_year, spans
from tests import given


def test_papers_are_counted_by_their_year_and_those_of_none_left_out() -> None:
    papers = [
        given.paper("a", "One", year=2023),
        given.paper("b", "Two", year=2023),
        given.paper("c", "Three", year=2019),
        given.paper("d", "Four"),
    ]
    assert per_year(papers) == {2023: 2, 2019: 1}


def test_years_without_a_paper_have_their_place_between_others() -> None:
    assert spans({2020: 3, 2023: 1}, 10) == [
        Span(2020, 2020, 3),
        Span(2021, 2021, 0),
        Span(2022, 2022, 0),
        Span(2023, 2023, 1),
    ]


@pytest.mark.parametrize(
    ("first", "last", "most", "begin", "number", "length"),
    [
        (2024, 2024, 1, 2024, 1, 1),
        (1965, 2024, 60, 1965, 60, 1),
        (1965, 2024, 59, 1965, 12, 5),
        (1967, 2024, 12, 1965, 12, 5),
        (1665, 2100, 80, 1660, 45, 10),
    ],
)
def test_a_long_time_is_counted_in_spans_that_begin_at_round_years(
    first: int, last: int, most: int, begin: int, number: int, length: int
) -> None:
    found = spans({first: 2, last: 3}, most)
    assert found[0].first == begin
    assert len(found) == number <= most
    assert found[0].last - found[0].first + 1 == length
    assert sum(span.count for span in found) == (5 if first != last else 3)


def test_no_year_makes_no_span() -> None:
    assert spans({}, 10) == []


def test_a_span_is_named_by_its_years() -> None:
    assert [str(span) for span in (Span(2020, 2020, 1), Span(2020, 2024, 1))] == [
        "2020",
        "2020–2024",
    ]
