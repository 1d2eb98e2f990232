"""The encoding: what is written is read again."""

from __future__ import annotations

import pytest

from generator.search.encoding import (
    encode_postings,
    size_digit,
)


@pytest.mark.parametrize(
    ("postings", "written"),
    [
        ([], ""),
        ([(0, 0)], "AA"),
        ([(0, 63), (1, 1)], "A_AB"),
        ([(31, 2)], "fC"),
        ([(32, 2)], "gBC"),
        ([(5, 0), (1030, 0)], "FAggBA"),
    ],
)
def test_postings_are_written_as_described(postings: list[tuple[int, int]], written: str) -> None:
    assert encode_postings(postings) == written


@pytest.mark.parametrize(
    ("count", "digit"), [(1, 0), (2, 1), (3, 1), (4, 2), (1023, 9), (10**6, 9)]
)
def test_the_number_of_documents_is_one_digit(count: int, digit: int) -> None:
    assert size_digit(count) == digit
