"""The page of the papers that a visitor keeps, which a script fills."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.formats import FORMATS
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout(
    "reading_list", styles=("reading",), scripts=("reading/page.js",), needs_script=True
)


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page, with the forms of citations that its script offers."""
    say = renderer.language.say
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
        LAYOUT,
        "reading-list.md",
        "the reading list",
        say("Reading list"),
        say("The papers you saved, kept in your browser."),
        topics=PageLink(say("topics"), "topics/index.md"),
        papers=PageLink(say("all papers"), "papers/index.md"),
        late=say("The reading list could not be loaded. Please reload the page."),
        formats=json.dumps(forms, separators=(",", ":")),
    )
