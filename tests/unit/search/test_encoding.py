"""The encoding: what is written is read again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from generator.search.encoding import encode_postings, size_digit
from generator.search.places import encode_places

Postings = Sequence[tuple[int, int]]


def starts_of(lists: Sequence[Sequence[object]]) -> np.ndarray:
    """Where each of some lists begins when they stand one after the other, and the end."""
    return np.cumsum([0, *map(len, lists)])


def postings_written(lists: Sequence[Postings]) -> list[str]:
    """Some lists of postings as an index has them."""
    column = np.array([pair for postings in lists for pair in postings], dtype=np.int32)
    documents, impacts = column.reshape(-1, 2).T
    return encode_postings(starts_of(lists), documents, impacts)


def places_written(lists: Sequence[Sequence[Sequence[int]]]) -> list[str]:
    """Some lists of the places of documents as an index has them."""
    documents = [places for of_class in lists for places in of_class]
    places = np.array([place for some in documents for place in some], dtype=np.int32)
    return encode_places(starts_of(lists), starts_of(documents), places)


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
    assert postings_written([postings]) == [written]
    # Each list begins anew, beside whichever others.
    assert postings_written([[(7, 1)], postings, [], [(0, 0)]]) == ["HB", written, "", "AA"]


@pytest.mark.parametrize(
    ("count", "digit"), [(1, 0), (2, 1), (3, 1), (4, 2), (1023, 9), (10**6, 9)]
)
def test_the_number_of_documents_is_one_digit(count: int, digit: int) -> None:
    assert size_digit(count) == digit


@pytest.mark.parametrize(
    ("places", "written"),
    [
        ([], ""),
        ([[]], "A"),
        ([[0]], "C"),
        ([[0, 1]], "DA"),
        ([[], [3, 9], []], "AJKA"),
        ([[40]], "yC"),
    ],
)
def test_places_are_written_as_described(places: list[list[int]], written: str) -> None:
    assert places_written([places]) == [written]
    assert places_written([[[2]], places, [], [[], [0]]]) == ["G", written, "", "AC"]
