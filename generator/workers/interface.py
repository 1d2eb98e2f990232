"""What stages ask of workers, whoever they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar, overload

Shared = TypeVar("Shared")
Chunk = TypeVar("Chunk")
Result = TypeVar("Result")
Item = TypeVar("Item")


class Workers(Protocol):
    """Those who do the work of a stage. `count` is how many work at once."""

    @property
    def count(self) -> int:
        """How many work at once."""

    def map(
        self,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
    ) -> Iterator[Result]:
        """Yield `function(shared, chunk)` for each of `chunks`, in their order.

        `function` is one of a module's own, so that others can find it by its name, and must not
        change `shared`, which all of them read. What it raises is raised here.
        """


@overload
def chunks_of(items: range, size: int) -> list[range]: ...
@overload
def chunks_of(items: Sequence[Item], size: int) -> list[Sequence[Item]]: ...
def chunks_of(items: Sequence[Item], size: int) -> Sequence[Sequence[Item]]:
    """Return `items` in their order, cut into chunks of `size`; the last may have fewer."""
    return [items[start : start + size] for start in range(0, len(items), size)]
