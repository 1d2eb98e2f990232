"""The pages of venues: the list of all, and one for each, with its papers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.groups import VENUES
from generator.model import KnownVenue, OutputFile
from generator.pages import views
from generator.pages.lists import PaperList, flat, offers
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the list, then the pages of each."""
    catalogue = renderer.catalogue
    yield renderer.page(
        "venues.md.j2",
        "venues/index.md",
        "the list of venues",
        updated=views.newest(catalogue.papers),
        venues=catalogue.venues,
    )
    for venue in catalogue.venues:
        yield from _venue(renderer, venue)


def _venue(renderer: Renderer, venue: KnownVenue) -> Iterator[OutputFile]:
    catalogue = renderer.catalogue
    papers = [paper for paper in catalogue.newest_first if paper.id in venue.papers]
    listed = PaperList(f"venues/{venue.slug}", flat(papers))
    yield from listed.pages(
        renderer,
        "venue.md.j2",
        "the page of venue " + venue.slug,
        [listed],
        venue=venue,
        offers=offers(renderer, VENUES, venue.slug),
    )
