"""Which words count."""

from __future__ import annotations

import re

import pytest
import snowballstemmer
import Stemmer
from snowballstemmer.english_stemmer import EnglishStemmer

from generator.terms.wording import MAX_WORD, STOP_WORDS, Weight, stem, weight_of
from generator.text.words import fold
from tests.projects import ROOT

ENDINGS = """
    s es ed ing ings er ers ly ness nesses ful fully ous ously ive ively ize izes ized izing ion
    ization izations ational tional ency ancy able ible al ally ism isms ist ists ity ities ment
    ments sses ies ied ying eed eedly bli alli entli iviti biliti ogi ant ent ence ance ic ical e y
    """.split()


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


def test_stems_are_the_same_with_and_without_the_stemmer_in_c() -> None:
    read = [path.read_text("utf-8") for path in sorted((ROOT / "catalogue").rglob("*.yml"))]
    printed = set(re.findall(r"[^\W_]+", " ".join(read).lower()))
    made = {
        f"{beginning}{ending}" for beginning in ("wool", "shear", "fleec") for ending in ENDINGS
    }
    slow, quick = EnglishStemmer(), snowballstemmer.stemmer("english")
    assert isinstance(quick, Stemmer.Stemmer)
    differ = [
        word for word in sorted(printed | made) if quick.stemWord(word) != slow.stemWord(word)
    ]
    assert differ == []


@pytest.mark.parametrize("word", ["\ud800", "sheep\udfffing", "\udc80s"])
def test_half_a_character_has_no_ending(word: str) -> None:
    assert stem(word) == word


def test_words_that_say_nothing_are_those_of_the_list() -> None:
    assert {"the", "whose", "of", "cannot"} <= STOP_WORDS
    assert STOP_WORDS.isdisjoint(["sheep", "wool", "", "THE"])
    assert all(word == fold(word) for word in STOP_WORDS)
