"""Does all the work in this process: for small work, and where there is one core."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.workers.interface import Chunk, Result, Shared


class Here:
    """One worker, this process."""

    count = 1

    def map(
        self,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
    ) -> Iterator[Result]:
        """Yield `function(shared, chunk)` for each of `chunks`, in their order."""
        for chunk in chunks:
            yield function(shared, chunk)


HERE = Here()
