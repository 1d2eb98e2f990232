"""What can be counted of a person's papers: co-authors, topics, venues, papers per year.

Asked for every person, it takes a time that grows with the number of authorships, and with the
pairs of authors of one paper: those of very long lists are not paired.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year, whole_span
from generator.figures.within import most_first, topics_within, venue_counts
from generator.language import Language
from generator.model import Person
from generator.values.paper import Paper

#: Who stands in a longer list of authors did not work with everybody in it, and the pairs of a
#: thousand authors would be a million.
MOST_TOGETHER = 100

#: Slugs with how many papers each has, most first.
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class OfPerson:
    """What a person's papers have; `papers` are the newest first, `years` how many of each."""

    papers: tuple[Paper, ...]
    coauthors: Counts
    topics: Counts
    venues: Counts
    years: Mapping[int, int]

    @property
    def span(self) -> str:
        """The first and the last year: "2019–2023", "2023"; empty if none is known."""
        return whole_span(self.years)


def of_person(catalogue: Catalogue, person: Person) -> OfPerson:
    """Return what can be counted of one person; of one number, names and topics are in order."""
    papers = [catalogue.by_id[paper] for paper in person.papers]
    known = catalogue.person
    coauthors: Counter[str] = Counter()
    for paper in papers:
        slugs = catalogue.people_of.get(paper.id, ())
        if len(slugs) <= MOST_TOGETHER:
            coauthors.update(slug for slug in {*slugs} if slug in known and slug != person.slug)
    return OfPerson(
        papers=tuple(sorted(papers, key=lambda paper: catalogue.newness[paper.id])),
        coauthors=_most(coauthors),
        topics=tuple(most_first(catalogue, topics_within(catalogue, papers))),
        venues=_most(venue_counts(catalogue, papers)),
        years=per_year(papers),
    )


def told_by(catalogue: Catalogue, found: OfPerson, language: Language, most: int = 1) -> str:
    """Return the topics that most of a person's papers have, in words: what tells them apart."""
    names = [catalogue.topics[topic].name.plain for topic, _ in found.topics[:most]]
    return language.listed(names, "and")


def _most(counts: Mapping[str, int]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def most_papers(catalogue: Catalogue, count: int) -> list[tuple[Person, int]]:
    """Return the people with most papers, two or more, with how many."""
    return _first([(person, len(person.papers)) for person in catalogue.people], 2, count)


def most_topics(catalogue: Catalogue, count: int) -> list[tuple[Person, int]]:
    """Return the people whose papers have most topics, three or more, with how many."""
    given = catalogue.assignments
    return _first(
        [
            (person, len({one.topic for paper in person.papers for one in given.get(paper, ())}))
            for person in catalogue.people
        ],
        3,
        count,
    )


def _first(found: Sequence[tuple[Person, int]], least: int, count: int) -> list[tuple[Person, int]]:
    enough = [item for item in found if item[1] >= least]
    return sorted(enough, key=lambda item: (-item[1], -len(item[0].papers), item[0].slug))[:count]
