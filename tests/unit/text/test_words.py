"""Words: what makes no difference when texts are compared."""

from __future__ import annotations

import sys

import pytest

from generator.text.words import flat, fold, words


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


def test_every_character_of_unicode_keeps_its_place() -> None:
    step = 0x100
    for first in range(0, sys.maxunicode + 1, step):
        printed, lower = flat("x".join(map(chr, range(first, first + step))))
        assert len(printed) == len(lower)


def test_a_long_run_of_accents_is_read_in_reasonable_time() -> None:
    assert words("a" + "\u0301\u0316" * 200_000) == ["a"]
