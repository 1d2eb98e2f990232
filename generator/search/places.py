"""Where words stand in a paper: for phrases, and for the words of one name.

Every text has places of its own, a title from 0, what is said of the paper from 64, the name of
each author from a multiple of 8 behind those. So a place tells of which field it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from generator.search.encoding import Ints, decode_numbers, encode_lists


class Area(NamedTuple):
    """The places of a field, `end` not among them; with a `slot`, each text has so many."""

    first: int
    end: int
    slot: int = 0

    def of(self, at: int, free: int) -> tuple[int, int]:
        """Return the first place of the text number `at`, and the end of its places."""
        if self.slot:
            first = self.first + at * self.slot
            return first, min(first + self.slot, self.end)
        return max(self.first, free), self.end


#: No title has so many words, and no abstract; what is behind is in no phrase.
TITLE = Area(0, 64)
TEXT = Area(64, 4096)
#: No name has more words; of authors beyond 15,000 nobody asks for the whole name.
AUTHORS = Area(4096, 1 << 17, slot=8)


def encode_places(starts: Ints, where: Ints, places: Ints) -> list[str]:
    """Write the places of each class in each of its documents, those of one rising, maybe none.

    `starts` has where the documents of each class begin in `where`, that where the places of each
    begin in `places`, both one number more.

    Numbers: 0 for no place; else twice the first place plus one, then twice the distance to the
    one before less one; plus one if another one follows.
    """
    counts = np.diff(where)
    begins = np.concatenate([[0], np.cumsum(np.maximum(counts, 1))])
    numbers = np.zeros(begins[-1], dtype=np.int64)
    # The place of the first of each document, then of all.
    has = counts > 0
    first = where[:-1][has]
    distance = np.array(places, dtype=np.int64)
    distance[1:] -= places[:-1]
    distance -= 1
    distance[first] = places[first] + 1
    follows = np.ones(len(places), dtype=np.int64)
    follows[where[1:][has] - 1] = 0
    empty: Ints = np.cumsum(~has) - ~has
    numbers[np.arange(len(places)) + np.repeat(empty, counts)] = 2 * distance + follows
    return encode_lists(begins[starts], numbers)


def decode_places(text: str) -> Iterator[list[int]]:
    """Return the lists that `encode_places` wrote."""
    places: list[int] = []
    before = -1
    for number in decode_numbers(text):
        if number == 0 and not places:
            yield []
            continue
        before += number // 2 + (before >= 0)
        places.append(before)
        if number % 2 == 0:
            yield places
            places, before = [], -1
