"""Which phrases of which topics a paper mentions: one automaton finds all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick
import numpy as np
from numpy.typing import NDArray

from generator.model import Evidence, Phrase
from generator.text.words import flat
from generator.values.paper import Paper

#: A mention in the title says this many times more than one in the summary or abstract.
TITLE_WEIGHT = 3.0
#: An abstract that repeats a phrase ten times is not ten times as much about it.
MAX_MENTIONS = 2

#: Where a phrase may stand, as evidence says it.
PLACES = ("title", "summary", "abstract", "summary and abstract")
_TITLE, _SUMMARY, _ABSTRACT, _BOTH = range(len(PLACES))


@dataclass(frozen=True)
class Mentions:
    """Which phrases stand in some papers: a row for each phrase of a paper and place of it.

    `papers` rise from 0; `phrases` are numbers in `Phrases.known`, `places` in PLACES, and `counts`
    say how often it is counted.
    """

    papers: NDArray[np.int32]
    phrases: NDArray[np.int32]
    places: NDArray[np.uint8]
    counts: NDArray[np.uint8]


class Phrases:
    """Finds what the phrases of several topics, or of parts of a topic, say of a paper.

    `owners` are their names, each with its phrases. `known` has each phrase of an owner once.
    Building takes time in the length of all phrases, finding in the length of the text.
    """

    def __init__(self, owners: Iterable[tuple[str, Iterable[Phrase]]]) -> None:
        number: dict[tuple[str, Phrase], int] = {}
        wanted: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for owner, phrases in owners:
            for phrase in phrases:
                at = number.setdefault((owner, phrase), len(number))
                lower = flat(phrase.text)[1]
                # A regular plural is the same phrase; spaces make it match whole words only.
                for form in (f" {lower} ", f" {lower}s "):
                    wanted[form].append((at, phrase.text if phrase.case else ""))
        self.known: Sequence[tuple[str, Phrase]] = tuple(number)
        self._automaton = ahocorasick.Automaton()
        for form in sorted(wanted):
            self._automaton.add_word(form, (len(form), wanted[form]))
        if wanted:
            self._automaton.make_automaton()

    def evidence(self, paper: Paper) -> dict[str, list[Evidence]]:
        """Return for each owner that has any the phrases that stand in a paper."""
        found: dict[str, list[Evidence]] = defaultdict(list)
        for number, place, count in self.mentions(paper):
            found[self.known[number][0]].append(self.said(number, place, count))
        return found

    def mentions(self, paper: Paper) -> Iterator[tuple[int, int, int]]:
        """Yield the number of each phrase that stands in a paper, its place, and its count."""
        for number, count in self._counts(paper.work.title.plain).items():
            yield number, _TITLE, min(count, MAX_MENTIONS)
        summary, abstract = (
            self._counts(text.plain) for text in (paper.curation.summary, paper.work.abstract)
        )
        for number, count in summary.items():
            place = _BOTH if number in abstract else _SUMMARY
            yield number, place, min(count + abstract.get(number, 0), MAX_MENTIONS)
        for number, count in abstract.items():
            if number not in summary:
                yield number, _ABSTRACT, min(count, MAX_MENTIONS)

    def said(self, number: int, place: int, count: int) -> Evidence:
        """Return what it says that a phrase stands in a place so often."""
        phrase = self.known[number][1]
        return Evidence(phrase.text, PLACES[place], count, weight_in(phrase, place))

    def _counts(self, text: str) -> Mapping[int, int]:
        counts: dict[int, int] = {}
        if not text or not self.known:
            return counts
        printed, lower = flat(text)
        printed = f" {printed} "
        for end, (length, phrases) in self._automaton.iter(f" {lower} "):
            # `end` is the place of the form's last character, its closing space.
            start = end - length + 2
            for number, cased in phrases:
                if not cased or printed.startswith(cased, start):
                    counts[number] = counts.get(number, 0) + 1
        return counts


def weight_in(phrase: Phrase, place: int) -> float:
    """Return how much one mention of a phrase says in one of PLACES."""
    return round(phrase.weight * TITLE_WEIGHT, 3) if place == _TITLE else phrase.weight


@dataclass(frozen=True)
class Source:
    """What is looked through, and for what."""

    phrases: Phrases
    papers: Sequence[Paper]


def mentions_in(source: Source, rows: Sequence[int]) -> Mentions:
    """Return which phrases stand in some of the papers."""
    found = [
        (at, *mention)
        for at, row in enumerate(rows)
        for mention in source.phrases.mentions(source.papers[row])
    ]
    papers, phrases, places, counts = np.array(found, dtype=np.int32).reshape(-1, 4).T
    return Mentions(papers, phrases, places.astype(np.uint8), counts.astype(np.uint8))
