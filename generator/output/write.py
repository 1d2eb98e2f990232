"""Writes generated files into a tree that also holds hand-written ones; see the package."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator.model import OutputFile
from generator.output import manifest
from generator.output.exchange import next_of, replace_tree, restore
from generator.output.plan import bytes_of, check_paths, has_room, make_plan, walk
from generator.output.stage import MARK, discard, is_unfinished, make_stage
from generator.problems import Place, Problems

#: Puts a page that somebody edited aside: where it is, and its path in the tree.
Keep = Callable[[Path, str], None]


@dataclass(frozen=True)
class Written:
    """How many files were written, unchanged, removed."""

    written: int
    unchanged: int
    removed: int


def write(
    tree: Path, files: Sequence[OutputFile], problems: Problems, shown: str, kept: Path
) -> Written | None:
    """Bring the generated files of `tree` to exactly `files`; return None when errors forbid it.

    `shown` names the tree in messages. A generated file that somebody edited is copied to the
    folder `kept` when it is replaced, with a warning. Raises ValueError when `files` clash or
    lead outside the tree.
    """

    def keep(source: Path, path: str) -> None:
        target = _keep(source, path, kept)
        problems.warning(
            Place(f"{shown}/{path}"),
            f"this generated page was edited by hand; the edited page is kept as {target}",
            "put corrections into a record in catalogue/papers/",
        )

    check_paths(files)
    restore(tree)
    if tree.exists() and not tree.is_dir():
        problems.error(Place(shown), "is a file, not a folder for pages", "move it elsewhere")
        return None
    _finish(tree, keep)
    plan = make_plan(tree, files, manifest.read(tree), problems, shown)
    if plan is None:
        return None
    result = Written(len(plan.changed), len(files) - len(plan.changed), len(plan.gone))
    listed = manifest.encode({file.path: manifest.digest(file.data) for file in files})
    if not plan.changed and not plan.gone and bytes_of(tree / manifest.NAME) == listed:
        return result
    stage = next_of(tree)
    changed = {file.path: file.data for file in plan.changed}
    make_stage(tree, stage, {**changed, manifest.NAME: listed}, plan.gone)
    replace_tree(tree, stage)
    _finish(tree, keep)
    return result


def _keep(source: Path, path: str, kept: Path) -> Path:
    """Copy an edited page into `kept` and return where; nothing that is there is overwritten."""
    for number in count(1):
        folder = kept if number == 1 else kept.with_name(f"{kept.name}-{number}")
        target = folder / path
        if has_room(folder, path) and not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        if bytes_of(target) == bytes_of(source):
            return target
    raise AssertionError("unreachable")


def _finish(tree: Path, keep: Keep) -> None:
    """Remove what is left beside `tree`, after saving what people changed in the meantime."""
    stage = next_of(tree)
    if stage.exists():
        if not is_unfinished(stage):
            # Not a tree in the making, so it is the old one: the two have changed places.
            _rescue(stage, tree, keep)
        discard(stage)
    (tree / MARK).unlink(missing_ok=True)


def _rescue(old: Path, tree: Path, keep: Keep) -> None:
    """Save what people wrote in the tree `old` and `tree` does not have.

    Generated pages that were edited, at any time, are put aside. Hand-written ones that were
    added or edited while `tree` was made are brought into it.
    """
    before, now = manifest.read(old), manifest.read(tree)
    for path in sorted(walk(old)):
        source, target = old / path, tree / path
        if source.is_symlink() and not os.path.lexists(target) and has_room(tree, path):
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
            continue
        data = bytes_of(source)
        if path in (manifest.NAME, MARK) or data is None or data == bytes_of(target):
            continue
        if path in before and manifest.digest(data) == before[path]:
            continue
        if path in before or path in now or not has_room(tree, path):
            keep(source, path)
        elif not os.path.lexists(target) or _is_older(target, source):
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)


def _is_older(one: Path, other: Path) -> bool:
    return one.lstat().st_mtime_ns <= other.lstat().st_mtime_ns
