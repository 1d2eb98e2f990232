"""The page of statistics: the catalogue in figures, each with its chart and its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.connected import most_mentioned, most_named
from generator.figures.growth import growth
from generator.figures.overlap import overlap
from generator.figures.sections import figures, sections
from generator.pages import views
from generator.pages.drawings import bars
from generator.pages.drawings import growth as multiples
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("stats", styles=("stats",))


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page."""
    catalogue = renderer.catalogue
    shared = overlap(catalogue)
    grown = growth(catalogue)
    yield renderer.page(
        LAYOUT,
        "stats.md",
        "the page of statistics",
        "Statistics",
        "The catalogue in figures: papers by topic, kind, year and listing, and how many come with"
        " code.",
        updated=renderer.newest,
        figures=figures(catalogue),
        sections=[
            {
                "section": section,
                "chart": bars.drawing(section),
                "table": bars.table(section),
            }
            for section in sections(catalogue)
        ],
        growth=grown
        and {
            "finding": grown.finding,
            "chart": multiples.drawing(catalogue, grown),
            "table": multiples.table(grown),
        },
        overlap=shared,
        matrix=shared and {"chart": bars.matrix(shared), "table": bars.shared_papers(shared)},
        named=[
            {"link": views.paper_link(paper), "count": count}
            for paper, count in most_named(catalogue)
        ],
        mentioned=[
            {"name": name, "link": views.paper_link(paper), "count": count}
            for name, paper, count in most_mentioned(catalogue)
        ],
    )
