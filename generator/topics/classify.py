"""Which topics each paper belongs to: by the phrases of topics.yml, and by its likeness.

What a person wrote decides: topics that a record names are all a paper has, and likeness only
adds to what phrases say. Alone it gives a topic only to a paper that would have none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from generator.cache.store import NO_CACHE, Cache
from generator.model import Area, Assignment, Evidence
from generator.terms.matrix import Terms
from generator.topics.likeness import Floats, Likeness
from generator.topics.said import Said
from generator.values.paper import Paper
from generator.workers import HERE, Workers

#: The score from which a topic is given; a summary is short and says most things once. These
#: figures and those below were set on one half of benchmarks/topics_gold.jsonl.
THRESHOLD, THRESHOLD_WITHOUT_ABSTRACT = 1.75, 1.25
#: The best topic of a paper that would have none is given from here.
THRESHOLD_OF_THE_BEST = 0.5
#: Topics that score less than this share of the best one are passing mentions.
SHARE_OF_BEST = 0.3
MAX_TOPICS = 5
#: From this score of its phrases a paper is a sure member of a topic; more than SUREST is no surer.
SURE, SUREST = 2.0, 4.0
#: What it says that a paper is as like a topic's sure members as they are on average. Twice this,
#: the most there is, stays below both thresholds.
LIKENESS_WEIGHT = 0.6
#: The `field` of the evidence that is likeness; its `phrase` holds the words.
LIKENESS = "likeness"


def classify(
    papers: Sequence[Paper],
    areas: Iterable[Area],
    terms: Terms,
    step: Callable[[int], None] = lambda _: None,
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> dict[str, tuple[Assignment, ...]]:
    """Return the topics of each paper by its id: at most MAX_TOPICS, the main one first.

    `terms` has a row for each of `papers`; `step` is told how many of them have been read. Of
    topics with equal scores the one that topics.yml has first comes first.
    """
    topics = [topic for area in areas for topic in area.topics]
    slugs = [topic.slug for topic in topics]
    said = Said(papers, topics, workers, step, cache)
    likeness = Likeness(terms, _members(papers, said.scores, slugs))
    like = (LIKENESS_WEIGHT * likeness.values).round(3)
    chosen = [
        _chosen(paper, said.scores[row] + like[row], slugs) for row, paper in enumerate(papers)
    ]
    given = [(row, column) for row, columns in enumerate(chosen) for column in columns]
    words = dict(zip(given, likeness.words(given), strict=True))

    def assignment(row: int, column: int) -> Assignment:
        evidence = said.evidence(row, column)
        if like[row, column] > 0:
            says = ", ".join(words[row, column])
            evidence.append(Evidence(says, LIKENESS, 1, float(like[row, column])))
        evidence.sort(key=_strength)
        score = round(math.fsum(e.weight * e.count for e in evidence), 3)
        by_hand = bool(papers[row].curation.topics)
        return Assignment(slugs[column], score, tuple(evidence), by_hand)

    return {
        paper.id: tuple(assignment(row, column) for column in columns)
        for row, (paper, columns) in enumerate(zip(papers, chosen, strict=True))
    }


def _chosen(paper: Paper, scores: Floats, slugs: Sequence[str]) -> list[int]:
    """Return the places of a paper's topics in `slugs`, the main one first."""
    if paper.curation.topics:
        return [slugs.index(slug) for slug in dict.fromkeys(paper.curation.topics) if slug in slugs]
    if not len(slugs):
        return []
    scores = scores.round(3)
    threshold = THRESHOLD if paper.work.abstract else THRESHOLD_WITHOUT_ABSTRACT
    order = np.argsort(-scores, kind="stable")
    best = scores[order[0]]
    enough = order[scores[order] >= max(threshold, SHARE_OF_BEST * best)]
    if len(enough):
        return [int(column) for column in enough[:MAX_TOPICS]]
    return [int(order[0])] if best >= THRESHOLD_OF_THE_BEST else []


def _members(papers: Sequence[Paper], said: Floats, slugs: Sequence[str]) -> Floats:
    """Return how surely each paper belongs to each topic, 0 where it is not sure at all."""
    best = said.max(axis=1, initial=0.0)[:, None]
    members = np.where((said >= SURE) & (said >= SHARE_OF_BEST * best), said.clip(0, SUREST), 0)
    for row, paper in enumerate(papers):
        if paper.curation.topics:
            members[row] = [SUREST if slug in paper.curation.topics else 0 for slug in slugs]
    return members


def _strength(evidence: Evidence) -> tuple[float, str, str, float, int]:
    """Sort by how much evidence says, for or against; the rest only makes the order total."""
    value = evidence.weight * evidence.count
    return (-abs(value), evidence.phrase, evidence.field, -value, evidence.count)
