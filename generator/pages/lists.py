"""A list of cards, over as many pages as it needs: of a topic, a person, a venue, a year."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.formats import FORMATS, Format, offered
from generator.formats.feeds import Feed
from generator.formats.groups import GroupKind
from generator.ids import slug
from generator.language import Language, to_say
from generator.pages import views
from generator.pages.heads import FeedLink
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.paging import Paging, in_parts
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from generator.values.text import NO_TEXT, Text

#: A list of cards longer than this goes over several pages, so that no page grows with the
#: catalogue.
CARDS_PER_PAGE = 100

#: What stands over the papers of a list by years whose year nobody said.
NO_YEAR = to_say("Year not known")

#: What papers are offered as: citations, then tables; objects, for programs, come last.
_KINDS = ("citation", "row", "object")
_OFFERED = [form for wanted in _KINDS for form in FORMATS if form.kind == wanted]


@dataclass(frozen=True)
class Listed:
    """A paper in a list, with the part that it stands under, if the list has any."""

    part: Text
    paper: Paper


def flat(papers: Iterable[Paper]) -> list[Listed]:
    """Return papers for a list without parts."""
    return [Listed(NO_TEXT, paper) for paper in papers]


def by_year(papers: Iterable[Paper], language: Language) -> list[Listed]:
    """Return papers for a list with a part for each year, the newest first, those of none last.

    Within a year they stay in their order. Papers of one year need no parts.
    """
    found = sorted(papers, key=lambda paper: -(paper.work.year or 0))
    unknown = language.say(NO_YEAR)
    names = {year: Text(str(year) if year else unknown) for year in {p.work.year for p in found}}
    if len(names) < 2:
        return flat(found)
    return [Listed(names[paper.work.year], paper) for paper in found]


class PaperList:
    """The papers of a group in one order, called `name`, over as many pages as it needs.

    <folder>/<slug>.md, then <folder>/<slug>/2.md and so on; in another order
    <folder>/<slug>/<order>.md, then <folder>/<slug>/<order>-2.md. `beside` is the topic whose list
    it is, `listings_shown` whether cards say in how many listings they are.
    """

    def __init__(
        self,
        group: str,
        papers: Sequence[Listed],
        name: str = "",
        order: str = "",
        *,
        beside: str = "",
        listings_shown: bool = False,
    ) -> None:
        self.name = name
        self.order = order
        self._group = group
        self.paging = (
            Paging(f"{group}/{order}.md", f"{group}/{order}-{{}}.md")
            if order
            else Paging(f"{group}.md", f"{group}/{{}}.md")
        )
        self._beside = beside
        self._listings_shown = listings_shown
        # A paper of several parts is one.
        self.count = len({item.paper.id for item in papers})
        self._updated = views.newest(item.paper for item in papers)
        self._parts = in_parts(papers, CARDS_PER_PAGE)

    def pages(  # noqa: PLR0913, what is told of a page is told by name
        self,
        renderer: Renderer,
        layout: Layout,
        origin: str,
        title: str,
        description: str,
        orders: Sequence[PaperList],
        *,
        offered: Offers | None = None,
        head: str = "",
        **values: object,
    ) -> Iterator[Page]:
        """Yield the pages; `orders` are the lists of the same papers, this one among them.

        `title` is that of the first page. The templates of `layout` are told the name of another
        order than the first as `order`, else nothing; `offered` are the files of the group.
        `values` are what else they print. They include _list.*.j2, which shows the list.
        """
        here = self.name if self.order else ""
        numbers = [str(number) for number in range(1, len(self._parts) + 1)]
        for number, part in enumerate(self._parts, 1):
            yield renderer.page(
                layout,
                self.paging.path(number),
                origin,
                renderer.numbered(f"{title}, {here}" if here else title, number),
                description,
                updated=self._updated,
                # The same papers in another order are no other page to a search engine.
                robots="noindex" if self.order else "",
                in_markdown=not self.order,
                # What programs are told is told of the first page.
                head=head if number == 1 else "",
                feeds=_feeds(offered),
                leads_to="",
                order=here,
                orders=[
                    {
                        "link": PageLink(other.name, other.paging.path(1)),
                        "name": other.name,
                        "here": other is self,
                    }
                    for other in orders
                ],
                count=self.count,
                parts=self._beginnings() if number == 1 else [],
                groups=[
                    {
                        "name": name,
                        "anchor": _anchor(name),
                        "cards": [renderer.card(item.paper) for item in items],
                    }
                    for name, items in groupby(part, lambda item: item.part)
                ],
                beside=self._beside,
                listings_shown=self._listings_shown,
                number=number,
                others=self.paging.pager(number, numbers),
                offers=offered,
                **values,
            )

    def ways(self) -> dict[str, str]:
        """Return for each part, by its name, its address from that of the group's first page."""
        found = {}
        for name, number in self._begin().items():
            page = posixpath.relpath(self.paging.path(number).removesuffix(".md"), self._group)
            found[name.plain] = f"{'' if page == '.' else page + '/'}#{_anchor(name)}"
        return found

    def _begin(self) -> dict[Text, int]:
        """Return the parts of the list, each with the number of the page where it begins."""
        begin: dict[Text, int] = {}
        for number, part in enumerate(self._parts, 1):
            for item in part:
                if item.part:
                    begin.setdefault(item.part, number)
        return begin

    def _beginnings(self) -> list[dict[str, object]]:
        """Return the parts of the list, of several: name, number of papers, where they begin."""
        counts = Counter(item.part for part in self._parts for item in part)
        if len(counts) < 2:
            return []
        return [
            {
                "link": PageLink(name, f"{self.paging.path(number)}#{_anchor(name)}"),
                "count": counts[name],
            }
            for name, number in self._begin().items()
        ]


@dataclass(frozen=True)
class Offers:
    """The files of a group: folder below the root, formats, feeds; `title` is that of feeds."""

    folder: str
    formats: list[Format]
    feeds: list[Feed]
    title: str

    @property
    def format_links(self) -> list[PageLink]:
        """The links to the files of papers."""
        return [PageLink(form.label, self.folder + form.file) for form in self.formats]

    @property
    def feed_links(self) -> list[PageLink]:
        """The links to the feeds."""
        return [PageLink(feed.label, self.folder + feed.file) for feed in self.feeds]


def offers(renderer: Renderer, kind: GroupKind, slug: str, count: int, title: str) -> Offers:
    """Return the files of the group of a kind with this slug and so many papers.

    `title` is that of its feeds.
    """
    if count < kind.least:
        return Offers(kind.data(slug), [], [], title)
    found = offered(kind, renderer.catalogue, renderer.settings.exports)
    return Offers(
        kind.data(slug),
        [form for form in _OFFERED if form in found.formats],
        list(found.feeds),
        title,
    )


def _feeds(offered: Offers | None) -> list[FeedLink] | None:
    """Return the feeds of a group for the head of its pages; None where it has none."""
    if not offered or not offered.feeds:
        return None
    return [FeedLink(feed, offered.title, offered.folder) for feed in offered.feeds]


def _anchor(part: Text) -> str:
    return f"part-{slug(part.plain)}"
