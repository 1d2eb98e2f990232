"""Papers that have a page and files of their own: those of a topic, a person, a venue, a year.

A kind of group is a line in `GROUPS`: the files of papers, the feeds and the pages that offer both
read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.values.paper import Paper


@dataclass(frozen=True)
class Group:
    """Some papers with a name. `slug` is the last part of the address of their page."""

    slug: str
    name: str
    papers: Sequence[Paper]
    about: str = ""


@dataclass(frozen=True)
class GroupKind:
    """A kind of group. `folder` has its pages, and below data/ its files.

    `what` names a group in messages. `formats` are the names of those of FORMATS that its papers
    are offered in, None for all; `feeds` the files of those of FEEDS.
    """

    folder: str
    what: str
    of: Callable[[Catalogue], Iterator[Group]]
    formats: tuple[str, ...] | None
    feeds: tuple[str, ...]
    #: Whether it has feeds also where no record says when papers were added: then they are empty.
    always_followed: bool = False

    def data(self, slug: str) -> str:
        """Return the folder of a group's files, below the root of all pages."""
        return f"data/{self.folder}/{slug}/"

    def feeds_in(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return the files of the feeds that each group has: what is not offered is not written."""
        return self.feeds if self.always_followed or catalogue.latest else ()


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


_CITATIONS = ("bibtex", "ris", "csl")
_BOTH = ("feed.xml", "feed.json")

TOPICS = GroupKind("topics", "topic", _topics, None, _BOTH, always_followed=True)
#: There are more people than papers: each has what readers of feeds and citations ask for most.
PEOPLE = GroupKind("authors", "author", _people, ("bibtex",), ("feed.xml",))
VENUES = GroupKind("venues", "venue", _venues, _CITATIONS, _BOTH)
YEARS = GroupKind("years", "year", _years, _CITATIONS, _BOTH)

GROUPS: tuple[GroupKind, ...] = (TOPICS, PEOPLE, VENUES, YEARS)
