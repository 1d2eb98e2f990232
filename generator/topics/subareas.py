"""The parts of a topic: which of its papers belongs under which heading of its page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from generator.model import Topic
from generator.topics.phrases import Phrases
from generator.values.paper import Paper


def subareas(topic: Topic, papers: Iterable[Paper]) -> dict[str, int]:
    """Return for each paper's id the number of the sub-area whose phrases say most of it.

    Of sub-areas that say the same the first in topics.yml is taken; papers of which no sub-area
    says anything are left out.
    """
    if not topic.subareas:
        return {}
    names: Sequence[str] = [str(number) for number in range(len(topic.subareas))]
    phrases = Phrases(
        (name, part.phrases) for name, part in zip(names, topic.subareas, strict=True)
    )
    found = {}
    for paper in papers:
        scores = {
            int(name): math.fsum(e.weight * e.count for e in evidence)
            for name, evidence in phrases.evidence(paper).items()
        }
        if scores:
            found[paper.id] = min(scores, key=lambda number: (-scores[number], number))
    return found
