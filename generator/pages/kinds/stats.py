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
    catalogue, language = renderer.catalogue, renderer.language
    say = language.say
    shared = overlap(catalogue)
    grown = growth(catalogue)
    yield renderer.page(
        LAYOUT,
        "stats.md",
        "the page of statistics",
        say("Statistics"),
        say(
            "The catalogue in figures: papers by topic, kind, year and listing, and how many come"
            " with code."
        ),
        updated=renderer.newest,
        figures=figures(catalogue, language),
        sections=[
            {
                "section": section,
                "chart": bars.drawing(section, language),
                "table": bars.table(section, language),
            }
            for section in sections(catalogue, language)
        ],
        growth=grown
        and {
            "finding": grown.finding(language),
            "chart": multiples.drawing(catalogue, grown, language),
            "table": multiples.table(grown, language),
        },
        overlap=shared,
        matrix=shared
        and {
            "chart": bars.matrix(shared, language),
            "table": bars.shared_papers(shared, language),
        },
        named=[
            {"link": views.paper_link(paper, language), "count": count}
            for paper, count in most_named(catalogue)
        ],
        mentioned=[
            {"name": name, "link": views.paper_link(paper, language), "count": count}
            for name, paper, count in most_mentioned(catalogue)
        ],
    )
