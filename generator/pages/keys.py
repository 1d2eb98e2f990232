"""What a page is made of, as a digest: a page whose key is as before need not be made again.

A key holds all that the page reads of the catalogue, and no more than it must: whatever a page of
these kinds prints newly has to be added here. A test edits records at random and compares with
pages that are made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from generator.cache.code import code_digest
from generator.cache.packing import digest
from generator.catalogue import Catalogue
from generator.figures.listed import is_listed, most_listed
from generator.figures.rising import rising
from generator.figures.weeks import NEW
from generator.language import ENGLISH, Language
from generator.model import KnownVenue, Person
from generator.pages import views
from generator.settings import Settings
from generator.values.paper import Paper


class Keys:
    """The keys of pages of one catalogue. `frames` is a digest of what they are poured into.

    `base` is the digest of what all pages read: settings, code, frames, the language, the areas
    with their topics. `cards` are the keys of the cards of papers, by id, as far as they are known.
    """

    def __init__(
        self, catalogue: Catalogue, settings: Settings, frames: str, language: Language = ENGLISH
    ) -> None:
        self.cards: dict[str, str] = {}
        self.catalogue = catalogue
        self._people: dict[str, str] = {}
        self.base = digest(
            code_digest(),
            frames,
            language.digest,
            settings.name,
            settings.description,
            settings.url,
            settings.repository,
            settings.forge,
            settings.exports.model_dump(),
            settings.links,
            settings.licence.model_dump() if settings.licence else None,
            catalogue.areas,
            bool(catalogue.latest),
        )

    def of_card(self, paper: Paper) -> str:
        """Return the key of what lists and other pages show of a paper."""
        if paper.id not in self.cards:
            catalogue = self.catalogue
            slugs = catalogue.people_of.get(paper.id, ())
            self.cards[paper.id] = digest(
                self.base,
                *_shown(paper),
                catalogue.assignments.get(paper.id, ()),
                slugs,
                [slug in catalogue.person and catalogue.person[slug].orcid for slug in slugs],
                self._venue(catalogue.venue_of.get(paper.id, "")),
                catalogue.citation_keys[paper.id],
            )
        return self.cards[paper.id]

    def of_cards(self, numbers: range) -> list[str]:
        """Return the keys of the cards of some of the catalogue's papers."""
        papers = self.catalogue.papers[numbers.start : numbers.stop]
        return [self.of_card(paper) for paper in papers]

    def of_paper(self, paper: Paper) -> str:
        """Return the key of the page of a paper, which names related ones."""
        catalogue = self.catalogue
        related = catalogue.related.get(paper.id, ())
        others = [self.of_card(catalogue.by_id[item.id]) for item in related]
        return digest(self.of_card(paper), [digest(item) for item in related], others)

    def of_person(self, person: Person) -> str:
        """Return the key of the pages of a person, which name co-authors and namesakes."""
        catalogue = self.catalogue
        namesakes = [catalogue.person[slug] for slug in person.namesakes]
        return digest(
            self._person(person),
            [self._papers(other) for other in (person, *namesakes)],
            [self._person(other) for other in self._wrote(person.papers)],
            [self._person(other) for other in namesakes],
        )

    def of_topic(self, slug: str) -> str:
        """Return the key of the pages of a topic, or of the papers that have none."""
        catalogue = self.catalogue
        papers = catalogue.papers_of.get(slug, catalogue.unsorted)
        parts = catalogue.subareas.get(slug, {})
        return digest(
            self.base,
            slug,
            [(self.of_card(paper), parts.get(paper.id)) for paper in papers],
            catalogue.neighbours.get(slug, ()),
            catalogue.has_listings,
        )

    def of_venue(self, venue: KnownVenue) -> str:
        """Return the key of the pages of a venue, which name people, and venues within."""
        catalogue = self.catalogue
        near = [catalogue.venue.get(venue.part_of), *catalogue.venues_within.get(venue.slug, ())]
        return digest(
            self.base,
            venue,
            [self.of_card(catalogue.by_id[paper]) for paper in venue.papers],
            [(person.slug, person.name) for person in self._wrote(venue.papers)],
            [(other.slug, other.short) if other else None for other in near],
        )

    def of_former(self, former: tuple[str, str]) -> str:
        """Return the key of a page that leads on to a person."""
        return digest(self.base, former, self.catalogue.person[former[1]].name)

    def of_signpost(self, address: str) -> str:
        """Return the key of a page that leads on to papers."""
        catalogue = self.catalogue
        papers = [catalogue.by_id[paper] for paper in catalogue.signposts[address]]
        return digest(address, [self.of_card(paper) for paper in papers])

    def of_moved(self, address: str) -> str:
        """Return the key of a page that leads on to a topic or venue."""
        catalogue = self.catalogue
        target = catalogue.moved[address]
        folder, _, slug = target.partition("/")
        name = catalogue.topics[slug].name if folder == "topics" else self._venue(slug)
        return digest(self.base, address, target, name)

    def of_gone(self, address: str) -> str:
        """Return the key of a page of what is no longer there."""
        catalogue = self.catalogue
        has = (bool(catalogue.topics), bool(catalogue.people), bool(catalogue.venues))
        return digest(self.base, catalogue.gone[address], has)

    def of_additions(self, _: str) -> str:
        """Return the key of the page of what is new."""
        catalogue = self.catalogue
        return digest(
            self.base,
            # The days tell the weeks, and how many papers each has.
            [paper.curation.added for paper in catalogue.latest],
            [self.of_card(paper) for paper in catalogue.latest[:NEW]],
            is_listed(catalogue),
        )

    def of_month(self, month: str) -> str:
        """Return the key of the pages of a month, which lead to those beside it."""
        found = self.catalogue.added_in
        months = [(other, len(papers)) for other, papers in found.items()]
        return digest(self.base, month, months, [self.of_card(paper) for paper in found[month]])

    def of_listings(self, _: str) -> str:
        """Return the key of the page of what was listed."""
        catalogue = self.catalogue
        risen = [item.paper for items in rising(catalogue).values() for item in items]
        return digest(
            self.base,
            [(found.day, found.count) for found in catalogue.dated_lists.values()],
            [self.of_card(paper) for paper in (*most_listed(catalogue), *risen)],
            len(catalogue.most_listed),
            [paper.curation.added for paper in catalogue.latest[:1]],
        )

    def of_day(self, slug: str) -> str:
        """Return the key of the pages of a day, which lead to those beside it."""
        lists = self.catalogue.dated_lists
        parts = lists[slug].parts
        beside = self.catalogue.days_beside.get(slug, ())
        return digest(
            self.base,
            slug,
            [(other, lists[other].count) for other in beside if other],
            [(source, [self.of_card(paper) for paper in papers]) for source, papers in parts],
            self.catalogue.has_listings,
        )

    def of_most(self, _: str) -> str:
        """Return the key of the pages of what is in most listings."""
        return digest(self.base, [self.of_card(paper) for paper in self.catalogue.most_listed])

    def _wrote(self, papers: Iterable[str]) -> list[Person]:
        """Return who wrote some papers, by slug."""
        catalogue = self.catalogue
        slugs = {slug for paper in papers for slug in catalogue.people_of.get(paper, ())}
        return [catalogue.person[slug] for slug in sorted(slugs) if slug in catalogue.person]

    def _papers(self, person: Person) -> list[str]:
        return [self.of_card(self.catalogue.by_id[paper]) for paper in person.papers]

    def _person(self, person: Person) -> str:
        if person.slug not in self._people:
            self._people[person.slug] = digest(person)
        return self._people[person.slug]

    def _venue(self, slug: str) -> tuple[object, ...]:
        venue = self.catalogue.venue.get(slug)
        return (slug, venue.name, venue.short, venue.kind) if venue else (slug,)


#: All of a paper but where each field is from, of which a page has one place in its origin.
_FIELDS = attrgetter(*(field.name for field in fields(Paper) if field.name != "provenance"))


def _shown(paper: Paper) -> tuple[object, ...]:
    return (*_FIELDS(paper), views.origin(paper))
