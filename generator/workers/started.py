"""Does the work in processes that are started, not forked: on macOS and Windows.

Each loads Python and our modules anew, for seconds, and is sent what a map shares. So this process
works alone until it has worked for as long as that takes; what is left then is done by all, and by
the same processes in every map of the build. Small builds and those of little change start none.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import shutil
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count as numbers
from pathlib import Path
from typing import Any

from generator.workers.in_order import in_order, leave_interrupts, lost_told
from generator.workers.interface import Chunk, Result, Shared
from generator.workers.pickled import pickled

#: Seconds of work in this process after which the others are started.
ALONE = 5.0


class _Held:
    """What a process was sent last: the file that it is from, and the value."""

    file = ""
    shared: object = None


def _do(file: str, function: Callable[[Any, Any], Any], chunk: Any) -> Any:
    if _Held.file != file:
        # The one before goes first: both may not fit into the memory.
        _Held.shared = None
        _Held.shared = pickle.loads(Path(file).read_bytes())  # noqa: S301, written by us just now
        _Held.file = file
    return function(_Held.shared, chunk)


class Started:
    """`count` processes, started when this one has worked `alone` for so many seconds.

    They end with this object.
    """

    def __init__(self, count: int, alone: float = ALONE) -> None:
        self.count = count
        self._left = alone
        self._pool: ProcessPoolExecutor | None = None
        self._folder = ""
        self._numbers = numbers()

    def map(
        self,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
    ) -> Iterator[Result]:
        """Yield `function(shared, chunk)` for each of `chunks`, in their order.

        Raises WorkerLost when a process ends early.
        """
        done = 0
        while done < len(chunks) and (self._left > 0 or len(chunks) - done < 2):
            began = time.perf_counter()
            result = function(shared, chunks[done])
            self._left -= time.perf_counter() - began
            done += 1
            yield result
        if done < len(chunks):
            yield from self._by_all(function, chunks[done:], shared)

    def _by_all(
        self,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
    ) -> Iterator[Result]:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.count, context, leave_interrupts)
            self._folder = tempfile.mkdtemp(prefix="paper-catalogue-")
            weakref.finalize(self, _end, self._pool, self._folder)
        file = Path(self._folder, str(next(self._numbers)))
        file.write_bytes(pickled(shared))
        try:
            calls = ((str(file), function, chunk) for chunk in chunks)
            with lost_told():
                yield from in_order(self._pool, self.count, _do, calls)
        finally:
            with contextlib.suppress(OSError):
                # Somebody may still read it, where what he does is not waited for.
                file.unlink()


def _end(pool: ProcessPoolExecutor, folder: str) -> None:
    pool.shutdown(cancel_futures=True)
    shutil.rmtree(folder, ignore_errors=True)
