"""The page of the papers that a visitor keeps, which a script fills."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.formats import FORMATS
from generator.model import OutputFile
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page, with the forms of citations that its script offers."""
    forms = [
        {
            "name": kind.name,
            "label": kind.label,
            "ending": kind.ending,
            "type": kind.media_type,
        }
        for kind in FORMATS
        if kind.kind == "citation"
    ]
    yield renderer.page(
        "reading_list.md.j2",
        "reading-list.md",
        "the reading list",
        formats=json.dumps(forms, separators=(",", ":")),
    )
