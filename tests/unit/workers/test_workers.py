"""Workers do what a loop would do, in the same order, however many they are."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from types import MappingProxyType

import pytest

from generator.problems import Place
from generator.values.paper import Paper, Provenance
from generator.workers import HERE, Processes, WorkerLost, chunks_of, processes, workers
from tests.given import paper


def _added(shared: int, chunk: int) -> int:
    return shared + chunk


def _process(shared: None, chunk: int) -> int:
    return os.getpid()


def _refuses(shared: None, chunk: int) -> int:
    if chunk == 3:
        raise ValueError("three is refused")
    return chunk


def _told(shared: Sequence[Paper], chunk: Sequence[int]) -> list[tuple[str, Paper]]:
    return [(shared[row].work.title.plain, shared[row]) for row in chunk]


def _ends(shared: None, chunk: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return chunk


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_chunks(count: int) -> None:
    assert list(workers(count).map(_added, range(50), 100)) == list(range(100, 150))


def test_one_chunk_and_one_worker_are_done_in_this_process() -> None:
    assert list(Processes(3).map(_process, [1], None)) == [os.getpid()]
    assert set(Processes(1).map(_process, [1, 2, 3], None)) == {os.getpid()}
    assert os.getpid() not in Processes(2).map(_process, [1, 2, 3], None)


@pytest.mark.parametrize("count", [1, 2])
def test_what_the_function_raises_is_raised_here(count: int) -> None:
    with pytest.raises(ValueError, match="three is refused"):
        list(workers(count).map(_refuses, range(9), None))


def test_a_worker_that_ends_early_is_told_with_what_to_do() -> None:
    with pytest.raises(WorkerLost, match="--workers 1"):
        list(Processes(2).map(_ends, range(9), None))


def test_no_chunk_gives_nothing() -> None:
    assert list(HERE.map(_added, [], 1)) == list(Processes(2).map(_added, [], 1)) == []


def test_chunks_hold_all_in_order() -> None:
    assert chunks_of(range(7), 3) == [range(3), range(3, 6), range(6, 7)]
    assert chunks_of([], 3) == []


def test_processes_that_are_not_forked_are_given_papers_and_give_them_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "_CONTEXT", multiprocessing.get_context("spawn"))
    said = MappingProxyType({"year": Provenance((Place("sheep.bib", 3),))})
    papers = [paper(f"p{n}", f"Counting {n} sheep", provenance=said) for n in range(4)]
    found = Processes(2).map(_told, chunks_of(range(4), 2), papers)
    assert [item for some in found for item in some] == [(p.work.title.plain, p) for p in papers]
