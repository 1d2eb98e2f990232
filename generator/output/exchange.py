"""Lets two folders change places, in one step where the system can."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from generator import system
from generator.output import disk


def exchange(first: Path, second: Path, aside: Path) -> None:
    """Let two existing folders change places.

    One atomic system call on Linux and macOS. Elsewhere, and on file systems that cannot, three
    renames, with `first` missing for an instant while it is at `aside`; `restore` mends a crash
    in between. Raises OSError when neither works, and then `first` is where it was.
    """
    swap = disk.EXCHANGE
    if swap is not None and swap(os.fsencode(first), os.fsencode(second)) == 0:
        return
    # Nobody waits here for what is open in the first: there is another way then, see `settle`.
    system.rename(first, aside, at_once=True)
    try:
        system.rename(second, first)
    except OSError:
        system.rename(aside, first)
        raise
    # They have changed places: what was first only stands elsewhere, until the next `restore`.
    with contextlib.suppress(OSError):
        system.rename(aside, second)


def restore(first: Path, second: Path, aside: Path) -> None:
    """Undo or finish an exchange of two folders that a crash left half done."""
    if not aside.exists():
        return
    if not first.exists():
        system.rename(aside, first)
    elif not second.exists():
        system.rename(aside, second)
