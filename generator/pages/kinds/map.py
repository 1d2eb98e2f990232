"""The page of the map: the picture, what the colours mean, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages import views
from generator.pages.drawings.map_picture import MOST_POINTS, map_picture
from generator.pages.links import PageLink
from generator.pages.map_points import map_points, year_spans
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("map", styles=("map",), scripts=("map/page.js",), classes="wide map-page")


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page | OutputFile]:
    """Yield the page, and the file that its script draws from."""
    catalogue, say = renderer.catalogue, renderer.language.say
    spans = year_spans(catalogue)
    yield renderer.page(
        LAYOUT,
        "map.md",
        "the map",
        say("Map"),
        say("Every paper as a point: those about the same lie near each other."),
        updated=renderer.newest,
        total=len(catalogue.papers),
        drawn=min(len(catalogue.places), MOST_POINTS),
        picture=map_picture(catalogue, renderer.language),
        areas=_areas(catalogue),
        spans=[{"name": str(s), "colour": colour, "count": s.count} for s, colour in spans],
        undated=len(catalogue.places) - sum(span.count for span, _ in spans),
        unsorted=PageLink(say("Papers without a topic"), "topics/unsorted.md"),
        lost=len(catalogue.unsorted),
    )
    yield map_points(catalogue)


def _areas(catalogue: Catalogue) -> list[dict[str, object]]:
    """Return the areas that have papers, each with their number and its topics that have any."""
    found: list[dict[str, object]] = []
    for area in catalogue.areas:
        topics = [views.topic_view(catalogue, topic.slug) for topic in area.topics]
        papers = {paper.id for topic in area.topics for paper in catalogue.papers_of[topic.slug]}
        if papers:
            found.append(
                {
                    "name": area.name,
                    "colour": views.colour(catalogue, area.slug),
                    "count": len(papers),
                    "topics": [topic for topic in topics if topic.count],
                }
            )
    return found
