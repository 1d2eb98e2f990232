"""Months: their names in the languages of bibliographies, whole and cut short."""

from __future__ import annotations

import pytest

from generator.values.month import month_of


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("jan", 1), ("January", 1), ("Jän", 1), ("Januar", 1), ("janv.", 1), ("Feb.", 2),
        ("févr", 2), ("mar", 3), ("März", 3), ("mrz", 3), ("avril", 4), ("APR", 4), ("may", 5),
        ("Mai", 5), ("май", 5), ("jun", 6), ("juin", 6), ("июня", 6), ("jul", 7), ("juil.", 7),
        ("août", 8), ("Aug", 8), ("Sept.", 9), ("sep", 9), ("oct", 10), ("Okt", 10), ("nov", 11),
        ("déc", 12), ("Dez.", 12), ("ma", 0), ("j", 0), ("", 0), ("mayor", 0), ("spring", 0),
        ("decade", 0), ("augury", 0), ("sheep" * 99, 0),
    ],
)  # fmt: skip
def test_a_month_is_known_by_its_name(word: str, month: int) -> None:
    assert month_of(word) == month
