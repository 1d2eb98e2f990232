"""Misspelt names of venues: one letter wrong in one word, "Learning Reprsentations".

Short names and short words are left alone: there one letter makes another word.
"""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import OSA

#: A name has so many letters at least, and the word that is misspelt.
LEAST_LETTERS, LEAST_WORD = 20, 7
#: Words that most names have, one letter of which is often wrong.
_EVERYWHERE = ("conference", "international", "proceedings", "symposium", "transactions")

_Hole = tuple[str, int, tuple[str, ...]]


def corrected(word: str) -> str:
    """Return the word of most names that a folded word is, written wrong; else the word."""
    if len(word) < LEAST_WORD or word in _EVERYWHERE or word == "conferences":
        return word
    return next((whole for whole in _EVERYWHERE if _is_slip(word, whole)), word)


class Misspelt:
    """Names by what is left when one of their words is taken out.

    So a name is compared with those alone that have all its other words.
    """

    def __init__(self) -> None:
        self._words: defaultdict[_Hole, dict[str, str]] = defaultdict(dict)

    def add(self, meeting: str, telling: tuple[str, ...], slug: str) -> None:
        """Know a venue by the telling words of one of its names."""
        for hole, word in _holes(meeting, telling):
            self._words[hole].setdefault(word, slug)

    def named(self, meeting: str, telling: tuple[str, ...]) -> str | None:
        """Return the slug of the one venue whose name differs by a slip in one word."""
        slugs = {
            slug
            for hole, word in _holes(meeting, telling)
            for known, slug in self._words.get(hole, {}).items()
            if _is_slip(word, known)
        }
        return slugs.pop() if len(slugs) == 1 else None


def _holes(meeting: str, telling: tuple[str, ...]) -> list[tuple[_Hole, str]]:
    if len(telling) < 2 or sum(map(len, telling)) < LEAST_LETTERS:
        return []
    return [
        ((meeting, at, telling[:at] + telling[at + 1 :]), word)
        for at, word in enumerate(telling)
        if len(word) >= LEAST_WORD - 1
    ]


def _is_slip(word: str, known: str) -> bool:
    """Whether a word is a known one with a letter too few or too many, wrong, or in another place.

    The first letter is seldom wrong.
    """
    return (
        len(known) >= LEAST_WORD
        and word[0] == known[0]
        and OSA.distance(word, known, score_cutoff=1) == 1
    )
