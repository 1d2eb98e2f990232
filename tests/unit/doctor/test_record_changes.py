"""One value of a record is changed, and every other byte stays, whatever people wrote."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.doctor.record_changes import said_once, with_text, without
from generator.text.words import fold

VENUES = [
    ("venue: ICML", "venue: '1999'"),
    ("venue:   ICML   # as people say", "venue:   '1999'   # as people say"),
    ("venue: 'ICML'", "venue: '1999'"),
    ('venue: "IC\\u004dL"', 'venue: "1999"'),
    ("venue: ICML\r", "venue: '1999'\r"),
]


@pytest.mark.parametrize(("before", "after"), VENUES)
@pytest.mark.parametrize(
    "around", ["# c\n{}\nyear: 1", "\ufeff{}\n# d\n\n", "a: >-\n  b\n\n  c\n{}"]
)
def test_quotes_comments_spaces_and_ends_of_lines_stay(
    before: str, after: str, around: str
) -> None:
    text = around.format(before)
    assert with_text(text, ("venue",), "1999") == around.format(after)


@pytest.mark.parametrize(
    "text",
    [
        "venue: one\n  two\n",
        "venue: >-\n  one\n",
        "venue: [one]\n",
        "year: 2024\n",
        "- venue\n",
        "",
        "venue: &a one\nother: *a\n",
    ],
)
def test_what_is_not_in_one_line_stays_as_it_is(text: str) -> None:
    assert with_text(text, ("venue",), "two") == text


def test_a_value_deep_in_lists_and_groups_is_found() -> None:
    text = "authors:\n  - Ada\n  - {family: Q, orcid: https://orcid.org/x}  # she\n"
    path = ("authors", 1, "orcid")
    assert with_text(text, path, "y") == text.replace("https://orcid.org/x", "y")


def test_of_a_list_the_first_of_each_stays_and_comments_too() -> None:
    text = "topics:\n  - Sheep # one\n  - goats\n  - sheep\nyear: 1 # y\n"
    after = "# one\ntopics: [Sheep, goats]\nyear: 1 # y\n"
    assert said_once(text, ("topics",), fold) == after
    assert said_once(after, ("topics",), fold) == after


def test_a_group_that_is_left_empty_goes() -> None:
    text = "title: a\nlinks:\n  paper: b\n# c\nyear: 1\n"
    assert without(text, ("links", "paper")) == "title: a\n# c\nyear: 1\n"
    more = text.replace("  paper: b\n", "  paper: b\n  code: d # e\n")
    assert without(more, ("links", "paper")) == more.replace("  paper: b\n", "")


_KEYS = st.sampled_from(["title", "summary", "venue", "note", "authors", "links"])
_TEXTS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\x85\u2028\u2029\ufeff"),
    max_size=30,
)
_VALUES = st.one_of(
    _TEXTS,
    st.lists(_TEXTS, max_size=3),
    st.dictionaries(st.sampled_from(["doi", "code"]), _TEXTS, max_size=2),
)


@given(
    st.dictionaries(_KEYS, _VALUES, min_size=1),
    st.data(),
    st.sampled_from([None, "'", '"']),
    st.sampled_from([True, False, None]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_other_value_and_every_line_of_another_key_stay(
    values: dict[str, Any], data: st.DataObject, style: str | None, flow: bool | None, ends: str
) -> None:
    key, value = data.draw(_KEYS), data.draw(_TEXTS)
    parts = {
        name: yaml.safe_dump(
            {name: said}, default_style=style, default_flow_style=flow, allow_unicode=True, width=40
        ).strip("{}\n" if flow else "\n")
        for name, said in values.items()
    }
    text = "# head\n" + "\n# between\n".join(parts.values()) + "\n"
    text = text.replace("\n", ends)
    try:
        before = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    after = with_text(text, (key,), value)
    if after == text:
        return
    assert yaml.load(after, Loader=yaml.BaseLoader) == {**before, key: value}
    kept = [part.replace("\n", ends) for name, part in parts.items() if name != key]
    assert all(part in after for part in kept)
    assert after.count("# between") == text.count("# between")
