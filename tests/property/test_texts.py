"""Any text has every form, each in one line."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.text.repair import HAND_STEPS, LATEX_STEPS, LISTING_STEPS, Step
from generator.text.words import fold
from generator.values.text import Text
from tests.given import HOSTILE

FORMS = ("plain", "markdown", "html", "latex", "latex_title", "key", "opening")


@pytest.mark.parametrize("steps", [HAND_STEPS, LATEX_STEPS, LISTING_STEPS])
@given(source=HOSTILE)
def test_any_text_has_every_form_in_one_line(steps: tuple[Step, ...], source: str) -> None:
    text = Text.read(source, steps)
    for form in FORMS:
        said = getattr(text, form)
        assert "\n" not in said
        said.encode("utf-8")
    assert Text.read(text.repaired, steps) == text
    assert str(text) == text.plain
    assert text.key in fold(text.plain)
    assert text.plain.startswith(text.opening.removesuffix("…").split(" ")[0])
