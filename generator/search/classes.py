"""Writes the postings and the places of all classes of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.search.encoding import distances, encode_lists, encode_postings
from generator.search.fields import ASIDE
from generator.search.places import encode_places
from generator.search.scoring import Impacts


@dataclass(frozen=True)
class Classes:
    """What an index says of each class, by its number, and the number of each form's class.

    `counts` says how many documents have it, `fields` in which of ASKED, or only aside. `postings`
    and `places` are as they are written.
    """

    of_form: Mapping[str, int]
    counts: Sequence[int]
    fields: Sequence[int]
    postings: Sequence[str]
    places: Sequence[str]


def written(found: Impacts) -> Classes:
    """Return what an index says of every class."""
    return Classes(
        found.of_form,
        found.counts,
        found.fields,
        [" ".join(lists) for lists in _lists(found)],
        encode_places(found.starts, found.where, found.places),
    )


def _lists(found: Impacts) -> list[list[str]]:
    """Return the postings of each class, then each list that its bits name.

    That is empty, if it is of all its documents.
    """
    lists = [[text] for text in encode_postings(found.starts, found.documents, found.impacts)]
    counts = np.diff(found.starts)
    for at in range(ASIDE.bit_length()):
        has = (found.asked & (1 << at)) > 0
        starts = np.concatenate([[0], np.cumsum(has)])[found.starts]
        sizes = np.diff(starts)
        texts = encode_lists(starts, distances(starts, found.documents[has]))
        for number in np.flatnonzero(sizes).tolist():
            lists[number].append("" if sizes[number] == counts[number] else texts[number])
    return lists
