"""Which few of many terms to show: no word twice, neither alone nor as half of a pair."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.terms.matrix import Ints, Terms

#: Among more terms than this, none is looked for.
MOST_LOOKED_AT = 14


def by_gain(terms: Terms, columns: Ints, gains: NDArray[np.float64]) -> list[int]:
    """Return the columns of terms by what each adds, those that much of the field uses last.

    `gains` holds what each of `columns` adds; terms that add nothing are left out.
    """
    gains = gains.round(9)
    order = np.lexsort((columns, -gains, terms.common[columns]))
    return [int(columns[at]) for at in order[:MOST_LOOKED_AT] if gains[at] > 0]


def telling(terms: Terms, columns: list[int], least: int, most: int) -> tuple[str, ...]:
    """Return the names of `least` to `most` of the terms `columns`, which come best first.

    Terms that much of the field uses are taken only where `least` others are missing.
    A pair stands in for its words, whichever comes first. A pair that shares a word with a chosen
    pair is left out.
    """
    chosen: list[tuple[int, set[int]]] = []
    for column in columns:
        stems = {*terms.parts[column].tolist()} - {-1}
        rivals = [place for place, (_, other) in enumerate(chosen) if not stems.isdisjoint(other)]
        if not rivals:
            if len(chosen) < (least if terms.common[column] else most):
                chosen.append((column, stems))
        elif all(chosen[place][1] < stems for place in rivals):
            chosen[rivals[0]] = (column, stems)
            chosen = [item for place, item in enumerate(chosen) if place not in rivals[1:]]
    return tuple(terms.names[column] for column, _ in chosen)
