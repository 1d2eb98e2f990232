"""Which words count."""

from __future__ import annotations

import pytest

from generator.terms.wording import MAX_WORD, Weight, stem, weight_of


@pytest.mark.parametrize(
    "word", "propose proposed novel art code available outperforms significantly the 2024 a".split()
)
def test_the_manner_of_speaking_of_abstracts_has_no_weight(word: str) -> None:
    assert weight_of(word) is Weight.NOTHING


@pytest.mark.parametrize("word", ["model", "networks", "learning", "language"])
def test_words_of_the_whole_field_are_common(word: str) -> None:
    assert weight_of(word) is Weight.COMMON


@pytest.mark.parametrize(
    "word",
    ["quantization", "attention", "mosaicbert", "molecules", "relational", "reasoning", "3d"],
)
def test_words_of_a_subject_are_telling(word: str) -> None:
    assert weight_of(word) is Weight.TELLING


@pytest.mark.parametrize("word", ["related", "reason", "x" * (MAX_WORD + 1), ",", ""])
def test_their_neighbours_are_not(word: str) -> None:
    assert weight_of(word) is not Weight.TELLING


@pytest.mark.parametrize(
    ("one", "other"),
    [("networks", "network"), ("llms", "llm"), ("gnns", "gnn"), ("pruning", "pruned")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["ss", "ts", "lens", "bias"])
def test_an_s_that_is_no_plural_stays(word: str) -> None:
    assert stem(word) != word.removesuffix("s") or word == "lens"
