"""Makes the next state of a tree, has it written to the disk, removes what is not needed."""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.output.mounts import holds_mounts
from generator.output.plan import walk

#: Stands in a tree that is being made, until it has taken its place.
MARK = ".staged"


def make_stage(
    tree: Path, stage: Path, changed: Mapping[str, bytes], leave_out: Collection[str]
) -> None:
    """Make the next state of `tree` at `stage`; what did not change is linked, not copied.

    `changed` gives the bytes of the files that differ; `leave_out` are files to be removed.
    Raises OSError when something cannot be read or written.
    """
    stage.mkdir()
    (stage / MARK).touch()
    for path in sorted(walk(tree)) if tree.exists() else []:
        source, target = tree / path, stage / path
        if path in leave_out or path in changed or path == MARK:
            continue
        if source.is_dir() and not source.is_symlink():
            # Only empty folders are walked; one that held nothing but removed pages is dropped.
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        _link(source, target)
    for path, data in changed.items():
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    if tree.exists():
        _copy_permissions(tree, stage)


def is_unfinished(stage: Path) -> bool:
    """Whether the tree at `stage` is being made, and has not been in use."""
    return (stage / MARK).exists()


def discard(tree: Path) -> None:
    """Remove a tree of ours, whatever its permissions; nothing behind a link or a mount point.

    Raises OSError when something is mounted in it, or it cannot be removed.
    """
    if holds_mounts(tree):
        raise OSError(f"{tree}: something is mounted there, so it is not removed")
    allow_all(tree)
    for folder, folders, _ in os.walk(tree):
        for name in folders:
            allow_all(Path(folder, name))
    shutil.rmtree(tree)


def allow_all(folder: Path) -> None:
    """Let the owner of `folder` read, enter and change it, where it is a folder itself."""
    mode = folder.lstat().st_mode
    if stat.S_ISDIR(mode) and mode & stat.S_IRWXU != stat.S_IRWXU:
        folder.chmod(stat.S_IMODE(mode) | stat.S_IRWXU)


def sync(folder: Path) -> None:
    """Have everything written to the disk that `folder` lies on, once for all files.

    A rename may reach the disk before the bytes of what it names: a power cut would then leave
    empty files under good names. Where the system knows no such call nothing is done.
    """
    if sys.platform != "linux":
        getattr(os, "sync", lambda: None)()
        return
    syncfs = ctypes.CDLL(None, use_errno=True).syncfs
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(handle)


def _link(source: Path, target: Path) -> None:
    if source.is_symlink():
        target.symlink_to(source.readlink())
        return
    try:
        target.hardlink_to(source)
    except OSError:
        # The file system knows no hard links.
        shutil.copy2(source, target)


def _copy_permissions(tree: Path, stage: Path) -> None:
    for folder, _, _ in os.walk(stage):
        before = tree / Path(folder).relative_to(stage)
        if before.is_dir():
            Path(folder).chmod(stat.S_IMODE(before.stat().st_mode))
            # Pages are written into it and removed, by the next build at the latest.
            allow_all(Path(folder))
    shutil.copystat(tree, stage)
    allow_all(stage)
