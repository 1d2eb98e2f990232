"""Verdicts on many pairs are those on each of them, whoever gives them."""

from __future__ import annotations

import itertools

import pytest

from generator.merge import verdicts
from generator.merge.columns import features_of
from generator.merge.verdict import Reason
from generator.merge.verify import compare
from generator.values.paper import Rank, SourceRecord
from generator.workers import workers
from tests.given import entry


def _entry(title: str, line: int, *authors: str, year: int = 2024, **fields: str) -> SourceRecord:
    known = {"authors": authors, "year": year, "file": "a.bib", "rank": Rank.BIBLIOGRAPHY}
    return entry(title, line, **known, **fields)


ENTRIES = [
    _entry("Counting Sheep with Small Networks", 1, "Ada Example", "Ben Sample"),
    _entry("Counting sheep with small networks.", 2, "A. Example", "B. Sample"),
    _entry("Counting Sheep with Small Networks", 3, "Cleo Instance", "Dan Other"),
    _entry("Counting Sheeps with Smal Networks", 4, "Ada Example"),
    _entry("Counting Goats with Small Networks", 5, "Ada Example"),
    _entry("Erratum to: Counting Sheep with Small Networks", 6, "Ada Example", "Ben Sample"),
    _entry("A Theory of Wool", 7, "Eve Third", arxiv="2401.00001"),
    _entry("Wool: A Theory", 8, "Eve Third", arxiv="2401.00001"),
    _entry("On Shepherds", 9, "Flo Fourth", doi="10.1234/a"),
    _entry("On Shepherds", 10, "Flo Fourth", doi="10.1234/b"),
]
PAIRS = list(itertools.combinations(range(len(ENTRIES)), 2))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_verdicts_that_tell_something_are_given_in_the_order_of_the_pairs(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "CHUNK", 7)
    known = features_of(ENTRIES)
    found, near = verdicts.telling(known, PAIRS, workers(count))
    assert list(found) == [pair for pair in PAIRS if pair in found]
    every = {(a, b): compare(known[a], known[b]) for a, b in PAIRS}
    assert all(found[pair] == every[pair] for pair in found)
    left_out = [verdict for pair, verdict in every.items() if pair not in found]
    assert left_out
    assert not any(one.same or one.hard or one.reason == Reason.NOTICE for one in left_out)
    assert near <= found.keys()


def test_pairs_of_nearly_equal_titles_are_told_by_themselves() -> None:
    _, near = verdicts.telling(features_of(ENTRIES), PAIRS)
    assert {(0, 1), (0, 2), (0, 3), (8, 9)} <= near
    assert not {(0, 6), (4, 7), (6, 9)} & near
