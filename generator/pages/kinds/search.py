"""The page of the search, which a script fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("search", scripts=("search/page.js",), classes="wide", needs_script=True)


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page, with the filters that it offers: those that some paper has a value of."""
    catalogue, say = renderer.catalogue, renderer.language.say
    offers = {
        "topic": any(catalogue.assignments.values()),
        "author": bool(catalogue.people),
        "venue": bool(catalogue.venues),
        "kind": any(paper.curation.kind for paper in catalogue.papers),
        "year": any(paper.work.year for paper in catalogue.papers),
        "code": any(paper.work.has_link("code") for paper in catalogue.papers),
    }
    yield renderer.page(
        LAYOUT,
        "search.md",
        "the search page",
        say("Search"),
        say("Search the papers by words of their titles and summaries."),
        by_topic=PageLink(say("by topic"), "topics/index.md"),
        by_title=PageLink(say("by title"), "papers/index.md"),
        late=say("The search could not be loaded. Please reload the page."),
        facets=" ".join(name for name, offered in offers.items() if offered),
    )
