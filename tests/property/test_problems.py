"""Any message is one printable line, and a quotation keeps its limit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place, Problems, quoted

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_message_is_one_printable_line(file: str, what: str, hint: str) -> None:
    problems = Problems()
    problems.error(Place(file, 1), what, hint)
    text = str(*problems)
    assert text.isprintable()
    text.encode("utf-8")


@given(ANY_TEXT, st.integers(1, 50))
def test_a_quotation_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(quoted(text, limit)) <= limit + 2
