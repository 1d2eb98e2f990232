"""Any title is read for its notices, and any spellings of it are judged."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.merge import verify
from generator.values.notice import KINDS, read_notice
from generator.values.spelling import blemishes, is_one_title, undecorated
from tests.given import HOSTILE, entry

WORDS = st.sampled_from(
    ("Erratum", "RETRACTED", "Reply", "to", "on", ":", "(", ")", "[", "]", "-", "–", ".", "“", "”",
     "Sheep", "Goats", "Supplementary", "Material", "…", "*", "| OpenReview", "[2101.00001]", "")
)  # fmt: skip
TITLES = HOSTILE | st.lists(WORDS, max_size=8).map(" ".join)


@given(TITLES)
def test_what_a_notice_is_about_is_part_of_its_title(title: str) -> None:
    found = read_notice(title)
    assert found.about in title
    assert found.kind is None or found.kind in KINDS
    assert bool(found.about) or not title
    assert undecorated(title) in title


@given(TITLES, TITLES)
def test_spellings_are_judged_alike_whichever_comes_first(a: str, b: str) -> None:
    assert len(blemishes(a)) == len(blemishes(b))
    assert is_one_title(a, b) == is_one_title(b, a)
    assert is_one_title(a, a)


@settings(max_examples=200)
@given(TITLES, TITLES)
def test_a_verdict_on_notices_is_the_same_whichever_comes_first(a: str, b: str) -> None:
    one, other = entry(a, 1, authors=("Ada Quill",)), entry(b, 2, authors=("Ada Quill",))
    assert verify(one, other) == verify(other, one)
