"""What stages made, in files of `.build/cache`, by the digest of what they made it of.

Whatever is wrong with these files or their folder costs time, never a build: what is damaged or
not ours counts as not there, and what cannot be written is not kept. Several builds may use one
folder at once: files appear whole, and one that goes away is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cache.code import code_digest
from generator.cache.files import write_whole
from generator.cache.packing import Unreadable, packed, unpacked
from generator.workers import HERE, Workers
from generator.workers.interface import Chunk, Result, Shared

#: What was not used for longest goes when there is more. 10,000 papers need about 100 MB.
LIMIT = 500_000_000
_BEGINS = b"kept by paper-catalogue 1\n"
_CHECKSUM = 32


@dataclass(frozen=True)
class Found:
    """A value that was kept; it may be None itself."""

    value: Any


class Cache:
    """Keeps values in the files of one folder, or nothing at all where `folder` is None.

    `limit` is how many bytes stay after `bound`. With `fresh` nothing that was kept before is
    read, and all is kept anew; without `keeps` nothing is written. `refused` is the first thing
    that the system would not do.
    """

    def __init__(
        self, folder: Path | None, *, limit: int = LIMIT, fresh: bool = False, keeps: bool = True
    ) -> None:
        self.folder = folder
        self.refused: OSError | None = None
        self._keeps = keeps and folder is not None
        self._limit = limit
        self._fresh = fresh
        self._made: set[str] = set()
        self._code = code_digest() if folder else ""

    def get(self, stage: str, key: str) -> Found | None:
        """Return what `stage` made of the input with the digest `key`; None if it is not kept."""
        name = self._name(stage, key)
        if self.folder is None or not self._may_be_read(name):
            return None
        try:
            data = _bytes_of(self.folder / name)
            found = Found(unpacked(_checked(data, name)))
        except (OSError, Unreadable):
            return None
        if self._keeps:
            with contextlib.suppress(OSError):
                # So that what is used stays.
                os.utime(self.folder / name)
        return found

    def put(self, stage: str, key: str, value: object) -> None:
        """Keep what `stage` made of the input with the digest `key`."""
        if self._keeps:
            self._write(self._name(stage, key), packed(value))

    def map(
        self,
        stage: str,
        function: Callable[[Shared, Chunk], Result],
        chunks: Sequence[Chunk],
        shared: Shared,
        key: Callable[[Chunk], str],
        workers: Workers = HERE,
    ) -> Iterator[Result]:
        """Yield `function(shared, chunk)` for each of `chunks` in order, as `Workers.map` does.

        Only what is not kept is made, by `workers`. `key` gives the digest of all that the result
        depends on: the chunk, and what of `shared` matters to it. It is asked of each chunk once,
        in order.
        """
        if self.folder is None:
            yield from workers.map(function, chunks, shared)
            return
        keys = [key(chunk) for chunk in chunks]
        missing = [not self._is_there(stage, one) for one in keys]
        made = workers.map(
            _make,
            [chunk for chunk, is_missing in zip(chunks, missing, strict=True) if is_missing],
            (function, shared),
        )
        for chunk, one, is_missing in zip(chunks, keys, missing, strict=True):
            found = None if is_missing else self.get(stage, one)
            if found is None:
                # What is damaged is found out here, and made in this process.
                data = next(made) if is_missing else _make((function, shared), chunk)
                self._write(self._name(stage, one), data)
                found = Found(unpacked(data))
            yield found.value

    def bound(self) -> None:
        """Remove what was not used for longest, until the rest is no more than the limit."""
        if self.folder is None:
            return
        try:
            held = sorted(_held(self.folder), reverse=True)
        except OSError:
            return
        size = 0
        for _, name, weight in held:
            size += weight
            if size > self._limit:
                with contextlib.suppress(OSError):
                    (self.folder / name).unlink()

    def _name(self, stage: str, key: str) -> str:
        of = hashlib.blake2b(f"{self._code}\0{stage}\0{key}".encode(), digest_size=20)
        return f"{stage}-{of.hexdigest()}"

    def _may_be_read(self, name: str) -> bool:
        return not self._fresh or name in self._made

    def _is_there(self, stage: str, key: str) -> bool:
        name = self._name(stage, key)
        folder = self.folder
        return folder is not None and self._may_be_read(name) and (folder / name).is_file()

    def _write(self, name: str, data: bytes) -> None:
        """Write a file, all at once; where that cannot be done, try no other."""
        if self.folder is None or self.refused or not self._keeps:
            return
        try:
            write_whole(self.folder / name, _BEGINS + _checksum(data, name) + data)
        except OSError as error:
            self.refused = error
        else:
            self._made.add(name)


#: Keeps nothing.
NO_CACHE = Cache(None)


def _make(task: tuple[Callable[[Any, Any], Any], Any], chunk: Any) -> bytes:
    function, shared = task
    return packed(function(shared, chunk))


def _checksum(data: bytes, name: str) -> bytes:
    """Return what tells whether these bytes are whole, and those of the file of this name."""
    return hashlib.blake2b(data, digest_size=_CHECKSUM, key=name.encode()[-64:]).digest()


def _checked(data: bytes, name: str) -> bytes:
    start = len(_BEGINS) + _CHECKSUM
    held = data[start:]
    if data[:start] != _BEGINS + _checksum(held, name):
        raise Unreadable("the bytes are damaged, or another's")
    return held


def _bytes_of(path: Path) -> bytes:
    # A link leads to what is not ours, and a pipe may never end.
    if not stat.S_ISREG(path.lstat().st_mode):
        raise Unreadable("no file")
    return path.read_bytes()


def _held(folder: Path) -> Iterator[tuple[int, str, int]]:
    """Yield when each file was last used, its name and its bytes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                is_at = entry.stat(follow_symlinks=False)
                yield is_at.st_mtime_ns, entry.name, is_at.st_size
