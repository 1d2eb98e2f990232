"""A key of a YAML file is changed, and nothing else is."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.yaml_blocks import (
    comments_in,
    line_of,
    with_block,
    with_scalar,
    without_items,
)

TEXT = """\
# About the site.
site_name: Tea # not coffee

# How it looks.
theme:
  name: material

  # Ours.
  custom_dir: own
# What it does without.
plugins: []
extra_css:
  - a.css
  - b.css # the second
  - "c.css"
"""


def test_a_block_takes_the_place_of_a_key_and_all_that_belongs_to_it() -> None:
    found = with_block(TEXT, "theme", "theme: {name: ours}\n")
    assert found == TEXT.replace(
        "theme:\n  name: material\n\n  # Ours.\n  custom_dir: own\n", "theme: {name: ours}\n"
    )


def test_a_key_goes_with_the_comment_above_it() -> None:
    assert "does without" not in with_block(TEXT, "plugins", "")
    assert "plugins" not in with_block(TEXT, "plugins", "")
    assert "custom_dir: own\nextra_css:" in with_block(TEXT, "plugins", "")


def test_a_key_that_is_not_there_is_added_at_the_end() -> None:
    assert with_block("a: 1", "b", "b: 2\n") == "a: 1\nb: 2\n"
    assert with_block("", "b", "b: 2\n") == "b: 2\n"
    assert with_block("a: 1", "b", "") == "a: 1"


def test_items_go_and_with_the_last_the_list() -> None:
    assert without_items(TEXT, "extra_css", {"b.css"}) == TEXT.replace(
        "  - b.css # the second\n", ""
    )
    assert "extra_css" not in without_items(TEXT, "extra_css", {"a.css", "b.css", "c.css"})
    assert without_items(TEXT, "theme", {"name"}) == TEXT


def test_a_tag_of_mkdocs_is_no_matter() -> None:
    assert with_block("a: !ENV [X, '']\nb: 1\n", "b", "b: 2\n") == "a: !ENV [X, '']\nb: 2\n"


def test_the_line_of_a_key_is_that_of_its_name() -> None:
    assert (line_of(TEXT, "theme"), line_of(TEXT, "none")) == (5, 1)


VALUES = st.recursive(
    st.text(max_size=8) | st.integers(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside),
    max_leaves=6,
)


@given(st.dictionaries(st.from_regex("[a-z]{1,4}", fullmatch=True), VALUES, min_size=1), st.data())
def test_every_other_key_keeps_its_value(values: dict[str, object], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from([*values, "zzzzz"]))
    text = yaml.safe_dump(values, sort_keys=False)
    found = yaml.safe_load(with_block(text, key, f"'{key}': new\n"))
    assert found == {**values, key: "new"}
    left = {name: value for name, value in values.items() if name != key}
    assert (yaml.safe_load(with_block(text, key, "")) or {}) == left


BELOW = """\
links: # addresses
  # first
  code: a # one

  # second
  data:
    - b
    # within
    - c
added: 1
"""


def test_a_key_below_another_is_replaced_and_removed() -> None:
    assert with_block(BELOW, ("links", "code"), "  code: z\n") == BELOW.replace("a # one", "z")
    assert with_block(BELOW, ("links", "code"), "") == BELOW.replace(
        "  # first\n  code: a # one\n", ""
    )
    without = BELOW.replace("  data:\n    - b\n    # within\n    - c\n", "  data: z\n")
    assert with_block(BELOW, ("links", "data"), "  data: z\n") == without


def test_a_key_that_is_new_comes_behind_those_before_it() -> None:
    order = ("title", "links", "venue", "added")
    assert with_block(BELOW, "venue", "venue: v\n", order) == BELOW.replace(
        "added", "venue: v\nadded"
    )
    assert with_block(BELOW, ("links", "pdf"), "  pdf: p\n") == BELOW.replace(
        "added", "  pdf: p\nadded"
    )


def test_comments_that_belong_to_a_key_are_known_and_texts_with_a_sign_are_none() -> None:
    assert comments_in(BELOW, "links") == [
        "# addresses", "# first", "# one", "# second", "# within",
    ]  # fmt: skip
    assert comments_in(BELOW, ("links", "code")) == ["# one"]
    assert comments_in("a: >- # head\n  # text\n  b#c\n", "a") == ["# head"]
    assert comments_in("a: 'x # y' # z\n", "a") == ["# z"]
    assert comments_in(BELOW, "none") == []


def test_one_value_in_a_line_is_changed_and_nothing_beside_it() -> None:
    text = "a:   'b'   # c\nd: [e, {f: g}]  # h\ni: >-\n  j\n"
    assert with_scalar(text, ("a",), "it's") == text.replace("'b'", "'it''s'")
    assert with_scalar(text, ("d", 0), "x, y") == text.replace("[e,", "['x, y',")
    assert with_scalar(text, ("d", 1, "f"), "x") == text.replace("f: g", "f: x")
    for nowhere in (("i",), ("d", 2), ("d", 0, "f"), ("z",), (0,)):
        assert with_scalar(text, nowhere, "x") == text
