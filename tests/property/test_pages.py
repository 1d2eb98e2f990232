"""Nothing that is known of a paper breaks its page, in either language."""

from __future__ import annotations

import re

import html5lib
import yaml
from hypothesis import given

from generator.catalogue import Catalogue
from generator.pages import Page, Renderer
from generator.pages.kinds import paper
from generator.values.paper import Paper
from tests.given import any_papers
from tests.laid_out import SETTINGS, article
from tests.property.test_html import ALLOWED

#: An address of another kind than a page of the web, such as one that runs a script.
_RUNS = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def page_of(found: Paper) -> Page:
    (page,) = paper.generate(Renderer(Catalogue((found,)), SETTINGS), [found])
    return page


@given(any_papers())
def test_nothing_that_is_known_of_a_paper_breaks_the_front_matter(found: Paper) -> None:
    lines = page_of(found).markdown.split("\n")
    assert lines[0] == "---"
    end = lines.index("---", 1)
    front = yaml.safe_load("\n".join(lines[1:end]))
    assert [name for name in front if name != "updated"] == ["title", "description"]
    assert lines[end + 2].startswith("# ")


@given(any_papers())
def test_nothing_that_is_known_of_a_paper_is_an_element_or_leads_anywhere(found: Paper) -> None:
    tree = html5lib.parseFragment(article(page_of(found)), namespaceHTMLElements=False)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags <= ALLOWED | {"DOCUMENT_FRAGMENT"}
    for element in tree.iter("a"):
        assert not _RUNS.match(element.get("href", ""))
    assert len(tree.findall("h1")) == 1
    assert not [name for element in tree.iter() for name in element.attrib if name[:2] == "on"]
