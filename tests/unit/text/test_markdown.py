"""Source text shows on a page as the characters it is, and does nothing."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest

from generator.text.markdown import inline, link, paragraph

EXTENSIONS = "admonition attr_list tables toc fenced_code meta pymdownx.superfences".split()


class Elements(HTMLParser):
    """Collects the text and the elements of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.others: list[str] = []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)


def rendered(source: str) -> Elements:
    return Elements(markdown.markdown(source, extensions=EXTENSIONS))


@pytest.mark.parametrize(
    ("text", "markdown_text"),
    [
        ("Plain words, a colon: and a dash – stay.", "Plain words, a colon: and a dash – stay."),
        ("snake_case", r"snake\_case"),
        ("AT&T", "AT&T"),
        ("a < b", "a &lt; b"),
    ],
)
def test_ordinary_text_stays_readable_as_markdown(text: str, markdown_text: str) -> None:
    assert inline(text) == markdown_text


def test_text_with_direction_marks_is_isolated() -> None:
    assert inline("\u202eabc").startswith("<bdi>")
    assert "<bdi>" not in inline("abc")


def test_formulas_are_said_in_unicode() -> None:
    assert inline(r"Bounds of \(n^{2}\) & \(\frac{a}{b}\)") == "Bounds of n² & a/b"
    assert paragraph(r"\(\frac{a}{b}\) begins") == "a/b begins"


@pytest.mark.parametrize(
    "url",
    ["https://e.org/a_(b)_c", "https://e.org/*x*?a=1&b='2'", "https://e.org/%5Bx%5D", "../a_b/"],
)
def test_a_link_leads_to_its_address(url: str) -> None:
    page = rendered(link(inline("x"), url))
    hrefs = [value for tag, attrs in page.elements if tag == "a" for _, value in attrs]
    assert len(hrefs) == 1
    unquoted = (hrefs[0] or "").replace("%28", "(").replace("%29", ")").replace("%27", "'")
    assert unquoted == url


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://a.example/b\\", "https://a.example/b%5C"),
        ("https://a.example/`b`", "https://a.example/%60b%60"),
        ("https://a.example/?a=1&lt;=2", "https://a.example/?a=1&lt;=2"),
        ("https://a.example/b\n](c)", "https://a.example/b%0A%5D%28c%29"),
    ],
)
def test_nothing_in_an_address_ends_its_link_or_is_read_as_an_entity(url: str, href: str) -> None:
    page = rendered(link(inline("x"), url))
    assert page.elements[1:] == [("a", [("href", href)])]
    assert page.text.strip() == "x"
