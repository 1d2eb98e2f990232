"""The pages of topics: the list with its chart, and for each topic its papers in two orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from generator.catalogue import Catalogue
from generator.ids import slug
from generator.model import OutputFile, Topic
from generator.pages import metadata, views
from generator.pages.chart import NAMED_PAIRS, Pair, chart, pairs
from generator.settings import Settings
from generator.topics.vocabulary import OTHERS
from generator.values.paper import Paper
from generator.values.text import Text

#: A list of cards longer than this goes over several pages, so that no page grows with the
#: catalogue.
CARDS_PER_PAGE = 100

UNSORTED = "unsorted"
MOST_LISTED = "most-listed"


class Render(Protocol):
    """Makes a page: template, path, what it is made of, and the template's values."""

    def __call__(self, template: str, path: str, origin: str, **values: object) -> OutputFile:
        """Return the page."""


@dataclass(frozen=True)
class _Listed:
    """A paper in a list, with the sub-area it stands under, if the list has any."""

    part: Text
    paper: Paper


def topic_pages(catalogue: Catalogue, settings: Settings, render: Render) -> Iterator[OutputFile]:
    """Return all pages under topics/."""
    meeting = pairs(catalogue)
    yield render(
        "topics.md.j2",
        "topics/index.md",
        "the list of topics",
        areas=views.areas(catalogue),
        unsorted=len(catalogue.unsorted),
        total=len(catalogue.papers),
        chart=chart(catalogue, meeting),
        pairs=[_pair(catalogue, pair) for pair in meeting[:NAMED_PAIRS]],
    )
    for topic in catalogue.topics.values():
        yield from _topic(catalogue, topic, settings, render)
    if catalogue.unsorted:
        listed = _List(catalogue, _Addresses(UNSORTED), _flat(catalogue.unsorted))
        yield from listed.pages(
            render,
            "the page of papers without a topic",
            name="Unsorted",
            description="Papers that no topic matches yet.",
            topic=None,
            area="",
            colour=0,
            neighbours=[],
            head="",
        )


def _topic(
    catalogue: Catalogue, topic: Topic, settings: Settings, render: Render
) -> Iterator[OutputFile]:
    parts = catalogue.parts_of(topic.slug)
    several = len(parts) > 1
    papers = [
        _Listed((name or Text(OTHERS)) if several else Text(), paper)
        for name, members in parts
        for paper in members
    ]
    order = "by sub-area and title" if several else "by title"
    lists = {order: _List(catalogue, _Addresses(topic.slug), papers)}
    if catalogue.has_listings and len(papers) > 1:
        most_listed = sorted(catalogue.papers_of[topic.slug], key=lambda paper: -paper.listings)
        addresses = _Addresses(topic.slug, MOST_LISTED)
        lists["most listed"] = _List(catalogue, addresses, _flat(most_listed))
    for listed in lists.values():
        yield from listed.pages(
            render,
            f'the page of the topic "{topic.name.plain}"',
            orders={name: other.addresses for name, other in lists.items()},
            topic=topic.slug,
            name=topic.name,
            description=topic.description,
            colour=views.colour(catalogue, topic.area),
            head=metadata.of_topic(catalogue, topic, f"topics/{topic.slug}/", settings),
            area=next(area.name for area in catalogue.areas if area.slug == topic.area),
            neighbours=views.neighbours(catalogue, topic),
        )


def _flat(papers: Iterable[Paper]) -> list[_Listed]:
    return [_Listed(Text(), paper) for paper in papers]


class _Addresses:
    """The Markdown files of one list: topics/<topic>.md, then topics/<topic>/2.md and so on.

    In another order: topics/<topic>/<order>.md, topics/<topic>/<order>-2.md.
    """

    def __init__(self, topic: str, order: str = "") -> None:
        self.topic = topic
        self.order = order

    def path(self, number: int) -> str:
        """Return the way to a page of the list from topics/."""
        if number == 1:
            return f"{self.topic}/{self.order}.md" if self.order else f"{self.topic}.md"
        return f"{self.topic}/{self.order}{'-' if self.order else ''}{number}.md"

    def up(self, number: int) -> str:
        """Return the way from a page of the list to topics/."""
        return "../" * self.path(number).count("/")


class _List:
    """A list of papers in one order, over as many pages as it needs."""

    def __init__(
        self, catalogue: Catalogue, addresses: _Addresses, papers: Sequence[_Listed]
    ) -> None:
        self.addresses = addresses
        self._catalogue = catalogue
        self._count = len(papers)
        self._pages = views.in_parts(papers, CARDS_PER_PAGE)

    def pages(
        self,
        render: Render,
        origin: str,
        *,
        orders: Mapping[str, _Addresses] | None = None,
        **values: object,
    ) -> Iterator[OutputFile]:
        """Return the pages; `orders` names the lists of the same papers, this one among them."""
        for number, page in enumerate(self._pages, 1):
            up = self.addresses.up(number)
            to_papers = f"{up}../papers/"
            yield render(
                "topic.md.j2",
                f"topics/{self.addresses.path(number)}",
                origin,
                order=self.addresses.order,
                orders=[
                    {"name": n, "target": up + a.path(1), "here": a.order == self.addresses.order}
                    for n, a in (orders or {}).items()
                ],
                count=self._count,
                parts=self._parts() if number == 1 else [],
                groups=[
                    {
                        "name": part,
                        "anchor": _anchor(part),
                        "cards": [
                            views.card(self._catalogue, item.paper, to_papers, self.addresses.topic)
                            for item in items
                        ],
                    }
                    for part, items in groupby(page, lambda item: item.part)
                ],
                to_topics=up,
                number=number,
                others=[
                    {"name": str(n), "target": up + self.addresses.path(n), "here": n == number}
                    for n in range(1, len(self._pages) + 1)
                ]
                if len(self._pages) > 1
                else [],
                **values,
            )

    def _parts(self) -> list[dict[str, object]]:
        """Return the sub-areas of the list: name, number of papers, where they begin."""
        counts = Counter(item.part for page in self._pages for item in page if item.part)
        begin: dict[Text, str] = {}
        for number, page in enumerate(self._pages, 1):
            # From the first page, where they are shown.
            way = "" if number == 1 else self.addresses.up(1) + self.addresses.path(number)
            for item in page:
                begin.setdefault(item.part, f"{way}#{_anchor(item.part)}")
        return [
            {"name": part, "count": count, "target": begin[part]} for part, count in counts.items()
        ]


def _anchor(part: Text) -> str:
    return f"part-{slug(part.plain)}"


def _pair(catalogue: Catalogue, pair: Pair) -> dict[str, object]:
    return {
        "one": views.topic_view(catalogue, pair.one.slug),
        "other": views.topic_view(catalogue, pair.other.slug),
        "count": pair.count,
    }
