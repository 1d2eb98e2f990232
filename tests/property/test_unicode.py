"""Any text becomes one line of clean Unicode, the same when cleaned again."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.text.unicode import normal, reread

any_text = st.text(st.characters(), max_size=60)


@given(any_text)
def test_normal_is_one_line_of_nfc_that_can_be_written(text: str) -> None:
    clean = normal(text)
    assert normal(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == " ".join(clean.split())
    clean.encode("utf-8")


@given(any_text)
def test_rereading_twice_is_the_same_as_once(text: str) -> None:
    assert reread(reread(text)) == reread(text)


@given(st.text(st.sampled_from(" aé\u0301\u00a0\u200b\u202f\u00ad\x85\ue000ﬁ가ᄀᆨ日a"), max_size=60))
def test_what_is_normal_is_left_alone_and_nothing_else(text: str) -> None:
    changed = text + "\u200b"
    assert normal(text) == normal(changed)
