"""Hand-written pages come out as they are meant: no Markdown is left in their text."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from generator.output import manifest
from tests.projects import ROOT
from tests.site.audit.leftovers import leftovers
from tests.site.audit.page import read

WRITTEN = sorted(
    path.relative_to(ROOT / "docs").as_posix()
    for path in (ROOT / "docs").rglob("*.md")
    if path.relative_to(ROOT / "docs").as_posix() not in manifest.read(ROOT / "docs")
)
#: The same as MkDocs has without an extension for fences in lists, for pages with one thing wrong.
EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "fenced_code"]


def built(site: Path, page: str) -> str:
    name = page.removesuffix(".md")
    folder = name.removesuffix("index") if name.endswith("index") else f"{name}/"
    return (site / folder / "index.html").read_text("utf-8")


@pytest.mark.parametrize("page", WRITTEN)
def test_no_markdown_is_left_in_the_text_of_a_page(site: tuple[str, Path], page: str) -> None:
    assert leftovers(built(site[1], page)) == []


@pytest.mark.parametrize("page", WRITTEN)
def test_every_link_to_a_page_became_an_address(site: tuple[str, Path], page: str) -> None:
    links = [link.get("href") for link in read(page, built(site[1], page)).all("a")]
    assert links
    assert [link for link in links if link.split("#")[0].endswith(".md")] == []


def test_code_in_the_steps_of_a_list_is_a_block_of_code(site: tuple[str, Path]) -> None:
    page = built(site[1], "maintainers/unite.md")
    papers, _ = page.split("<h2 id=people", 1)
    article = papers[papers.index("<h1") :]
    assert article.count("<pre>") == 2
    assert article.count("<li>") == 3


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("1. step\n\n    ```yaml\n    name: x\n    ```\n", "a fence in running text"),
        ("- step\n\n    ~~~\n    name: x\n    ~~~\n", "a fence"),
        ("```yaml\nname: x\n", "a fence"),
        ("An odd ` mark.", "a mark of code"),
        ("A ** mark** of emphasis.", "a mark of emphasis"),
        ("<p>A **bold** word.</p>", "a mark of emphasis"),
        ("A [link] (page.md).", "a link"),
        ("A [link][nowhere].", "a link"),
        ("A note[^1].", "a footnote"),
        ("Text &lt;!-- a comment --&gt;", "a comment"),
        ("A word{: .small }\nand more.", "attributes"),
        ("Text\n{ .small } and more", "attributes"),
        ("Values are {{ name }}.", "a template's code"),
        ("Text !!! note", "a note"),
        ("??? note\n    Note.", "a note"),
        ("::: note", "a note"),
        ("Text\n| a | b |\n| --- | --- |\n| c | d |", "a table"),
        ("| a | b |\n| c | d |", "a table"),
        ("Text\n    # heading", "a heading"),
        ("Text:\n- one\n- two", "a list"),
        ("Text:\n1. one\n2. two", "a list"),
        ("<p>Text\n---\nmore</p>", "a line"),
        ("- [ ] to do", "a box to tick"),
        ("Tea &amp;amp; milk", "a reference"),
        ("Text &lt;b>bold&lt;/b>", "a tag"),
        ("Text \\\\* more", "a sign escaped"),
    ],
)
def test_what_is_left_is_found(text: str, what: str) -> None:
    found = leftovers(markdown.markdown(text, extensions=EXTENSIONS))
    assert [line for line in found if line.startswith(what)], found


@pytest.mark.parametrize(
    "text",
    [
        "**Bold**, _light_, `a ** b` and `[x](y)` – 3 * 4 = 12; a_b, C++ and C#.",
        "| a | b |\n| --- | --- |\n| `c|d` | **e** |",
        "1. step\n2. step\n\n- item\n- item",
        "```\n# comment\n- item\n| a |\n```",
        "!!! note\n    A note.",
        "A sentence (with [a link](https://example.org/a_b)).",
        "It costs 5 – 10 € since 2019. 3 of 4 like it: p < 0.05, {a, b}, #1, wait!!!",
    ],
)
def test_what_is_no_markdown_is_left_alone(text: str) -> None:
    assert leftovers(markdown.markdown(text, extensions=EXTENSIONS)) == []
