"""The list of all years, with how many papers are of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.within import most_first
from generator.pages import views
from generator.pages.drawings.years import Year, years_table
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("years", styles=("groups",))


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page."""
    catalogue, language = renderer.catalogue, renderer.language
    say = language.say
    known = sum(map(len, catalogue.years.values()))
    unknown = len(catalogue.papers) - known
    lines = []
    for year, papers in catalogue.years.items():
        first = most_first(catalogue, catalogue.topics_of_years[year])[:1]
        most = [views.topic_view(catalogue, slug, count) for slug, count in first]
        lines.append(Year(year, len(papers), most[0] if most else None))
    yield renderer.page(
        LAYOUT,
        "years/index.md",
        "the list of years",
        say("Years"),
        say(
            "When the papers were published: how many there are of each year, and the topic that"
            " most often comes up."
        ),
        updated=renderer.newest,
        years=lines,
        table=years_table(lines, language),
        known=known,
        unknown=PageLink(
            language.counted(unknown, "{number} paper", "{number} papers"),
            "search.md?year=unknown",
        )
        if unknown
        else None,
        by_title=PageLink(say("by title"), "papers/index.md"),
        by_topic=PageLink(say("by topic"), "topics/index.md"),
    )
