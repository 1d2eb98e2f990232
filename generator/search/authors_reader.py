"""Finds authors as the browser does: the reference that a test compares the browser with.

What a query means is described in docs/maintainers/authors-format.md; people.js does the same.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.authors import FORMAT, TOLD_BY
from generator.search.lexicon import LEAST_FOR_ONE, within
from generator.search.tokens import SIGNS, compounds, forms, usual_slug

#: Words of a query that are looked at: hardly a name has more.
MOST_WORDS = 8
#: Of these so many are looked up, in so many files, as so many other words if they are misspelt.
MOST_TRIED = 2
MOST_FILES = 4
MOST_EDITS = 6

WHOLE, BEGUN, EDITED = 0, 1, 2


@dataclass(frozen=True)
class Found:
    """A person that was found: as shown, and the slug of the page."""

    name: str
    papers: int
    slug: str
    variants: str = ""
    says: str = ""


@dataclass(frozen=True)
class _Word:
    """A word of a query, as it is written and as it is also spelled."""

    text: str
    other: str

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.text, self.other) if self.other else (self.text,)


class AuthorsReader:
    """The list of authors. `read` gives the content of a file by its name."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self.asked: list[str] = []
        self._files: dict[str, Any] = {}
        self._start: dict[str, Any] = self._json("start.json")
        if self._start["format"] != FORMAT:
            raise ValueError(f"the list is of format {self._start['format']}, not {FORMAT}")

    def find(self, query: str, most: int = 8) -> list[Found]:
        """Return the people whose names have every word of a query, or begin one, best first."""
        words = _words(query)
        files: set[int] = set()
        # The longest word has the fewest people.
        for word in sorted(words, key=lambda word: -len(word.text))[:MOST_TRIED]:
            for text in self._meant(word):
                for key in _keys(text, words, word):
                    files.add(_place(self._start["people"], key))
                    if len(files) > MOST_FILES:
                        return []
                    if found := self._under(key, words):
                        return found[:most]
        return []

    def _meant(self, word: _Word) -> Iterator[str]:
        """Yield what a word may mean: itself if any word begins so, then what it may misspell."""
        for text in word.spellings:
            if any(known.startswith(text) for known, _ in self._beside(text, "beginnings")):
                yield text
        if len(word.text) < LEAST_FOR_ONE:
            return
        for where, turned in (("beginnings", word.text), ("ends", word.text[::-1])):
            close = [
                (known, size)
                for known, size in self._beside(turned, where)
                if known != word.text and within(word.text, known, 1)
            ]
            close.sort(key=lambda item: (-item[1], -len(item[0]), item[0]))
            for known, _ in close[:MOST_EDITS]:
                yield known

    def _beside(self, turned: str, where: str) -> Iterator[tuple[str, int]]:
        """Return the words of the file where a word is by its beginning or end, with sizes."""
        at = _place(self._start[where], turned[:TOLD_BY])
        if at < 0:
            return iter(())
        words, sizes = self._json(self._start[where][at][1])
        return zip(words.split(" "), map(int, sizes), strict=True)

    def _under(self, key: str, words: Sequence[_Word]) -> list[Found]:
        """Return the people that stand under a key, of those that have all words."""
        at = _place(self._start["people"], key)
        if at < 0:
            return []
        keys = self._json(self._start["people"][at][1])
        inside = _place(keys, key)
        if inside < 0:
            return []
        known, divided, records = keys[inside]
        if known != key and (divided or not key.startswith(known)):
            return []
        ranked = []
        for record in records:
            name, papers, slug, variants, says = [*record, "", "", ""][:5]
            if (how := _fit(forms(f"{name} , {variants}"), words)) is not None:
                found = Found(name, papers, slug or usual_slug(name), variants, says)
                same = sorted(word.text for word in _words(name)) == sorted(w.text for w in words)
                ranked.append((how, not same, -papers, found.slug, found))
        ranked.sort(key=lambda item: item[:-1])
        # Where a name has the words as they are typed, no other is meant.
        return [item[-1] for item in ranked if item[0][0] == ranked[0][0][0]]

    def _json(self, name: str) -> Any:
        if name not in self._files:
            self.asked.append(name)
            self._files[name] = json.loads(self._read(name))
        return self._files[name]


def _words(query: str) -> list[_Word]:
    parts = [part for compound in compounds(query) for part in compound.parts]
    return [_Word(part.word, part.other) for part in parts if part.word not in SIGNS][:MOST_WORDS]


def _keys(text: str, words: Sequence[_Word], driver: _Word) -> Iterator[str]:
    """Yield under which keys the people of a word may be: with another one of the query, alone."""
    others = sorted((word for word in words if word is not driver), key=lambda w: -len(w.text))
    if others:
        yield f"{text} {others[0].text}"
    yield text


def _place(rows: Sequence[Sequence[Any]], key: str) -> int:
    """Return the place of the last row whose first part is not behind `key`, -1 for none."""
    return bisect_right(rows, key, key=lambda row: row[0]) - 1


def _fit(known: Sequence[str], words: Sequence[_Word]) -> tuple[int, int] | None:
    """Return how well a name has the words: those misspelt, those begun; None if it lacks one."""
    how = [min(_best(known, text) for text in word.spellings) for word in words]
    if max(how) > EDITED:
        return None
    return how.count(EDITED), how.count(BEGUN)


def _best(known: Sequence[str], text: str) -> int:
    if text in known:
        return WHOLE
    if any(form.startswith(text) for form in known):
        return BEGUN
    if len(text) >= LEAST_FOR_ONE and any(within(text, form, 1) for form in known):
        return EDITED
    return EDITED + 1
