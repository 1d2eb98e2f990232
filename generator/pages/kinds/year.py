"""The pages of each year: its topics, venues and papers, and what changed from those before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.trends import Change, trends
from generator.figures.within import most_first, venues_within
from generator.figures.wording import counted, percent
from generator.formats.groups import YEARS
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
NO_AREA = Text("Without a topic")
NEWEST, BY_TITLE = "newest", "by-title"

LAYOUT = Layout("year", styles=("groups",))
_UP = PageLink("Years", "years/index.md")


def items(catalogue: Catalogue) -> Sequence[int]:
    """Return the years that have papers, the last first: each has pages."""
    return list(catalogue.years)


def generate(renderer: Renderer, years: Sequence[int]) -> Iterator[Page]:
    """Yield the pages of each of `years`."""
    for year in years:
        yield from _pages(renderer, year)


def _pages(renderer: Renderer, year: int) -> Iterator[Page]:
    catalogue = renderer.catalogue
    papers = catalogue.years[year]
    most = most_first(catalogue, catalogue.topics_of_years[year])
    ways = rows(
        [
            ("Topics", [to_topic(catalogue, slug, count) for slug, count in most]),
            ("Venues", [to_venue(venue, n) for venue, n in venues_within(catalogue, papers)]),
        ]
    )
    lists = _lists(catalogue, year)
    others = list(catalogue.years)
    at = others.index(year)
    title = f"Papers of {year}"
    for listed in lists:
        yield from listed.pages(
            renderer,
            LAYOUT,
            f"the page of the year {year}",
            title,
            _said(catalogue, year, most),
            lists,
            offered=offers(renderer, YEARS, str(year), len(papers), title),
            head=group_metadata.of_year(year, len(papers), renderer.settings),
            up=_UP,
            name=title,
            before=_other(catalogue, others[at + 1 : at + 2], "← {}"),
            after=_other(catalogue, others[at - 1 : at] if at else [], "{} →"),
            compared=_compared(catalogue, year),
            ways=drawing(ways),
            rows=ways,
        )


def _lists(catalogue: Catalogue, year: int) -> list[PaperList]:
    """Return the lists of a year: by area, then the newest first where months tell, or by title."""
    group, by_title = f"years/{year}", catalogue.years[year]
    by_area = _by_area(catalogue, by_title)
    newest = sorted(by_title, key=lambda paper: catalogue.newness[paper.id])
    in_parts = len({item.part for item in by_area}) > 1
    dated = len({paper.work.issued for paper in newest}) > 1
    first = PaperList(group, by_area, "by area") if in_parts else None
    second = PaperList(group, flat(newest), "newest first", NEWEST) if dated else None
    if first and not second:
        second = PaperList(group, flat(by_title), "by title", BY_TITLE)
    first = first or PaperList(group, flat(by_title), "by title")
    return [first, second] if second else [first]


def _by_area(catalogue: Catalogue, by_title: Sequence[Paper]) -> list[Listed]:
    """Return papers in the order of their main topics, under the areas of these."""
    names = {area.slug: Text(area.name.repaired) for area in catalogue.areas}
    places = catalogue.topic_places

    def main(paper: Paper) -> str:
        given = catalogue.assignments.get(paper.id, ())
        return given[0].topic if given else ""

    # Sorting is stable: papers of a topic stay in the order of titles.
    ordered = sorted(by_title, key=lambda paper: places.get(main(paper), len(places)))
    return [
        Listed(names[catalogue.topics[topic].area] if (topic := main(paper)) else NO_AREA, paper)
        for paper in ordered
    ]


def _said(catalogue: Catalogue, year: int, most: list[tuple[str, int]]) -> str:
    named = " and ".join(catalogue.topics[slug].name.plain for slug, _ in most[:2])
    count = len(catalogue.years[year])
    most_of = "above all on" if count > 1 else "on"
    return f"{counted(count, 'paper')} from {year}" + (f", {most_of} {named}." if named else ".")


def _other(catalogue: Catalogue, years: list[int], words: str) -> dict[str, object] | None:
    """Return the link to a year beside, with the number of its papers; None where there is none."""
    if not years:
        return None
    (year,) = years
    link = PageLink(words.format(year), f"years/{year}.md")
    return {"link": link, "count": len(catalogue.years[year])}


def _compared(catalogue: Catalogue, year: int) -> list[dict[str, object]]:
    """Return which topics a year has more, and less, than the years before, with shares."""
    papers = {year: len(papers) for year, papers in catalogue.years.items()}
    found = trends(year, papers, catalogue.topics_of_years)
    if not found:
        return []

    def shown(change: Change) -> dict[str, object]:
        return {
            "topic": views.topic_view(catalogue, change.topic),
            "now": percent(change.now, found.papers),
            "before": percent(change.before, found.papers_before),
        }

    span = str(found.first) if found.first == found.last else f"{found.first}–{found.last}"
    parts = (("Larger", found.up), ("Smaller", found.down))
    return [
        {
            "words": f"{name} share than in {span}",
            "topics": [shown(change) for change in changes[:CHANGED]],
        }
        for name, changes in parts
        if changes
    ]
