"""No title or abstract breaks the front matter of a page."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from tests.unit.pages.test_pages import paper, rendered


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_no_title_or_abstract_breaks_the_front_matter(title: str, abstract: str) -> None:
    text = rendered(Catalogue((paper(1, title=title, abstract=abstract),)))["papers/paper-1.md"]
    lines = text.split("\n")
    assert lines[0] == "---"
    end = lines.index("---", 1)
    front = yaml.safe_load("\n".join(lines[1:end]))
    assert list(front) == ["title", "description", "hide", "kind", "scripts", "head"]
    assert lines[end + 2].startswith("# ")
