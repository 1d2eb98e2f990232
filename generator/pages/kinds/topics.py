"""The page of all topics: their list, and the chart of those that meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.meeting import Pair, pairs
from generator.ids import slug
from generator.model import Area
from generator.pages import views
from generator.pages.drawings.together import chart
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

#: Pairs that the text beside the chart names.
NAMED_PAIRS = 12
#: Ids of other headings of the page.
_ANCHORS = ("title", "unsorted", "together", "pairs")

LAYOUT = Layout("topics", styles=("groups",), classes="wide")


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page."""
    catalogue, say = renderer.catalogue, renderer.language.say
    meeting = pairs(catalogue)
    yield renderer.page(
        LAYOUT,
        "topics/index.md",
        "the list of topics",
        say("Topics"),
        say("Every area and topic of the catalogue, with the number of papers in each."),
        updated=renderer.newest,
        areas=_areas(catalogue),
        unsorted=PageLink(say("Papers without a topic"), "topics/unsorted.md"),
        lost=len(catalogue.unsorted),
        total=len(catalogue.papers),
        chart=chart(catalogue, meeting, renderer.language),
        pairs=[_pair(catalogue, pair) for pair in meeting[:NAMED_PAIRS]],
    )


def _areas(catalogue: Catalogue) -> list[dict[str, object]]:
    """Return the areas, with their topics."""
    taken = set(_ANCHORS)
    return [
        {
            "name": area.name,
            "anchor": _anchor(area, taken),
            "description": area.description,
            "colour": views.colour(catalogue, area.slug),
            "topics": [views.topic_view(catalogue, topic.slug) for topic in area.topics],
        }
        for area in catalogue.areas
    ]


def _anchor(area: Area, taken: set[str]) -> str:
    """Return an id for the heading of an area, and take it: its name, where no other has that."""
    anchor = slug(area.name.plain)
    if anchor in taken:
        anchor = f"area-{area.slug}"
    taken.add(anchor)
    return anchor


def _pair(catalogue: Catalogue, pair: Pair) -> dict[str, object]:
    return {
        "one": views.topic_view(catalogue, pair.one.slug).plain_link,
        "other": views.topic_view(catalogue, pair.other.slug).plain_link,
        "count": pair.count,
    }
