"""Which papers are most alike, by the terms that say most of each: who is to lie beside whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

#: Terms of a paper that are compared: those that say most of it.
MOST_TERMS = 32
#: A term of more papers than this, or than COMMON times the root of all, says nothing of nearness.
#: So the time for all pairs grows no faster than papers times the root of papers.
RARE, COMMON = 200, 5.0
#: How many of the most alike papers are looked at.
NEAREST = 8
#: What it adds to the likeness of two papers (0 to 1) that their main topic, or its area, is one.
TOPIC, AREA = 0.04, 0.04
#: The nearest count far more than the others: likeness is taken to this power.
SHARPNESS = 3

Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Near:
    """For each paper (rows) the most alike ones, by number, and how strongly each draws it.

    Where there are fewer than NEAREST, the strength of the others is 0.
    """

    papers: Ints
    strength: Numbers

    def of(self, papers: Ints) -> Near:
        """Return those that are near some of the papers."""
        return Near(self.papers[papers], self.strength[papers])


def telling(weights: csr_matrix, about: float) -> csr_matrix:
    """Return the rows of terms with their MOST_TERMS greatest weights, common terms left out.

    `about` is how many papers there are, roughly: the limit of common terms must not move with
    each paper that comes.
    """
    rows = csr_matrix(weights, dtype=np.float64, copy=True)
    papers = np.bincount(rows.indices, minlength=rows.shape[1])
    rows.data[papers[rows.indices] > max(RARE, COMMON * about**0.5)] = 0
    rows.eliminate_zeros()
    rows.sort_indices()
    of = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((-rows.data, of))
    rank = np.arange(len(order)) - rows.indptr[of[order]]
    rows.data[order[rank >= MOST_TERMS]] = 0
    rows.eliminate_zeros()
    return rows


def nearest(rows: csr_matrix, first: int, last: int, marks: Ints, *, earlier: bool) -> Near:
    """Return who is most like the papers `first` to `last` of `rows`, among those before `last`.

    With `earlier` only those before `first` are looked at. `marks` (papers × 2) has the number of
    each paper's main topic and of its area, below 0 for none.
    """
    others = rows[:first] if earlier else rows[:last]
    found = np.zeros((last - first, NEAREST), dtype=np.int64)
    alike = np.zeros((last - first, NEAREST))
    if not others.shape[0] or not rows.nnz:
        return Near(found, alike)
    # The paper itself may be among them, and is left out.
    best = sp_matmul_topn(rows[first:last], others.T.tocsr(), top_n=NEAREST + 1, sort=True)
    of = np.repeat(np.arange(first, last), np.diff(best.indptr))
    kept = np.flatnonzero(best.indices != of)
    of, columns, values = of[kept] - first, best.indices[kept], best.data[kept]
    place = np.arange(len(of)) - np.searchsorted(of, of)
    inside = place < NEAREST
    found[of[inside], place[inside]] = columns[inside]
    alike[of[inside], place[inside]] = values[inside]
    mine = marks[first:last, None, :]
    same = (mine == marks[found]) & (mine >= 0)
    added = TOPIC * same[:, :, 0] + AREA * same[:, :, 1]
    return Near(found, np.where(alike > 0, (alike + added) ** SHARPNESS, 0.0))
