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
from generator.workers import HERE, Workers

K1 = 1.2
#: Rows are looked at so many at a time, which bounds the memory.
ROWS_AT_ONCE = 1 << 18

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
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


@dataclass(frozen=True)
class Rows:
    """The rows of all occurrences, and in which order their classes rise; see `Occurrences`.

    `counts_as` (fields × documents) is how much a word in a field of a document counts.
    """

    order: Ints
    classes: Column
    documents: Column
    kinds: Bits
    begins: Column
    covers: Bits
    counts_as: Floats


@dataclass(frozen=True)
class Postings:
    """Some postings: class and document, how often it has it, where, and how many places that are.

    See `Impacts`.
    """

    classes: Column
    documents: Column
    frequency: Floats
    asked: Bits
    sizes: Column
    places: Column


def impacts(chunks: Sequence[Occurrences], workers: Workers = HERE) -> Impacts:
    """Return what each word adds to each document; the chunks are of documents in their order."""
    of_form = _classes({form for chunk in chunks for form in chunk.forms})
    rows = _rows(chunks, of_form)
    some = list(workers.map(postings_of, _blocks(rows), rows))
    classes = _joined([found.classes for found in some])
    asked = _joined([found.asked for found in some], np.uint8)
    frequency = _joined([found.frequency for found in some], np.float64)
    starts = np.searchsorted(classes, np.arange(classes.max(initial=-1) + 2))
    impact = _bm25f(frequency, rows.counts_as.shape[1], classes, np.diff(starts), asked)
    sizes = _joined([found.sizes for found in some])
    return Impacts(
        of_form,
        starts,
        _joined([found.documents for found in some]),
        impact,
        asked,
        np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]),
        _joined([found.places for found in some]),
    )


def _rows(chunks: Sequence[Occurrences], of_form: Mapping[str, int]) -> Rows:
    """Join the columns of all chunks."""
    before = np.cumsum([0, *(chunk.lengths.shape[1] for chunk in chunks)])
    classes = _joined(
        [np.array([of_form[f] for f in c.forms], dtype=np.int32)[c.numbers] for c in chunks]
    )
    lengths = np.concatenate([np.zeros((len(FIELDS), 0)), *(c.lengths for c in chunks)], axis=1)
    return Rows(
        # The order of the rows within a class stays: that of the documents.
        np.argsort(classes, kind="stable"),
        classes,
        _joined([c.documents + np.int32(n) for c, n in zip(chunks, before, strict=False)]),
        _joined([chunk.kinds for chunk in chunks], np.uint8),
        _joined([chunk.begins for chunk in chunks]),
        _joined([chunk.covers for chunk in chunks], np.uint8),
        _counts_as(lengths),
    )


def _joined(columns: Sequence[NDArray[Any]], kind: type = np.int32) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=kind), *columns])


def _counts_as(lengths: Floats) -> Floats:
    """Return how much a word in a field of a document counts."""
    weight = np.array([field.weight for field in FIELDS.values()])[:, None]
    b = np.array([field.b for field in FIELDS.values()])[:, None]
    # Fields of other lengths than usual count less, or more.
    filled = np.maximum((lengths > 0).sum(axis=1, keepdims=True), 1)
    usual = np.maximum(lengths.sum(axis=1, keepdims=True) / filled, 1)
    found: Floats = weight / (1 - b + b * lengths / usual)
    return found


def _blocks(rows: Rows) -> list[tuple[int, int]]:
    """Cut the rows, in their order, into blocks of whole classes."""
    sizes = np.bincount(rows.classes, minlength=1)
    ends = np.cumsum(sizes)
    blocks, begin = [], 0
    while begin < len(rows.order):
        last = min(begin + ROWS_AT_ONCE, len(rows.order))
        end = int(ends[np.searchsorted(ends, last)])
        blocks.append((begin, end))
        begin = end
    return blocks


def postings_of(rows: Rows, block: tuple[int, int]) -> Postings:
    """Return the postings of the classes in a block of the rows."""
    some = rows.order[slice(*block)]
    classes, documents, kinds = rows.classes[some], rows.documents[some], rows.kinds[some]
    # A posting begins where the class or the document is another one than before.
    begun = np.ones(len(some), dtype=np.bool_)
    begun[1:] = (classes[1:] != classes[:-1]) | (documents[1:] != documents[:-1])
    first = np.flatnonzero(begun)
    posting = np.cumsum(begun) - 1
    sizes, places = _places(posting, rows.begins[some], rows.covers[some], len(first))
    return Postings(
        classes[first],
        documents[first],
        np.bincount(posting, weights=rows.counts_as[kinds, documents]).astype(np.float64),
        _asked(kinds, first),
        sizes,
        places,
    )


def _asked(kinds: Bits, first: Ints) -> Bits:
    """Return for each posting in which of ASKED it is, or that it is only aside."""
    bits = [1 << ASKED.index(field.asked) if field.asked else 0 for field in FIELDS.values()]
    shown = [0 if field.aside else ASIDE for field in FIELDS.values()]
    found = np.array([a | b for a, b in zip(bits, shown, strict=True)], dtype=np.uint8)[kinds]
    # What stands anywhere else than aside is not aside.
    asked: Bits = np.bitwise_or.reduceat(found, first) ^ np.uint8(ASIDE)
    return asked


def _places(posting: Ints, begins: Column, covers: Bits, many: int) -> tuple[Column, Column]:
    """Return how many places each posting has, and the places, rising."""
    ends = np.cumsum(covers, dtype=np.int64)
    offset = np.arange(ends[-1]) - np.repeat(ends - covers, covers)
    place = np.repeat(begins, covers) + offset
    most = int(place.max(initial=0)) + 1
    # Nearly in order, for which this way of sorting is quick.
    codes = np.sort(np.repeat(posting, covers) * most + place, kind="stable")
    codes = codes[np.diff(codes, prepend=-1) > 0]
    sizes = np.bincount(codes // most, minlength=many)
    return sizes.astype(np.int32), (codes % most).astype(np.int32)


def _bm25f(frequency: Floats, documents: int, of_class: Column, counts: Ints, asked: Bits) -> Bits:
    """Return the impact of each posting."""
    shown = np.bincount(of_class[(asked & ASIDE) == 0], minlength=len(counts))
    known = np.where(shown > 0, shown, counts)
    idf = np.log(1 + (documents - known + 0.5) / (known + 0.5))
    score = idf[of_class] * frequency / (K1 + frequency)
    root = np.sqrt(score / max(score.max(initial=0), 1e-9))
    found = np.clip(np.ceil(root.round(9) * (MOST_IMPACT + 1)) - 1, 0, MOST_IMPACT)
    impact: Bits = found.astype(np.uint8)
    return impact


def _classes(known: Collection[str]) -> dict[str, int]:
    """Return the class of each form: those with one stem have one number, by their first form."""
    number: dict[str, int] = defaultdict(itertools.count().__next__)
    return {form: number[stem(form) if form.isalpha() else form] for form in sorted(known)}
