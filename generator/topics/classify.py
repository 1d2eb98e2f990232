"""Which topics a paper belongs to: one automaton finds every phrase of every topic at once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import ahocorasick

from generator.model import Area, Assignment, Evidence, Paper, Phrase, Topic
from generator.text.words import flat

#: A mention in the title says this many times more than one in the summary or abstract.
TITLE_WEIGHT = 3.0
#: An abstract that repeats a phrase ten times is not ten times as much about it.
MAX_MENTIONS = 2
#: The score from which a topic is given: one decisive phrase, or two mentions of a typical one.
THRESHOLD = 2.0
#: The same for a paper without an abstract: a summary is short and says most things once. On the
#: first catalogue this gives summaries 81% of the topics that their abstracts give, at 95%
#: precision; THRESHOLD gives 67% at 99%.
THRESHOLD_WITHOUT_ABSTRACT = 1.25
#: Topics that score less than this share of the best one are passing mentions.
SHARE_OF_BEST = 0.3
MAX_TOPICS = 5


class Classifier:
    """Gives topics to papers, with the phrases that speak for them.

    Building takes time in the length of all phrases, classifying in the length of the text.
    """

    def __init__(self, areas: Iterable[Area]) -> None:
        self._topics: list[Topic] = [topic for area in areas for topic in area.topics]
        self._order = {topic.slug: place for place, topic in enumerate(self._topics)}
        wanted: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
        for topic in self._topics:
            for phrase in topic.phrases:
                lower = flat(phrase.text)[1]
                # A regular plural is the same phrase; spaces make it match whole words only.
                for form in (f" {lower} ", f" {lower}s "):
                    wanted[form].append((topic.slug, phrase))
        self._automaton = ahocorasick.Automaton()
        for form in sorted(wanted):
            self._automaton.add_word(form, (form, wanted[form]))
        if wanted:
            self._automaton.make_automaton()

    def assign(self, paper: Paper) -> tuple[Assignment, ...]:
        """Return the topics of a paper, the main one first; at most MAX_TOPICS, maybe none.

        Topics that a record names win: they are all there are, in the record's order.
        """
        evidence = self._evidence(paper)
        if paper.topics:
            return tuple(
                Assignment(slug, _score(found), found, by_hand=True)
                for slug in dict.fromkeys(paper.topics)
                if slug in self._order
                for found in (evidence.get(slug, ()),)
            )
        scored = [Assignment(slug, _score(found), found) for slug, found in evidence.items()]
        best = max((a.score for a in scored), default=0.0)
        enough = THRESHOLD if paper.abstract else THRESHOLD_WITHOUT_ABSTRACT
        kept = [a for a in scored if a.score >= max(enough, SHARE_OF_BEST * best)]
        kept.sort(key=lambda a: (-a.score, self._order[a.topic]))
        return tuple(kept[:MAX_TOPICS])

    def known(self) -> list[str]:
        """Return every topic's slug, in the order of topics.yml."""
        return list(self._order)

    def _evidence(self, paper: Paper) -> dict[str, tuple[Evidence, ...]]:
        """Return for each topic the phrases found, strongest first."""
        found: dict[str, list[Evidence]] = defaultdict(list)
        fields = (("title", paper.title, TITLE_WEIGHT), ("text", _body(paper), 1.0))
        for field, text, times in fields:
            counts = self._mentions(text)
            for (topic, phrase), mentions in counts.items():
                count = min(mentions, MAX_MENTIONS)
                found[topic].append(
                    Evidence(phrase.text, field, count, round(phrase.weight * times, 3))
                )
        return {
            topic: tuple(sorted(items, key=_strength)) for topic, items in sorted(found.items())
        }

    def _mentions(self, text: str) -> dict[tuple[str, Phrase], int]:
        counts: dict[tuple[str, Phrase], int] = defaultdict(int)
        printed, lower = flat(text)
        printed, lower = f" {printed} ", f" {lower} "
        if not len(self._automaton):
            return counts
        for end, (form, owners) in self._automaton.iter(lower):
            # `end` is the place of the form's last character, its closing space.
            start = end - len(form) + 2
            for topic, phrase in owners:
                as_printed = printed[start : start + len(phrase.text)]
                if not phrase.case or as_printed == phrase.text:
                    counts[topic, phrase] += 1
        return counts


def _body(paper: Paper) -> str:
    return f"{paper.summary} {paper.abstract}"


def _strength(evidence: Evidence) -> tuple[float, str, str, float]:
    """Sort by how much evidence says, for or against; the rest only makes the order total."""
    value = evidence.weight * evidence.count
    return (-abs(value), evidence.phrase, evidence.field, -value)


def _score(evidence: Sequence[Evidence]) -> float:
    return round(math.fsum(e.weight * e.count for e in evidence), 3)
