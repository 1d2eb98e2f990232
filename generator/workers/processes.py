"""Does the work in processes beside this one, a core each.

On Linux they are forked for each map and read what this process holds without a copy of it;
elsewhere they are started anew, and get what they share once each. A fork holds no lock of ours:
nothing in the generator starts threads but the display of progress and what answers browsers in
`serve`, and no worker touches these.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any

from generator.workers.here import HERE
from generator.workers.interface import Chunk, Result, Shared, Workers

_CONTEXT = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
#: Results that lie ready before those ahead of them are taken: what is done early must be kept.
_AHEAD = 4


class WorkerLost(Exception):
    """A worker ended before its work, as when the system had no memory left for it."""


class _Held:
    """What the workers of a map share; each process has its own."""

    shared: object = None


def _hold(shared: object) -> None:
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
        try:
            with warnings.catch_warnings():
                # Of the thread that shows the progress: see above.
                warnings.simplefilter("ignore", DeprecationWarning)
                with ProcessPoolExecutor(count, _CONTEXT, _hold, (shared,)) as pool:
                    waiting = iter(chunks)
                    ready = [
                        pool.submit(_do, function, chunk)
                        for chunk in islice(waiting, _AHEAD * count)
                    ]
                    while ready:
                        first = ready.pop(0)
                        yield first.result()
                        ready += [pool.submit(_do, function, chunk) for chunk in islice(waiting, 1)]
        except BrokenProcessPool as error:
            raise WorkerLost(
                "a process of the build was ended by the system, maybe for want of memory;"
                " build with fewer: --workers 1"
            ) from error
        finally:
            gc.unfreeze()


def cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def workers(count: int) -> Workers:
    """Return `count` workers: this process for one, else processes beside it."""
    return HERE if count < 2 else Processes(count)
