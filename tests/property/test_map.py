"""Any names can stand on the map: cut without loss, and shown as they are."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.drawings.map_names import in_lines
from generator.values.text import Text
from tests.unit.pages.test_map import AREAS, GOATS, SHEEP, SVG, catalogue, drawing, picture_of


@given(st.text(min_size=1))
def test_names_are_cut_into_lines_without_loss(text: str) -> None:
    assert " ".join(in_lines(text)).split() == text.split()


@settings(deadline=None)
@given(st.text())
def test_hostile_names_show_as_they_are(name: str) -> None:
    shown = catalogue(8)
    topics = (replace(SHEEP, name=Text(name)), GOATS)
    area = replace(AREAS[0], name=Text(name), topics=topics)
    hostile = replace(shown, areas=(area, AREAS[1]))
    found = re.sub(
        r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", picture_of(hostile)
    )
    allowed = {f"{SVG}{tag}" for tag in "svg g defs path use a text tspan".split()}
    assert {element.tag for element in drawing(found).iter()} <= allowed
