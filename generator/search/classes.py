"""Writes the postings and the places of all classes of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.search.encoding import Ints, distances, encode_lists, encode_postings
from generator.search.fields import ASIDE
from generator.search.places import encode_places
from generator.search.scoring import Impacts
from generator.workers import HERE, Workers, chunks_of

#: Classes are written so many at a time.
AT_ONCE = 8_192


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


def written(found: Impacts, workers: Workers = HERE) -> Classes:
    """Return what an index says of every class."""
    chunks = chunks_of(range(len(found.starts) - 1), AT_ONCE)
    some = list(workers.map(written_of, chunks, found))
    return Classes(
        found.of_form,
        np.diff(found.starts).tolist(),
        [fields for part in some for fields in part.fields],
        [text for part in some for text in part.postings],
        [text for part in some for text in part.places],
    )


@dataclass(frozen=True)
class Part:
    """What an index says of some classes; see `Classes`."""

    fields: list[int]
    postings: list[str]
    places: list[str]


def written_of(found: Impacts, numbers: Sequence[int]) -> Part:
    """Return what an index says of some classes that follow one another."""
    span = slice(numbers[0], numbers[-1] + 2)
    first, end = int(found.starts[span][0]), int(found.starts[span][-1])
    starts, asked = found.starts[span] - first, found.asked[first:end]
    where = found.where[first : end + 1]
    places = found.places[where[0] : where[-1]]
    return Part(
        np.bitwise_or.reduceat(asked, starts[:-1]).tolist(),
        _postings(starts, found.documents[first:end], found.impacts[first:end], asked),
        encode_places(starts, where - where[0], places),
    )


def _postings(starts: Ints, documents: Ints, impacts: Ints, asked: Ints) -> list[str]:
    """Write the postings of each class, then each list that its bits name.

    That is empty, if it is of all its documents.
    """
    lists = [[text] for text in encode_postings(starts, documents, impacts)]
    counts = np.diff(starts)
    for at in range(ASIDE.bit_length()):
        has = (asked & (1 << at)) > 0
        of_list = np.concatenate([[0], np.cumsum(has)])[starts]
        sizes = np.diff(of_list)
        texts = encode_lists(of_list, distances(of_list, documents[has]))
        for number in np.flatnonzero(sizes).tolist():
            lists[number].append("" if sizes[number] == counts[number] else texts[number])
    return [" ".join(some) for some in lists]
