"""Which phrases of which topics a paper mentions: one automaton finds all of them at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import ahocorasick

from generator.model import Evidence, Phrase
from generator.text.words import flat
from generator.values.paper import Paper

#: A mention in the title says this many times more than one in the summary or abstract.
TITLE_WEIGHT = 3.0
#: An abstract that repeats a phrase ten times is not ten times as much about it.
MAX_MENTIONS = 2

Found = tuple[str, Phrase]


class Phrases:
    """Finds what the phrases of several topics, or of parts of a topic, say of a paper.

    `owners` are their names, each with its phrases. Building takes time in the length of all
    phrases, finding in the length of the text.
    """

    def __init__(self, owners: Iterable[tuple[str, Iterable[Phrase]]]) -> None:
        wanted: dict[str, list[Found]] = defaultdict(list)
        for owner, phrases in owners:
            for phrase in phrases:
                lower = flat(phrase.text)[1]
                # A regular plural is the same phrase; spaces make it match whole words only.
                for form in (f" {lower} ", f" {lower}s "):
                    wanted[form].append((owner, phrase))
        self._automaton = ahocorasick.Automaton()
        for form in sorted(wanted):
            self._automaton.add_word(form, (form, wanted[form]))
        if wanted:
            self._automaton.make_automaton()

    def evidence(self, paper: Paper) -> dict[str, list[Evidence]]:
        """Return for each owner that has any the phrases that stand in a paper."""
        found: dict[str, list[Evidence]] = defaultdict(list)
        for (owner, phrase), mentions in self._mentions(paper.work.title.plain).items():
            weight = round(phrase.weight * TITLE_WEIGHT, 3)
            found[owner].append(_evidence(phrase, "title", mentions, weight))
        summary, abstract = (
            self._mentions(text.plain) for text in (paper.curation.summary, paper.work.abstract)
        )
        for owner, phrase in {**summary, **abstract}:
            places = [
                name
                for name, counts in (("summary", summary), ("abstract", abstract))
                if (owner, phrase) in counts
            ]
            mentions = summary[owner, phrase] + abstract[owner, phrase]
            found[owner].append(_evidence(phrase, " and ".join(places), mentions, phrase.weight))
        return found

    def _mentions(self, text: str) -> Mapping[Found, int]:
        counts: Counter[Found] = Counter()
        if not text or not len(self._automaton):
            return counts
        printed, lower = flat(text)
        printed, lower = f" {printed} ", f" {lower} "
        for end, (form, owners) in self._automaton.iter(lower):
            # `end` is the place of the form's last character, its closing space.
            start = end - len(form) + 2
            for owner, phrase in owners:
                as_printed = printed[start : start + len(phrase.text)]
                if not phrase.case or as_printed == phrase.text:
                    counts[owner, phrase] += 1
        return counts


def _evidence(phrase: Phrase, where: str, mentions: int, weight: float) -> Evidence:
    return Evidence(phrase.text, where, min(mentions, MAX_MENTIONS), weight)
