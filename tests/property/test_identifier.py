"""A normal form of an identifier is its own normal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.identifier import (
    KINDS,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))


IDENTIFIERS = st.from_regex(
    r"\A(https?://(doi\.org|arxiv\.org/abs|aclanthology\.org)/|doi:|arxiv:)?"
    r"(10\.[0-9]{4}/[!-~]{1,9}|[0-9]{4}\.[0-9]{5}(v[0-9])?|[a-z-]{2,5}(\.[A-Z]{2})?/[0-9]{7}"
    r"|[A-Z][0-9]{2}-[0-9]{4}|[0-9]{4}\.[a-z]+\.[0-9]|[\w-]{6,20})[.,;]?\Z"
)


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(text=IDENTIFIERS | ANY_TEXT)
def test_a_normal_form_is_its_own_normal_form(kind: str, text: str) -> None:
    found = KINDS[kind].normal(text)
    assert found is None or KINDS[kind].normal(found) == found
