"""A list of cards, over as many pages as it needs: of a topic, a person, a venue, a year."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.formats import FORMATS, offered
from generator.formats.groups import GroupKind
from generator.ids import slug
from generator.model import OutputFile
from generator.pages import views
from generator.pages.paging import Paging, in_parts
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from generator.values.text import NO_TEXT, Text

#: A list of cards longer than this goes over several pages, so that no page grows with the
#: catalogue.
CARDS_PER_PAGE = 100

#: What stands over the papers of a list by years whose year nobody said.
NO_YEAR = "Year not known"

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


def by_year(papers: Iterable[Paper]) -> list[Listed]:
    """Return papers for a list with a part for each year, the newest first, those of none last.

    Within a year they stay in their order. Papers of one year need no parts.
    """
    found = sorted(papers, key=lambda paper: -(paper.work.year or 0))
    names = {year: Text(str(year) if year else NO_YEAR) for year in {p.work.year for p in found}}
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
        self._count = len(papers)
        self._updated = views.newest(item.paper for item in papers)
        self._parts = in_parts(papers, CARDS_PER_PAGE)

    def pages(
        self,
        renderer: Renderer,
        template: str,
        origin: str,
        orders: Sequence[PaperList],
        head: str = "",
        **values: object,
    ) -> Iterator[OutputFile]:
        """Yield the pages; `orders` are the lists of the same papers, this one among them.

        A template is told the name of another order than the first as `order`, else nothing.
        `values` are what else the template prints. It includes _list.md.j2, which shows the list.
        """
        here = self.name if self.order else ""
        numbers = [str(number) for number in range(1, len(self._parts) + 1)]
        for number, part in enumerate(self._parts, 1):
            root = self.paging.root(number)
            yield renderer.page(
                template,
                self.paging.path(number),
                origin,
                updated=self._updated,
                order=here,
                # What programs are told is told of the first page.
                head=head if number == 1 else "",
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
                        "cards": [renderer.card(item.paper, root, self._beside) for item in items],
                    }
                    for name, items in groupby(part, lambda item: item.part)
                ],
                listings_shown=self._listings_shown,
                root=root,
                number=number,
                others=self.paging.pager(number, numbers),
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
        """Return the parts of the list: name, number of papers, where they begin."""
        counts = Counter(item.part for part in self._parts for item in part)
        # From the first page, where they are shown.
        pages = {n: self.paging.way(1, self.paging.path(n)) for n in range(2, len(self._parts) + 1)}
        return [
            {
                "name": name,
                "count": counts[name],
                "target": f"{pages.get(number, '')}#{_anchor(name)}",
            }
            for name, number in self._begin().items()
        ]


@dataclass(frozen=True)
class Offers:
    """The files of a group, as its pages link them: folder below the root, formats, feeds."""

    folder: str
    formats: list[tuple[str, str]]
    feeds: list[tuple[str, str]]


def offers(renderer: Renderer, kind: GroupKind, name: str, count: int) -> Offers:
    """Return the files of the group of a kind with this slug, each with its label and file.

    `count` is how many papers it has.
    """
    if count < kind.least:
        return Offers(kind.data(name), [], [])
    found = offered(kind, renderer.catalogue, renderer.settings.exports)
    return Offers(
        kind.data(name),
        [(form.label, form.file) for form in _OFFERED if form in found.formats],
        [(feed.label, feed.file) for feed in found.feeds],
    )


def _anchor(part: Text) -> str:
    return f"part-{slug(part.plain)}"
