"""The pages of years: the list of all, and one for each, with its topics, venues and papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.figures.trends import Change, trends
from generator.figures.within import most_first, topics_within, venues_within
from generator.figures.wording import counted, percent
from generator.formats.groups import YEARS
from generator.model import OutputFile
from generator.pages import group_metadata, views
from generator.pages.drawings.ways import rows, to_topic, to_venue
from generator.pages.drawings.years import Year, years_table
from generator.pages.lists import Listed, PaperList, flat, offers
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from generator.values.text import Text

#: Topics that are named as more or less than before.
CHANGED = 5
#: What stands over papers of a year that no topic matches.
NO_AREA = Text("Without a topic")
NEWEST, BY_TITLE = "newest", "by-title"


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the list, then the pages of each."""
    catalogue = renderer.catalogue
    topics = {y: topics_within(catalogue, papers) for y, papers in catalogue.years.items()}
    yield _all(renderer, topics)
    orders = _orders(catalogue)
    for year in catalogue.years:
        yield from _year(renderer, year, topics, orders[year])


def _all(renderer: Renderer, topics: Mapping[int, Counter[str]]) -> OutputFile:
    catalogue = renderer.catalogue
    known = sum(map(len, catalogue.years.values()))
    unknown = len(catalogue.papers) - known
    lines = []
    for year, papers in catalogue.years.items():
        first = most_first(catalogue, topics[year])[:1]
        most = [views.topic_view(catalogue, slug, count) for slug, count in first]
        lines.append(Year(year, len(papers), most[0] if most else None))
    return renderer.page(
        "years.md.j2",
        "years/index.md",
        "the list of years",
        updated=views.newest(catalogue.papers),
        years=years_table(lines),
        known=known,
        unknown=counted(unknown, "paper") if unknown else "",
    )


def _orders(catalogue: Catalogue) -> dict[int, list[PaperList]]:
    """Return the lists of each year: by area, then the newest first where months tell, or by title.

    All papers are gone through once, in each order.
    """
    place = {
        topic.area: Text(area.name.repaired) for area in catalogue.areas for topic in area.topics
    }
    by_area: dict[int, list[Listed]] = {year: [] for year in catalogue.years}
    newest: dict[int, list[Paper]] = {year: [] for year in catalogue.years}
    for paper in catalogue.in_index_order:
        if paper.work.year:
            given = catalogue.assignments.get(paper.id, ())
            area = place[catalogue.topics[given[0].topic].area] if given else NO_AREA
            by_area[paper.work.year].append(Listed(area, paper))
    for paper in catalogue.newest_first:
        if paper.work.year:
            newest[paper.work.year].append(paper)
    return {
        year: _lists(year, by_area[year], newest[year], papers)
        for year, papers in catalogue.years.items()
    }


def _lists(
    year: int, by_area: list[Listed], newest: list[Paper], by_title: tuple[Paper, ...]
) -> list[PaperList]:
    group = f"years/{year}"
    in_parts = len({item.part for item in by_area}) > 1
    dated = len({paper.work.issued for paper in newest}) > 1
    first = PaperList(group, by_area, "by area") if in_parts else None
    second = PaperList(group, flat(newest), "newest first", NEWEST) if dated else None
    if first and not second:
        second = PaperList(group, flat(by_title), "by title", BY_TITLE)
    first = first or PaperList(group, flat(by_title), "by title")
    return [first, second] if second else [first]


def _year(
    renderer: Renderer, year: int, topics: Mapping[int, Counter[str]], lists: list[PaperList]
) -> Iterator[OutputFile]:
    catalogue = renderer.catalogue
    papers = catalogue.years[year]
    most = most_first(catalogue, topics[year])
    venues = venues_within(catalogue, papers)
    ways = rows(
        [
            ("Topics", [to_topic(catalogue, slug, count) for slug, count in most]),
            ("Venues", [to_venue(venue, count) for venue, count in venues]),
        ]
    )
    others = list(catalogue.years)
    at = others.index(year)
    for listed in lists:
        yield from listed.pages(
            renderer,
            "year.md.j2",
            f"the page of the year {year}",
            lists,
            year=str(year),
            said=_said(catalogue, year, most),
            head=group_metadata.of_year(year, len(papers), renderer.settings),
            before=_other(catalogue, others[at + 1 : at + 2]),
            after=_other(catalogue, others[at - 1 : at] if at else []),
            ways=ways,
            offers=offers(renderer, YEARS, str(year), len(papers)),
            **_compared(catalogue, year, topics),
        )


def _said(catalogue: Catalogue, year: int, most: list[tuple[str, int]]) -> str:
    named = " and ".join(catalogue.topics[slug].name.plain for slug, _ in most[:2])
    count = len(catalogue.years[year])
    most_of = "above all on" if count > 1 else "on"
    return f"{counted(count, 'paper')} from {year}" + (f", {most_of} {named}." if named else ".")


def _other(catalogue: Catalogue, years: list[int]) -> dict[str, int] | None:
    return {"year": years[0], "count": len(catalogue.years[years[0]])} if years else None


def _compared(
    catalogue: Catalogue, year: int, topics: Mapping[int, Counter[str]]
) -> dict[str, object]:
    """Return which topics a year has more, and less, than the years before, with shares."""
    found = trends(year, {y: len(papers) for y, papers in catalogue.years.items()}, topics)
    if not found:
        return {"changes": [], "compared": ""}

    def shown(change: Change) -> dict[str, object]:
        return {
            "view": views.topic_view(catalogue, change.topic),
            "now": percent(change.now, found.papers),
            "before": percent(change.before, found.papers_before),
        }

    parts = (("Larger", found.up), ("Smaller", found.down))
    return {
        "changes": [
            {"name": name, "topics": [shown(change) for change in changes[:CHANGED]]}
            for name, changes in parts
            if changes
        ],
        "compared": str(found.first)
        if found.first == found.last
        else f"{found.first}–{found.last}",
    }
