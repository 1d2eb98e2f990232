"""Papers that have files of their own: all, and those of a topic, person, venue, year or search.

A kind of group is a line in `GROUPS`: the files of papers, the feeds and the pages that offer both
read it. What each has where nobody wishes something else stands here alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote_plus

from generator.catalogue import Catalogue
from generator.exports import ExportName, Exports
from generator.values.paper import Paper


@dataclass(frozen=True)
class Group:
    """Some papers with a name. `slug` is the last part of the address of their page.

    `page` is that address, below the root of all pages, where it is no page of their own.
    """

    slug: str
    name: str
    papers: Sequence[Paper]
    about: str = ""
    page: str = ""


@dataclass(frozen=True)
class GroupKind:
    """A kind of group. `folder` has its pages, and below data/ its files.

    `what` names a group in messages. `usual` are the names of the formats and feeds that each has
    where the settings do not say which; one of fewer than `least` papers has none.
    """

    folder: Literal["topics", "authors", "venues", "years", "searches"]
    what: str
    of: Callable[[Catalogue], Iterator[Group]]
    usual: tuple[ExportName, ...]
    least: int = 0
    #: Whether it has feeds also where no record says when papers were added: then they are empty.
    always_followed: bool = False

    def data(self, slug: str) -> str:
        """Return the folder of a group's files, below the root of all pages."""
        return f"data/{self.folder}/{slug}/"

    def wished(self, exports: Exports) -> tuple[ExportName, ...]:
        """Return the names of the formats and feeds of each group."""
        said: tuple[ExportName, ...] | None = getattr(exports, self.folder)
        return self.usual if said is None else said

    def with_files(self, catalogue: Catalogue) -> Iterator[Group]:
        """Yield the groups that are large enough for files of their own."""
        return (group for group in self.of(catalogue) if len(group.papers) >= self.least)


def _topics(catalogue: Catalogue) -> Iterator[Group]:
    for topic in catalogue.topics.values():
        papers = catalogue.papers_of[topic.slug]
        yield Group(topic.slug, topic.name.plain, papers, topic.description.plain)


def _people(catalogue: Catalogue) -> Iterator[Group]:
    for person in catalogue.people:
        papers = [catalogue.by_id[paper] for paper in person.papers]
        yield Group(person.slug, person.name.natural, papers)


def _venues(catalogue: Catalogue) -> Iterator[Group]:
    for venue in catalogue.venues:
        yield Group(venue.slug, venue.name.plain, [catalogue.by_id[p] for p in venue.papers])


def _years(catalogue: Catalogue) -> Iterator[Group]:
    for year, papers in catalogue.years.items():
        yield Group(str(year), str(year), papers)


def _searches(catalogue: Catalogue) -> Iterator[Group]:
    for search in catalogue.searches:
        papers = [catalogue.by_id[paper] for paper in search.papers]
        page = f"search/?q={quote_plus(search.query, errors='replace')}"
        yield Group(search.slug, search.name, papers, search.about, page)


#: Everything is in papers.json, and every abstract once more in papers.ris, for programs by which
#: people keep or screen references. JSON Lines would repeat the former, CSL-JSON the BibTeX.
WHOLE: tuple[ExportName, ...] = ("json", "csv", "bibtex", "ris")

_CITED: tuple[ExportName, ...] = ("bibtex", "atom")

TOPICS = GroupKind(
    "topics", "topic", _topics, ("jsonl", "csv", "bibtex", "atom"), always_followed=True
)
#: There are more people than papers, and nine in ten have one or two, whose pages have citations.
PEOPLE = GroupKind("authors", "author", _people, _CITED, least=3)
VENUES = GroupKind("venues", "venue", _venues, _CITED)
YEARS = GroupKind("years", "year", _years, _CITED)
#: Who keeps a search does so to follow it.
SEARCHES = GroupKind("searches", "search", _searches, ("atom", "json-feed"), always_followed=True)

GROUPS: tuple[GroupKind, ...] = (TOPICS, PEOPLE, VENUES, YEARS, SEARCHES)
