"""The page of all topics: their list, and the chart of those that meet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.figures.meeting import Pair, pairs
from generator.model import OutputFile
from generator.pages import views
from generator.pages.drawings.together import chart
from generator.pages.renderer import Renderer

#: Pairs that the text beside the chart names.
NAMED_PAIRS = 12


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page."""
    catalogue = renderer.catalogue
    meeting = pairs(catalogue)
    yield renderer.page(
        "topics.md.j2",
        "topics/index.md",
        "the list of topics",
        updated=views.newest(catalogue.papers),
        areas=views.areas(catalogue),
        unsorted=len(catalogue.unsorted),
        total=len(catalogue.papers),
        chart=chart(catalogue, meeting),
        pairs=[_pair(catalogue, pair) for pair in meeting[:NAMED_PAIRS]],
    )


def _pair(catalogue: Catalogue, pair: Pair) -> dict[str, object]:
    return {
        "one": views.topic_view(catalogue, pair.one.slug),
        "other": views.topic_view(catalogue, pair.other.slug),
        "count": pair.count,
    }
