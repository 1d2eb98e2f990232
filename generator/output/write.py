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
from generator.output.hand_written import can_be_built
from generator.output.plan import Plan, bytes_of, check_paths, has_room, make_plan, walk
from generator.output.refused import why_not_written
from generator.output.stage import MARK, is_unfinished, make_stage
from generator.output.staging import Staging
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
    staging: Staging, files: Sequence[OutputFile], problems: Problems, shown: str, kept: Path
) -> Written | None:
    """Bring the generated files of a tree to exactly `files`; return None when errors forbid it.

    `shown` names the tree in messages. A generated file that somebody edited is copied to the
    folder `kept` when it is replaced, with a warning; a page that goes away is named. Raises
    ValueError when `files` clash or lead outside the tree.
    """

    def keep(source: Path, path: str) -> None:
        target = _keep(source, path, kept)
        problems.warning(
            Place(f"{shown}/{path}"),
            f"this generated page was edited by hand; the edited page is kept as {target}",
            "put corrections into a record in catalogue/papers/",
        )

    check_paths(files)
    tree = staging.tree
    if tree.exists() and not tree.is_dir():
        problems.error(Place(shown), "is a file, not a folder for pages", "move it elsewhere")
        return None
    try:
        if tree.exists() and not can_be_built(tree, problems, shown):
            return None
        _finish(staging, keep)
        plan = make_plan(tree, files, manifest.read(tree), problems, shown)
        if plan is None:
            return None
        _replace(staging, files, plan, keep)
    except OSError as error:
        if is_unfinished(staging.next):
            staging.give_up()
        problems.error(Place(shown), *why_not_written(error))
        return None
    for path in plan.gone:
        if path.endswith(".md"):
            problems.warning(
                Place(f"{shown}/{path}"),
                "this page goes away, and links to it from elsewhere end",
                "if its paper or topic is still there under another name, give it its name back",
            )
    return Written(len(plan.changed), len(files) - len(plan.changed), len(plan.gone))


def replace_file(path: Path, data: bytes) -> None:
    """Write a single file, all at once; a link in its place is replaced, not followed.

    Raises OSError when it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}~")
    draft.unlink(missing_ok=True)
    draft.write_bytes(data)
    draft.replace(path)


def _replace(staging: Staging, files: Sequence[OutputFile], plan: Plan, keep: Keep) -> None:
    """Let the tree become what the plan says, unless it is that already."""
    listed = manifest.encode({file.path: manifest.digest(file.data) for file in files})
    if not plan.changed and not plan.gone and bytes_of(staging.tree / manifest.NAME) == listed:
        return
    changed = {**{file.path: file.data for file in plan.changed}, manifest.NAME: listed}
    make_stage(staging.tree, staging.next, changed, plan.gone)
    staging.put_in_place(list(changed), plan.gone)
    _finish(staging, keep)


def _keep(source: Path, path: str, kept: Path) -> Path:
    """Copy an edited page into `kept` and return where; nothing that is there is overwritten."""
    for number in count(1):
        folder = kept if number == 1 else kept.with_name(f"{kept.name}-{number}")
        target = folder / path
        if folder.is_symlink():
            continue
        if has_room(folder, path) and not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        if bytes_of(target) == bytes_of(source):
            return target
    raise AssertionError("unreachable")


def _finish(staging: Staging, keep: Keep) -> None:
    """Remove what is left of another state, after saving what people changed in the meantime."""
    if staging.next.exists():
        if not is_unfinished(staging.next):
            # Not a tree in the making, so it is the old one: the two have changed places.
            _rescue(staging.next, staging.tree, keep)
        staging.discard_next()
    (staging.tree / MARK).unlink(missing_ok=True)


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
