"""Makes the next state of a tree, has it written to the disk, removes what is not needed."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection
from pathlib import Path

from generator import system
from generator.output.mounts import holds_mounts
from generator.output.plan import set_apart

#: Stands in a tree that is being made, until it has taken its place.
MARK = ".staged"


def begin_stage(stage: Path) -> None:
    """Make the empty next state of a tree at `stage`. Raises OSError when it cannot be made."""
    stage.mkdir()
    (stage / MARK).touch()


def complete_stage(
    tree: Path, stage: Path, changed: Collection[str], leave_out: Collection[str]
) -> None:
    """Bring into `stage`, which has the files `changed`, all else of `tree`: linked, not copied.

    `leave_out` are files that go. Raises OSError when something cannot be read or written.
    """
    if not tree.exists():
        return
    _bring(tree, stage, "", {*changed, *leave_out, MARK}, set_apart(tree))
    _copy_permissions(tree, stage)


def _bring(tree: Path, stage: Path, below: str, others: set[str], apart: set[str]) -> bool:
    """Bring what lies in a folder into the stage; return whether it holds anything there."""
    folder, held, looked_at = stage / below, False, False
    root = os.path.join(stage, "")  # noqa: PTH118, a pure text
    made = folder.is_dir()
    with os.scandir(tree / below) as entries:
        for entry in entries:
            path = f"{below}{entry.name}"
            looked_at = True
            if (not below and entry.name in apart) or path in others:
                continue
            if system.is_junction(entry):
                # A tree with such a folder stays where it is, see `mounts`.
                held = True
                continue
            if entry.is_dir(follow_symlinks=False):
                held |= _bring(tree, stage, f"{path}/", others, apart)
                continue
            if not made:
                folder.mkdir(parents=True, exist_ok=True)
                made = True
            _link(entry, root + path)
            held = True
    # Only an empty folder is kept; one that held nothing but what goes is dropped.
    if not looked_at and not made:
        folder.mkdir(parents=True, exist_ok=True)
        made = True
    return held or made


def is_unfinished(stage: Path) -> bool:
    """Whether the tree at `stage` is being made, and has not been in use."""
    return (stage / MARK).exists()


def discard(tree: Path) -> None:
    """Remove a tree of ours, whatever its permissions; nothing behind a link or a mount point.

    Raises OSError when something is mounted in it, or it cannot be removed.
    """
    if holds_mounts(tree):
        raise OSError(f"{tree}: something is mounted there, so it is not removed")
    try:
        system.remove_tree(tree)
    except PermissionError:
        allow_all(tree)
        for folder, folders, _ in os.walk(tree):
            for name in folders:
                allow_all(Path(folder, name))
        system.remove_tree(tree)


def allow_all(folder: Path) -> None:
    """Let the owner of `folder` read, enter and change it, where it is a folder itself."""
    mode = folder.lstat().st_mode
    if stat.S_ISDIR(mode) and mode & stat.S_IRWXU != stat.S_IRWXU:
        folder.chmod(stat.S_IMODE(mode) | stat.S_IRWXU)


def _link(source: os.DirEntry[str], target: str) -> None:
    if source.is_symlink():
        Path(target).symlink_to(Path(source.path).readlink())
        return
    system.link(source.path, target)


def _copy_permissions(tree: Path, stage: Path) -> None:
    for folder, _, _ in os.walk(stage):
        before = tree / Path(folder).relative_to(stage)
        if before.is_dir():
            Path(folder).chmod(stat.S_IMODE(before.stat().st_mode))
            # Pages are written into it and removed, by the next build at the latest.
            allow_all(Path(folder))
    shutil.copystat(tree, stage)
    allow_all(stage)
