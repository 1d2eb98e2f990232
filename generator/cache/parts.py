"""Parts a catalogue into chunks that stay the same when something is added or removed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

#: Items in a chunk, at most on average. Of a changed item, this many are made again; fewer would
#: be more files, and more to send to workers.
CHUNK = 128


def parted(
    items: Sequence[Item], name: Callable[[Item], str], size: int = CHUNK
) -> list[tuple[Item, ...]]:
    """Return `items` in chunks of `size` or fewer on average, in their order in each.

    Which chunk an item comes into depends on its `name` alone, and on how many chunks there are: a
    power of two, so that it changes only when the items have become twice as many. None is empty.
    """
    count = 1
    while count * size < len(items):
        count *= 2
    chunks: list[list[Item]] = [[] for _ in range(count)]
    for item in items:
        chunks[zlib.crc32(name(item).encode("utf-8", "surrogatepass")) % count].append(item)
    return [tuple(chunk) for chunk in chunks if chunk]
