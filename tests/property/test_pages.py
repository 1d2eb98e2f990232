"""Nothing that is known of a paper breaks the front matter of its page."""

from __future__ import annotations

import yaml
from hypothesis import given

from generator.catalogue import Catalogue
from generator.pages.kinds import paper
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from tests.given import any_papers
from tests.laid_out import SETTINGS


@given(any_papers())
def test_nothing_that_is_known_of_a_paper_breaks_the_front_matter(found: Paper) -> None:
    (page,) = paper.generate(Renderer(Catalogue((found,)), SETTINGS))
    lines = page.data.decode().split("\n")
    assert lines[0] == "---"
    end = lines.index("---", 1)
    front = yaml.safe_load("\n".join(lines[1:end]))
    names = [name for name in front if name != "updated"]
    assert names == ["title", "description", "hide", "kind", "scripts", "head"]
    assert lines[end + 2].startswith("# ")
