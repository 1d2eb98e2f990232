"""Any name of a venue has one kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.venues import venue_kind


@given(st.text())
def test_any_name_has_one_kind(name: str) -> None:
    assert venue_kind(name) in {"journal", "conference", "publisher", "preprint", "other"}
