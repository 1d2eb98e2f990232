"""What phrases and kinds say of papers: the score of each paper for each topic, and why."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.cache.packing import digest
from generator.cache.parts import parted
from generator.cache.store import Cache
from generator.model import Evidence, Topic
from generator.topics.phrases import PLACES, Phrases, Source, mentions_in, weight_in
from generator.values.paper import Paper
from generator.workers import Workers

#: What it says that a topic's `kinds` have the kind that a person gave the paper.
KIND_WEIGHT = 2.0
#: The `field` of the evidence that is a kind.
KIND = "kind"
#: Papers are looked through so many at a time, and again when one of them changed.
AT_ONCE = 128

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_NO_PHRASE = -1


class Said:
    """What phrases and kinds say of `papers`. `scores` has a row for each, a column per topic."""

    def __init__(
        self,
        papers: Sequence[Paper],
        topics: Sequence[Topic],
        workers: Workers,
        step: Callable[[int], None],
        cache: Cache,
    ) -> None:
        self._papers, self._topics = papers, topics
        self._phrases = Phrases((topic.slug, topic.phrases) for topic in topics)
        column = {topic.slug: at for at, topic in enumerate(topics)}
        rows = np.concatenate([self._mentions(workers, step, column, cache), self._kinds()])
        # The rows of one paper and topic stand together.
        cells = rows[:, 0] * max(len(topics), 1) + rows[:, 1]
        order = np.argsort(cells, kind="stable")
        self._rows = rows[order]
        known, starts = np.unique(cells[order], return_index=True)
        ends = [*starts.tolist(), len(cells)]
        self._span = dict(zip(known.tolist(), itertools.pairwise(ends), strict=True))
        self.scores: Floats = np.zeros((len(papers), len(topics)))
        says = self._values().tolist()
        self.scores.flat[known] = [math.fsum(says[a:b]) for a, b in itertools.pairwise(ends)]

    def evidence(self, row: int, column: int) -> list[Evidence]:
        """Return what speaks for and against a topic of a paper."""
        begin, end = self._span.get(row * len(self._topics) + column, (0, 0))
        return [
            Evidence(self._papers[row].curation.kind, KIND, 1, KIND_WEIGHT)
            if number == _NO_PHRASE
            else self._phrases.said(number, place, count)
            for _, _, number, place, count in self._rows[begin:end].tolist()
        ]

    def _mentions(
        self,
        workers: Workers,
        step: Callable[[int], None],
        column: Mapping[str, int],
        cache: Cache,
    ) -> Ints:
        """Return paper, topic, phrase, place and count of every mention, a row each."""
        chunks = parted(range(len(self._papers)), lambda row: self._papers[row].id, AT_ONCE)
        asked = digest(self._phrases.known)

        def key(rows: Sequence[int]) -> str:
            return digest(asked, *(self._papers[row].texts() for row in rows))

        source = Source(self._phrases, self._papers)
        owners = np.array([column[owner] for owner, _ in self._phrases.known], dtype=np.int64)
        found = [np.zeros((0, 5), dtype=np.int64)]
        done = 0
        mentions = cache.map("mentions", mentions_in, chunks, source, key, workers)
        for chunk, some in zip(chunks, mentions, strict=True):
            papers = np.array(chunk, dtype=np.int64)[some.papers]
            parts = papers, owners[some.phrases], some.phrases, some.places, some.counts
            found.append(np.column_stack(parts))
            done += len(chunk)
            step(done)
        return np.concatenate(found)

    def _kinds(self) -> Ints:
        """Return the same of every topic that has the kind of a paper."""
        columns: dict[str, list[int]] = {}
        for at, topic in enumerate(self._topics):
            for kind in dict.fromkeys(topic.kinds):
                columns.setdefault(kind, []).append(at)
        found = [
            (row, column, _NO_PHRASE, 0, 1)
            for row, paper in enumerate(self._papers)
            for column in columns.get(paper.curation.kind, ())
        ]
        return np.array(found, dtype=np.int64).reshape(-1, 5)

    def _values(self) -> Floats:
        """Return what each row says."""
        _, _, numbers, places, counts = self._rows.T
        weights = np.array(
            [
                *(
                    [weight_in(phrase, at) for at in range(len(PLACES))]
                    for _, phrase in self._phrases.known
                ),
                # The last is that of a kind.
                [KIND_WEIGHT] * len(PLACES),
            ]
        )
        found: Floats = weights[numbers, places] * counts
        return found
