"""What papers are compared by on the map: their terms in few dimensions, beside their topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.utils.extmath import randomized_svd

#: Dimensions that the terms are reduced to (latent semantic analysis, Deerwester et al. 1990).
DIMENSIONS = 50
#: Lengths of the parts of a row that say the topics and the area; that of the text is 1.
TOPIC, AREA = 0.38, 0.42
#: What a further topic of a paper counts beside its main one.
FURTHER = 0.4

Rows = NDArray[np.float64]


def features(
    weights: csr_matrix, topics: Sequence[Sequence[str]], areas: Mapping[str, str]
) -> Rows:
    """Return a row of numbers for each paper (papers × dimensions); see `places` for the arguments.

    Rows are rounded, so that papers of the same text and topics have the same row.
    """
    parts = [
        _text(weights),
        TOPIC * _marked([_weighted(given) for given in topics]),
        AREA * _marked([{areas[given[0]]: 1.0} if given else {} for given in topics]),
    ]
    return np.asarray(np.round(np.hstack(parts), 9), dtype=np.float64)


def _text(weights: csr_matrix) -> Rows:
    dimensions = min(DIMENSIONS, *weights.shape)
    if not dimensions or not weights.nnz:
        return np.zeros((weights.shape[0], 1))
    left, sizes, _ = randomized_svd(weights, dimensions, n_iter=4, random_state=0)
    return _of_length_one(left * sizes)


def _weighted(topics: Sequence[str]) -> dict[str, float]:
    return {slug: FURTHER if number else 1.0 for number, slug in enumerate(topics)}


def _marked(weights: Sequence[Mapping[str, float]]) -> Rows:
    """Return a column for each name, with its weight in each row; rows of length 1, or 0."""
    names = sorted({name for row in weights for name in row})
    column = {name: number for number, name in enumerate(names)}
    found = np.zeros((len(weights), len(names)))
    for row, given in enumerate(weights):
        for name, weight in given.items():
            found[row, column[name]] = weight
    return _of_length_one(found)


def _of_length_one(rows: Rows) -> Rows:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    # What is left by rounding of a row that says nothing must not become a direction.
    found = np.divide(rows, length, out=np.zeros_like(rows), where=length > 1e-9)
    return np.asarray(found, dtype=np.float64)
