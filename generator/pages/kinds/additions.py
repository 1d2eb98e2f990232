"""The page of what is new: the papers that came into the catalogue last, week by week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.listed import is_listed
from generator.figures.weeks import Week, latest_weeks
from generator.formats import offered_of_all
from generator.pages.days import Counted, month_link, week_name
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("additions", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the page, where any paper says when it was added."""
    return ["new"] if catalogue.latest else []


def generate(renderer: Renderer, pages: Sequence[str]) -> Iterator[Page]:
    """Yield the page."""
    catalogue, say = renderer.catalogue, renderer.language.say
    for _ in pages:
        whole = offered_of_all(renderer.settings.exports)
        yield renderer.page(
            LAYOUT,
            "new/index.md",
            "the page of what is new",
            say("What is new"),
            say("The papers that came into the catalogue last, week by week."),
            updated=renderer.newest,
            weeks=[_shown(renderer, week) for week in latest_weeks(catalogue.latest)],
            months=[
                Counted(month_link(month, renderer.language), len(papers))
                for month, papers in catalogue.added_in.items()
            ],
            followed=[PageLink(feed.label, f"data/{feed.file}") for feed in whole.feeds],
            listed=PageLink(say("What was listed"), "listed/index.md")
            if is_listed(catalogue)
            else None,
        )


def _shown(renderer: Renderer, week: Week) -> dict[str, object]:
    """Return a week; where it has more papers than are shown, with the months that have all."""
    cut = week.count > len(week.papers)
    return {
        "name": week_name(week.monday, renderer.language),
        "anchor": f"week-{week.monday.isoformat()}",
        "count": week.count,
        "cards": [renderer.card(paper) for paper in week.papers],
        "shown": len(week.papers),
        "months": [month_link(month, renderer.language) for month in week.months] if cut else [],
    }
