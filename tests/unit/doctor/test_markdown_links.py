"""Links of a page are found with their lines, and anchors as Python-Markdown names them."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given

from generator.doctor.markdown_links import PageLink, anchors_in, links_in, with_target
from tests.given import HOSTILE


def targets(text: str) -> list[tuple[str, int]]:
    return [(link.target, link.line) for link in links_in(text)]


def test_links_images_and_references_are_found_with_their_lines() -> None:
    text = (
        '# [a](a.md)\n\nSome text\nand [b](b.md#c "title") here.\n\n- ![d](d.svg)\n\n'
        "| x |\n| --- |\n| [e](e.md) |\n\n[f][g]\n\n[g]: g.md\n"
    )
    assert targets(text) == [
        ("a.md", 1), ("b.md#c", 4), ("d.svg", 6), ("e.md", 10), ("g.md", 12),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["`[a](a.md)`", "```\n[a](a.md)\n```", "    [a](a.md)", "<https://a.org>", "[a](https://a.org)",
     "[a](mailto:a@b.org)", "[a](//a.org/b)", "[a]()", "\\[a](a.md)", "<!-- [a](a.md) -->"],
)  # fmt: skip
def test_what_leads_elsewhere_or_is_no_link_is_none(text: str) -> None:
    assert targets(text) == []


HEADINGS = """\
# One & two: `three`!

## Über *uns*

### Again
### Again

Set by hand {#not-here}
-------

#### Named {: #by-name .x }

<a id="here"></a>
"""


def test_anchors_are_those_that_python_markdown_gives() -> None:
    made = markdown.markdown(HEADINGS, extensions=["toc", "attr_list"])
    ids = {part.split('"')[0] for part in made.split('id="')[1:]}
    assert ids <= anchors_in(HEADINGS)
    assert {"one-two-three", "uber-uns", "again", "again_1", "by-name", "here"} <= ids


def test_a_link_gets_another_target_and_all_else_stays() -> None:
    text = "x ](a.md) \r\n[a](a.mdx) [a](a.md 'b')\r\n[c](a.md)"
    link = PageLink("a.md", 2, 3)
    assert with_target(text, link, "b.md") == text.replace("(a.md '", "(b.md '")
    assert with_target("[a][b]\n\n[b]: a.md\n", PageLink("a.md", 1, 1), "b.md") == (
        "[a][b]\n\n[b]: a.md\n"
    )


@given(HOSTILE)
def test_any_text_is_read(text: str) -> None:
    for link in links_in(text):
        assert 1 <= link.line <= max(1, len(text.splitlines()))
    anchors_in(text)
