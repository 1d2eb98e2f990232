"""No text ends the script or an attribute in the head of a page."""

from __future__ import annotations

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.pages import metadata
from generator.text.unicode import normal
from generator.values.paper import Paper
from tests.given import any_papers
from tests.unit.pages.test_metadata import PUBLISHED, Head
from tests.unit.pages.test_pages import AREAS, paper

#: A venue that holds a telling word has a tag of its own.
TAGS = {
    "citation_title", "citation_author", "citation_journal_title", "citation_conference_title",
    "citation_publisher", "prism.publicationName", "og:site_name",
}  # fmt: skip


@given(title=st.text(min_size=1, max_size=60), name=st.text(min_size=1, max_size=60))
@example(title="PROC", name="0")
@example(title=" ", name="0")
def test_no_text_ends_the_script_or_an_attribute(title: str, name: str) -> None:
    for hostile in (title, f"</script><script>alert('{title}')</script>", f'"><b {title}'):
        found = paper(1, title=hostile, authors=(name, hostile), venue=hostile)
        head = head_of(found)
        assert head.elements == ["meta"] * len(head.metas) + ["script"]
        assert {name for name, _ in head.metas} <= TAGS
        # Only a title of nothing but blanks, which no reader lets through, has no tag.
        assert normal(dict(head.metas).get("citation_title", "")) == normal(found.work.title.plain)


@given(any_papers())
def test_whatever_is_known_of_a_paper_is_in_tags_and_one_script(found: Paper) -> None:
    head = head_of(found)
    assert head.elements == ["meta"] * len(head.metas) + ["script"]
    names = [content for name, content in head.metas if name == "citation_author"]
    assert len(names) == len(found.work.authors)
    for name, author in zip(names, found.work.authors, strict=True):
        assert name in (author.natural, author.sorted)


def head_of(found: Paper) -> Head:
    """Return the paper's head, after looking whether its script ends once and is JSON."""
    raw = metadata.of_paper(Catalogue((found,), AREAS), found, PUBLISHED, ENGLISH)
    head = Head(raw)
    assert len(re.findall("</script>", raw, re.I)) == 1
    json.loads(head.scripts[0])
    return head
