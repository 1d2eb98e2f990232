"""What the system does with whole folders: lets two change places, brings one to the disk."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator import system

#: renameat2(2) on Linux, renamex_np(2) on macOS.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h
#: So many files are brought to the disk at once, where each must be waited for.
_AT_ONCE = 16


def _linux_exchange() -> Callable[[bytes, bytes], int] | None:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return None
    return lambda a, b: int(rename(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE))


def _macos_exchange() -> Callable[[bytes, bytes], int] | None:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
    return None if rename is None else lambda a, b: int(rename(a, b, _RENAME_SWAP))


#: Lets two folders change places and returns 0; None where no call does.
EXCHANGE = {"linux": _linux_exchange, "darwin": _macos_exchange}.get(sys.platform, lambda: None)()


def _linux_sync() -> Callable[[Path], None] | None:
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return _sync_of_all()

    def sync(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            if syncfs(handle) != 0:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
        finally:
            os.close(handle)

    return sync


def _sync_of_all() -> Callable[[Path], None] | None:
    sync: Callable[[], None] | None = getattr(os, "sync", None)
    return None if sync is None else lambda _: sync()


#: Brings all of the disk that a folder lies on to it, in one call; None where there is none.
SYNC_ALL = {"linux": _linux_sync}.get(sys.platform, _sync_of_all)()


def sync(folder: Path, files: Collection[str]) -> None:
    """Have `files`, which were written below `folder`, brought to the disk.

    A rename may reach the disk before the bytes of what it names: a power cut would then leave
    empty files under good names. One call does it for all files, or else each is waited for, many
    at once. Raises OSError when something cannot be written.
    """
    if SYNC_ALL is not None:
        SYNC_ALL(folder)
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(sync_file, (os.path.join(folder, file) for file in files)):  # noqa: PTH118
            pass


def sync_file(path: str | Path) -> None:
    """Have the bytes of one file brought to the disk. Raises OSError."""
    # Windows brings to the disk only what was opened for writing.
    handle = os.open(path, os.O_RDWR if system.IS_WINDOWS else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
