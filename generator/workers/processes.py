"""Does the work in processes beside this one, forked for each map: on Linux.

They read what this process holds without a copy of it. A fork holds no lock of ours: nothing in the
generator starts threads but the display of progress and what answers browsers in `serve`, and no
worker touches these.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from generator import system
from generator.workers.here import HERE
from generator.workers.in_order import in_order, leave_interrupts, lost_told
from generator.workers.interface import Chunk, Result, Shared, Workers
from generator.workers.started import Started


class _Held:
    """What the workers of a map share; each process has its own."""

    shared: object = None


def _hold(shared: object) -> None:
    leave_interrupts()
    _Held.shared = shared


def _do(function: Callable[[Any, Any], Any], chunk: Any) -> Any:
    return function(_Held.shared, chunk)


class Processes:
    """`count` processes. A map of one chunk, and any with one process, is done here."""

    def __init__(self, count: int) -> None:
        self.count = count

    def map(
        self,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
    ) -> Iterator[Result]:
        """Yield `function(shared, chunk)` for each of `chunks`, in their order.

        Raises WorkerLost when a process ends early.
        """
        count = min(self.count, len(chunks))
        if count < 2:
            yield from HERE.map(function, chunks, shared)
            return
        # What a collection would touch would have to be copied for each process.
        gc.freeze()
        context = multiprocessing.get_context("fork")
        try:
            with warnings.catch_warnings(), lost_told():
                # Of the thread that shows the progress: see above.
                warnings.simplefilter("ignore", DeprecationWarning)
                with ProcessPoolExecutor(count, context, _hold, (shared,)) as pool:
                    yield from in_order(pool, count, _do, ((function, chunk) for chunk in chunks))
        finally:
            gc.unfreeze()


def cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def workers(count: int) -> Workers:
    """Return `count` workers: this process for one, else processes beside it."""
    if count < 2:
        return HERE
    return Processes(count) if system.FORKS else Started(min(count, system.MOST_PROCESSES))
