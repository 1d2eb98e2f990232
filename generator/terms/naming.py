"""Which few of many terms to show: no word twice, neither alone nor as half of a pair."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from generator.terms.matrix import Ints, Terms

#: Among more terms than this, none is looked for.
MOST_LOOKED_AT = 14


def by_gain(
    terms: Terms, starts: Ints, columns: Ints, gains: NDArray[np.float64]
) -> list[list[int]]:
    """Return each of many lists of terms by what each adds, what much of the field uses last.

    `starts` has where each list begins in `columns`, and one number more; `gains` holds what each
    of `columns` adds. Terms that add nothing are left out.
    """
    gains = gains.round(9)
    sizes = np.diff(starts)
    lists = np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((columns, -gains, terms.common[columns], lists))
    place = np.arange(len(order)) - starts[lists]
    kept = (place < MOST_LOOKED_AT) & (gains[order] > 0)
    best = columns[order[kept]].tolist()
    ends = np.searchsorted(lists[kept], np.arange(len(sizes) + 1)).tolist()
    return [best[begin:end] for begin, end in itertools.pairwise(ends)]


def telling(terms: Terms, columns: list[int], least: int, most: int) -> tuple[str, ...]:
    """Return the names of `least` to `most` of the terms `columns`, which come best first.

    Terms that much of the field uses are taken only where `least` others are missing.
    A pair stands in for its words, whichever comes first. A pair that shares a word with a chosen
    pair is left out.
    """
    chosen: list[tuple[int, set[int]]] = []
    taken: set[int] = set()
    parts, common = terms.parts[columns].tolist(), terms.common[columns].tolist()
    for column, words, is_common in zip(columns, parts, common, strict=True):
        stems = {*words} - {-1}
        if taken.isdisjoint(stems):
            if len(chosen) < (least if is_common else most):
                chosen.append((column, stems))
                taken |= stems
            continue
        rivals = [place for place, (_, other) in enumerate(chosen) if not stems.isdisjoint(other)]
        if all(chosen[place][1] < stems for place in rivals):
            chosen[rivals[0]] = (column, stems)
            chosen = [item for place, item in enumerate(chosen) if place not in rivals[1:]]
            taken |= stems
    return tuple(terms.names[column] for column, _ in chosen)
