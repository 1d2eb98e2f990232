"""Where words stand in a paper: for phrases, and for the words of one name.

Every text has places of its own, a title from 0, what is said of the paper from 64, the name of
each author from a multiple of 8 behind those. So a place tells of which field it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.search.encoding import decode_numbers, encode_numbers


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


def encode_places(of_documents: Iterable[Sequence[int]]) -> str:
    """Write the places of a class in each of its documents, each list rising, maybe empty.

    Numbers: 0 for no place; else twice the first place plus one, then twice the distance to the
    one before less one; plus one if another one follows.
    """
    return encode_numbers(_numbers(of_documents))


def _numbers(of_documents: Iterable[Sequence[int]]) -> Iterator[int]:
    for places in of_documents:
        if not places:
            yield 0
        before = -1
        for at, place in enumerate(places, 1):
            distance = place - before - (before >= 0)
            yield 2 * distance + (at < len(places))
            before = place


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
