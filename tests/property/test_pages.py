"""No title or abstract breaks the front matter of a page."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.values.paper import Paper
from tests.given import any_papers
from tests.unit.pages.test_pages import paper, rendered


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_no_title_or_abstract_breaks_the_front_matter(title: str, abstract: str) -> None:
    has_good_front_matter(paper(1, title=title, abstract=abstract))


@given(any_papers())
def test_nothing_that_is_known_of_a_paper_breaks_the_front_matter(found: Paper) -> None:
    has_good_front_matter(found)


def has_good_front_matter(found: Paper) -> None:
    text = rendered(Catalogue((found,)))[f"papers/{found.id}.md"]
    lines = text.split("\n")
    assert lines[0] == "---"
    end = lines.index("---", 1)
    front = yaml.safe_load("\n".join(lines[1:end]))
    assert list(front) == ["title", "description", "hide", "kind", "scripts", "head"]
    assert lines[end + 2].startswith("# ")
