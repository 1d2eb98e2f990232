"""Every line of JSON Lines is read or reported."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Severity
from tests.unit.sources.test_jsonl import read

ANY_TEXT = st.text(st.characters(exclude_categories=()))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(ANY_TEXT, inside, max_size=3),
    max_leaves=5,
)


FIELDS = st.sampled_from(["title", "abstract", "authors", "year", "venue", "url", "code", "doi"])


ROWS = st.dictionaries(FIELDS | ANY_TEXT, VALUES)


LINES = ROWS.map(json.dumps) | ANY_TEXT.map(lambda text: text.replace("\n", ""))


@given(st.lists(LINES, max_size=5))
def test_every_line_is_read_or_reported(lines: list[str]) -> None:
    reading, problems = read("\n".join(lines))
    assert reading.entries == sum(bool(line.strip()) for line in lines)
    told = {p.where.line for p in problems if p.severity is not Severity.NOTE}
    full = {number for number, line in enumerate(lines, 1) if line.strip()}
    assert full - {record.place.line for record in reading.records} <= told
    assert not problems.has_errors
