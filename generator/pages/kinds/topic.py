"""The pages of each topic: its papers in two orders, each over as many pages as it needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import Catalogue
from generator.formats import FEEDS, FORMATS
from generator.ids import slug
from generator.model import OutputFile, Topic
from generator.pages import metadata, views
from generator.pages.paging import Paging, in_parts
from generator.pages.renderer import Renderer
from generator.topics.vocabulary import OTHERS
from generator.values.paper import Paper
from generator.values.text import NO_TEXT, Text

#: A list of cards longer than this goes over several pages, so that no page grows with the
#: catalogue.
CARDS_PER_PAGE = 100

UNSORTED = "unsorted"
MOST_LISTED = "most-listed"


@dataclass(frozen=True)
class _Listed:
    """A paper in a list, with the sub-area it stands under, if the list has any."""

    part: Text
    paper: Paper


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the pages of every topic, then those of the papers that have none."""
    catalogue = renderer.catalogue
    for topic in catalogue.topics.values():
        yield from _topic(renderer, topic)
    if catalogue.unsorted:
        listed = _List(catalogue, UNSORTED, _flat(catalogue.unsorted))
        yield from listed.pages(
            renderer,
            "the page of papers without a topic",
            [],
            name="Unsorted",
            description="Papers that no topic matches yet.",
            topic=None,
            area="",
            colour=0,
            neighbours=[],
            head="",
        )


def _topic(renderer: Renderer, topic: Topic) -> Iterator[OutputFile]:
    catalogue = renderer.catalogue
    parts = catalogue.parts_of(topic.slug)
    several = len(parts) > 1
    papers = [
        _Listed((name or Text(OTHERS)) if several else NO_TEXT, paper)
        for name, members in parts
        for paper in members
    ]
    by_title = "by sub-area and title" if several else "by title"
    lists = [_List(catalogue, topic.slug, papers, by_title)]
    if catalogue.has_listings and len(papers) > 1:
        most_listed = _flat(
            sorted(catalogue.papers_of[topic.slug], key=lambda paper: -paper.listings)
        )
        lists.append(_List(catalogue, topic.slug, most_listed, "most listed", MOST_LISTED))
    for listed in lists:
        yield from listed.pages(
            renderer,
            f'the page of the topic "{topic.name.plain}"',
            lists,
            topic=topic.slug,
            name=topic.name,
            description=topic.description,
            colour=views.colour(catalogue, topic.area),
            head=metadata.of_topic(catalogue, topic, f"topics/{topic.slug}/", renderer.settings),
            area=next(area.name for area in catalogue.areas if area.slug == topic.area),
            neighbours=views.neighbours(catalogue, topic),
        )


def _flat(papers: Iterable[Paper]) -> list[_Listed]:
    return [_Listed(NO_TEXT, paper) for paper in papers]


class _List:
    """A list of a topic's papers in one order, called `name`, over as many pages as it needs.

    topics/<topic>.md, then topics/<topic>/2.md and so on; in another order
    topics/<topic>/<order>.md, then topics/<topic>/<order>-2.md.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        topic: str,
        papers: Sequence[_Listed],
        name: str = "",
        order: str = "",
    ) -> None:
        self.name = name
        self.order = order
        self.paging = (
            Paging(f"topics/{topic}/{order}.md", f"topics/{topic}/{order}-{{}}.md")
            if order
            else Paging(f"topics/{topic}.md", f"topics/{topic}/{{}}.md")
        )
        self._topic = topic
        self._catalogue = catalogue
        self._count = len(papers)
        self._updated = views.newest(item.paper for item in papers)
        self._parts = in_parts(papers, CARDS_PER_PAGE)

    def pages(
        self, renderer: Renderer, origin: str, orders: Sequence[_List], **values: object
    ) -> Iterator[OutputFile]:
        """Yield the pages; `orders` are the lists of the same papers, this one among them."""
        numbers = [str(number) for number in range(1, len(self._parts) + 1)]
        for number, part in enumerate(self._parts, 1):
            to_topics = "../" * (self.paging.path(number).count("/") - 1)
            yield renderer.page(
                "topic.md.j2",
                self.paging.path(number),
                origin,
                updated=self._updated,
                order=self.order,
                orders=[
                    {
                        "name": other.name,
                        "target": self.paging.way(number, other.paging.path(1)),
                        "here": other is self,
                    }
                    for other in orders
                ],
                count=self._count,
                parts=self._beginnings() if number == 1 else [],
                groups=[
                    {
                        "name": name,
                        "anchor": _anchor(name),
                        "cards": [
                            views.card(
                                self._catalogue, item.paper, f"{to_topics}../papers/", self._topic
                            )
                            for item in items
                        ],
                    }
                    for name, items in groupby(part, lambda item: item.part)
                ],
                to_topics=to_topics,
                number=number,
                others=self.paging.pager(number, numbers),
                formats=_OFFERED,
                feeds=FEEDS,
                **values,
            )

    def _beginnings(self) -> list[dict[str, object]]:
        """Return the sub-areas of the list: name, number of papers, where they begin."""
        counts = Counter(item.part for part in self._parts for item in part if item.part)
        begin: dict[Text, str] = {}
        for number, part in enumerate(self._parts, 1):
            # From the first page, where they are shown.
            way = "" if number == 1 else self.paging.way(1, self.paging.path(number))
            for item in part:
                begin.setdefault(item.part, f"{way}#{_anchor(item.part)}")
        return [
            {"name": name, "count": count, "target": begin[name]} for name, count in counts.items()
        ]


#: What a topic's page offers its papers as: citations, then tables; objects are for programs.
_OFFERED = [kind for wanted in ("citation", "row") for kind in FORMATS if kind.kind == wanted]


def _anchor(part: Text) -> str:
    return f"part-{slug(part.plain)}"
