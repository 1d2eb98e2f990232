"""The pages of the papers that are in several listings, those in most first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.pages.kinds.dated_list import LAYOUT
from generator.pages.links import PageLink
from generator.pages.lists import Listed, PaperList
from generator.pages.one_list import pages_of
from generator.pages.page import Page
from generator.pages.renderer import Renderer
from generator.values.text import Text


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the list, where any paper is in several listings."""
    return ["most"] if catalogue.most_listed else []


def generate(renderer: Renderer, pages: Sequence[str]) -> Iterator[Page]:
    """Yield the pages."""
    language, papers = renderer.language, renderer.catalogue.most_listed
    for page in pages:
        listed = PaperList(
            f"listed/{page}",
            [
                Listed(Text(language.say("In {number} listings", number=paper.listings)), paper)
                for paper in papers
            ],
        )
        yield from pages_of(
            renderer,
            LAYOUT,
            listed,
            "the page of what is in most listings",
            language.say("In most listings"),
            language.counted(
                len(papers),
                "{number} paper that is in several listings.",
                "{number} papers that are in several listings, those in most first.",
            ),
            up=PageLink(language.say("What was listed"), "listed/index.md"),
        )
