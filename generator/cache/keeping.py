"""Workers that do nothing twice: what they made of a chunk before is taken from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.cache.packing import digest
from generator.cache.store import Cache
from generator.workers import Workers
from generator.workers.interface import Chunk, Result, Shared


class Keeping:
    """The work of others, kept for a stage.

    It is for functions whose result is a value, and depends on the chunk and on all of `shared`.
    `made` are the results that were given out, each with the key under which `stage` keeps it.
    """

    def __init__(self, stage: str, cache: Cache, workers: Workers) -> None:
        self.made: list[tuple[str, Any]] = []
        self._stage = stage
        self._cache = cache
        self._workers = workers

    @property
    def count(self) -> int:
        """How many work at once."""
        return self._workers.count

    def map(
        self,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
    ) -> Iterator[Result]:
        """Yield `function(shared, chunk)` for each of `chunks`, in their order."""
        of = f"{function.__module__}.{function.__qualname__}"
        keys: list[str] = []

        def key(chunk: Chunk) -> str:
            keys.append(digest(of, shared, chunk))
            return keys[-1]

        found = self._cache.map(self._stage, function, chunks, shared, key, self._workers)
        for at, result in enumerate(found):
            if keys:
                self.made.append((keys[at], result))
            yield result
