"""The pages of each topic: its papers in two orders, each over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.groups import TOPICS
from generator.model import OutputFile, Topic
from generator.pages import metadata, views
from generator.pages.lists import Listed, PaperList, flat, offers
from generator.pages.renderer import Renderer
from generator.topics.vocabulary import OTHERS
from generator.values.text import NO_TEXT, Text

UNSORTED = "unsorted"
MOST_LISTED = "most-listed"


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the pages of every topic, then those of the papers that have none."""
    catalogue = renderer.catalogue
    for topic in catalogue.topics.values():
        yield from _topic(renderer, topic)
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
            offers=None,
            head="",
        )


def _topic(renderer: Renderer, topic: Topic) -> Iterator[OutputFile]:
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
            offers=offers(renderer, TOPICS, topic.slug),
        )
