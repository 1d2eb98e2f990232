"""The kinds of pages. A kind is a module with `generate`, a template, and a line in `KINDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages.keys import Keys
from generator.pages.kinds import (
    additions,
    authors,
    data,
    dated_list,
    former_authors,
    gone,
    home,
    listings,
    map,  # noqa: A004
    month,
    most_listed,
    moved,
    names,
    paper,
    papers,
    person,
    reading_list,
    search,
    signposts,
    stats,
    topic,
    topics,
    venue,
    venues,
    year,
    years,
)
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer


def _alone(_: Catalogue) -> Sequence[None]:
    """Return the one thing that the pages of a kind are of: the catalogue."""
    return [None]


#: Enough pages of one paper or person that handing them on costs nothing beside them.
TOGETHER = 64


@dataclass(frozen=True)
class PageKind:
    """A kind of page: the folder of its pages on the site, their layouts, and what makes them.

    `items` are what it has pages of; `generate` yields the pages of some of these, and files that
    belong to them. `key` gives a digest of all that the pages of an item are made of; a kind
    without one has few pages, and they are made each time. `together` is how many items are done
    together: few of large pages, as cores share what is to be done. `index` is the path of its
    first page, where it has one. `name` and `says` are its line in llms.txt, where it has one.
    """

    folder: str
    layouts: tuple[Layout, ...]
    generate: Callable[[Renderer, Sequence[Any]], Iterator[Page | OutputFile]]
    items: Callable[[Catalogue], Sequence[Any]] = _alone
    key: Callable[[Keys, Any], str] | None = None
    together: int = TOGETHER
    index: str = ""
    name: str = ""
    says: str = ""


KINDS: tuple[PageKind, ...] = (
    PageKind("papers/", (paper.LAYOUT,), paper.generate, paper.items, Keys.of_paper),
    PageKind("papers/", (signposts.LAYOUT,), signposts.generate, signposts.items, Keys.of_signpost),
    PageKind("", (home.LAYOUT,), home.generate, index="index.md"),
    PageKind(
        "papers/",
        (papers.LAYOUT,),
        papers.generate,
        index="papers/index.md",
        name="Papers",
        says="every paper, by title",
    ),
    PageKind(
        "topics/",
        (topics.LAYOUT,),
        topics.generate,
        index="topics/index.md",
        name="Topics",
        says="every area and topic, with the number of papers",
    ),
    PageKind("topics/", (topic.LAYOUT,), topic.generate, topic.items, Keys.of_topic, 2),
    PageKind(
        "authors/",
        authors.LAYOUTS,
        authors.generate,
        index="authors/index.md",
        name="Authors",
        says="who wrote the papers, by family name",
    ),
    PageKind("authors/", (names.LAYOUT,), names.generate, names.items, together=1),
    PageKind(
        "authors/",
        (former_authors.LAYOUT,),
        former_authors.generate,
        former_authors.items,
        Keys.of_former,
    ),
    PageKind("authors/", (person.LAYOUT,), person.generate, person.items, Keys.of_person),
    PageKind(
        "venues/",
        venues.LAYOUTS,
        venues.generate,
        index="venues/index.md",
        name="Venues",
        says="where the papers were published",
    ),
    PageKind("venues/", (venue.LAYOUT,), venue.generate, venue.items, Keys.of_venue, 8),
    PageKind(
        "years/",
        (years.LAYOUT,),
        years.generate,
        index="years/index.md",
        name="Years",
        says="when the papers were published",
    ),
    PageKind("years/", (year.LAYOUT,), year.generate, year.items, together=1),
    PageKind(
        "map/",
        (map.LAYOUT,),
        map.generate,
        index="map.md",
        name="Map",
        says="every paper as a point, papers with similar words nearby",
    ),
    PageKind(
        "stats/",
        (stats.LAYOUT,),
        stats.generate,
        index="stats.md",
        name="Statistics",
        says="how many papers each topic, kind and source has",
    ),
    PageKind("data/", (data.LAYOUT,), data.generate, index="data/index.md"),
    PageKind("search/", (search.LAYOUT,), search.generate, index="search.md"),
    *(
        PageKind(f"{folder}/", (layout,), moved.generate, moved.items_of(folder), Keys.of_moved)
        for folder, layout in moved.LAYOUTS.items()
    ),
    *(
        PageKind(f"{folder}/", (layout,), gone.generate, gone.items_of(folder), Keys.of_gone)
        for folder, layout in gone.LAYOUTS.items()
    ),
    PageKind(
        "reading-list/", (reading_list.LAYOUT,), reading_list.generate, index="reading-list.md"
    ),
    PageKind(
        "new/",
        (additions.LAYOUT,),
        additions.generate,
        additions.items,
        Keys.of_additions,
        index="new/index.md",
        name="New",
        says="what came into the catalogue, by week and month",
    ),
    PageKind("new/", (month.LAYOUT,), month.generate, month.items, Keys.of_month, 1),
    PageKind(
        "listed/",
        (listings.LAYOUT,),
        listings.generate,
        listings.items,
        Keys.of_listings,
        index="listed/index.md",
        name="Listed",
        says="what was listed on which day, what is in most listings, what rises",
    ),
    PageKind(
        "listed/", (dated_list.LAYOUT,), dated_list.generate, dated_list.items, Keys.of_day, 8
    ),
    PageKind(
        "listed/", (dated_list.LAYOUT,), most_listed.generate, most_listed.items, Keys.of_most, 1
    ),
)
