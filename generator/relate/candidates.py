"""Pairs of papers worth comparing: for each paper those with the most similar rows of terms."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

#: Only the heaviest terms of a paper choose its candidates; every term counts in the score.
HEAVIEST = 48
#: How many candidates for each paper that is wanted; what the score adds can reorder them.
SPARE = 3
#: Rows less similar than this are not worth comparing.
LEAST = 0.03

Pairs = NDArray[np.int64]


def candidate_pairs(weights: csr_matrix, count: int) -> Pairs:
    """Return pairs of rows, each pair once with the lower row first, sorted; an array (pairs × 2).

    Among them are the `count` nearest of each row (by its HEAVIEST terms), and of identical rows
    the first, so that what has the same score can be sorted by id.
    """
    same = _identical(weights)
    # More of the same would only push each other out.
    kept = np.array(sorted(row for rows in same for row in rows[: count + 1]), dtype=np.int64)
    found = [np.zeros((0, 2), dtype=np.int64)]
    if len(kept):
        some = _heaviest(weights[kept])
        near = sp_matmul_topn(
            some,
            some.T.tocsr(),
            top_n=SPARE * count + 1,
            threshold=LEAST,
            n_threads=os.cpu_count() or 1,
        ).tocoo()
        found.append(np.column_stack([kept[near.row], kept[near.col]]))
    for rows in same:
        first = rows[: count + 1]
        found += [np.column_stack([np.full(len(first), row), first]) for row in rows[count + 1 :]]
    pairs = np.sort(np.concatenate(found), axis=1)
    return each_once([pairs[pairs[:, 0] != pairs[:, 1]]], weights.shape[0])


def each_once(some: Sequence[Pairs], rows: int) -> Pairs:
    """Return some pairs of `rows` rows, each once and sorted."""
    pairs = np.concatenate(some)
    # np.unique hashes whole numbers before it sorts them, which takes ten times as long.
    numbers = np.sort(pairs[:, 0] * rows + pairs[:, 1])
    is_first = np.ones(len(numbers), dtype=np.bool_)
    is_first[1:] = numbers[1:] != numbers[:-1]
    return np.column_stack(np.divmod(numbers[is_first], rows))


def _identical(weights: csr_matrix) -> list[list[int]]:
    """Return the rows that hold something, those with the same values together, in order."""
    rows: dict[tuple[bytes, bytes], list[int]] = defaultdict(list)
    for row in range(weights.shape[0]):
        span = slice(weights.indptr[row], weights.indptr[row + 1])
        if span.start < span.stop:
            key = (weights.indices[span].tobytes(), weights.data[span].tobytes())
            rows[key].append(row)
    return list(rows.values())


def _heaviest(weights: csr_matrix) -> csr_matrix:
    """Return the matrix with the HEAVIEST values of each row only."""
    rows = np.repeat(np.arange(weights.shape[0]), np.diff(weights.indptr))
    order = np.lexsort((weights.indices, -weights.data, rows))
    place = np.arange(len(order)) - weights.indptr[rows]
    kept = np.sort(order[place < HEAVIEST])
    shape = weights.shape
    return csr_matrix((weights.data[kept], (rows[kept], weights.indices[kept])), shape=shape)
