"""The pages of each year: its topics, venues and papers, and what changed from those before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.trends import Change, trends
from generator.figures.within import most_first, venues_within
from generator.formats.groups import YEARS
from generator.language import to_say
from generator.pages import group_metadata, views
from generator.pages.drawings.ways import drawing, rows, to_topic, to_venue
from generator.pages.links import PageLink
from generator.pages.lists import Listed, PaperList, flat, offers
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from generator.values.text import Text

#: Topics that are named as more or less than before.
CHANGED = 5
#: What stands over papers of a year that no topic matches.
NO_AREA = to_say("Without a topic")
NEWEST, BY_TITLE = "newest", "by-title"

LAYOUT = Layout("year", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[int]:
    """Return the years that have papers, the last first: each has pages."""
    return list(catalogue.years)


def generate(renderer: Renderer, years: Sequence[int]) -> Iterator[Page]:
    """Yield the pages of each of `years`."""
    for year in years:
        yield from _pages(renderer, year)


def _pages(renderer: Renderer, year: int) -> Iterator[Page]:
    catalogue, language = renderer.catalogue, renderer.language
    papers = catalogue.years[year]
    most = most_first(catalogue, catalogue.topics_of_years[year])
    ways = rows(
        [
            (language.say("Topics"), [to_topic(catalogue, slug, count) for slug, count in most]),
            (
                language.say("Venues"),
                [to_venue(venue, n) for venue, n in venues_within(catalogue, papers)],
            ),
        ]
    )
    lists = _lists(renderer, year)
    others = list(catalogue.years)
    at = others.index(year)
    title = language.say("Papers of {year}", year=str(year))
    for listed in lists:
        yield from listed.pages(
            renderer,
            LAYOUT,
            f"the page of the year {year}",
            title,
            _said(renderer, year, most),
            lists,
            offered=offers(renderer, YEARS, str(year), len(papers), title),
            head=group_metadata.of_year(year, len(papers), renderer.settings, language),
            up=PageLink(language.say("Years"), "years/index.md"),
            name=title,
            before=_other(catalogue, others[at + 1 : at + 2], "← {}"),
            after=_other(catalogue, others[at - 1 : at] if at else [], "{} →"),
            compared=_compared(renderer, year),
            ways=drawing(ways, language),
            rows=ways,
        )


def _lists(renderer: Renderer, year: int) -> list[PaperList]:
    """Return the lists of a year: by area, then the newest first where months tell, or by title."""
    catalogue, say = renderer.catalogue, renderer.language.say
    group, by_title = f"years/{year}", catalogue.years[year]
    by_area = _by_area(catalogue, by_title, Text(say(NO_AREA)))
    newest = sorted(by_title, key=lambda paper: catalogue.newness[paper.id])
    in_parts = len({item.part for item in by_area}) > 1
    dated = len({paper.work.issued for paper in newest}) > 1
    first = PaperList(group, by_area, say("by area")) if in_parts else None
    second = PaperList(group, flat(newest), say("newest first"), NEWEST) if dated else None
    if first and not second:
        second = PaperList(group, flat(by_title), say("by title"), BY_TITLE)
    first = first or PaperList(group, flat(by_title), say("by title"))
    return [first, second] if second else [first]


def _by_area(catalogue: Catalogue, by_title: Sequence[Paper], no_area: Text) -> list[Listed]:
    """Return papers in the order of their main topics, under the areas of these."""
    names = {area.slug: Text(area.name.repaired) for area in catalogue.areas}
    places = catalogue.topic_places

    def main(paper: Paper) -> str:
        given = catalogue.assignments.get(paper.id, ())
        return given[0].topic if given else ""

    # Sorting is stable: papers of a topic stay in the order of titles.
    ordered = sorted(by_title, key=lambda paper: places.get(main(paper), len(places)))
    return [
        Listed(names[catalogue.topics[topic].area] if (topic := main(paper)) else no_area, paper)
        for paper in ordered
    ]


def _said(renderer: Renderer, year: int, most: list[tuple[str, int]]) -> str:
    count = len(renderer.catalogue.years[year])
    papers = renderer.language.counted(
        count, "{number} paper from {year}", "{number} papers from {year}", year=str(year)
    )
    return renderer.on_topics(papers, count, most)


def _other(catalogue: Catalogue, years: list[int], words: str) -> dict[str, object] | None:
    """Return the link to a year beside, with the number of its papers; None where there is none."""
    if not years:
        return None
    (year,) = years
    link = PageLink(words.format(year), f"years/{year}.md")
    return {"link": link, "count": len(catalogue.years[year])}


def _compared(renderer: Renderer, year: int) -> list[dict[str, object]]:
    """Return which topics a year has more, and less, than the years before, with shares."""
    catalogue, language = renderer.catalogue, renderer.language
    papers = {year: len(papers) for year, papers in catalogue.years.items()}
    found = trends(year, papers, catalogue.topics_of_years)
    if not found:
        return []

    def shown(change: Change) -> dict[str, object]:
        return {
            "topic": views.topic_view(catalogue, change.topic),
            "now": language.share(change.now, found.papers),
            "before": language.share(change.before, found.papers_before),
        }

    span = str(found.first) if found.first == found.last else f"{found.first}–{found.last}"
    return [
        {
            "larger": larger,
            "span": span,
            "topics": [shown(change) for change in changes[:CHANGED]],
        }
        for larger, changes in ((True, found.up), (False, found.down))
        if changes
    ]
