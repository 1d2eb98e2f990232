"""How topics grew: what share of the papers of each year the largest topics have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import Catalogue
from generator.figures.per_year import Span, per_year, spans
from generator.figures.within import most_first
from generator.language import Language, to_say
from generator.model import Topic
from generator.text.unicode import visible

#: The time is counted in so many spans, at most, and begins and ends with a year of enough papers
#: for shares to say something.
MOST_SPANS, LEAST_PAPERS = 12, 10
#: Topics that are shown, those of most papers, and how few papers a topic may have.
MOST_TOPICS, LEAST_OF_TOPIC = 24, 5
_GREW = to_say("“{topic}” grew most: from {was} of the papers of {before} to {now} of {after}.")
_SHRANK = to_say("“{topic}” shrank most: from {was} of the papers of {before} to {now} of {after}.")


@dataclass(frozen=True)
class Line:
    """A topic, and how many papers it has in each span."""

    topic: Topic
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Growth:
    """Spans of years with all their papers, and the lines of topics by the place of their area."""

    spans: tuple[Span, ...]
    areas: tuple[tuple[int, tuple[Line, ...]], ...]

    def finding(self, language: Language) -> str:
        """Return what it shows: which topics grew and shrank most from half to half."""
        half = len(self.spans) // 2
        lines = [line for _, lines in self.areas for line in lines]
        before, after = (
            sum(s.count for s in part) for part in (self.spans[:half], self.spans[half:])
        )
        times = [
            str(Span(part[0].first, part[-1].last, 0))
            for part in (self.spans[:half], self.spans[half:])
        ]

        def rise(line: Line) -> float:
            return sum(line.counts[half:]) / after - sum(line.counts[:half]) / before

        def said(line: Line, text: str) -> str:
            return language.say(
                text,
                topic=visible(line.topic.name.plain),
                was=language.share(sum(line.counts[:half]), before),
                now=language.share(sum(line.counts[half:]), after),
                before=times[0],
                after=times[1],
            )

        up, down = max(lines, key=rise), min(lines, key=rise)
        found = [said(up, _GREW)] if rise(up) > 0 else []
        return language.sentences(found + ([said(down, _SHRANK)] if rise(down) < 0 else []))


def growth(catalogue: Catalogue) -> Growth | None:
    """Return how the largest topics grew; None where years or topics are too few to say it."""
    papers = per_year(catalogue.papers)
    enough = [year for year, count in papers.items() if count >= LEAST_PAPERS]
    if len(enough) < 2:
        return None
    time = range(min(enough), max(enough) + 1)
    drawn = spans({year: papers[year] for year in time if papers[year]}, MOST_SPANS)
    topics = {y: catalogue.topics_of_years.get(y, Counter[str]()) for y in time}
    totals = sum(topics.values(), Counter[str]())
    largest = [slug for slug, n in most_first(catalogue, totals) if n >= LEAST_OF_TOPIC]
    shown = set(largest[:MOST_TOPICS])
    lines = [
        Line(
            topic,
            tuple(sum(topics[y][slug] for y in time if s.first <= y <= s.last) for s in drawn),
        )
        for slug, topic in catalogue.topics.items()
        if slug in shown
    ]
    if not lines:
        return None
    # The topics of an area stand beside each other in topics.yml.
    areas = groupby(lines, lambda line: catalogue.area_places[line.topic.area])
    return Growth(tuple(drawn), tuple((place, tuple(found)) for place, found in areas))
