"""The verdicts on many pairs of entries, of those pairs only that have something to say.

Of some sixty candidate pairs, fifty are of two papers that nobody would take for one. The verdicts
of the last build stay for the pairs of which neither entry has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from generator.cache.packing import digest
from generator.cache.store import NO_CACHE, Cache
from generator.merge.features import Features
from generator.merge.verdict import Reason, Verdict
from generator.merge.verify import compare
from generator.workers import HERE, Workers, chunks_of

#: Different papers whose titles are as alike as this (0 to 1) are easily taken for each other.
NEAR = 0.9
#: So many pairs a worker gets at once.
CHUNK = 4096

Pair = tuple[int, int]


#: A verdict, and whether the titles are nearly the same.
_Said = tuple[Verdict, bool]
_STAGE, _LAST = "verdicts", "of the last build"


@dataclass(frozen=True)
class _Verdicts:
    """What was said of pairs, by digests of them; `silent` are those that had nothing to say."""

    said: dict[bytes, _Said]
    silent: frozenset[bytes]


def telling(
    known: Sequence[Features],
    pairs: Sequence[Pair],
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> tuple[dict[Pair, Verdict], set[Pair]]:
    """Return the verdicts on `pairs` of `known` that others ask for, in their order.

    Those are: one paper, surely two, a notice, and two whose titles are nearly the same; the pairs
    of the last are also given by themselves.
    """
    found = _kept(known, pairs, workers, cache) if cache.folder else _made(known, pairs, workers)
    verdicts = {pair: verdict for pair, (verdict, _) in found.items()}
    return verdicts, {pair for pair, (_, is_near) in found.items() if is_near}


def _kept(
    known: Sequence[Features], pairs: Sequence[Pair], workers: Workers, cache: Cache
) -> dict[Pair, _Said]:
    """Return what is said of pairs, as the last build did of those that it had."""
    last = cache.get(_STAGE, _LAST)
    before: _Verdicts = last.value if last else _Verdicts({}, frozenset())
    digests = [_digest(entry) for entry in known]
    keys = [
        hashlib.blake2b(digests[a] + digests[b], digest_size=16, usedforsecurity=False).digest()
        for a, b in pairs
    ]
    new = [
        pair
        for pair, key in zip(pairs, keys, strict=True)
        if key not in before.silent and key not in before.said
    ]
    made = _made(known, new, workers)
    found: dict[Pair, _Said] = {}
    said: dict[bytes, _Said] = {}
    for pair, key in zip(pairs, keys, strict=True):
        about = made.get(pair) or before.said.get(key)
        if about:
            found[pair] = said[key] = about
    if new or len(before.said) + len(before.silent) > len(set(keys)):
        cache.put(_STAGE, _LAST, _Verdicts(said, frozenset(keys).difference(said)))
    return found


def _digest(entry: Features) -> bytes:
    """Return a digest of all that verdicts depend on."""
    identifiers = [(kind, *sorted(held)) for kind, held in sorted(entry.identifiers.items())]
    # Sets in a mapping have no order.
    return digest(replace(entry, identifiers={}), identifiers).encode()


def _made(known: Sequence[Features], pairs: Sequence[Pair], workers: Workers) -> dict[Pair, _Said]:
    chunks = workers.map(_verdicts, chunks_of(pairs, CHUNK), known)
    return {pair: (verdict, is_near) for some in chunks for pair, verdict, is_near in some}


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
