"""Any text keeps its places when folded, and folding twice changes nothing."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.text.words import bare, flat, fold, words

ANY_TEXT = st.text(st.characters(exclude_categories=()))


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


@given(ANY_TEXT)
def test_marks_go_before_and_after_the_text_is_normalised(text: str) -> None:
    unmarked = "".join(c for c in text if not unicodedata.combining(c))
    decomposed = unicodedata.normalize("NFKD", unmarked)
    assert bare(text) == "".join(c for c in decomposed if not unicodedata.combining(c))
