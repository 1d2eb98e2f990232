"""Hostile text shows on a page as the characters it is, and does nothing."""

from __future__ import annotations

import unicodedata

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.pages.tables import Table
from generator.text.markdown import front_matter, inline, link, paragraph
from generator.text.repair import HAND_STEPS, repair
from generator.text.unicode import visible
from tests.unit.text.test_markdown import rendered

#: Pieces that mean something to HTML, Markdown, Jinja, YAML or a terminal, and plain ones.
PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=y>", "</h1>", "<!--", "-->", "<b>", "&lt;",
    "&amp;", "&#60;", "&", "<", ">", "*", "**bold**", "_em_", "__init__", "a_b_c", "`code`", "``",
    "[x](javascript:y)", "![i](u)", "[ref]: http://x", "[1]", "[^1]", "{{ 7*7 }}", "{% x %}",
    "{: .c }", "{ #id }", "# ", "## h", "- ", "+ ", "1. ", "1)", "> ", "    ", "---", "===", "|",
    "| a | b |", "!!! note", "??? x", "~~~", "```", "~~gone~~", "^up^", "==mark==", ":smile:",
    "\\", "\\*", "\\\\", '"', "'", "“q”", "$5", "$", "@", "user@example.org", "https://e.org/a_b",
    "<https://e.org>", "*[HTML]: x", "\u202e", "\u2066", "\u200f", "\x00", "\x07", "\x1b[31m",
    "\u0085", "\u2028", "\t", "\n", "\r\n", "é", "e\u0301", "漢字", "שלום", "😀", "\ud800", "words",
    "\u0002", "\u0003", "klzzwxh:0001", "wzxhzdk:0", "yes: no", "- item", "%YAML", "!!python/x",
)  # fmt: skip


hostile = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=8
).map("".join)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@given(hostile)
@example("\u202eevil")
@example("*a* _b_ [c](d) <e> `f`")
@example("&amp; &#38; &notanentity;")
def test_a_paragraph_shows_the_same_characters_and_nothing_else(text: str) -> None:
    text = repair(text, HAND_STEPS)
    if "\\(" in text or not text:
        return
    page = rendered(f"before\n\n{paragraph(text)}\n\nafter")
    assert [tag for tag, _ in page.elements if tag != "bdi"] == ["p", "p", "p"]
    assert not any(attrs for _, attrs in page.elements)
    assert not page.others
    assert squeezed(page.text) == squeezed(f"before {text} after")


@given(hostile)
@example("In C#")
@example("#")
def test_a_heading_shows_the_same_characters_and_nothing_else(text: str) -> None:
    text = repair(text, HAND_STEPS)
    if "\\(" in text or not text:
        return
    page = rendered(f"# {inline(text)}\n")
    assert [tag for tag, _ in page.elements if tag != "bdi"] == ["h1"]
    assert {name for _, attrs in page.elements for name, _ in attrs} <= {"id"}
    assert squeezed(page.text) == squeezed(text)


@given(hostile)
def test_a_list_item_shows_the_same_characters_and_nothing_else(text: str) -> None:
    text = repair(text, HAND_STEPS)
    if "\\(" in text or not text:
        return
    page = rendered(f"- {link(inline(text), 'x.md')}, {inline(text)}\n- {paragraph(text)} (1)\n")
    assert [tag for tag, _ in page.elements if tag != "bdi"] == ["ul", "li", "a", "li"]
    assert squeezed(page.text) == squeezed(f"{text}, {text} {text} (1)")
    assert [attrs for tag, attrs in page.elements if tag == "a"] == [[("href", "x.md")]]


@given(hostile)
@example("a|b")
def test_a_cell_of_a_table_shows_the_same_characters_and_nothing_else(text: str) -> None:
    text = repair(text, HAND_STEPS)
    if "\\(" in text or not text:
        return
    page = rendered(Table("T", "T", ("Name", "Papers"), [(text, "1")]).markdown)
    cells = [tag for tag, _ in page.elements if tag in ("th", "td")]
    assert cells == ["th", "th", "td", "td"]
    assert {tag for tag, _ in page.elements} <= set("table thead tbody tr th td bdi".split())
    assert squeezed(page.text) == squeezed(f"Name Papers {visible(text)} 1")


@given(hostile)
@example("می\u200cخواهم")
def test_front_matter_is_one_line_of_yaml_that_holds_the_text(text: str) -> None:
    text = repair(text, HAND_STEPS)
    if "\\(" in text:
        return
    line = front_matter(text)
    assert "\n" not in line
    value = yaml.safe_load(f"title: {line}")["title"]
    # What YAML cannot hold is left out, and what has no meaning yet; nothing else is.
    lost = {c for c in text if not c.isprintable() and unicodedata.category(c) != "Cf"}
    assert squeezed(value) == squeezed("".join(c for c in text if c not in lost))
