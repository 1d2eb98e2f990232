"""Identifiers that cannot be."""

from __future__ import annotations

import pytest

from tests.unit.checks.papers import found, paper


@pytest.mark.parametrize(
    ("arxiv", "said"),
    [
        ("2313.01234", "is of month 13, and no year has one"),
        ("2300.01234", "is of month 00, and no year has one"),
        ("2612.01234", "is of 2026-12, which has not come yet"),
        ("9901.0123", "is of 2099-01, which has not come yet"),
        ("0703.0123", "is of a form that is used since April 2007"),
        ("1412.01234", "has 5 digits after the point"),
        ("1501.0123", "has 4 digits after the point"),
        ("2401.00000", "has the number 0"),
        ("cs/0704001", "is of a form that was used from July 1991 to March 2007"),
        ("hep-th/9106001", "is of a form that was used from July 1991 to March 2007"),
        ("math/0313001", "is of month 13"),
        ("math/0301000", "has the number 0"),
    ],
)
def test_an_arxiv_id_that_was_never_given_is_found(arxiv: str, said: str) -> None:
    (one,) = found("arxiv-id", paper("kettles", arxiv=arxiv))
    assert one.startswith(f"catalogue/papers/kettles.yml:2: identifiers.arxiv: {arxiv} {said}")
    assert "copy the id from the paper's page" in one


@pytest.mark.parametrize(
    "arxiv", ["2611.01234", "0704.0001", "1412.9999", "1501.00001", "cs/0301012", "hep-th/9108001"]
)
def test_an_arxiv_id_that_can_be_is_not_doubted(arxiv: str) -> None:
    assert found("arxiv-id", paper("kettles", arxiv=arxiv)) == []


def test_one_identifier_on_several_papers_is_told_at_each_of_them() -> None:
    several = [paper(name, doi="10.1234/tea") for name in ("cups", "kettles", "pots")]
    said = found("shared-identifier", *several, paper("spoons", doi="10.1234/spoons"))
    assert [one.split(":")[0] for one in said] == [
        f"catalogue/papers/{name}.yml" for name in ("cups", "kettles", "pots")
    ]
    assert "10.1234/tea is also that of kettles and 1 more" in said[0]
    assert "(catalogue/papers/cups.yml:2)" in said[1]
