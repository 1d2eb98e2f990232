"""The verdicts on many pairs of entries, of those pairs only that have something to say.

Of some sixty candidate pairs, fifty are of two papers that nobody would take for one.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from generator.merge.features import Features
from generator.merge.verdict import Reason, Verdict
from generator.merge.verify import compare
from generator.workers import HERE, Workers, chunks_of

#: Different papers whose titles are as alike as this (0 to 1) are easily taken for each other.
NEAR = 0.9
#: So many pairs a worker gets at once.
CHUNK = 4096

Pair = tuple[int, int]


def telling(
    known: Sequence[Features], pairs: Sequence[Pair], workers: Workers = HERE
) -> tuple[dict[Pair, Verdict], set[Pair]]:
    """Return the verdicts on `pairs` of `known` that others ask for, in their order.

    Those are: one paper, surely two, a notice, and two whose titles are nearly the same; the pairs
    of the last are also given by themselves.
    """
    verdicts: dict[Pair, Verdict] = {}
    near: set[Pair] = set()
    for found in workers.map(_verdicts, chunks_of(pairs, CHUNK), known):
        for pair, verdict, is_near in found:
            verdicts[pair] = verdict
            if is_near:
                near.add(pair)
    return verdicts, near


def _verdicts(known: Sequence[Features], pairs: Sequence[Pair]) -> list[tuple[Pair, Verdict, bool]]:
    found = []
    for a, b in pairs:
        verdict = compare(known[a], known[b])
        is_near = _are_near(known[a], known[b])
        if verdict.same or verdict.hard or is_near or verdict.reason == Reason.NOTICE:
            found.append(((a, b), verdict, is_near))
    return found


def _are_near(a: Features, b: Features) -> bool:
    """Whether two entries have nearly the same title."""
    ratio = fuzz.ratio(a.title.key[:1000], b.title.key[:1000], score_cutoff=100 * NEAR)
    return ratio >= 100 * NEAR
