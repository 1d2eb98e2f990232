"""Brings a folder to its next state file by file, where the system cannot move the folder.

A mount point (a container's volume) cannot be renamed, nor can a folder of a lower layer of an
overlay. Then every file takes its place by a rename of its own: whoever reads sees each file whole,
new files before the pages that name them, and for a moment some pages old and others new.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator import system
from generator.output import disk, manifest
from generator.output.mounts import mounted_in
from generator.output.plan import has_room, is_page
from generator.output.stage import allow_all


def write_journal(journal: Path, changed: Sequence[str], gone: Sequence[str]) -> None:
    """Note what a `settle` that is killed must still do, all at once."""
    draft = draft_of(journal)
    draft.write_bytes(json.dumps({"changed": changed, "gone": gone}).encode())
    system.replace(draft, journal)


def draft_of(journal: Path) -> Path:
    """Return where a journal is written before it counts."""
    return journal.with_name(f"{journal.name}~")


def read_journal(journal: Path) -> tuple[list[str], list[str]]:
    """Return the changed and the gone paths of a journal; none when it cannot be read."""
    try:
        data = json.loads(journal.read_bytes())
        found = [[str(path) for path in data[key]] for key in ("changed", "gone")]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return [], []
    changed, gone = ([path for path in paths if manifest.leads_inside(path)] for paths in found)
    return changed, gone


def check_places(tree: Path, paths: Sequence[str]) -> None:
    """Raise OSError when a file of `paths` cannot change places, before the first one does."""
    mounted = mounted_in(tree)
    for path in paths:
        if path in mounted:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(tree / path))
    for folder in sorted({_nearest_folder(tree, path) for path in paths}):
        with contextlib.suppress(OSError):
            allow_all(folder)
        if not os.access(folder, os.W_OK | os.X_OK):
            why = errno.EROFS if system.is_read_only(folder) else errno.EACCES
            raise OSError(why, os.strerror(why), str(folder))


def _nearest_folder(tree: Path, path: str) -> Path:
    """Return the folder of a file in `tree`, or the one that it will be made in."""
    places = (place for place in (tree / path).parents if place.is_dir())
    return next(places, tree)


def settle(
    tree: Path, stage: Path, former: Path, changed: Sequence[str], gone: Sequence[str]
) -> None:
    """Move the files `changed` from `stage` into `tree`, and what they replace to `former`.

    Files that are `gone` are moved to `former`, too. Done again after a kill it goes on where it
    was. Raises OSError when a file cannot be moved.
    """
    wanted = set(changed)
    needed = {folder for path in changed for folder in _above(path)}
    for path in gone:
        if path in needed or not wanted.isdisjoint(_above(path)):
            # A file is replaced by a folder, or its folder by a file.
            _retire(tree, former, path)
    for path in sorted(changed, key=lambda path: _turn(tree, path)):
        new, place = stage / path, tree / path
        if not is_page(new) or not all(has_room(root, path) for root in (stage, tree, former)):
            continue
        if is_page(place):
            _keep(place, former / path)
        _make_folders(tree, stage, path)
        _move(new, place)
    for path in gone:
        _retire(tree, former, path)


def _turn(tree: Path, path: str) -> tuple[bool, bool, str]:
    """Sort new files first, as nothing names them yet, then what pages load, then pages."""
    return (tree / path).exists(), path.endswith((".html", ".md")), path


def _above(path: str) -> set[str]:
    """Return every folder that a path lies in."""
    parts = path.split("/")
    return {"/".join(parts[:length]) for length in range(1, len(parts))}


def _keep(place: Path, former: Path) -> None:
    former.parent.mkdir(parents=True, exist_ok=True)
    former.unlink(missing_ok=True)
    system.link(place, former)


def _retire(tree: Path, former: Path, path: str) -> None:
    """Move a file from `tree` to `former`, and remove the folders that it leaves empty."""
    if not is_page(tree / path) or not has_room(tree, path) or not has_room(former, path):
        return
    (former / path).parent.mkdir(parents=True, exist_ok=True)
    _move(tree / path, former / path)
    for folder in (tree / path).parents:
        if folder == tree:
            return
        with contextlib.suppress(OSError):
            # It fails, as it should, where something is left.
            folder.rmdir()


def _move(source: Path, target: Path) -> None:
    """Rename a file; where a volume is mounted between the two, copy it and rename the copy."""
    try:
        system.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy = target.with_name(f".{target.name}~")
        # A link in its place would be followed.
        copy.unlink(missing_ok=True)
        shutil.copy2(source, copy)
        # It lies on another disk than the staging folder, which was synced.
        disk.sync_file(copy)
        system.replace(copy, target)
        source.unlink()


def _make_folders(tree: Path, stage: Path, path: str) -> None:
    """Make the folders that `path` needs in `tree`, with the permissions they have in `stage`."""
    parts = path.split("/")[:-1]
    for length in range(1, len(parts) + 1):
        folder = os.path.join(*parts[:length])  # noqa: PTH118, a relative text
        if not (tree / folder).exists():
            (tree / folder).mkdir()
            shutil.copymode(stage / folder, tree / folder)
