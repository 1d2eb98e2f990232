"""The pages of a month: the papers that came into the catalogue in it, week by week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.weeks import monday_of
from generator.language import Language
from generator.pages.days import Counted, month_link, month_name, week_name
from generator.pages.links import PageLink
from generator.pages.lists import Listed, PaperList
from generator.pages.one_list import pages_of
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from generator.values.text import Text

LAYOUT = Layout("month", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the months in which papers were added, such as 2026-11, the latest first."""
    return list(catalogue.added_in)


def generate(renderer: Renderer, months: Sequence[str]) -> Iterator[Page]:
    """Yield the pages of each of `months`."""
    for month in months:
        yield from _pages(renderer, month)


def _pages(renderer: Renderer, month: str) -> Iterator[Page]:
    language = renderer.language
    added_in = renderer.catalogue.added_in
    papers = added_in[month]
    name = month_name(month, language)
    title = language.say("Added in {month}", month=name)
    months = ["", *added_in, ""]
    at = months.index(month)
    # The latest is the first.
    earlier, later = (
        Counted(month_link(other, language), len(added_in[other])) if other else None
        for other in (months[at + 1], months[at - 1])
    )
    listed = PaperList(f"new/{month}", by_week(papers, language))
    yield from pages_of(
        renderer,
        LAYOUT,
        listed,
        f"the page of what was added in {month}",
        title,
        language.counted(
            len(papers),
            "{number} paper came into the catalogue in {month}.",
            "{number} papers came into the catalogue in {month}.",
            month=name,
        ),
        up=PageLink(language.say("What is new"), "new/index.md"),
        before=earlier,
        after=later,
    )


def by_week(papers: Iterable[Paper], language: Language) -> list[Listed]:
    """Return papers that say when they were added, each under its week."""
    names: dict[dt.date, Text] = {}
    found = []
    for paper in papers:
        if paper.curation.added:
            monday = monday_of(paper.curation.added)
            name = names.setdefault(monday, Text(week_name(monday, language)))
            found.append(Listed(name, paper))
    return found
