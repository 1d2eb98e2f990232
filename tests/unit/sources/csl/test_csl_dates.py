"""Dates in every form that CSL-JSON, Zotero and tables have."""

from __future__ import annotations

from typing import Any

import pytest

from generator.sources.csl.csl_dates import csl_date


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ({"date-parts": [[2020]]}, "2020"),
        ({"date-parts": [["1985", 1, "12"]]}, "1985-01-12"),
        ({"date-parts": [["2020", "March"]]}, "2020-03"),
        ({"date-parts": [["2020-03-12"]]}, "2020-03-12"),
        ({"date-parts": [2020, 3]}, "2020-03"),
        ({"date-parts": [[[2020, 3]]]}, "2020-03"),
        ({"date-parts": ["2020"]}, "2020"),
        ({"date-parts": [[2020, 3], [2020, 5]]}, "2020-03"),
        ({"date-parts": [[2020.0, 3.0]]}, "2020-03"),
        ({"date-parts": [[2020, 13]]}, "2020"),
        ({"date-parts": [[2020, 2, 31]]}, "2020-02"),
        ({"date-parts": [[2020, None, None]]}, "2020"),
        ({"date-parts": [[2020]], "season": "2", "circa": True}, "2020"),
        ({"date-parts": [[]], "literal": "Spring 2020"}, "2020"),
        ({"literal": "2020, to appear"}, "2020"),
        ({"raw": "2020-03-12"}, "2020-03-12"),
        ({"raw": "12 March 2020"}, "2020-03-12"),
        ("2020-03", "2020-03"),
        ("2020-03-01/2020-05-01", "2020-03-01"),
        ("2020~", "2020"),
        ("2020-03?", "2020-03"),
        ("2020-21", "2020"),
        ("2020-XX", "2020"),
        ("1984/1986", "1984"),
        ("1984–86", "1984"),
        ("2011-00-00 2011", "2011"),
        ("2019-10-00 October 2019", "2019-10"),
        ("2020-03-12T00:00:00Z", "2020-03-12"),
        ("10/2019", "2019-10"),
        ("September 1, 1978", "1978-09-01"),
        ("July-October 1985", "1985-07"),
        ("Summer 1993", "1993"),
        ("c. 1905", "1905"),
        ("[1905]", "1905"),
        ("2016 [1974]", "2016"),
        ("[1990]2002", "2002"),
        (2020, "2020"),
        (2020.0, "2020"),
    ],
)
def test_a_date_is_taken_as_far_as_it_is_told(said: Any, date: str) -> None:
    assert str(csl_date(said)) == date


@pytest.mark.parametrize(
    "said",
    [None, "", {}, [], [[]], {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [[None]]},
     {"date-parts": "x"}, {"date-parts": {"a": 1}}, {"season": 1}, "n.d.", "in press", True],
)  # fmt: skip
def test_where_nothing_is_told_there_is_none(said: Any) -> None:
    assert csl_date(said) is None


@pytest.mark.parametrize("said", ["199X", "2020, 2021 and 2022", "soon", "20 20"])
def test_what_tells_no_date_stays_a_text_for_a_message(said: str) -> None:
    assert csl_date(said) == said
