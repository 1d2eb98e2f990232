"""The beginning of any text fits, and holds nothing that the text does not."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.beginning import beginning
from generator.text.formula import plain, split
from generator.text.mathematics import said_anyway
from tests.property.test_markdown import hostile, squeezed

texts = st.lists(
    hostile | st.sampled_from(["One is here. ", r"\(a^2 + b^2\)", "et al. ", "多い。", "word "]),
    min_size=1,
    max_size=30,
).map("".join)


@given(texts, st.integers(1, 200))
@example(r"\(a\)\(b\)\(c\)", 2)
@example(". . . . . .", 4)
@example("......", 3)
def test_a_beginning_fits_and_is_one(text: str, most: int) -> None:
    found = beginning(text, most)
    assert len(found) <= most
    assert squeezed(plain(text)).startswith(found.removesuffix("…").rstrip())
    assert not found.endswith(".…")


@given(texts, st.integers(10, 200))
def test_a_formula_is_there_whole_or_not_at_all(text: str, most: int) -> None:
    marked = r"\(\alpha + \beta = \gamma\)"
    found = beginning(f"{text} {marked} and more", most)
    said = said_anyway(marked[2:-2])
    if len([piece for piece in split(f"{text} {marked}") if piece.is_formula]) == 1:
        assert "γ" in found or "β" not in found.replace(said, "") or "β" in text
