"""Lets two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h


def _linux() -> Callable[[bytes, bytes], int] | None:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return None
    return lambda a, b: int(rename(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE))


def _macos() -> Callable[[bytes, bytes], int] | None:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
    return None if rename is None else lambda a, b: int(rename(a, b, _RENAME_SWAP))


_EXCHANGE = {"linux": _linux, "darwin": _macos}.get(sys.platform, lambda: None)()


def exchange(first: Path, second: Path, aside: Path) -> None:
    """Let two existing folders change places.

    One atomic system call on Linux and macOS. Elsewhere, and on file systems that cannot, three
    renames, with `first` missing for an instant while it is at `aside`; `restore` mends a crash
    in between. Raises OSError when neither works, and then `first` is where it was.
    """
    if _EXCHANGE is not None and _EXCHANGE(os.fsencode(first), os.fsencode(second)) == 0:
        return
    first.rename(aside)
    try:
        second.rename(first)
    except OSError:
        aside.rename(first)
        raise
    aside.rename(second)


def restore(first: Path, second: Path, aside: Path) -> None:
    """Undo or finish an exchange of two folders that a crash left half done."""
    if not aside.exists():
        return
    if not first.exists():
        aside.rename(first)
    elif not second.exists():
        aside.rename(second)
