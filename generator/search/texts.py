"""The texts that a paper is found by, field by field, as its page and its catalogue have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.cache.packing import digest
from generator.cache.store import NO_CACHE, Cache
from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language
from generator.model import KnownVenue
from generator.search.short_forms import ShortForms, learn
from generator.search.tokens import forms
from generator.values.name import Name
from generator.values.paper import Paper
from generator.workers import HERE, Workers

#: A word with two capitals or more: NeurIPS, but not Nature.
_ACRONYM = re.compile(r"(?:[a-z]*[A-Z]){2}[A-Za-z]*")

#: The texts of the fields of a paper; each text is one of its own: a title, a name of an author.
Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Source:
    """What the texts of `papers` are made of: a catalogue, and what all of its papers say together.

    `known` are the short forms that they explain, `called` the words of each venue, by its slug.
    `language` is that of words of ours in what results show; nobody finds a paper by them.
    """

    catalogue: Catalogue
    papers: Sequence[Paper]
    known: ShortForms
    called: Mapping[str, Sequence[str]]
    language: Language = ENGLISH

    @cached_property
    def base(self) -> str:
        """A digest of what the texts of all papers are made of."""
        return digest(
            [(topic.slug, topic.name) for topic in self.catalogue.topics.values()],
            [(short, list(longs.items())) for short, longs in self.known.longs.items()],
            list(self.known.written.items()),
        )

    def key(self, paper: Paper) -> tuple[object, ...]:
        """Return all that the texts of a paper are made of, beside `base`."""
        catalogue, work, curation = self.catalogue, paper.work, paper.curation
        slugs = catalogue.people_of.get(paper.id, ())
        people = [catalogue.person.get(slug) for slug in slugs]
        venue = catalogue.venue.get(catalogue.venue_of.get(paper.id, ""))
        return (
            work.title,
            curation.introduces,
            work.authors,
            [one and [name.natural for name in (one.name, *one.variants)] for one in people],
            [item.topic for item in catalogue.assignments.get(paper.id, ())],
            curation.summary,
            work.abstract,
            work.venue,
            (venue.short, venue.name, venue.spellings, venue.known_as) if venue else None,
            catalogue.venue_in_short(paper),
            work.year,
            preprint_year(paper),
        )

    def texts(self, paper: Paper) -> Texts:
        """Return the texts of a paper, by the names of `generator.search.fields.FIELDS`."""
        catalogue, work, curation = self.catalogue, paper.work, paper.curation
        given = catalogue.assignments.get(paper.id, ())
        venue = catalogue.venue_in_short(paper)
        return {
            "title": (work.title.plain,),
            "names": [name.plain for name in curation.introduces],
            "authors": list(_authors(catalogue, paper)),
            "initials": [" ".join(initials(name)) for name in work.authors],
            "topics": [catalogue.topics[item.topic].name.plain for item in given],
            "summary": (curation.summary.plain,),
            "abstract": (work.abstract.plain,),
            "venue": (" ".join((venue, *_with_year(catalogue, paper))),),
            "spellings": (" ".join(_spellings(catalogue, paper, self.called)),),
            "year": (str(work.year or ""),),
            "preprint": (str(preprint_year(paper) or ""),),
            "short": (" ".join(self.known.missing(paper)),),
        }


def source_of(
    catalogue: Catalogue,
    papers: Sequence[Paper],
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> Source:
    """Return what the texts of `papers` are made of."""
    known = learn(catalogue.papers, catalogue.topics.values(), workers, cache)
    called = {venue.slug: _words_of(venue) for venue in catalogue.venues}
    return Source(catalogue, papers, known, called)


def _authors(catalogue: Catalogue, paper: Paper) -> Iterator[str]:
    """Name each author as the paper does, with the words that only other papers' names have."""
    slugs = catalogue.people_of.get(paper.id, ())
    for at, name in enumerate(paper.work.authors):
        person = catalogue.person.get(slugs[at]) if at < len(slugs) else None
        own = name.natural
        names = (person.name, *person.variants) if person else ()
        others = [other for known in names if (other := known.natural) != own]
        if not others:
            yield own
            continue
        seen = {*forms(own)}
        more = dict.fromkeys(form for other in others for form in forms(other) if form not in seen)
        yield " ".join((own, *more))


def initials(name: Name) -> list[str]:
    """Return the first letters of the given names, where these are more than that."""
    given = name.given if not name.literal else " ".join(name.literal.split()[:-1])
    words = dict.fromkeys(word for word in forms(given) if len(word) > 1)
    return list(dict.fromkeys(word[0] for word in words if word[0].isalpha()))


def _words_of(venue: KnownVenue) -> list[str]:
    """Return the words of all names of a venue, each once."""
    names = (venue.short, venue.name.plain, *venue.spellings, *venue.known_as)
    return list(dict.fromkeys(form for name in names for form in forms(name)))


def _spellings(
    catalogue: Catalogue, paper: Paper, called: Mapping[str, Sequence[str]]
) -> list[str]:
    """Return the words of a venue's names that its short one has not, without numbers.

    `called` are the words of each venue, by its slug.
    """
    own = paper.work.venue
    meant = called.get(catalogue.venue_of.get(paper.id, ""), ())
    short = {*forms(catalogue.venue_in_short(paper))}
    words = dict.fromkeys((*forms(own.plain), *forms(own.short), *meant))
    return [word for word in words if word not in short and not word.isnumeric()]


def _with_year(catalogue: Catalogue, paper: Paper) -> list[str]:
    """Return acronyms of a venue as they are written with a year: ICLR23, ICLR2023."""
    venue = catalogue.venue.get(catalogue.venue_of.get(paper.id, ""))
    names = [catalogue.venue_in_short(paper)]
    if venue:
        names += [*venue.spellings, *venue.known_as]
    known = dict.fromkeys(name for name in names if _ACRONYM.fullmatch(name))
    year = paper.work.year
    return [f"{name}{digits}" for name in known if year for digits in (str(year)[-2:], year)]


def preprint_year(paper: Paper) -> int | None:
    """Return when its preprint came, where the paper itself is of another year."""
    year = next(iter(paper.preprint_years), None)
    return year if year != paper.work.year else None
