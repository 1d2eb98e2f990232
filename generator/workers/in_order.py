"""Takes results out of a pool of processes in the order in which the work was given."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Any

#: Results that lie ready before those ahead of them are taken: what is done early must be kept.
_AHEAD = 4


def leave_interrupts() -> None:
    """Let Ctrl-C, which all processes of a terminal get, be answered by the first of them alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class WorkerLost(Exception):
    """A worker ended before its work, as when the system had no memory left for it."""


def in_order(
    pool: ProcessPoolExecutor,
    count: int,
    function: Callable[..., Any],
    calls: Iterator[tuple[Any, ...]],
) -> Iterator[Any]:
    """Yield what `function` gives for each of `calls`, its arguments; `count` work at once.

    Whoever breaks off waits for no more than what is being done just then.
    """
    ready = [pool.submit(function, *call) for call in islice(calls, _AHEAD * count)]
    try:
        while ready:
            first = ready.pop(0)
            yield first.result()
            ready += [pool.submit(function, *call) for call in islice(calls, 1)]
    finally:
        for waiting in ready:
            waiting.cancel()


@contextmanager
def lost_told() -> Iterator[None]:
    """Raise WorkerLost with what to do when a process of a pool ends before its work."""
    try:
        yield
    except BrokenProcessPool as error:
        raise WorkerLost(
            "a process of the build was ended by the system, maybe for want of memory;"
            " build with fewer: --workers 1"
        ) from error
