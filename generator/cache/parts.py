"""Parts a catalogue into chunks most of which stay the same when something is added or removed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

#: Items in a chunk, at most on average. Of a changed item, this many are made again; fewer would
#: be more files, and more to send to workers.
CHUNK = 128
#: A run ends at the latest when it is so many times as long as most are.
_LONGEST = 4


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


def runs(
    items: Sequence[Item], name: Callable[[Item], str], size: int = CHUNK
) -> list[Sequence[Item]]:
    """Return `items` in their order, cut into runs of about `size`.

    A run ends behind items of certain names, so that another item or a lost one changes the run it
    is in, maybe the next, and none behind them. None is empty.
    """
    found, start = [], 0
    for at, item in enumerate(items, 1):
        ends = zlib.crc32(name(item).encode("utf-8", "surrogatepass")) % size == 0
        if ends or at - start == _LONGEST * size or at == len(items):
            found.append(items[start:at])
            start = at
    return found
