"""What files held, kept until they change: a file is parsed and repaired once, not in each build.

Loading what a file of 2,000 entries gave takes 0.06 s where reading it takes 1.7 s.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_

from generator.cache.packing import digest
from generator.cache.store import Cache
from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.entries import FormedRecords
from generator.values.paper import SourceRecord

_STAGE = "read"
#: The stage that keeps the entries of files by chunks, as `records_of` makes records of them.
FORMED = "entries"
#: Records in one file of the cache: their bytes are in memory twice while they are written.
PART = 5_000


@dataclass(frozen=True)
class Gave:
    """What a file gave: to which reader, and what was told of it meanwhile.

    `reader` is None for a file of no text at all.
    """

    reader: str | None
    reading: Reading
    told: Problems


@dataclass(frozen=True)
class _Beginning:
    """What a file gave, but for its records: the stage and key of each part that has some."""

    reader: str | None
    parts: tuple[tuple[str, str], ...]
    rejected: int
    told: Problems


def key_of(file: SourceFile, raw: bytes | None) -> str:
    """Return a digest of all that reading a file depends on: its bytes and its names."""
    held = None if raw is None else hashlib.blake2b(raw, digest_size=20).digest()
    return digest(file.path.name, file.shown, file.label, file.named, held)


def gave_before(cache: Cache, key: str) -> Gave | None:
    """Return what the file of this key gave, if all of it is kept."""
    found = cache.get(_STAGE, key)
    if found is None:
        return None
    beginning: _Beginning = found.value
    records: list[SourceRecord] = []
    for stage, name in beginning.parts:
        part = cache.get(stage, name)
        if part is None:
            return None
        records += _formed(part.value) if stage == FORMED else part.value
    return Gave(beginning.reader, Reading(tuple(records), beginning.rejected), beginning.told)


def keep(cache: Cache, key: str, gave: Gave, formed: Sequence[tuple[str, FormedRecords]]) -> None:
    """Keep what the file of this key gave.

    `formed` are its entries as stage FORMED keeps them, with their keys. Where these are all of its
    records, and only of them, they are not kept twice.
    """
    records, rejected = gave.reading.records, gave.reading.rejected
    known = [record for _, some in formed for record in _formed(some)]
    if len(known) == len(records) and all(map(is_, known, records)):
        parts = [(FORMED, name) for name, _ in formed]
    else:
        parts = []
        for start in range(0, len(records), PART):
            parts.append((_STAGE, f"{key} from {start}"))
            cache.put(*parts[-1], records[start : start + PART])
    cache.put(_STAGE, key, _Beginning(gave.reader, tuple(parts), rejected, gave.told))


def _formed(some: FormedRecords) -> list[SourceRecord]:
    return [record for record, _ in some if record]
