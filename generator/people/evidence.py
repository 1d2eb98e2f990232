"""What two papers have in common that may tell whether one author of each is the same person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.people.form import Form
from generator.people.rarity import Rarity
from generator.people.signatures import Signature, by_form
from generator.values.paper import Paper

#: Who wrote more papers than this, under one name, leads to everybody: no circle goes by way of it.
MOST_PAPERS = 30
#: Nor by way of a name that others may have; see `Rarity.bits`.
RARE = 3.0

#: How many pairs of papers tell how alike papers are; a prime that mixes them.
SAMPLE, STEP = 4096, 7919

Numbers = frozenset[int]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two signatures have in common.

    `coauthors` are the bits of the names of shared co-authors, the rarest first; `circle` is how
    many co-authors of one wrote with a co-author of the other. `topics` is the number of shared
    topics or None where one has none, `years` how many lie between the papers or None, `venue`
    whether they appeared in one place.
    """

    coauthors: tuple[float, ...] = ()
    circle: int = 0
    topics: int | None = None
    years: int | None = None
    venue: bool = False


class Shelf:
    """All papers with their signatures, made ready for comparing any two.

    `topics` are those of each paper, by its id; `weights` has a row of terms for each paper, whose
    products are cosines, see `generator.terms.matrix`.
    """

    def __init__(
        self,
        papers: Sequence[Paper],
        signatures: Sequence[Signature],
        topics: Mapping[str, Sequence[str]],
        weights: csr_matrix | None,
    ) -> None:
        self.papers = papers
        self.signatures = signatures
        self.of_form = by_form(signatures)
        self.rarity = Rarity(self.of_form)
        self._weights = weights
        self._topics = [frozenset(topics.get(paper.id, ())) for paper in papers]
        self._years = [paper.work.year for paper in papers]
        self._venues = [paper.work.venue.short if paper.work.venue else "" for paper in papers]
        self._circles: dict[int, Numbers] = {}
        self._coauthors: dict[int, Numbers] = {}
        self._set_authors()

    def _set_authors(self) -> None:
        """Give each name a number, and one to what is left of it where only initials are known."""
        numbers: dict[object, int] = {}
        of_form: dict[Form, tuple[int, int]] = {}
        self._bits: list[float] = []
        self._papers_of: list[list[int]] = []
        self._number: list[int] = []
        self._short: list[int] = []
        authors: list[set[int]] = [set() for _ in self.papers]
        short: list[set[int]] = [set() for _ in self.papers]
        initials: list[bool] = [False] * len(self.papers)
        for signature in self.signatures:
            form = signature.form
            if form not in of_form:
                of_form[form] = (
                    self._numbered(_key(form), form, numbers),
                    self._numbered(("initials", *form.block), _shortened(form), numbers),
                )
            number, short_number = of_form[form]
            self._number.append(number)
            authors[signature.paper].add(number)
            self._papers_of[number].append(signature.paper)
            self._short.append(short_number)
            if form.is_person:
                short[signature.paper].add(short_number)
                self._papers_of[short_number].append(signature.paper)
            initials[signature.paper] |= form.is_initials
        self._authors = [frozenset(numbers) for numbers in authors]
        self._authors_short = [frozenset(numbers) for numbers in short]
        self._has_initials = initials

    def _numbered(self, key: object, form: Form, numbers: dict[object, int]) -> int:
        number = numbers.setdefault(key, len(numbers))
        if number == len(self._bits):
            self._bits.append(self.rarity.bits(form))
            self._papers_of.append([])
        return number

    def coauthors(self, signature: int) -> Numbers:
        """Return the names of the co-authors of a signature, by number."""
        found = self._coauthors.get(signature)
        if found is None:
            mine = self.signatures[signature]
            found = self._authors[mine.paper] - {self._number[signature]}
            self._coauthors[signature] = found
        return found

    def papers_with_coauthors(self, signature: int) -> Numbers:
        """Return the papers, by number, that have a co-author of a signature."""
        mine = self.signatures[signature].paper
        own = {self._number[signature], self._short[signature]}
        near = (self._authors[mine] | self._authors_short[mine]) - own
        return frozenset(paper for name in near for paper in self._papers_of[name])

    def shared(self, a: int, b: int) -> Shared:
        """Return what two signatures have in common."""
        one, other = self.signatures[a].paper, self.signatures[b].paper
        both = self.coauthors(a) & self.coauthors(b)
        if not both and (self._has_initials[one] or self._has_initials[other]):
            own = {self._short[a], self._short[b]}
            both = (self._authors_short[one] & self._authors_short[other]) - own
        years = (self._years[one], self._years[other])
        return Shared(
            tuple(sorted((self._bits[name] for name in both), reverse=True)),
            0 if both else self._met(a, b),
            self._topics_shared(one, other),
            abs(years[0] - years[1]) if years[0] and years[1] else None,
            bool(self._venues[one]) and self._venues[one] == self._venues[other],
        )

    def _topics_shared(self, one: int, other: int) -> int | None:
        mine, theirs = self._topics[one], self._topics[other]
        return len(mine & theirs) if mine and theirs else None

    def alike(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return how much more alike the papers of two signatures are than any two, in bits.

        3 is as alike as one of eight pairs of papers; a pair of signatures each.
        """
        if self._weights is None or not pairs:
            return [0.0] * len(pairs)
        one, other = np.array([[self.signatures[at].paper for at in pair] for pair in pairs]).T
        below = np.searchsorted(self._chance, self._cosines(one, other))
        size = len(self._chance)
        bits: list[float] = (-np.log2((size - below + 1) / (size + 1))).tolist()
        return bits

    def _cosines(self, one: Ints, other: Ints) -> Floats:
        """Return the cosines of the words of papers, those of `one` with those of `other`."""
        assert self._weights is not None
        both = self._weights[one].multiply(self._weights[other])
        return np.asarray(both.sum(axis=1)).ravel()

    @cached_property
    def _chance(self) -> Floats:
        """The cosines of many pairs of papers that have nothing to do with each other, sorted."""
        size = len(self.papers)
        if self._weights is None or size < 2:
            return np.zeros(1)
        number = np.arange(SAMPLE)
        one, other = number % size, (number * STEP + number // size + 1) % size
        apart = one != other
        return np.sort(self._cosines(one[apart], other[apart]))

    def _met(self, a: int, b: int) -> int:
        """Return how many co-authors of one signature wrote with a co-author of the other."""
        mine, theirs = self.coauthors(a), self.coauthors(b)
        if not mine or not theirs:
            return 0
        return len((mine & self._circle(b)) | (theirs & self._circle(a)))

    def _circle(self, signature: int) -> Numbers:
        found = self._circles.get(signature)
        if found is None:
            found = self._circles[signature] = self._wrote_with(signature)
        return found

    def _wrote_with(self, signature: int) -> Numbers:
        """Return who wrote other papers with the co-authors of a signature."""
        found: set[int] = set()
        for name in self.coauthors(signature):
            papers = self._papers_of[name]
            if self._bits[name] >= RARE and len(papers) <= MOST_PAPERS:
                found.update(*(self._authors[paper] for paper in papers))
        return frozenset(found)


def _key(form: Form) -> object:
    return (form.family, form.first) if form.is_person else form.whole


def _shortened(form: Form) -> Form:
    return Form(form.whole, form.family, (form.given[0][0],)) if form.is_person else form
