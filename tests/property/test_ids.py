"""Any title gives an address that every host can serve."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.ids import MAX_LENGTH, slug, why_no_id, with_suffix
from tests.unit.test_ids import RESERVED

ANY_TEXT = st.text(st.characters(exclude_categories=()))


WORDS = st.lists(st.text("abcxyz0189", min_size=1, max_size=30), min_size=1, max_size=12)


@given(ANY_TEXT | WORDS.map(" ".join) | st.sampled_from(RESERVED))
def test_any_title_gives_an_address_that_every_host_can_serve(title: str) -> None:
    found = slug(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= MAX_LENGTH
    assert why_no_id(found) == ""


@given(st.text("aBz09 ", max_size=MAX_LENGTH + 5))
def test_a_plain_title_gives_what_any_other_does(title: str) -> None:
    # The dot keeps it from being plain, and is left out.
    assert slug(title) == slug(f"{title}.") or not title.strip()


@given(ANY_TEXT)
def test_an_address_of_an_address_is_itself(title: str) -> None:
    assert slug(slug(title)) == slug(title)


@given(WORDS)
def test_a_long_title_is_cut_between_words(words: list[str]) -> None:
    found = slug(" ".join(words))
    if found.endswith("-paper"):
        found = found.removesuffix("-paper")
    assert found.split("-") == words[: len(found.split("-"))]


@given(ANY_TEXT | WORDS.map(" ".join), st.text("0123456789abcdef", min_size=1, max_size=8))
def test_a_suffix_keeps_the_limit(base: str, suffix: str) -> None:
    found = with_suffix(base, suffix)
    assert found.endswith(f"-{suffix}")
    assert why_no_id(found) == ""
