"""The page of statistics: the catalogue in figures, each with its chart and its table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.connected import most_mentioned, most_named
from generator.figures.growth import growth
from generator.figures.overlap import overlap
from generator.figures.sections import figures, sections
from generator.model import OutputFile
from generator.pages import views
from generator.pages.drawings import bars
from generator.pages.drawings import growth as multiples
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page."""
    catalogue = renderer.catalogue
    shared = overlap(catalogue)
    grown = growth(catalogue)
    yield renderer.page(
        "stats.md.j2",
        "stats.md",
        "the page of statistics",
        updated=views.newest(catalogue.papers),
        figures=figures(catalogue),
        sections=[
            {"section": section, "chart": bars.drawing(section), "table": bars.table(section)}
            for section in sections(catalogue)
        ],
        growth=grown
        and {
            "finding": grown.finding,
            "chart": multiples.drawing(catalogue, grown),
            "table": multiples.table(grown),
        },
        overlap=shared,
        matrix=bars.matrix(shared) if shared else "",
        named=[
            {"link": views.paper_link(paper, ""), "count": count}
            for paper, count in most_named(catalogue)
        ],
        mentioned=[
            {"name": name, "link": views.paper_link(paper, ""), "count": count}
            for name, paper, count in most_mentioned(catalogue)
        ],
    )
