"""Minified pages are valid HTML that says the same."""

from __future__ import annotations

import html

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from generator.site.small import minified


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=20)
    | st.lists(
        st.sampled_from(
            ["&", "&lt", "&copy", "&no;", "&#", "#1", ";", "<!--", "</a", '"', "'", "="]
        )
    ).map("".join)
)
def test_minifying_leaves_valid_html_that_says_the_same(text: str) -> None:
    shown = html.escape(f"x{text}")
    small = minified(
        f'<!doctype html><html lang=en><head><title>{shown}</title><script src="a"></script></head>'
        f'<body><p><a href="https://example.org/?{shown}" title="{shown}">{shown}</a></p></body>'
        "</html>"
    )
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(small)
    link = root.find(".//a")
    assert link is not None
    assert link.get("title", "").split() == f"x{text}".split()
    assert link.get("href", "").split() == f"https://example.org/?x{text}".split()
    assert "".join(link.itertext()).split() == f"x{text}".split()
    assert (root.findtext(".//title") or "").split() == f"x{text}".split()
