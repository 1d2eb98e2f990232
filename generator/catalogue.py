"""The catalogue: every paper, topic and relation, decided and frozen before anything is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from generator.language import ENGLISH, Language, to_say
from generator.model import (
    Area,
    Assignment,
    Gone,
    KnownVenue,
    Person,
    Related,
    StandingSearch,
    Topic,
)
from generator.text.unicode import normal
from generator.values.citation_key import citation_keys
from generator.values.dated_list import DatedList, dated_lists
from generator.values.listed_day import NO_DAY
from generator.values.notice import STATUS_WORDS
from generator.values.paper import CONTRIBUTION_WORDS, Paper
from generator.values.text import NO_TEXT, Text

MAX_NEIGHBOURS = 5
_NEVER = dt.date.min


#: Kinds of links that a paper in a list is said to come with.
_COMES_WITH = {"code": to_say("code"), "data": to_say("data")}


def badges(paper: Paper, language: Language = ENGLISH) -> tuple[str, ...]:
    """Return what a paper in a list comes with or is, as far as a visitor looks for it.

    What became of it comes first: nobody may miss that it was retracted.
    """
    status = paper.work.resolved_status
    found = [STATUS_WORDS[status].badge] if status else []
    found += [said for kind, said in _COMES_WITH.items() if paper.work.has_link(kind)]
    if paper.curation.kind in ("survey", "dataset"):
        found.append(CONTRIBUTION_WORDS[paper.curation.kind])
    return tuple(map(language.say, found))


@dataclass(frozen=True)
class Catalogue:
    """All that pages and downloads show. `papers` are sorted by id.

    `subareas` says for a topic's papers, by id, which part of the topic they belong to, if any.
    `signposts` maps an address that is no paper's own to the papers that it leads to.
    `places` says where papers lie on the map: x and y, see `generator.placing`.
    `people` and `venues` are sorted by slug. `people_of` gives the slugs of a paper's authors, by
    its id and in their order, `venue_of` the slug of its venue. `people_signposts` maps an address
    that nobody has to the slug of the person whose other name would have it.
    `moved` and `gone` are addresses that were published, such as topics/counting: those of topics,
    authors and venues that lead on to another, and those of whatever is no longer there.
    `searches` are those that are kept, as the settings have them.
    """

    papers: tuple[Paper, ...]
    areas: tuple[Area, ...] = ()
    assignments: Mapping[str, tuple[Assignment, ...]] = field(default_factory=dict)
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    subareas: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    signposts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    people_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people_signposts: Mapping[str, str] = field(default_factory=dict)
    venues: tuple[KnownVenue, ...] = ()
    venue_of: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, Gone] = field(default_factory=dict)
    searches: tuple[StandingSearch, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Paper]:
        """Every paper by its id."""
        return {paper.id: paper for paper in self.papers}

    @cached_property
    def citation_keys(self) -> dict[str, str]:
        """The key by which texts cite each paper, by its id."""
        return citation_keys(self.papers)

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Every topic by its slug, in the order of topics.yml."""
        return {topic.slug: topic for area in self.areas for topic in area.topics}

    @cached_property
    def topic_names(self) -> dict[str, str]:
        """What people call each topic in one line, by slug: the slug where two share a name."""
        names = {slug: normal(topic.name.plain) for slug, topic in self.topics.items()}
        often = Counter(name.casefold() for name in names.values())
        return {
            slug: name if name and often[name.casefold()] == 1 else slug
            for slug, name in names.items()
        }

    @cached_property
    def area_places(self) -> dict[str, int]:
        """For each area, by its slug, its place in topics.yml, from 0."""
        return {area.slug: number for number, area in enumerate(self.areas)}

    @cached_property
    def topic_places(self) -> dict[str, int]:
        """For each topic, by its slug, its place in topics.yml, from 0."""
        return {slug: number for number, slug in enumerate(self.topics)}

    @cached_property
    def papers_of(self) -> dict[str, tuple[Paper, ...]]:
        """For each topic its papers, by title."""
        found: dict[str, list[Paper]] = {slug: [] for slug in self.topics}
        for paper in self.by_title:
            for assignment in self.assignments.get(paper.id, ()):
                found[assignment.topic].append(paper)
        return {slug: tuple(papers) for slug, papers in found.items()}

    def parts_of(self, topic: str) -> list[tuple[Text, tuple[Paper, ...]]]:
        """Return the sub-areas of a topic that have papers: their names and papers, by title.

        Papers of no sub-area come last, under an empty name.
        """
        known = self.subareas.get(topic, {})
        names = [part.name for part in self.topics[topic].subareas]
        parts: list[list[Paper]] = [[] for _ in (*names, NO_TEXT)]
        for paper in self.papers_of[topic]:
            parts[known.get(paper.id, -1)].append(paper)
        return [(n, tuple(p)) for n, p in zip((*names, NO_TEXT), parts, strict=True) if p]

    def venue_in_short(self, paper: Paper) -> str:
        """Return what people call the venue of a paper, as venues.yml or else its name says."""
        known = self.venue.get(self.venue_of.get(paper.id, ""))
        return known.short if known else paper.work.venue.short

    @cached_property
    def named_by(self) -> Counter[str]:
        """For each paper, by its id, how many others name it as related."""
        return Counter(item.id for related in self.related.values() for item in related)

    @cached_property
    def has_listings(self) -> bool:
        """Whether it tells papers apart in how many listings they are."""
        return any(paper.listings > 1 for paper in self.papers)

    @cached_property
    def unsorted(self) -> tuple[Paper, ...]:
        """Papers that no topic matches, by title."""
        lost = [paper for paper in self.papers if not self.assignments.get(paper.id)]
        return tuple(sorted(lost, key=lambda paper: (paper.work.title.key, paper.id)))

    @cached_property
    def by_title(self) -> tuple[Paper, ...]:
        """Every paper, by title as people sort it."""
        return tuple(sorted(self.papers, key=lambda paper: (paper.work.title.key, paper.id)))

    @cached_property
    def in_index_order(self) -> tuple[Paper, ...]:
        """Every paper as the search index and the map number them: by main topic, then title."""
        place = self.topic_places

        def key(paper: Paper) -> tuple[int, str, str]:
            given = self.assignments.get(paper.id, ())
            return (place[given[0].topic] if given else len(place), paper.work.title.key, paper.id)

        return tuple(sorted(self.papers, key=key))

    @cached_property
    def newest_first(self) -> tuple[Paper, ...]:
        """Every paper, the newest first; of one date, and of none, those in most listings."""

        def key(paper: Paper) -> tuple[list[int], int, str, str]:
            date = paper.work.issued
            known = (date.year, date.month, date.day) if date else (0, 0, 0)
            return [-part for part in known], -paper.listings, paper.work.title.key, paper.id

        return tuple(sorted(self.papers, key=key))

    @cached_property
    def newness(self) -> dict[str, int]:
        """For each paper, by its id, its place among all, the newest first, from 0."""
        return {paper.id: number for number, paper in enumerate(self.newest_first)}

    @cached_property
    def person(self) -> dict[str, Person]:
        """Every person by slug."""
        return {person.slug: person for person in self.people}

    @cached_property
    def venue(self) -> dict[str, KnownVenue]:
        """Every venue by slug."""
        return {venue.slug: venue for venue in self.venues}

    @cached_property
    def venues_within(self) -> dict[str, tuple[KnownVenue, ...]]:
        """For each venue its workshops, Findings and companions that have papers."""
        found: dict[str, list[KnownVenue]] = {}
        for venue in self.venues:
            if venue.part_of:
                found.setdefault(venue.part_of, []).append(venue)
        return {slug: tuple(venues) for slug, venues in found.items()}

    @cached_property
    def years(self) -> dict[int, tuple[Paper, ...]]:
        """For each year, the last first, its papers by title."""
        found: dict[int, list[Paper]] = {}
        for paper in self.by_title:
            if paper.work.year:
                found.setdefault(paper.work.year, []).append(paper)
        return {year: tuple(found[year]) for year in sorted(found, reverse=True)}

    @cached_property
    def topics_of_years(self) -> dict[int, Counter[str]]:
        """For each year how many of its papers are on each topic, by slug."""
        return {
            year: Counter(a.topic for paper in papers for a in self.assignments.get(paper.id, ()))
            for year, papers in self.years.items()
        }

    @cached_property
    def latest(self) -> tuple[Paper, ...]:
        """Papers whose record says when they were added, the latest first."""
        dated = [paper for paper in self.papers if paper.curation.added]
        return tuple(sorted(dated, key=lambda p: (-(p.curation.added or _NEVER).toordinal(), p.id)))

    @cached_property
    def added_in(self) -> dict[str, tuple[Paper, ...]]:
        """For each month in which papers were added, such as 2026-11, those, the latest first."""
        found: dict[str, list[Paper]] = {}
        for paper in self.latest:
            found.setdefault(paper.curation.added_in, []).append(paper)
        return {month: tuple(papers) for month, papers in found.items()}

    @cached_property
    def dated_lists(self) -> dict[str, DatedList]:
        """What was listed on each day, by the last part of the day's address."""
        return {found.slug: found for found in dated_lists(self.papers)}

    @cached_property
    def days_beside(self) -> dict[str, tuple[str, str]]:
        """For each day of a list the one before and the one after it, "" for none.

        Days of no year are among themselves; what is no day has none.
        """
        found: dict[str, tuple[str, str]] = {}
        for kind, lists in groupby(self.dated_lists.values(), lambda found: found.day.kind):
            days = [found.slug for found in lists]
            beside = zip([*days[1:], ""], ["", *days[:-1]], strict=True)
            found |= dict(zip(days, beside, strict=True)) if kind != NO_DAY else {}
        return found

    @cached_property
    def most_listed(self) -> tuple[Paper, ...]:
        """Papers in several listings: those in most first, then those that others name most."""
        several = [paper for paper in self.papers if paper.listings > 1]
        key = self.named_by
        return tuple(sorted(several, key=lambda p: (-p.listings, -key[p.id], p.id)))

    @cached_property
    def together(self) -> dict[str, Counter[str]]:
        """For each topic how many papers it shares with each other topic."""
        found: dict[str, Counter[str]] = {slug: Counter() for slug in self.topics}
        for assignments in self.assignments.values():
            slugs = [a.topic for a in assignments]
            for slug in slugs:
                found[slug].update(other for other in slugs if other != slug)
        return found

    @cached_property
    def neighbours(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each topic the topics that most papers share with it, and how many do."""
        place = self.topic_places
        return {
            slug: tuple(
                sorted(self.together[slug].items(), key=lambda item: (-item[1], place[item[0]]))[
                    :MAX_NEIGHBOURS
                ]
            )
            for slug in self.topics
        }
