"""The kinds of pages. A kind is a module with `generate`, a template, and a line in `KINDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import OutputFile
from generator.pages.kinds import (
    authors,
    data,
    former_authors,
    home,
    map,  # noqa: A004
    paper,
    papers,
    person,
    reading_list,
    search,
    signposts,
    stats,
    topic,
    topics,
    venues,
    years,
)
from generator.pages.renderer import Renderer


@dataclass(frozen=True)
class PageKind:
    """A kind of page: the folder of its pages on the site, and what makes them.

    `name` and `says` are its line in llms.txt, where it has one.
    """

    folder: str
    generate: Callable[[Renderer], Iterator[OutputFile]]
    name: str = ""
    says: str = ""


KINDS: tuple[PageKind, ...] = (
    PageKind("", home.generate),
    PageKind("papers/", paper.generate),
    PageKind("papers/", signposts.generate),
    PageKind("papers/", papers.generate, "Papers", "every paper, by title"),
    PageKind(
        "topics/",
        topics.generate,
        "Topics",
        "every area and topic, with the number of papers",
    ),
    PageKind("topics/", topic.generate),
    PageKind("authors/", authors.generate, "Authors", "who wrote the papers, by family name"),
    PageKind("authors/", former_authors.generate),
    PageKind("authors/", person.generate),
    PageKind("venues/", venues.generate, "Venues", "where the papers were published"),
    PageKind("years/", years.generate, "Years", "when the papers were published"),
    PageKind(
        "map/", map.generate, "Map", "every paper as a point, papers with similar words nearby"
    ),
    PageKind(
        "stats/",
        stats.generate,
        "Statistics",
        "how many papers each topic, kind and source has",
    ),
    PageKind("data/", data.generate),
    PageKind("search/", search.generate),
    PageKind("reading-list/", reading_list.generate),
)
