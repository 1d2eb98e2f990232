"""What each word adds to the score of each document: BM25F, worked out when the index is built.

Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.encoding import MOST_IMPACT
from generator.search.places import AUTHORS, TEXT, TITLE, Area
from generator.search.texts import Texts
from generator.search.tokens import occurrences
from generator.terms.wording import stem


class Field(NamedTuple):
    """A field of a paper.

    `weight` is how much a word in it counts, `b` how much a long field takes from that. `asked` is
    the name under which a query asks for it, `area` where its words have their places. What is
    `aside` the paper does not say as it stands: it makes no word more common.
    """

    weight: float
    b: float
    asked: str = ""
    area: Area | None = None
    aside: bool = False


FIELDS: Mapping[str, Field] = {
    "title": Field(5.0, 0.3, "title", TITLE),
    "names": Field(5.0, 0.0, area=TEXT),
    "authors": Field(3.0, 0.0, "author", AUTHORS),
    "initials": Field(0.3, 0.0, "author", AUTHORS, aside=True),
    "topics": Field(0.7, 0.3),
    "summary": Field(2.0, 0.5, area=TEXT),
    "abstract": Field(1.0, 0.5, area=TEXT),
    "venue": Field(1.5, 0.0, "venue"),
    "spellings": Field(0.25, 0.0, "venue", aside=True),
    "year": Field(2.5, 0.0, "year"),
    "preprint": Field(1.0, 0.0, "preprint"),
    "short": Field(0.5, 0.0, aside=True),
}
#: What a query can ask for by a word; a class has a list of the documents that have it there.
ASKED = ("title", "author", "venue", "year", "preprint")
#: The list of documents that have a class only aside.
ASIDE = 1 << len(ASKED)
K1 = 1.2

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Impacts:
    """Every word of every document. `of_form` says for each form the number of its class.

    `starts` has for each class where its postings begin in `documents`, `impacts` and `asked`, and
    one number more; documents rise within a class. `asked` has a bit for each of ASKED that a
    document has the class in, or ASIDE. `where` has for each posting where its places begin in
    `places`, and one number more.
    """

    of_form: Mapping[str, int]
    starts: Ints
    documents: Ints
    impacts: Ints
    asked: Ints
    where: Ints
    places: Ints

    def count(self, number: int) -> int:
        """Return how many documents have a class."""
        return int(self.starts[number + 1] - self.starts[number])

    def postings(self, number: int) -> list[tuple[int, int]]:
        """Return the documents of a class with their impacts."""
        span = self._span(number)
        return list(zip(self.documents[span].tolist(), self.impacts[span].tolist(), strict=True))

    def fields(self, number: int) -> int:
        """Return a bit for each of ASKED that some document has a class in, and ASIDE."""
        return int(np.bitwise_or.reduce(self.asked[self._span(number)]))

    def documents_in(self, number: int, bit: int) -> list[int]:
        """Return the documents that have a class in one of ASKED, or only aside."""
        span = self._span(number)
        found: list[int] = self.documents[span][(self.asked[span] & bit) > 0].tolist()
        return found

    def places_of(self, number: int) -> list[list[int]]:
        """Return where each document of a class has it, the documents as in its postings."""
        span = self._span(number)
        ends = self.where[span.start : span.stop + 1].tolist()
        places: list[int] = self.places[ends[0] : ends[-1]].tolist()
        return [places[begin - ends[0] : end - ends[0]] for begin, end in itertools.pairwise(ends)]

    def _span(self, number: int) -> slice:
        return slice(int(self.starts[number]), int(self.starts[number + 1]))


class _Occurrences:
    """Columns: a row for each form in each text."""

    def __init__(self) -> None:
        self.number: dict[str, int] = defaultdict(itertools.count().__next__)
        self.documents, self.forms, self.kinds, self.begins, self.covers = (
            array("q") for _ in range(5)
        )

    def add(
        self, document: int, kind: int, texts: Sequence[str], area: Area | None, free: int
    ) -> tuple[int, int]:
        """Add the forms of the texts of a field; return how many, and the next free place."""
        before = len(self.forms)
        for at, text in enumerate(texts):
            found = occurrences(text)
            first, end = area.of(at, free) if area else (0, 0)
            self.forms.extend([self.number[form] for form, _, _ in found])
            self.begins.extend([first + place for _, place, _ in found])
            self.covers.extend([max(min(n, end - first - place), 0) for _, place, n in found])
            # Between two texts there is a place, so that no phrase is in both.
            free = first + max((place + 2 for _, place, _ in found), default=0)
        added = len(self.forms) - before
        self.documents.extend([document] * added)
        self.kinds.extend([kind] * added)
        return added, free


def impacts(documents: Sequence[Texts]) -> Impacts:
    """Return what each word adds to each document, from the texts of its fields."""
    found = _Occurrences()
    lengths = np.zeros((len(FIELDS), len(documents)))
    for document, texts in enumerate(documents):
        free: dict[Area | None, int] = {}
        for kind, (name, field) in enumerate(FIELDS.items()):
            area = field.area
            lengths[kind, document], free[area] = found.add(
                document, kind, texts.get(name, ()), area, free.get(area, 0)
            )
    of_form = _classes(list(found.number))
    class_of = np.array([of_form[form] for form in found.number], dtype=np.int64)
    classes = class_of[_column(found.forms)]
    where, which = _column(found.documents), _column(found.kinds)
    many = max(len(documents), 1)
    codes, at = np.unique(classes * many + where, return_inverse=True)
    of_class, of_document = codes // many, codes % many
    starts = np.searchsorted(of_class, np.arange(class_of.max(initial=-1) + 2))
    asked = _asked(which, at, len(codes))
    impact = _bm25f(lengths, which, where, at, of_class, np.diff(starts), asked)
    places, ends = _places(at, _column(found.begins), _column(found.covers), len(codes))
    return Impacts(of_form, starts, of_document, impact, asked, ends, places)


def _column(values: array[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)


def _asked(which: Ints, at: Ints, many: int) -> Ints:
    """Return for each posting in which of ASKED it is, or that it is only aside."""
    bits = [1 << ASKED.index(field.asked) if field.asked else 0 for field in FIELDS.values()]
    shown = [0 if field.aside else ASIDE for field in FIELDS.values()]
    found: Ints = np.full(many, ASIDE, dtype=np.int64)
    np.bitwise_or.at(found, at, np.array(bits)[which])
    np.bitwise_and.at(found, at, ~np.array(shown)[which])
    return found


def _bm25f(
    lengths: NDArray[np.float64],
    which: Ints,
    where: Ints,
    at: Ints,
    of_class: Ints,
    counts: Ints,
    asked: Ints,
) -> Ints:
    """Return the impact of each posting."""
    documents = lengths.shape[1]
    weight = np.array([field.weight for field in FIELDS.values()])[:, None]
    b = np.array([field.b for field in FIELDS.values()])[:, None]
    # Fields of other lengths than usual count less, or more.
    filled = np.maximum((lengths > 0).sum(axis=1, keepdims=True), 1)
    usual = np.maximum(lengths.sum(axis=1, keepdims=True) / filled, 1)
    counts_as = weight / (1 - b + b * lengths / usual)
    frequency = np.bincount(at, weights=counts_as[which, where], minlength=len(of_class))
    shown = np.bincount(of_class[(asked & ASIDE) == 0], minlength=len(counts))
    known = np.where(shown > 0, shown, counts)
    idf = np.log(1 + (documents - known + 0.5) / (known + 0.5))
    score = idf[of_class] * frequency / (K1 + frequency)
    root = np.sqrt(score / max(score.max(initial=0), 1e-9))
    found: Ints = np.clip(np.ceil(root.round(9) * (MOST_IMPACT + 1)) - 1, 0, MOST_IMPACT)
    return found.astype(np.int64, copy=False)


def _places(at: Ints, begins: Ints, covers: Ints, many: int) -> tuple[Ints, Ints]:
    """Return the places of each posting, rising, and where those of each begin."""
    posting = np.repeat(at, covers)
    offset = np.arange(len(posting)) - np.repeat(np.cumsum(covers) - covers, covers)
    place = np.repeat(begins, covers) + offset
    most = int(place.max(initial=0)) + 1
    codes = np.unique(posting * most + place)
    return codes % most, np.searchsorted(codes // most, np.arange(many + 1))


def _classes(known: Sequence[str]) -> dict[str, int]:
    """Return the class of each form: those with one stem have one number, by their first form."""
    number: dict[str, int] = defaultdict(itertools.count().__next__)
    return {form: number[stem(form) if form.isalpha() else form] for form in sorted(known)}
