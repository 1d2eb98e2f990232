"""The page of the search, which a script fills."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page, with the filters that it offers: those that some paper has a value of."""
    catalogue = renderer.catalogue
    offers = {
        "topic": any(catalogue.assignments.values()),
        "author": bool(catalogue.people),
        "venue": bool(catalogue.venues),
        "kind": any(paper.curation.kind for paper in catalogue.papers),
        "year": any(paper.work.year for paper in catalogue.papers),
        "code": any(paper.work.has_link("code") for paper in catalogue.papers),
    }
    yield renderer.page(
        "search.md.j2",
        "search.md",
        "the search page",
        facets=" ".join(name for name, offered in offers.items() if offered),
    )
