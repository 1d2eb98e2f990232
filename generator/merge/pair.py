"""Two entries side by side, and what the fields of both say together."""

from __future__ import annotations

import functools

from rapidfuzz import fuzz

from generator.merge.alignment import Alignment, align
from generator.merge.evidence import same_abstracts, same_authors, same_venues, same_years
from generator.merge.features import Features
from generator.merge.people import Agreement, agreement
from generator.merge.venue_names import same_venue_names

#: A preprint is published so many years later at most, or a year before the server has it.
YEARS_TO_PUBLICATION = 4


class Pair:
    """Two entries, and what their authors, years and abstracts say; each worked out once."""

    def __init__(self, a: Features, b: Features) -> None:
        self.a, self.b = a, b

    @functools.cached_property
    def authors(self) -> bool | None:
        """Whether the first author of one stands in the other; False if they share nobody."""
        return same_authors(self.a.authors, self.b.authors)

    @functools.cached_property
    def years(self) -> bool | None:
        """Whether the years allow for one paper."""
        return same_years(self.a.year, self.b.year)

    @functools.cached_property
    def same_venue(self) -> bool | None:
        """Whether the names are of one venue."""
        return same_venue_names(self.a.venue, self.b.venue)

    @functools.cached_property
    def same_kind(self) -> bool | None:
        """False if one was printed in a journal and the other elsewhere, else None."""
        return same_venues(self.a.venue, self.b.venue)

    @property
    def are_versions(self) -> bool:
        """Whether one may be the preprint of the other, which came out at most so long after it."""
        if self.a.is_preprint == self.b.is_preprint:
            return False
        early, late = (self.a, self.b) if self.a.is_preprint else (self.b, self.a)
        if not late.is_published or early.year is None or late.year is None:
            return late.is_published
        return -1 <= late.year - early.year <= YEARS_TO_PUBLICATION

    @functools.cached_property
    def printed_twice(self) -> bool:
        """Whether one is of a conference and the other of a journal of another year."""
        if self.a.year is None or self.b.year is None or self.a.year == self.b.year:
            return False
        return self.same_kind is False

    @functools.cached_property
    def abstracts(self) -> bool | None:
        """Whether the abstracts are of one paper."""
        return same_abstracts(self.a.abstract, self.b.abstract)

    @functools.cached_property
    def people(self) -> Agreement:
        """How many authors they have in common."""
        return agreement(self.a.authors, self.b.authors)

    @functools.cached_property
    def alignment(self) -> Alignment:
        """Where the titles differ, word by word."""
        return align(self.a.title, self.b.title)

    @functools.cached_property
    def supported(self) -> bool:
        """Whether more than the title speaks for one paper."""
        return (self.authors is True and self.years is not False) or self.abstracts is True

    @functools.cached_property
    def same_key(self) -> bool:
        """Whether the titles are one but for their spelling."""
        return bool(self.a.title.key) and self.a.title.key == self.b.title.key

    @property
    def generic(self) -> bool:
        """Whether many papers can have one of the titles."""
        return self.a.generic or self.b.generic

    @functools.cached_property
    def within(self) -> float:
        """How alike the letters of one title are to the best part of the other, 0 to 1."""
        return fuzz.partial_ratio(self.a.title.key[:300], self.b.title.key[:300]) / 100

    @functools.cached_property
    def closeness(self) -> float:
        """How alike the letters of the titles are, 0 to 1."""
        return fuzz.ratio(self.a.title.key[:1000], self.b.title.key[:1000]) / 100
