"""Verdicts on many pairs are those on each of them, whoever gives them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache.store import Cache
from generator.merge import verdicts
from generator.merge.columns import features_of
from generator.merge.features import Features
from generator.merge.verdict import Reason, Verdict
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


def test_only_pairs_with_an_entry_that_changed_are_compared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = features_of(ENTRIES)
    cold = verdicts.telling(known, PAIRS)
    assert verdicts.telling(known, PAIRS, cache=Cache(tmp_path)) == cold
    compared: list[tuple[int, int]] = []

    def counted(a: Features, b: Features) -> Verdict:
        compared.append((number[id(a)], number[id(b)]))
        return compare(a, b)

    monkeypatch.setattr(verdicts, "compare", counted)
    number = {id(one): at for at, one in enumerate(known)}
    assert verdicts.telling(known, PAIRS, cache=Cache(tmp_path)) == cold
    assert compared == []
    # What hangs on other entries counts, and so does an identifier.
    for at, changed in enumerate(
        (
            replace(known[4], generic=True),
            replace(known[4], is_repeated=True),
            replace(known[4], identifiers={"doi": frozenset({"10.1234/a", "10.1234/c"})}),
        )
    ):
        compared.clear()
        other = [*known[:4], changed, *known[5:]]
        number = {id(one): place for place, one in enumerate(other)}
        cache = Cache(tmp_path, keeps=False)
        found = verdicts.telling(other, PAIRS, cache=cache)
        assert compared == [pair for pair in PAIRS if 4 in pair], at
        assert found == verdicts.telling(other, PAIRS)


def test_verdicts_are_kept_wherever_the_entries_stand(tmp_path: Path) -> None:
    known = features_of(ENTRIES)
    verdicts.telling(known, PAIRS, cache=Cache(tmp_path))
    turned = known[::-1]
    assert verdicts.telling(turned, PAIRS, cache=Cache(tmp_path)) == verdicts.telling(turned, PAIRS)


def test_verdicts_of_the_last_build_are_kept_and_no_others(tmp_path: Path) -> None:
    known = features_of(ENTRIES)
    verdicts.telling(known, PAIRS, cache=Cache(tmp_path))
    (file,) = tmp_path.iterdir()
    size = file.stat().st_size
    verdicts.telling(known, PAIRS[:3], cache=Cache(tmp_path))
    assert [file] == list(tmp_path.iterdir())
    assert file.stat().st_size < size
