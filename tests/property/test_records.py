"""No text can make the reading of a record fail."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sources.test_records import read


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_can_make_reading_fail(text: str) -> None:
    for whole in (text, f"title: {text}\nsummary: {text}\nyear: {text}\n"):
        reading, problems = read(whole)
        assert reading.entries == 1
        assert bool(reading.rejected) <= bool(problems)
