"""Reads the index as the browser does: the reference that tests compare the browser with.

What a query means is described in docs/maintainers/search-format.md; engine.js does the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.search.clauses import Clauses, goes_on
from generator.search.files import Class, Files
from generator.search.lexicon import Lexicon, Word
from generator.search.query import MOST_WORDS, Clause, Query, parsed
from generator.search.tokens import SIGNS, Part, compounds

#: Behind a name, these stand for others.
_AND_OTHERS = ["et", "al"]


@dataclass(frozen=True)
class Found:
    """What a query found: documents, best first, and the words that were corrected.

    Without words to be ranked by, the newest documents come first.
    """

    documents: tuple[int, ...]
    corrections: tuple[tuple[str, str], ...]


def _unseen(_: Iterable[Class], _word: str, _corrected: str) -> None:
    """Mark nothing: nobody is shown what was found."""


class Reader:
    """An index. `read` gives the content of a file by its name."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._files = Files(read)
        self._lexicon = Lexicon(self._files)

    def document(self, number: int) -> list[Any]:
        """Return what the index shows of a document: a row of its file of documents."""
        return self._files.document(number)

    def search(self, query: str, *, literal: bool = False) -> Found:
        """Return the documents of a query; `literal` corrects no word."""
        asked = parsed(query)
        corrections: dict[tuple[str, str], None] = {}

        def seen(_: Iterable[Class], word: str, corrected: str) -> None:
            if corrected:
                corrections[word, corrected] = None

        words = self._words(asked)
        of_words: list[dict[Class, float]] = []
        for word in words:
            meant = self._lexicon.classes(word, literal=literal)
            seen((), word.part.signed or word.part.word, meant.corrected)
            of_words.append(meant.classes)
        clauses = Clauses(self._files, self._lexicon, seen, literal=literal)
        order = self._ranked(of_words)
        if asked.clauses and not self._needed(words):
            # Small words beside clauses only say what comes first.
            order = list(dict.fromkeys((*order, *self._files.facets["o"])))
        passing = clauses.passing(asked.clauses, order)
        return Found(tuple(passing), tuple(corrections))

    def holding(self, query: str) -> list[int]:
        """Return the documents that every word of a query hits and all of it lets through.

        No word is corrected or goes on; small words count only where there are no others.
        """
        # Behind a space the last word is finished.
        asked = parsed(f"{query} ")
        words = self._words(asked)
        documents = {*self._files.facets["o"]}
        if not asked.clauses or self._needed(words):
            for word in words:
                meant = self._lexicon.classes(word, literal=True).classes
                documents &= {at for found in meant for at, _ in self._files.postings(found)}
        clauses = Clauses(self._files, self._lexicon, _unseen, literal=True)
        return clauses.passing(asked.clauses, sorted(documents) if words or asked.clauses else [])

    def _ranked(self, words: Sequence[dict[Class, float]]) -> list[int]:
        """Return the documents that have a word, by the sum of what their words count."""
        scores: dict[int, float] = {}
        counts: dict[int, int] = {}
        for classes in words:
            best: dict[int, float] = {}
            for found, weight in classes.items():
                for document, impact in self._files.postings(found):
                    value = weight * (impact + 1) ** 2
                    if value > best.get(document, 0.0):
                        best[document] = value
            for document, value in best.items():
                scores[document] = scores.get(document, 0.0) + value
                counts[document] = counts.get(document, 0) + 1
        for document, count in counts.items():
            share = count / len(words)
            scores[document] *= (share * share + 1) / 2
        return sorted(scores, key=lambda document: (-scores[document], document))

    def _needed(self, words: Sequence[Word]) -> bool:
        """Whether one of the words is to be found: one that is quoted, or tells something."""
        return any(word.exact for word in words) or bool(self._telling(words))

    def _words(self, asked: Query) -> list[Word]:
        """Return the words that documents are ranked by, those of phrases too."""
        found = [(part, compound) for compound in compounds(asked.words) for part in compound.parts]
        pairs = [one.word + other.word for (one, _), (other, _) in itertools.pairwise(found)]
        words = [
            Word(
                part,
                of,
                tuple(pairs[max(at - 1, 0) : at + 1]),
                at == len(found) - 1 and goes_on(asked.words, part.word),
            )
            for at, (part, of) in enumerate(found)
        ]
        plain = self._telling(words) or words
        phrases = [word for clause in asked.clauses for word in self._of_phrase(clause)]
        return [*self._with_whole_runs(plain[:MOST_WORDS]), *phrases][:MOST_WORDS]

    def _telling(self, words: Sequence[Word]) -> list[Word]:
        stop = {*self._files.start["stop"], *SIGNS}
        said = [word.part.word for word in words]
        others = {
            at + n for at in range(len(said)) if said[at : at + 2] == _AND_OTHERS for n in (0, 1)
        }
        return [
            word
            for at, word in enumerate(words)
            if word.part.signed or not (word.part.word in stop or at in others)
        ]

    def _of_phrase(self, clause: Clause) -> list[Word]:
        if clause.field or clause.excluded:
            return []
        asked = list(compounds(clause.text))
        words = [Word(part, of, exact=True) for of in asked for part in of.parts][:MOST_WORDS]
        return self._telling(words) or words

    def _with_whole_runs(self, words: Sequence[Word]) -> list[Word]:
        """Put a run of a script without spaces in the place of its pairs if none of them is known.

        It is then one word, which may be corrected.
        """
        known = {
            word.part.run
            for word in words
            if word.part.run and self._lexicon.class_of(word.part.word)
        }
        found: dict[str | int, Word] = {}
        for at, word in enumerate(words):
            run = word.part.run
            if run and run not in known:
                found[run] = replace(word, part=Part(run), pairs=())
            else:
                found[at] = word
        return list(found.values())
