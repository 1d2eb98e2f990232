"""What each word adds to the score of each document: BM25F, worked out when the index is built.

Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.search.encoding import MOST_IMPACT
from generator.search.fields import ASIDE, ASKED, FIELDS
from generator.search.occurrences import Occurrences
from generator.terms.wording import stem

K1 = 1.2

Ints = NDArray[np.int64]
#: Numbers that are many, and small.
Column = NDArray[np.int32]
Bits = NDArray[np.uint8]


@dataclass(frozen=True)
class Impacts:
    """Every word of every document. `of_form` says for each form the number of its class.

    `starts` has for each class where its postings begin in `documents`, `impacts` and `asked`, and
    one number more; documents rise within a class. `asked` has a bit for each of ASKED that a
    document has the class in, or ASIDE. `where` has for each posting where its places begin in
    `places`, and one number more; they rise within a posting.
    """

    of_form: Mapping[str, int]
    starts: Ints
    documents: Column
    impacts: Bits
    asked: Bits
    where: Ints
    places: Column

    @property
    def counts(self) -> list[int]:
        """How many documents have each class."""
        found: list[int] = np.diff(self.starts).tolist()
        return found

    @property
    def fields(self) -> list[int]:
        """For each class a bit for each of ASKED that some document has it in, and ASIDE."""
        if not len(self.documents):
            return []
        found: list[int] = np.bitwise_or.reduceat(self.asked, self.starts[:-1]).tolist()
        return found


def impacts(chunks: Sequence[Occurrences]) -> Impacts:
    """Return what each word adds to each document; the chunks are of documents in their order."""
    of_form = _classes({form for chunk in chunks for form in chunk.forms})
    lengths = np.concatenate([np.zeros((len(FIELDS), 0)), *(c.lengths for c in chunks)], axis=1)
    classes, documents, kinds, begins, covers = _by_class(chunks, of_form)
    # A posting begins where the class or the document is another one than before.
    begun = np.ones(len(classes), dtype=np.bool_)
    begun[1:] = (classes[1:] != classes[:-1]) | (documents[1:] != documents[:-1])
    first = np.flatnonzero(begun)
    posting = np.cumsum(begun, dtype=np.int32) - 1
    of_class, of_document = classes[first], documents[first]
    starts = np.searchsorted(of_class, np.arange(of_class.max(initial=-1) + 2))
    asked = _asked(kinds, first)
    frequency = _frequency(lengths, kinds, documents, posting)
    impact = _bm25f(frequency, len(lengths.T), of_class, np.diff(starts), asked)
    places, where = _places(posting, begins, covers, len(first))
    return Impacts(of_form, starts, of_document, impact, asked, where, places)


def _by_class(
    chunks: Sequence[Occurrences], of_form: Mapping[str, int]
) -> tuple[Column, Column, Bits, Column, Bits]:
    """Return the columns of all chunks, the rows in the order of classes, then of documents."""
    before = np.cumsum([0, *(chunk.lengths.shape[1] for chunk in chunks)])
    classes = _joined(
        [np.array([of_form[f] for f in c.forms], dtype=np.int32)[c.numbers] for c in chunks]
    )
    documents = _joined([c.documents + np.int32(n) for c, n in zip(chunks, before, strict=False)])
    # The order of the rows within a class stays: that of the documents.
    order = np.argsort(classes, kind="stable")
    return (
        classes[order],
        documents[order],
        _joined([chunk.kinds for chunk in chunks], np.uint8)[order],
        _joined([chunk.begins for chunk in chunks])[order],
        _joined([chunk.covers for chunk in chunks], np.uint8)[order],
    )


def _joined(columns: Sequence[NDArray[Any]], kind: type = np.int32) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=kind), *columns])


def _asked(kinds: Bits, first: Ints) -> Bits:
    """Return for each posting in which of ASKED it is, or that it is only aside."""
    bits = [1 << ASKED.index(field.asked) if field.asked else 0 for field in FIELDS.values()]
    shown = [0 if field.aside else ASIDE for field in FIELDS.values()]
    if not len(first):
        return np.zeros(0, dtype=np.uint8)
    found = np.array([a | b for a, b in zip(bits, shown, strict=True)], dtype=np.uint8)[kinds]
    # What stands anywhere else than aside is not aside.
    asked: Bits = np.bitwise_or.reduceat(found, first) ^ np.uint8(ASIDE)
    return asked


def _frequency(
    lengths: NDArray[np.float64], kinds: Bits, documents: Column, posting: Column
) -> NDArray[np.float64]:
    """Return how often each document has a class, each time as much as the field counts."""
    weight = np.array([field.weight for field in FIELDS.values()])[:, None]
    b = np.array([field.b for field in FIELDS.values()])[:, None]
    # Fields of other lengths than usual count less, or more.
    filled = np.maximum((lengths > 0).sum(axis=1, keepdims=True), 1)
    usual = np.maximum(lengths.sum(axis=1, keepdims=True) / filled, 1)
    counts_as = weight / (1 - b + b * lengths / usual)
    found = np.bincount(posting, weights=counts_as[kinds, documents])
    return found.astype(np.float64, copy=False)


def _bm25f(
    frequency: NDArray[np.float64], documents: int, of_class: Column, counts: Ints, asked: Bits
) -> Bits:
    """Return the impact of each posting."""
    shown = np.bincount(of_class[(asked & ASIDE) == 0], minlength=len(counts))
    known = np.where(shown > 0, shown, counts)
    idf = np.log(1 + (documents - known + 0.5) / (known + 0.5))
    score = idf[of_class] * frequency / (K1 + frequency)
    root = np.sqrt(score / max(score.max(initial=0), 1e-9))
    found = np.clip(np.ceil(root.round(9) * (MOST_IMPACT + 1)) - 1, 0, MOST_IMPACT)
    impact: Bits = found.astype(np.uint8)
    return impact


def _places(posting: Column, begins: Column, covers: Bits, many: int) -> tuple[Column, Ints]:
    """Return the places of each posting, rising, and where those of each begin."""
    ends = np.cumsum(covers, dtype=np.int64)
    offset = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - covers, covers)
    place = np.repeat(begins, covers) + offset
    most = int(place.max(initial=0)) + 1
    # Nearly in order, for which this way of sorting is quick.
    codes = np.sort(np.repeat(posting, covers) * np.int64(most) + place, kind="stable")
    if len(codes):
        codes = codes[np.concatenate([[True], codes[1:] != codes[:-1]])]
    where = np.searchsorted(codes, np.arange(many + 1, dtype=np.int64) * most)
    return (codes % most).astype(np.int32), where


def _classes(known: Collection[str]) -> dict[str, int]:
    """Return the class of each form: those with one stem have one number, by their first form."""
    number: dict[str, int] = defaultdict(itertools.count().__next__)
    return {form: number[stem(form) if form.isalpha() else form] for form in sorted(known)}
