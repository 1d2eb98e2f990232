"""The pages of each topic: its papers in several orders, each over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year
from generator.formats.groups import TOPICS
from generator.model import Topic
from generator.pages import metadata, views
from generator.pages.drawings.years import years_line
from generator.pages.links import PageLink
from generator.pages.lists import Listed, PaperList, by_year, flat, offers
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.text.html import Html
from generator.topics.vocabulary import OTHERS
from generator.values.text import NO_TEXT, Text

UNSORTED = "unsorted"
MOST_LISTED = "most-listed"
NEWEST = "newest"


LAYOUT = Layout("topic", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the slugs of the topics, and UNSORTED where there are papers without one."""
    return [*catalogue.topics, *([UNSORTED] if catalogue.unsorted else [])]


def generate(renderer: Renderer, slugs: Sequence[str]) -> Iterator[Page]:
    """Yield the pages of each of these topics, or of the papers that have none."""
    catalogue = renderer.catalogue
    for slug in slugs:
        if slug == UNSORTED:
            yield from _unsorted(renderer)
        else:
            yield from _topic(renderer, catalogue.topics[slug])


def _unsorted(renderer: Renderer) -> Iterator[Page]:
    listed = PaperList(f"topics/{UNSORTED}", flat(renderer.catalogue.unsorted))
    say = renderer.language.say
    description, name = say("Papers that no topic matches yet."), say("Unsorted")
    yield from listed.pages(
        renderer,
        LAYOUT,
        "the page of papers without a topic",
        name,
        description,
        [],
        topic="",
        name=name,
        about=description,
        area="",
        colour=0,
        up=PageLink(say("Topics"), "topics/index.md"),
        neighbours=[],
        years=Html(),
        per_year=[],
    )


def _topic(renderer: Renderer, topic: Topic) -> Iterator[Page]:
    catalogue, language = renderer.catalogue, renderer.language
    say = language.say
    newest = sorted(catalogue.papers_of[topic.slug], key=lambda paper: catalogue.newness[paper.id])
    parts = catalogue.parts_of(topic.slug)
    several = len(parts) > 1
    papers = [
        Listed((name or Text(say(OTHERS))) if several else NO_TEXT, paper)
        for name, members in parts
        for paper in members
    ]
    by_title = say("by sub-area and title") if several else say("by title")
    group = f"topics/{topic.slug}"
    lists = [PaperList(group, papers, by_title, beside=topic.slug)]
    years, links = per_year(newest), {}
    # Nothing is newer than the others where no date is known, or all are of one.
    if len({paper.work.issued for paper in newest}) > 1:
        by_date = PaperList(
            group, by_year(newest, language), say("newest first"), NEWEST, beside=topic.slug
        )
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
                say("most listed"),
                MOST_LISTED,
                beside=topic.slug,
                listings_shown=True,
            )
        )
    for listed in lists:
        yield from listed.pages(
            renderer,
            LAYOUT,
            f'the page of the topic "{topic.name.plain}"',
            topic.name.plain,
            topic.description.plain,
            lists,
            offered=offers(renderer, TOPICS, topic.slug, len(papers), topic.name.plain),
            head=metadata.of_topic(renderer, topic, f"topics/{topic.slug}/"),
            topic=topic.slug,
            name=topic.name,
            about=topic.description,
            colour=views.colour(catalogue, topic.area),
            area=next(area.name for area in catalogue.areas if area.slug == topic.area),
            up=PageLink(say("Topics"), "topics/index.md"),
            neighbours=[
                {
                    "link": replace(
                        near.link,
                        title=language.counted(
                            near.count, "{number} paper in common", "{number} papers in common"
                        ),
                    ),
                    "count": near.count,
                }
                for near in views.neighbours(catalogue, topic)
            ],
            years=years_line(years, language, links),
            per_year=sorted(years.items()),
        )
