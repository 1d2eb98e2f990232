"""Words: what makes no difference when texts are compared."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.words import flat, fold, words

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("SL²A", "sl2a"),
        ("H₂O", "h2o"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("ŁÓDŹ", "łodz"),
        ("İstanbul", "istanbul"),
        ("ΛΟΓΟΣ", "λογοσ"),
        ("ﬁne ｗｉｄｅ", "fine wide"),
        ("naïve-Bayes", "naive-bayes"),
        ("", ""),
    ],
)
def test_case_accents_and_raised_digits_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tea-time: a_study (of pots)", ["tea", "time", "a", "study", "of", "pots"]),
        ("a_-_b", ["a", "b"]),
        ("  …  ", []),
        ("wav2vec 2.0", ["wav2vec", "2", "0"]),
        ("L’été à Łódź", ["l", "ete", "a", "łodz"]),
    ],
)
def test_words_are_split_at_everything_else(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_run_of_other_characters_is_one_space() -> None:
    assert flat(" -A_-_B…(c)! ") == ("A B c", "a b c")


@given(ANY_TEXT)
def test_both_forms_of_a_text_have_the_same_places(text: str) -> None:
    printed, lower = flat(text)
    assert len(printed) == len(lower)
    assert fold(printed) == lower
    assert "  " not in lower
    assert lower == lower.strip()


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(" ".join(words(text))) == words(text)


@given(ANY_TEXT, ANY_TEXT)
def test_a_character_is_folded_the_same_whatever_stands_beside_it(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}"


def test_every_character_of_unicode_keeps_its_place() -> None:
    step = 0x100
    for first in range(0, sys.maxunicode + 1, step):
        printed, lower = flat("x".join(map(chr, range(first, first + step))))
        assert len(printed) == len(lower)


def test_a_long_run_of_accents_is_read_in_reasonable_time() -> None:
    assert words("a" + "\u0301\u0316" * 200_000) == ["a"]
