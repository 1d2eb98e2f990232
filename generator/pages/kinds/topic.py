"""The pages of each topic: its papers in several orders, each over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year
from generator.formats.groups import TOPICS
from generator.model import OutputFile, Topic
from generator.pages import metadata, views
from generator.pages.drawings.years import years_line
from generator.pages.lists import Listed, PaperList, by_year, flat, offers
from generator.pages.renderer import Renderer
from generator.topics.vocabulary import OTHERS
from generator.values.paper import Paper
from generator.values.text import NO_TEXT, Text

UNSORTED = "unsorted"
MOST_LISTED = "most-listed"
NEWEST = "newest"


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the pages of every topic, then those of the papers that have none."""
    catalogue = renderer.catalogue
    newest = _newest(catalogue)
    for topic in catalogue.topics.values():
        yield from _topic(renderer, topic, newest[topic.slug])
    if catalogue.unsorted:
        listed = PaperList(f"topics/{UNSORTED}", flat(catalogue.unsorted))
        yield from listed.pages(
            renderer,
            "topic.md.j2",
            "the page of papers without a topic",
            [],
            name="Unsorted",
            description="Papers that no topic matches yet.",
            topic=None,
            area="",
            colour=0,
            neighbours=[],
            years="",
            offers=None,
        )


def _newest(catalogue: Catalogue) -> dict[str, list[Paper]]:
    """Return for each topic its papers, the newest first; all papers are gone through once."""
    found: dict[str, list[Paper]] = {slug: [] for slug in catalogue.topics}
    for paper in catalogue.newest_first:
        for given in catalogue.assignments.get(paper.id, ()):
            found[given.topic].append(paper)
    return found


def _topic(renderer: Renderer, topic: Topic, newest: list[Paper]) -> Iterator[OutputFile]:
    catalogue = renderer.catalogue
    parts = catalogue.parts_of(topic.slug)
    several = len(parts) > 1
    papers = [
        Listed((name or Text(OTHERS)) if several else NO_TEXT, paper)
        for name, members in parts
        for paper in members
    ]
    by_title = "by sub-area and title" if several else "by title"
    group = f"topics/{topic.slug}"
    lists = [PaperList(group, papers, by_title, beside=topic.slug)]
    years, links = per_year(newest), {}
    # Nothing is newer than the others where no date is known, or all are of one.
    if len({paper.work.issued for paper in newest}) > 1:
        by_date = PaperList(group, by_year(newest), "newest first", NEWEST, beside=topic.slug)
        ways = by_date.ways()
        links = {year: ways[str(year)] for year in years if str(year) in ways}
        lists.append(by_date)
    if catalogue.has_listings and len(papers) > 1:
        most_listed = flat(
            sorted(catalogue.papers_of[topic.slug], key=lambda paper: -paper.listings)
        )
        lists.append(
            PaperList(
                group,
                most_listed,
                "most listed",
                MOST_LISTED,
                beside=topic.slug,
                listings_shown=True,
            )
        )
    for listed in lists:
        yield from listed.pages(
            renderer,
            "topic.md.j2",
            f'the page of the topic "{topic.name.plain}"',
            lists,
            topic=topic.slug,
            name=topic.name,
            description=topic.description,
            colour=views.colour(catalogue, topic.area),
            head=metadata.of_topic(catalogue, topic, f"topics/{topic.slug}/", renderer.settings),
            area=next(area.name for area in catalogue.areas if area.slug == topic.area),
            neighbours=views.neighbours(catalogue, topic),
            years=years_line(years, links),
            offers=offers(renderer, TOPICS, topic.slug, len(papers)),
        )
