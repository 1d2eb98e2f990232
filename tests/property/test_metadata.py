"""No text ends the script or an attribute in the head of a page."""

from __future__ import annotations

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.citations.names import natural
from generator.pages import metadata
from generator.text.formula import plain
from generator.text.unicode import normal
from generator.venues import venue_kind
from tests.unit.pages.test_metadata import PUBLISHED, Head
from tests.unit.pages.test_pages import AREAS, paper

IN_TAGS = ("journal", "conference")


@given(title=st.text(min_size=1, max_size=60), name=st.text(min_size=1, max_size=60))
@example(title="PROC", name="0")
def test_no_text_ends_the_script_or_an_attribute(title: str, name: str) -> None:
    for hostile in (title, f"</script><script>alert('{title}')</script>", f'"><b {title}'):
        found = paper(1, title=hostile, authors=(name, hostile), venue=hostile)
        raw = metadata.of_paper(Catalogue((found,), AREAS), found, PUBLISHED)
        head = Head(raw)
        # A venue that holds a telling word has a tag of its own.
        tags = 1 + len(natural((name, hostile))) + (venue_kind(normal(plain(hostile))) in IN_TAGS)
        assert head.elements == ["meta"] * tags + ["script"]
        assert len(re.findall("</script>", raw, re.I)) == 1
        json.loads(head.scripts[0])
