"""The parts of a topic: which of its papers belongs under which heading of its page."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.cache.packing import digest
from generator.cache.parts import parted
from generator.cache.store import NO_CACHE, Cache
from generator.model import Topic
from generator.topics.phrases import Phrases
from generator.values.paper import Paper
from generator.workers import HERE, Workers

#: The slug of a topic, and rows of some of its papers.
_Chunk = tuple[str, tuple[int, ...]]


def subareas(
    papers: Sequence[Paper],
    topics: Iterable[Topic],
    topics_of: Mapping[str, Sequence[str]],
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> dict[str, dict[str, int]]:
    """Return for each topic that has sub-areas, by its slug, where its papers belong, by their ids.

    That is the number of the sub-area whose phrases say most of a paper. Of those that say the same
    the first in topics.yml is taken; papers of which none says anything are left out. `topics_of`
    has the slugs of each paper's topics, by its id.
    """
    asked = {topic.slug: _phrases(topic) for topic in topics if topic.subareas}
    digests = {slug: digest(phrases.known) for slug, phrases in asked.items()}
    rows_of: defaultdict[str, list[int]] = defaultdict(list)
    for row, paper in enumerate(papers):
        for slug in topics_of.get(paper.id, ()):
            rows_of[slug].append(row)
    chunks: list[_Chunk] = [
        (slug, rows) for slug in asked for rows in parted(rows_of[slug], lambda row: papers[row].id)
    ]

    def key(chunk: _Chunk) -> str:
        slug, rows = chunk
        return digest(digests[slug], *(papers[row].texts() for row in rows))

    numbers = cache.map("subareas", numbers_in, chunks, (papers, asked), key, workers)
    found: dict[str, dict[int, int]] = {slug: {} for slug in asked}
    for (slug, rows), some in zip(chunks, numbers, strict=True):
        found[slug] |= {
            row: number for row, number in zip(rows, some, strict=True) if number is not None
        }
    return {
        slug: {papers[row].id: of_rows[row] for row in sorted(of_rows)}
        for slug, of_rows in found.items()
    }


def numbers_in(
    shared: tuple[Sequence[Paper], Mapping[str, Phrases]], chunk: _Chunk
) -> list[int | None]:
    """Return the number of the sub-area of some papers of a topic, None where none says anything.

    All papers are shared, and the phrases of each topic's sub-areas.
    """
    papers, asked = shared
    slug, rows = chunk
    return [_number(asked[slug], papers[row]) for row in rows]


def _number(phrases: Phrases, paper: Paper) -> int | None:
    scores = {
        int(name): math.fsum(e.weight * e.count for e in evidence)
        for name, evidence in phrases.evidence(paper).items()
    }
    return min(scores, key=lambda number: (-scores[number], number)) if scores else None


def _phrases(topic: Topic) -> Phrases:
    return Phrases((str(number), part.phrases) for number, part in enumerate(topic.subareas))
