"""The encoding: what is written is read again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.encoding import (
    ALPHABET,
    MOST_IMPACT,
    Vocabulary,
    decode_postings,
    decode_vocabulary,
    encode_postings,
    encode_vocabulary,
    size_digit,
)

POSTINGS = st.dictionaries(st.integers(0, 200_000), st.integers(0, MOST_IMPACT)).map(
    lambda found: sorted(found.items())
)


@given(POSTINGS)
def test_postings_come_back(postings: list[tuple[int, int]]) -> None:
    written = encode_postings(postings)
    assert set(written) <= set(ALPHABET)
    assert list(decode_postings(written)) == postings


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


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), unique=True), st.data())
def test_a_vocabulary_comes_back(forms: list[str], data: st.DataObject) -> None:
    forms.sort()
    classes: list[int] = []
    for _ in forms:
        newest = max(classes, default=-1)
        classes.append(data.draw(st.integers(0, newest + 1)))
    sizes = data.draw(st.lists(st.integers(0, 9), min_size=len(forms), max_size=len(forms)))
    vocabulary = Vocabulary(tuple(forms), tuple(classes), tuple(sizes))
    written = json.loads(json.dumps(encode_vocabulary(vocabulary)))
    assert decode_vocabulary(written) == vocabulary


@pytest.mark.parametrize(
    ("count", "digit"), [(1, 0), (2, 1), (3, 1), (4, 2), (1023, 9), (10**6, 9)]
)
def test_the_number_of_documents_is_one_digit(count: int, digit: int) -> None:
    assert size_digit(count) == digit
