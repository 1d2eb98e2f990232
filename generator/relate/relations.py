"""Which papers are related: by the terms they share, the names they mention, and their topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.model import Related
from generator.relate.candidates import Pairs, candidate_pairs
from generator.relate.mentions import Mention, mentions
from generator.terms.matrix import Terms
from generator.terms.naming import by_gain, telling
from generator.text.words import words
from generator.values.paper import Paper

#: Below this score two papers share no more than the manner of speaking.
MIN_SCORE = 0.05
MIN_TERMS, MAX_TERMS = 2, 5
#: What topics add to the similarity, as a share of it: all for the same ones, nothing for none.
TOPIC_PRIOR = 0.5
#: What is added to the score where one mentions a name that the other introduces.
MENTION_BONUS = 0.25
#: A name that may mean something else counts between papers at least as similar as this.
LEAST_FOR_AN_UNSURE_NAME = 0.15
#: Texts as similar as this (0 to 1) are nearly the same.
NEARLY_THE_SAME = 0.9
SAME_TEXT = "nearly the same text"
#: Pairs are compared so many at a time, which bounds the memory.
AT_ONCE = 20_000

Floats = NDArray[np.float64]


def relate(
    papers: Sequence[Paper],
    terms: Terms,
    count: int,
    topics: Mapping[str, Sequence[str]] | None = None,
    apart: Mapping[tuple[str, str], str] | None = None,
) -> dict[str, tuple[Related, ...]]:
    """Return for each paper's id up to `count` related papers, the most similar first.

    `papers` are sorted by id, and `terms` has a row for each. `topics` names the topics of papers
    by id; `apart` says of two near papers, by their ids in order, why they are not one. Of equal
    scores the lower id comes first; the order of anything else makes no difference.
    """
    if count == 0 or len(papers) < 2:
        return {paper.id: () for paper in papers}
    named: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions(papers):
        named[min(mention.by, mention.of), max(mention.by, mention.of)].append(mention)
    row_of = {paper.id: row for row, paper in enumerate(papers)}
    near = {(row_of[one], row_of[other]): why for (one, other), why in (apart or {}).items()}
    extra = np.array(sorted({*named, *near}), dtype=np.int64).reshape(-1, 2)
    pairs = np.unique(np.concatenate([candidate_pairs(terms.weights, count), extra]), axis=0)
    similar = _products(terms.weights, pairs)
    scores = similar * (1 + TOPIC_PRIOR * _common_topics(papers, pairs, topics or {}))
    notes: dict[int, _Notes] = defaultdict(_Notes)
    place = {(int(one), int(other)): at for at, (one, other) in enumerate(pairs)}
    for pair, found in named.items():
        at = place[pair]
        kept = [m for m in found if m.sure or similar[at] >= LEAST_FOR_AN_UNSURE_NAME]
        if kept:
            notes[at].names = tuple(kept)
            scores[at] += MENTION_BONUS * max(mention.rarity for mention in kept)
    for same in np.flatnonzero(similar >= NEARLY_THE_SAME):
        notes[int(same)].apart = SAME_TEXT
    for pair, why in near.items():
        notes[place[pair]].apart = why
    ranking = _Ranking(papers, terms, pairs, np.minimum(scores, 1.0).round(4), notes)
    return ranking.best(count)


@dataclass
class _Notes:
    """What is known of a pair beside the terms it shares."""

    names: tuple[Mention, ...] = ()
    apart: str = ""


class _Ranking:
    """The scored pairs, and the relations that they make for each paper."""

    def __init__(
        self,
        papers: Sequence[Paper],
        terms: Terms,
        pairs: Pairs,
        scores: Floats,
        notes: Mapping[int, _Notes],
    ) -> None:
        self._papers = papers
        self._terms = terms
        self._pairs = pairs
        self._scores = scores
        self._notes = notes
        self._shown: dict[int, tuple[str, ...]] = {}

    def best(self, count: int) -> dict[str, tuple[Related, ...]]:
        """Return for each paper's id its relations, the best first, at most `count`."""
        number = np.flatnonzero(self._scores >= MIN_SCORE)
        ends = self._pairs[number]
        row = np.concatenate([ends[:, 0], ends[:, 1]])
        other = np.concatenate([ends[:, 1], ends[:, 0]])
        at = np.concatenate([number, number])
        # Rows are in the order of the ids.
        order = np.lexsort((other, -self._scores[at], row))
        found: list[list[Related]] = [[] for _ in self._papers]
        for one, two, pair in zip(row[order], other[order], at[order], strict=True):
            if len(found[one]) < count:
                relation = self._relation(int(one), int(two), int(pair))
                if relation:
                    found[one].append(relation)
        return {paper.id: tuple(items) for paper, items in zip(self._papers, found, strict=True)}

    def _relation(self, row: int, other: int, at: int) -> Related | None:
        notes = self._notes.get(at)
        if at not in self._shown:
            self._shown[at] = self._connecting(at)
        connecting = self._shown[at]
        if len(connecting) < MIN_TERMS and not notes:
            return None
        names = notes.names if notes else ()
        return Related(
            self._papers[other].id,
            float(self._scores[at]),
            connecting,
            mentions=tuple(m.name for m in names if m.by == row),
            mentioned=tuple(m.name for m in names if m.of == row),
            apart=notes.apart if notes else "",
        )

    def _connecting(self, at: int) -> tuple[str, ...]:
        """Return the names that one paper of a pair has from the other, and the shared terms."""
        columns = _shared(self._terms, *self._pairs[at])
        notes = self._notes.get(at)
        names = tuple(dict.fromkeys(mention.name for mention in notes.names)) if notes else ()
        if self._terms.common[columns].all() and not notes:
            # What the whole field says relates no two papers.
            return ()
        if names:
            taken = {word for name in names for word in words(name)}
            columns = [c for c in columns if taken.isdisjoint(words(self._terms.names[c]))]
        least, most = (max(limit - len(names), 0) for limit in (MIN_TERMS, MAX_TERMS))
        shown = telling(self._terms, columns, least, most)
        if len(names) + len(shown) < MIN_TERMS:
            shown = tuple(self._terms.names[column] for column in columns[:MIN_TERMS])
        return (*names[:MAX_TERMS], *shown)


def _products(weights: csr_matrix, pairs: Pairs) -> Floats:
    """Return the product of the two rows of each pair: their cosine."""
    found = np.zeros(len(pairs))
    for start in range(0, len(pairs), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        one, other = weights[pairs[part, 0]], weights[pairs[part, 1]]
        found[part] = np.asarray(one.multiply(other).sum(axis=1)).ravel()
    return found


def _common_topics(
    papers: Sequence[Paper], pairs: Pairs, topics: Mapping[str, Sequence[str]]
) -> Floats:
    """Return for each pair the topics of both as a share of the topics of either."""
    number: dict[str, int] = {}
    rows, columns = [], []
    for row, paper in enumerate(papers):
        for slug in topics.get(paper.id, ()):
            rows.append(row)
            columns.append(number.setdefault(slug, len(number)))
    shape = (len(papers), max(len(number), 1))
    has = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    counts = np.asarray(has.sum(axis=1)).ravel()
    both = _products(has, pairs)
    either = counts[pairs[:, 0]] + counts[pairs[:, 1]] - both
    share: Floats = np.divide(both, either, out=np.zeros_like(both), where=either > 0)
    return share


def _shared(terms: Terms, row: int, other: int) -> list[int]:
    """Return the columns of the terms that two papers share, by what each adds to the product."""
    weights = terms.weights
    # The arrays of a sparse matrix are read directly: slicing rows takes ten times as long.
    one, two = (slice(weights.indptr[r], weights.indptr[r + 1]) for r in (row, other))
    columns, here, there = np.intersect1d(
        weights.indices[one], weights.indices[two], assume_unique=True, return_indices=True
    )
    return by_gain(terms, columns, weights.data[one][here] * weights.data[two][there])
