"""The forms of words in an index: which classes of postings a word of a query means.

What a query means is described in docs/maintainers/search-format.md; the theme's
search/vocabulary.js does the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.search.encoding import Vocabulary, decode_vocabulary
from generator.search.files import MAIN, Class, Files
from generator.search.tokens import Compound, Part

EXACT, OTHER, WITHOUT_SIGN, JOINED = 1.0, 0.9, 0.6, 0.5
PREFIX, PREFIX_BESIDE_EXACT, MOST_PREFIXES, LEAST_PREFIX = 0.8, 0.4, 30, 2
ONE_EDIT, TWO_EDITS, MOST_EDITS = 0.7, 0.5, 6
LEAST_FOR_ONE, LEAST_FOR_TWO = 4, 8
#: Among the names of a field, a shorter word may be a misspelling.
LEAST_IN_FIELD = 3
#: Files of rare words that a misspelt word is looked for in.
MOST_FILES = 6


@dataclass(frozen=True)
class Word:
    """A word of a query: its forms, whether it may go on, and what it may be a piece of.

    `of` is its compound, `pairs` are the joined forms with the words beside it; what is `exact`
    stands in quotes.
    """

    part: Part
    of: Compound
    pairs: tuple[str, ...] = ()
    unfinished: bool = False
    exact: bool = False


@dataclass(frozen=True)
class Meant:
    """The classes of a word with their weights, and what it was corrected to."""

    classes: dict[Class, float]
    corrected: str = ""


#: A form, its class, how many documents that has (log2), and the bits of the class.
_Near = tuple[str, Class, int]


class Lexicon:
    """All forms of an index."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def classes(self, word: Word, *, literal: bool, field: int = 0) -> Meant:
        """Return what a word means; in `field`, only forms that some paper has there."""
        classes: dict[Class, float] = {}

        def add(form: str, weight: float) -> bool:
            return bool(form) and put(self.class_of(form), weight)

        def put(found: Class | None, weight: float) -> bool:
            if found is None or (field and not self.bits(found) & field):
                return False
            if weight > classes.get(found, 0.0):
                classes[found] = weight
            return True

        part, text = word.part, word.part.word
        signed = any([add(part.signed, EXACT), add(word.of.exact, EXACT)])
        exact = add(text, WITHOUT_SIGN if signed else EXACT)
        add(part.other, OTHER)
        for form in (*word.of.joined, part.run):
            add(form, JOINED)
        for pair in word.pairs:
            # Rare files are fetched for words, not for guesses.
            put(self._main_class(pair), JOINED)
        # A filter is exact where it can be.
        if word.unfinished and len(text) >= LEAST_PREFIX and not (field and classes):
            starting = [item for item in self._near(text, field) if item[0].startswith(text)]
            starting.sort(key=lambda item: (-item[2], item[0]))
            weight = PREFIX_BESIDE_EXACT if exact else PREFIX
            for found, share in self._shares(starting[:MOST_PREFIXES]):
                put(found, weight * share)
        if classes or literal or word.exact or part.run:
            return Meant(classes)
        close, weight = self._misspelt(text, field)
        # What is not said to be searched for is not let through.
        for found, share in self._shares(close[: 1 if field else MOST_EDITS]):
            put(found, weight * share)
        return Meant(classes, close[0][0] if close else "")

    def _misspelt(self, text: str, field: int) -> tuple[list[_Near], float]:
        """Return the forms that a word may be a misspelling of, the likeliest first."""
        least = LEAST_IN_FIELD if field else LEAST_FOR_ONE
        for edits, weight, shortest in ((1, ONE_EDIT, least), (2, TWO_EDITS, LEAST_FOR_TWO)):
            if len(text) < shortest:
                break
            near = self._near(text, field, widely=True)
            first = text[0] if len(text) < LEAST_FOR_ONE else ""
            close = [i for i in near if i[0].startswith(first) and within(text, i[0], edits)]
            if close:
                close.sort(key=lambda i: (i[0][0] != text[0], -i[2], -len(i[0]), i[0]))
                return close, weight
        return [], 0.0

    def _shares(self, forms: Sequence[_Near]) -> Iterator[tuple[Class, float]]:
        """Take from rare forms what they have before the most frequent one of a guess."""
        scale = int(math.log2(max(self._files.start["documents"], 1))) + 2
        most = max((size for _, _, size in forms), default=0)
        for _, found, size in forms:
            yield found, (scale - most) / (scale - size)

    def class_of(self, form: str) -> Class | None:
        """Return the class of a form, if there is one."""
        if form in self._main:
            return self._main_class(form)
        at = self._rare_file(form)
        if at is None:
            return None
        vocabulary = self._rare(at)
        if form in vocabulary.forms:
            return (at, vocabulary.classes[vocabulary.forms.index(form)])
        return None

    def exact(self, part: Part) -> list[Class]:
        """Return what a word in quotes means: with its signs, if it is known so."""
        signed = self.class_of(part.signed) if part.signed else None
        if signed:
            return [signed]
        some = [self.class_of(form) for form in (part.word, part.other) if form]
        return list(dict.fromkeys(found for found in some if found))

    def same(self, one: str, other: str) -> bool:
        """Whether two words are forms of one class of the first vocabulary."""
        known = self._main_class(one)
        return known is not None and known == self._main_class(other)

    def bits(self, found: Class) -> int:
        """Return the bits of a class."""
        at, number = found
        return (self._vocabulary if at == MAIN else self._rare(at)).fields[number]

    def years(self) -> Iterator[tuple[int, Class]]:
        """Return the years that papers are of, and the class of each."""
        for form, (number, _) in self._main.items():
            if len(form) == 4 and form.isascii() and form.isdigit():
                yield int(form), (MAIN, number)

    def _main_class(self, form: str) -> Class | None:
        return (MAIN, self._main[form][0]) if form in self._main else None

    def _near(self, text: str, field: int, *, widely: bool = False) -> Iterator[_Near]:
        """Return the forms a word is compared with: all main ones, and the rare ones beside it."""
        for form, (number, size) in self._main.items():
            if not field or self._vocabulary.fields[number] & field:
                yield form, (MAIN, number), size
        if text in self._main:
            return
        for at in self._beside(text)[: MOST_FILES if widely else 1]:
            rare = self._rare(at)
            for form, number, size in zip(rare.forms, rare.classes, rare.documents, strict=True):
                if not field or rare.fields[number] & field:
                    yield form, (at, number), size

    def _beside(self, text: str) -> list[int]:
        """Return the files of rare words that a word may be in.

        First where it would be, then where it is if its beginning is misspelt, then those of the
        same first letter, the nearest first.
        """
        swapped = text[1:2] + text[:1] + text[2:]
        some = [self._rare_file(form) for form in (text, swapped, text[1:])]
        names: Sequence[tuple[str, str]] = self._files.start["rare"]
        of_letter = [at for at, (first, _) in enumerate(names) if first[0] == text[0]]
        if of_letter and of_letter[0]:
            of_letter.append(of_letter[0] - 1)
        here = some[0] or 0
        beside = sorted(of_letter, key=lambda at: (abs(at - here), at))
        return list(dict.fromkeys(at for at in (*some, *beside) if at is not None))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return decode_vocabulary(self._files.start["forms"])

    @cached_property
    def _main(self) -> dict[str, tuple[int, int]]:
        found = self._vocabulary
        return {
            form: (number, size)
            for form, number, size in zip(found.forms, found.classes, found.documents, strict=True)
        }

    def _rare_file(self, form: str) -> int | None:
        files: Sequence[tuple[str, str]] = self._files.start["rare"]
        before = [at for at, (first, _) in enumerate(files) if first <= form]
        return before[-1] if before else None

    def _rare(self, at: int) -> Vocabulary:
        return decode_vocabulary(self._files.rare(at))


def within(one: str, other: str, edits: int) -> bool:
    """Whether two words are at most so many edits apart; swapped neighbours are one edit.

    Optimal string alignment (Boytsov 2011, "Indexing methods for approximate dictionary
    searching"), given up as soon as a row has no value that small.
    """
    if abs(len(one) - len(other)) > edits:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            value = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != against))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == against:
                value = min(value, earlier[j - 2] + 1)
            row.append(value)
        if min(row) > edits and (not before or min(before) > edits):
            return False
    return row[-1] <= edits
