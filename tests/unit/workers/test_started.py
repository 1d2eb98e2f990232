"""Processes that are started, not forked, do the same work: late, and the same ones to the end."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

from generator import system
from generator.problems import Place
from generator.values.paper import Paper, Provenance
from generator.workers import HERE, Processes, Started, WorkerLost, chunks_of, workers
from tests.given import paper


@pytest.fixture(scope="module")
def two() -> Started:
    """Two processes that are started at once, for all tests: starting takes seconds."""
    return Started(2, alone=0)


def _added(shared: int, chunk: int) -> int:
    return shared + chunk


def _process(shared: object, chunk: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def _refuses(shared: None, chunk: int) -> int:
    if chunk == 3:
        raise ValueError("three is refused")
    return chunk


def _told(shared: Sequence[Paper], chunk: Sequence[int]) -> list[tuple[str, Paper]]:
    return [(shared[row].work.title.plain, shared[row]) for row in chunk]


def _ends(shared: None, chunk: int) -> int:
    os._exit(1)


@pytest.mark.slow
def test_results_come_in_the_order_of_the_chunks(two: Started) -> None:
    assert list(two.map(_added, range(50), 100)) == list(range(100, 150))
    assert list(two.map(_added, range(5), 200)) == list(range(200, 205))


@pytest.mark.slow
def test_all_maps_are_done_by_the_same_processes(two: Started) -> None:
    first = set(two.map(_process, range(8), "something large"))
    assert os.getpid() not in first
    assert set(two.map(_process, range(8), "something else")) <= first or len(first) < 2


@pytest.mark.slow
def test_papers_are_given_and_come_back(two: Started) -> None:
    said = MappingProxyType({"year": Provenance((Place("sheep.bib", 3),))})
    papers = [paper(f"p{n}", f"Counting {n} sheep", provenance=said) for n in range(4)]
    found = two.map(_told, chunks_of(range(4), 2), papers)
    assert [item for some in found for item in some] == [(p.work.title.plain, p) for p in papers]


@pytest.mark.slow
def test_what_the_function_raises_is_raised_here(two: Started) -> None:
    with pytest.raises(ValueError, match="three is refused"):
        list(two.map(_refuses, range(9), None))
    assert list(two.map(_added, range(3), 1)) == [1, 2, 3]


def test_small_work_and_the_last_chunk_start_no_process() -> None:
    assert set(Started(2).map(_process, range(5), None)) == {os.getpid()}
    assert list(Started(2, alone=0).map(_process, [1], None)) == [os.getpid()]


def _interrupted(shared: None, chunk: int) -> int:
    signal.raise_signal(signal.SIGINT)
    return chunk


@pytest.mark.slow
def test_an_interruption_is_answered_by_this_process_alone(two: Started) -> None:
    assert list(two.map(_interrupted, range(4), None)) == [0, 1, 2, 3]


@pytest.mark.slow
def test_who_has_worked_alone_for_long_gets_help(tmp_path: Path) -> None:
    found = list(Started(2, alone=0.015).map(_process, range(8), None))
    assert found[0] == os.getpid()
    assert os.getpid() not in found[3:]


@pytest.mark.slow
def test_a_process_that_ends_early_is_told_with_what_to_do() -> None:
    with pytest.raises(WorkerLost, match="--workers 1"):
        list(Started(2, alone=0).map(_ends, range(9), None))


@pytest.mark.slow
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    some = Started(2, alone=0)
    assert list(some.map(_added, range(4), 1)) == [1, 2, 3, 4]
    (folder,) = tmp_path.iterdir()
    assert list(folder.iterdir()) == []
    del some
    assert list(tmp_path.iterdir()) == []


def test_where_processes_cannot_be_forked_they_are_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(workers(2), Processes if system.FORKS else Started)
    monkeypatch.setattr(system, "FORKS", False)
    monkeypatch.setattr(system, "MOST_PROCESSES", 61)
    assert isinstance(workers(2), Started)
    assert workers(128).count == 61
    assert workers(1) is HERE
