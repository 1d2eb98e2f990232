"""How much a paper's words are those of a topic's papers: the second signal, beside phrases.

Rocchio's method (Rocchio 1971; Manning, Raghavan and Schütze, Introduction to Information
Retrieval, 2008, chapter 14.2): a topic is the mean of its sure members less the mean of all
papers. No paper is compared with itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.terms.matrix import Terms
from generator.terms.naming import by_gain, telling

#: Fewer sure members say more about themselves than about the topic.
LEAST_MEMBERS = 6
#: No paper is more than this many times as like a topic as its members are on average.
MOST = 2.0
SHOWN_TERMS = 3

Floats = NDArray[np.float64]


class Likeness:
    """How like the sure members of each topic every paper is.

    `members` (papers × topics) says how surely a paper belongs to a topic, 0 if it does not. The
    rows are those of `terms.weights`.
    """

    def __init__(self, terms: Terms, members: Floats) -> None:
        self._terms = terms
        sure = csr_matrix(members)
        centroids = np.asarray((sure.T @ terms.weights).toarray())
        self._mean = np.asarray(terms.weights.mean(axis=0)).ravel()
        itself = np.asarray(terms.weights.multiply(terms.weights).sum(axis=1)).ravel()
        others = members.sum(axis=0)[None, :] - members
        near = terms.weights @ centroids.T - members * itself[:, None]
        near = np.divide(near, others, out=np.zeros_like(near), where=others > 1e-9)
        self._near = near - (terms.weights @ self._mean)[:, None]
        self._centroids = centroids / np.maximum(members.sum(axis=0), 1e-9)[:, None]
        self.values = self._scaled(members)

    def _scaled(self, members: Floats) -> Floats:
        """Return nearness in units of how near a topic's members are on average, 0 to MOST."""
        belongs = members > 0
        count = belongs.sum(axis=0)
        typical = (self._near * belongs).sum(axis=0) / np.maximum(count, 1)
        useful = (count >= LEAST_MEMBERS) & (typical > 1e-6)
        scaled = np.divide(
            self._near, typical[None, :], out=np.zeros_like(self._near), where=useful[None, :]
        )
        clipped: Floats = np.clip(scaled, 0, MOST)
        return clipped

    def words(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[str, ...]]:
        """Return the terms by which papers are most like a topic's members.

        `pairs` are papers (rows) and topics (columns).
        """
        rows, topics = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        some = self._terms.weights[rows]
        columns = some.indices
        of_topic = np.repeat(topics, np.diff(some.indptr))
        gains = some.data * (self._centroids[of_topic, columns] - self._mean[columns])
        found = by_gain(self._terms, some.indptr, columns, gains)
        return [telling(self._terms, best, 1, SHOWN_TERMS) for best in found]
