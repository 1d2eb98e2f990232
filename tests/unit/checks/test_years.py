"""Years that cannot be."""

from __future__ import annotations

import pytest

from tests.unit.checks.papers import found, paper


@pytest.mark.parametrize(
    ("year", "arxiv", "doubted"),
    [
        (2020, "2201.01234", True),
        (2021, "2201.01234", False),
        (2024, "2201.01234", False),
        (1995, "cs/0301012", True),
        (2020, "2213.01234", False),
        (None, "2201.01234", False),
    ],
)
def test_a_year_long_before_its_arxiv_id_is_found(
    year: int | None, arxiv: str, doubted: bool
) -> None:
    said = found("year-before-arxiv", paper("kettles", year=year, arxiv=arxiv))
    assert len(said) == doubted
    for one in said:
        assert one.startswith(f"catalogue/papers/kettles.yml:2: year: {year}, but arXiv id {arxiv}")


@pytest.mark.parametrize(("year", "doubted"), [(2028, True), (2027, False), (1665, False)])
def test_a_year_that_has_not_come_is_found(year: int, doubted: bool) -> None:
    assert len(found("year-ahead", paper("kettles", year=year))) == doubted
