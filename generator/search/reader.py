"""Reads the index as the browser does: the reference that tests compare the browser with.

What a query means is described in docs/maintainers/search-format.md; engine.js does the same.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.search.encoding import FORMAT, Vocabulary, decode_postings, decode_vocabulary
from generator.search.tokens import SIGNS, Compound, Part, compounds, folded

EXACT, OTHER, WITHOUT_SIGN, JOINED = 1.0, 0.9, 0.6, 0.5
PREFIX, PREFIX_BESIDE_EXACT, MOST_PREFIXES, LEAST_PREFIX = 0.8, 0.4, 30, 2
ONE_EDIT, TWO_EDITS, MOST_EDITS = 0.7, 0.5, 6
LEAST_FOR_ONE, LEAST_FOR_TWO = 4, 8
#: Words of a query that are searched for: a title has fewer, a pasted page would take minutes.
MOST_WORDS = 50


@dataclass(frozen=True)
class Found:
    """What a query found: documents, best first, and the words that were corrected."""

    documents: tuple[int, ...]
    corrections: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Word:
    """A word of a query: its forms, whether it may go on, and what it may be a piece of.

    `of` is its compound, `pairs` are the joined forms with the words beside it.
    """

    part: Part
    of: Compound
    pairs: tuple[str, ...] = ()
    unfinished: bool = False


#: A class: the file of rare words it is in (-1: none), and its number there.
_Class = tuple[int, int]


class Reader:
    """An index. `read` gives the content of a file by its name."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._files: dict[str, Any] = {}
        self._start: dict[str, Any] = self._json("start.json")
        if self._start["format"] != FORMAT:
            raise ValueError(f"the index is of format {self._start['format']}, not {FORMAT}")

    def search(self, query: str, *, literal: bool = False) -> Found:
        """Return the documents of a query; `literal` corrects no word."""
        words = self._words(query)
        scores: dict[int, float] = {}
        counts: dict[int, int] = {}
        corrections: dict[tuple[str, str], None] = {}
        for word in words:
            classes, corrected = self._classes(word, literal=literal)
            if corrected:
                corrections[word.part.signed or word.part.word, corrected] = None
            best: dict[int, float] = {}
            for found, weight in classes.items():
                for document, impact in self._postings(found):
                    value = weight * (impact + 1) ** 2
                    if value > best.get(document, 0.0):
                        best[document] = value
            for document, value in best.items():
                scores[document] = scores.get(document, 0.0) + value
                counts[document] = counts.get(document, 0) + 1
        total = len(words)
        for document, count in counts.items():
            share = count / total
            scores[document] *= (share * share + 1) / 2
        order = sorted(scores, key=lambda document: (-scores[document], document))
        return Found(tuple(order), tuple(corrections))

    def document(self, number: int) -> list[Any]:
        """Return what the index shows of a document: a row of its file of documents."""
        chunk = self._start["chunk"]
        found: list[Any] = self._json(self._start["chunks"][number // chunk])[number % chunk]
        return found

    def _words(self, query: str) -> list[_Word]:
        # A star at the end, as in other searches, only says that the word goes on.
        text = folded(query).rstrip("*")
        found = [(part, compound) for compound in compounds(query) for part in compound.parts]
        pairs = [one.word + other.word for (one, _), (other, _) in itertools.pairwise(found)]
        # Only what the text ends with may go on: not "darts+", nor a word with a space behind.
        goes_on = bool(found) and text.endswith(found[-1][0].word[-1:])
        words = [
            _Word(part, of, tuple(pairs[max(at - 1, 0) : at + 1]), goes_on and at == len(found) - 1)
            for at, (part, of) in enumerate(found)
        ]
        stop = {*self._start["stop"], *SIGNS}
        telling = [word for word in words if word.part.signed or word.part.word not in stop]
        return self._with_whole_runs((telling or words)[:MOST_WORDS])

    def _with_whole_runs(self, words: Sequence[_Word]) -> list[_Word]:
        """Put a run of a script without spaces in the place of its pairs if none of them is known.

        It is then one word, which may be corrected.
        """
        known = {word.part.run for word in words if word.part.run and self._class(word.part.word)}
        found: dict[str | int, _Word] = {}
        for at, word in enumerate(words):
            run = word.part.run
            if run and run not in known:
                found[run] = replace(word, part=Part(run), pairs=())
            else:
                found[at] = word
        return list(found.values())

    def _classes(self, word: _Word, *, literal: bool) -> tuple[dict[_Class, float], str]:
        """Return the classes of a word with their weights, and what it was corrected to."""
        classes: dict[_Class, float] = {}

        def add(form: str, weight: float) -> bool:
            return bool(form) and put(self._class(form), weight)

        def put(found: _Class | None, weight: float) -> bool:
            if found is not None and weight > classes.get(found, 0.0):
                classes[found] = weight
            return found is not None

        part, text = word.part, word.part.word
        signed = any([add(part.signed, EXACT), add(word.of.exact, EXACT)])
        exact = add(text, WITHOUT_SIGN if signed else EXACT)
        add(part.other, OTHER)
        for form in (*word.of.joined, part.run):
            add(form, JOINED)
        for pair in word.pairs:
            # Rare files are fetched for words, not for guesses.
            put(self._main_class(pair), JOINED)
        if word.unfinished and len(text) >= LEAST_PREFIX:
            starting = [item for item in self._near(text) if item[0].startswith(text)]
            starting.sort(key=lambda item: (-item[2], item[0]))
            weight = PREFIX_BESIDE_EXACT if exact else PREFIX
            for found, share in self._shares(starting[:MOST_PREFIXES]):
                put(found, weight * share)
        if classes or literal or part.run or len(text) < LEAST_FOR_ONE:
            return classes, ""
        for edits, weight, least in ((1, ONE_EDIT, LEAST_FOR_ONE), (2, TWO_EDITS, LEAST_FOR_TWO)):
            if len(text) < least:
                break
            close = [item for item in self._near(text) if within(text, item[0], edits)]
            close.sort(key=lambda i: (i[0][0] != text[0], -i[2], -len(i[0]), i[0]))
            for found, share in self._shares(close[:MOST_EDITS]):
                put(found, weight * share)
            if close:
                return classes, close[0][0]
        return classes, ""

    def _shares(self, forms: Sequence[tuple[str, _Class, int]]) -> Iterator[tuple[_Class, float]]:
        """Take from rare forms what they have before the most frequent one of a guess."""
        scale = int(math.log2(max(self._start["documents"], 1))) + 2
        most = max((size for _, _, size in forms), default=0)
        for _, found, size in forms:
            yield found, (scale - most) / (scale - size)

    def _main_class(self, form: str) -> _Class | None:
        return (-1, self._main[form][0]) if form in self._main else None

    def _class(self, form: str) -> _Class | None:
        if form in self._main:
            return self._main_class(form)
        at = self._rare_file(form)
        if at is None:
            return None
        vocabulary = self._rare(at)
        if form in vocabulary.forms:
            return (at, vocabulary.classes[vocabulary.forms.index(form)])
        return None

    def _near(self, text: str) -> Iterator[tuple[str, _Class, int]]:
        """Return the forms a word is compared with: all main ones, and the rare ones beside it."""
        for form, (number, size) in self._main.items():
            yield form, (-1, number), size
        at = self._rare_file(text)
        if at is not None and text not in self._main:
            rare = self._rare(at)
            for form, number, size in zip(rare.forms, rare.classes, rare.documents, strict=True):
                yield form, (at, number), size

    @cached_property
    def _main(self) -> dict[str, tuple[int, int]]:
        found = decode_vocabulary(self._start["forms"])
        return {
            form: (number, size)
            for form, number, size in zip(found.forms, found.classes, found.documents, strict=True)
        }

    def _rare_file(self, form: str) -> int | None:
        files: Sequence[tuple[str, str]] = self._start["rare"]
        before = [at for at, (first, _) in enumerate(files) if first <= form]
        return before[-1] if before else None

    def _rare(self, at: int) -> Vocabulary:
        return decode_vocabulary(self._json(self._start["rare"][at][1]))

    def _postings(self, found: _Class) -> Iterator[tuple[int, int]]:
        at, number = found
        if at >= 0:
            content = self._json(self._start["rare"][at][1])
            return decode_postings(content["postings"][number])
        shard = max(n for n, (first, _) in enumerate(self._start["shards"]) if first <= number)
        first, name = self._start["shards"][shard]
        return decode_postings(self._json(name)[number - first])

    def _json(self, name: str) -> Any:
        if name not in self._files:
            self._files[name] = json.loads(self._read(name))
        return self._files[name]


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
