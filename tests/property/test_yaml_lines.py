"""No text can make the reading of YAML fail."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator import yaml_lines
from generator.problems import Problems
from generator.validation import validate
from tests.unit.test_yaml_lines import Thing

ANY_TEXT = st.text(st.characters(exclude_categories=()))


MARKS = "abc:-?[]{}#&*!|>'\"%@`,=~.0129 \n\t\\\x85\u2028é"


YAML_LIKE = st.text(st.sampled_from(MARKS), max_size=40)


@given(ANY_TEXT | YAML_LIKE)
@example("\ud800")
@example("a: !!timestamp x")
@example("!!binary aGk=: x")
@example("a: !!bool maybe")
@example("0\u20280:")
def test_no_text_can_make_reading_fail(text: str) -> None:
    problems = Problems()
    document = yaml_lines.parse(text, "a.yml", problems)
    assert (document is None) == problems.has_errors
    if document is not None and validate(document, Thing, problems) is None:
        assert problems.has_errors
    assert all(str(problem).startswith("a.yml") for problem in problems)
