"""The page of what was listed: the days that there are lists of, what most have, what rises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.catalogue import Catalogue
from generator.figures.listed import is_listed, most_listed
from generator.figures.rising import Rising, rising
from generator.language import Language
from generator.pages.days import Counted, day_link
from generator.pages.links import PageLink
from generator.pages.lists import NO_YEAR
from generator.pages.page import Layout, Page
from generator.pages.paging import Paging, in_parts
from generator.pages.renderer import Renderer
from generator.values.count import COUNT_WORDS
from generator.values.dated_list import DatedList

#: More days than these have further pages.
DAYS_PER_PAGE = 60

_PAGING = Paging("listed/index.md", "listed/all/{}.md")

LAYOUT = Layout("listings", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the page, where any list says its day, or papers can be told apart by listings."""
    return ["listed"] if is_listed(catalogue) else []


def generate(renderer: Renderer, pages: Sequence[str]) -> Iterator[Page]:
    """Yield the page, and further ones of more days."""
    for _ in pages:
        yield from _pages(renderer)


def _pages(renderer: Renderer) -> Iterator[Page]:
    catalogue, language = renderer.catalogue, renderer.language
    parts = in_parts(list(catalogue.dated_lists.values()), DAYS_PER_PAGE)
    numbers = [str(number) for number in range(1, len(parts) + 1)]
    for number, days in enumerate(parts, 1):
        first = number == 1
        title = renderer.numbered(language.say("What was listed"), number)
        yield renderer.page(
            LAYOUT,
            _PAGING.path(number),
            "the page of what was listed",
            title,
            language.say(
                "Which papers were listed on which day, which most lists have, what rises."
            ),
            updated=renderer.newest,
            heading=title,
            years=_years(days, language),
            total=len(catalogue.dated_lists),
            others=_PAGING.pager(number, numbers),
            most=[renderer.card(paper) for paper in most_listed(catalogue)] if first else [],
            several=len(catalogue.most_listed),
            all_listed=PageLink(
                language.counted(
                    len(catalogue.most_listed),
                    "{number} paper in several listings",
                    "All {number} papers in several listings",
                ),
                "listed/most.md",
            ),
            rising=_rising(renderer) if first else [],
        )


def _years(days: Sequence[DatedList], language: Language) -> list[dict[str, object]]:
    """Return days under their years, those of no year last; those of one year need no name."""
    found = [(year, list(lists)) for year, lists in groupby(days, lambda found: found.day.year)]
    return [
        {
            "name": (str(year) if year else language.say(NO_YEAR)) if len(found) > 1 else "",
            "days": [Counted(day_link(item.day, language), item.count) for item in lists],
        }
        for year, lists in found
    ]


def _rising(renderer: Renderer) -> list[dict[str, object]]:
    """Return the papers that rise, by the kind of count."""
    say = renderer.language.say
    titles = {
        "upvotes": (
            say("Rising by upvotes"),
            say("Many upvotes for the time since the paper was listed."),
        ),
        "citations": (
            say("Rising by citations"),
            say("Many citations for the time since the paper came out."),
        ),
    }
    return [
        {
            "id": f"rising-{kind}",
            "title": titles[kind][0],
            "about": titles[kind][1],
            "papers": [
                {"card": renderer.card(item.paper), "told": _told(item, renderer.language)}
                for item in found
            ],
        }
        for kind, found in rising(renderer.catalogue).items()
    ]


def _told(item: Rising, language: Language) -> str:
    """Return how often a paper was counted, and since when that could be."""
    count, since = item.count, item.since
    return language.say(
        "{counted} since {when}",
        counted=language.counted(count.number, *COUNT_WORDS[count.kind], by=count.by),
        when=language.date(since.year, since.month, since.day) if since.month else str(since.year),
    )
