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


def exchange(first: Path, second: Path) -> None:
    """Let two existing folders change places.

    One atomic system call on Linux and macOS. Elsewhere, and on file systems that cannot, three
    renames, with `first` missing for an instant; `restore` mends a crash in between. Raises
    OSError when neither works, and then `first` is where it was.
    """
    if _EXCHANGE is not None and _EXCHANGE(os.fsencode(first), os.fsencode(second)) == 0:
        return
    aside = aside_of(first)
    first.rename(aside)
    try:
        second.rename(first)
    except OSError:
        aside.rename(first)
        raise
    aside.rename(second)


def next_of(tree: Path) -> Path:
    """Return where the next state of a tree is made, beside it, on the same file system."""
    return tree.with_name(f".{tree.name}.next")


def aside_of(tree: Path) -> Path:
    """Return where a tree waits between the renames."""
    return tree.with_name(f".{tree.name}.aside")


def restore(tree: Path) -> None:
    """Undo or finish an exchange of `tree` and the next one that a crash left half done."""
    aside = aside_of(tree)
    if not aside.exists():
        return
    if not tree.exists():
        aside.rename(tree)
    elif not next_of(tree).exists():
        aside.rename(next_of(tree))


def replace_tree(tree: Path, by: Path) -> None:
    """Put the folder `by` in the place of `tree`, which need not exist; the old tree is at `by`."""
    if tree.exists():
        exchange(tree, by)
    else:
        by.rename(tree)
