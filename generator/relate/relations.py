"""Which papers are related: by the terms they share, the names they mention, and their topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.model import Related
from generator.relate.candidates import Pairs, candidate_pairs, each_once
from generator.relate.mentions import Mention, mentions
from generator.terms.matrix import Terms
from generator.terms.naming import by_gain, telling
from generator.text.words import words
from generator.values.paper import Paper
from generator.workers import HERE, Workers, chunks_of

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
#: Pairs are compared so many at a time, which bounds the memory, and their terms looked at.
PRODUCTS_AT_ONCE, AT_ONCE = 20_000, 2_000

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def relate(
    papers: Sequence[Paper],
    terms: Terms,
    count: int,
    topics: Mapping[str, Sequence[str]] | None = None,
    apart: Mapping[tuple[str, str], str] | None = None,
    workers: Workers = HERE,
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
    pairs = each_once([candidate_pairs(terms.weights, count), extra], len(papers))
    similar = _products(terms.weights, pairs)
    scores = similar * (1 + TOPIC_PRIOR * _common_topics(papers, pairs, topics or {}))
    notes: dict[int, _Notes] = defaultdict(_Notes)
    known = pairs[:, 0] * len(papers) + pairs[:, 1]
    place = {
        (int(one), int(other)): int(np.searchsorted(known, one * len(papers) + other))
        for one, other in extra
    }
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
    compared = Compared(terms, pairs, np.minimum(scores, 1.0).round(4), dict(notes))
    return _best([paper.id for paper in papers], compared, count, workers)


@dataclass
class _Notes:
    """What is known of a pair beside the terms it shares."""

    names: tuple[Mention, ...] = ()
    apart: str = ""


@dataclass(frozen=True)
class Compared:
    """Pairs of papers (rows of `terms`) with their scores, and what is known of some, by number."""

    terms: Terms
    pairs: Pairs
    scores: Floats
    notes: Mapping[int, _Notes]


def connecting(compared: Compared, numbers: Sequence[int]) -> list[tuple[str, ...]]:
    """Return what connects some of the pairs; nothing, where that is not enough.

    That are the names that one paper has from the other, and the terms that both have.
    """
    terms = compared.terms
    shared = _shared(terms, compared.pairs[numbers])
    found: list[tuple[str, ...]] = []
    for number, columns in zip(numbers, shared, strict=True):
        notes = compared.notes.get(number)
        if terms.common[columns].all() and not notes:
            # What the whole field says relates no two papers.
            found.append(())
        else:
            names = dict.fromkeys(mention.name for mention in notes.names) if notes else {}
            shown = _shown(terms, columns, tuple(names))
            found.append(shown if len(shown) >= MIN_TERMS or notes else ())
    return found


def _shown(terms: Terms, columns: list[int], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names, and with them the most telling of the terms that say something else."""
    if names:
        taken = {word for name in names for word in words(name)}
        columns = [c for c in columns if taken.isdisjoint(words(terms.names[c]))]
    least, most = (max(limit - len(names), 0) for limit in (MIN_TERMS, MAX_TERMS))
    shown = telling(terms, columns, least, most)
    if len(names) + len(shown) < MIN_TERMS:
        shown = tuple(terms.names[column] for column in columns[:MIN_TERMS])
    return (*names[:MAX_TERMS], *shown)


def _best(
    ids: Sequence[str], compared: Compared, count: int, workers: Workers
) -> dict[str, tuple[Related, ...]]:
    """Return for each paper's id its relations, the best first, at most `count`."""
    scores = compared.scores
    number = np.flatnonzero(scores >= MIN_SCORE)
    ends = compared.pairs[number]
    row = np.concatenate([ends[:, 0], ends[:, 1]])
    other = np.concatenate([ends[:, 1], ends[:, 0]])
    at = np.concatenate([number, number])
    # Rows are in the order of the ids.
    order = np.lexsort((other, -scores[at], row))
    row, other, at = row[order], other[order], at[order]
    connect: dict[int, tuple[str, ...]] = {}
    possible = np.ones(len(scores), dtype=np.bool_)
    known = np.zeros(len(scores), dtype=np.bool_)
    while True:
        # Of each paper the best that are possible: their terms are looked at, until all are known.
        chosen = _first_of_each(row, possible[at], count)
        wanted = np.zeros(len(scores), dtype=np.bool_)
        wanted[at[chosen]] = True
        asked = np.flatnonzero(wanted & ~known).tolist()
        if not asked:
            break
        known[asked] = True
        chunks = chunks_of(asked, AT_ONCE)
        for chunk, found in zip(chunks, workers.map(connecting, chunks, compared), strict=True):
            connect.update(zip(chunk, found, strict=True))
        refused = [p for p in asked if not connect[p] and p not in compared.notes]
        possible[refused] = False
    related: list[list[Related]] = [[] for _ in ids]
    some = (column[chosen].tolist() for column in (row, other, at))
    for one, two, pair in zip(*some, strict=True):
        notes = compared.notes.get(pair, _Notes())
        related[one].append(
            Related(
                ids[two],
                float(scores[pair]),
                connect[pair],
                mentions=tuple(m.name for m in notes.names if m.by == one),
                mentioned=tuple(m.name for m in notes.names if m.of == one),
                apart=notes.apart,
            )
        )
    return {id_: tuple(items) for id_, items in zip(ids, related, strict=True)}


def _first_of_each(rows: Ints, possible: NDArray[np.bool_], count: int) -> Ints:
    """Return the places of the first `count` that are possible of each of `rows`, which rise."""
    places = np.flatnonzero(possible)
    kept = rows[places]
    found: Ints = places[np.arange(len(kept)) - np.searchsorted(kept, kept) < count]
    return found


def _products(weights: csr_matrix, pairs: Pairs) -> Floats:
    """Return the product of the two rows of each pair: their cosine."""
    found = np.zeros(len(pairs))
    for start in range(0, len(pairs), PRODUCTS_AT_ONCE):
        part = slice(start, start + PRODUCTS_AT_ONCE)
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


def _shared(terms: Terms, pairs: Pairs) -> list[list[int]]:
    """Return the terms that pairs of papers share, by what each adds to the product."""
    one, other = terms.weights[pairs[:, 0]], terms.weights[pairs[:, 1]]
    both = one.multiply(other).tocsr()
    both.sort_indices()
    return by_gain(terms, both.indptr, both.indices, both.data)
