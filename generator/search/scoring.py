"""What each word adds to the score of each document: BM25F, worked out when the index is built.

Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.encoding import MOST_IMPACT
from generator.search.tokens import forms
from generator.terms.wording import stem

#: For each field how much a word in it counts, and how much a long field takes from that (b).
FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (5.0, 0.3),
    "names": (5.0, 0.0),
    "authors": (3.0, 0.0),
    "topics": (0.7, 0.3),
    "summary": (2.0, 0.5),
    "abstract": (1.0, 0.5),
}
K1 = 1.2

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Impacts:
    """Every word of every document. `of_form` says for each form the number of its class.

    `starts` has for each class where its postings begin in `documents` and `impacts`, and one
    number more; documents rise within a class.
    """

    of_form: Mapping[str, int]
    starts: Ints
    documents: Ints
    impacts: Ints

    def count(self, number: int) -> int:
        """Return how many documents have a class."""
        return int(self.starts[number + 1] - self.starts[number])

    def postings(self, number: int) -> list[tuple[int, int]]:
        """Return the documents of a class with their impacts."""
        span = slice(self.starts[number], self.starts[number + 1])
        return list(zip(self.documents[span].tolist(), self.impacts[span].tolist(), strict=True))


def impacts(documents: Sequence[Mapping[str, str]]) -> Impacts:
    """Return what each word adds to each document, from the texts of its fields."""
    number: dict[str, int] = defaultdict(itertools.count().__next__)
    rows: list[int] = []
    tokens: list[int] = []
    kinds: list[int] = []
    lengths = np.zeros((len(FIELDS), len(documents)))
    for row, document in enumerate(documents):
        for kind, name in enumerate(FIELDS):
            found = [number[form] for form in forms(document.get(name, ""))]
            tokens += found
            rows += [row] * len(found)
            kinds += [kind] * len(found)
            lengths[kind, row] = len(found)
    of_form = _classes(list(number))
    class_of = np.array([of_form[form] for form in number], dtype=np.int64)
    classes = class_of[np.array(tokens, dtype=np.int64)]
    where, which = np.array(rows, dtype=np.int64), np.array(kinds, dtype=np.int64)
    # Fields of other lengths than usual count less, or more.
    weight = np.array([w for w, _ in FIELDS.values()])[:, None]
    b = np.array([b for _, b in FIELDS.values()])[:, None]
    filled = np.maximum((lengths > 0).sum(axis=1, keepdims=True), 1)
    usual = np.maximum(lengths.sum(axis=1, keepdims=True) / filled, 1)
    counts_as = weight / (1 - b + b * lengths / usual)
    codes, places = np.unique(classes * max(len(documents), 1) + where, return_inverse=True)
    frequency = np.bincount(places, weights=counts_as[which, where], minlength=len(codes))
    of_class, of_document = codes // max(len(documents), 1), codes % max(len(documents), 1)
    in_documents = np.bincount(of_class, minlength=class_of.max(initial=-1) + 1)
    idf = np.log(1 + (len(documents) - in_documents + 0.5) / (in_documents + 0.5))
    score = idf[of_class] * frequency / (K1 + frequency)
    root = np.sqrt(score / max(score.max(initial=0), 1e-9))
    found = np.clip(np.ceil(root.round(9) * (MOST_IMPACT + 1)) - 1, 0, MOST_IMPACT)
    starts = np.concatenate([[0], np.cumsum(in_documents)])
    return Impacts(of_form, starts, of_document, found.astype(np.int64))


def _classes(known: Sequence[str]) -> dict[str, int]:
    """Return the class of each form: those with one stem have one number, by their first form."""
    number: dict[str, int] = defaultdict(itertools.count().__next__)
    return {form: number[stem(form) if form.isalpha() else form] for form in sorted(known)}
