"""Workers do what a loop would do, in the same order, however many they are."""

from __future__ import annotations

import os
import signal

import pytest

from generator.workers import HERE, Processes, WorkerLost, chunks_of, workers


def _added(shared: int, chunk: int) -> int:
    return shared + chunk


def _process(shared: None, chunk: int) -> int:
    return os.getpid()


def _refuses(shared: None, chunk: int) -> int:
    if chunk == 3:
        raise ValueError("three is refused")
    return chunk


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


def _ignores_interrupts(shared: None, chunk: int) -> bool:
    os.kill(os.getpid(), signal.SIGINT)
    return True


def test_an_interrupt_is_left_to_the_first_process() -> None:
    assert list(Processes(2).map(_ignores_interrupts, [1, 2, 3], None)) == [True] * 3
