"""Makes the next state of a tree beside it, and throws away what is no longer needed."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.output.plan import walk

#: Stands in a tree that is being made, until it has taken its place.
MARK = ".staged"


def make_stage(
    tree: Path, stage: Path, changed: Mapping[str, bytes], leave_out: Collection[str]
) -> None:
    """Make the next state of `tree` at `stage`; what did not change is linked, not copied.

    `changed` gives the bytes of the files that differ; `leave_out` are files to be removed.
    """
    stage.mkdir(parents=True)
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
    """Whether the tree at `stage` was being made, or is being thrown away."""
    return (stage / MARK).exists()


def discard(tree: Path) -> None:
    """Remove a tree. Its mark goes last, so that a kill leaves no doubt that it is rubbish."""
    (tree / MARK).touch()
    for path in tree.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != MARK:
            path.unlink()
    shutil.rmtree(tree)


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
            Path(folder).chmod(stat.S_IMODE(before.stat().st_mode) | stat.S_IRWXU)
    shutil.copystat(tree, stage)
