"""Chunks stay the same when something is added or removed."""

from __future__ import annotations

from generator.cache.parts import CHUNK, parted, runs


def _names(count: int) -> list[str]:
    return [f"paper-{number}" for number in range(count)]


def test_every_item_is_in_one_chunk_in_its_order() -> None:
    names = _names(1000)
    chunks = parted(names, str)
    assert sorted(name for chunk in chunks for name in chunk) == sorted(names)
    assert all(sorted(chunk, key=names.index) == list(chunk) for chunk in chunks)
    assert len(chunks) == 8
    assert all(0.6 * CHUNK < len(chunk) < 1.4 * CHUNK for chunk in chunks)


def test_one_more_item_changes_one_chunk() -> None:
    names = _names(1000)
    before, after = set(parted(names, str)), set(parted([*names, "a new one"], str))
    assert len(after - before) == len(before - after) == 1


def test_twice_as_many_items_part_each_chunk_in_two() -> None:
    names = _names(1025)
    before, after = parted(names[:1024], str), parted(names, str)
    assert (len(before), len(after)) == (8, 16)
    for chunk in before:
        assert sum(set(part) <= {*chunk, names[-1]} for part in after) >= 2


def test_few_items_are_one_chunk_and_none_are_none() -> None:
    assert parted(["a", "b"], str) == [("a", "b")]
    assert parted([], str) == []


def test_names_may_hold_anything() -> None:
    assert len(parted(["\ud800", "\0", "", "ß"], str)) == 1


def test_runs_are_the_items_in_their_order() -> None:
    names = _names(1000)
    found = runs(names, str, 20)
    assert [name for run in found for name in run] == names
    assert all(0 < len(run) <= 80 for run in found)
    assert 20 < len(found) < 100
    assert runs([], str) == []
    assert runs(["a", "\ud800"], str) == [["a", "\ud800"]]


def test_one_more_item_in_the_middle_changes_a_run_or_two() -> None:
    names = _names(1000)
    before = {tuple(run) for run in runs(names, str, 20)}
    for at in (0, 1, 500, 998, 1000):
        after = {tuple(run) for run in runs([*names[:at], "a new one", *names[at:]], str, 20)}
        assert 1 <= len(after - before) <= 3
