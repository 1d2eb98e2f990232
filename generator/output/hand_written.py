"""Looks through a tree that people write in for what no build could get through."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator import system
from generator.output.plan import set_apart
from generator.problems import Place, Problems


def can_be_built(tree: Path, problems: Problems, shown: str) -> bool:
    """Report as errors the pipes and devices below `tree`, and links that lead round in a circle.

    Whoever opens a pipe waits for it for ever, and whoever follows such a link never arrives.
    Returns whether there are none. Raises OSError for a folder that cannot be read. `shown` names
    the tree in messages.
    """
    mistakes = list(_mistakes(tree, {}, set_apart(tree)))
    for path, what, hint in mistakes:
        problems.error(Place(f"{shown}/{path.relative_to(tree).as_posix()}"), what, hint)
    return not mistakes


def _mistakes(
    folder: Path, seen: dict[str, bool], apart: set[str]
) -> Iterator[tuple[Path, str, str]]:
    """Yield each mistake below a folder. `seen`: real folders, and whether one is being looked at.

    Every folder is looked at once, however many links lead to it; those in `apart` not at all.
    """
    todo = [(os.fspath(folder), os.path.realpath(folder), False)]
    top = todo[0][0]
    while todo:
        path, real, done = todo.pop()
        if done:
            seen[real] = False
            continue
        if real in seen:
            if seen[real]:
                yield (
                    Path(path),
                    "is a link that leads back to a folder it lies in",
                    "remove the link",
                )
            continue
        seen[real] = True
        todo.append((path, real, True))
        for entry in _sorted(path):
            mode = _mode(entry)
            if path == top and entry.name in apart:
                continue
            if not _is_utf8(entry.name) and not entry.name.startswith("."):
                yield Path(entry), "has a name that is not UTF-8", "rename it"
            if mode == stat.S_IFDIR:
                todo.append((entry.path, _real(entry, real), False))
            elif mode not in {0, stat.S_IFREG} and not entry.name.startswith("."):
                yield Path(entry), "is a pipe or a device, not a file", "remove it"


def _sorted(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _real(entry: os.DirEntry[str], folder: str) -> str:
    """Return the real path of a folder, which lies in one of the real path `folder`."""
    if entry.is_symlink() or system.is_junction(entry):
        return os.path.realpath(entry.path)
    return os.path.join(folder, entry.name)  # noqa: PTH118, a pure text


def _is_utf8(name: str) -> bool:
    # Python has other bytes of a name as lone surrogates.
    return name == name.encode("utf-8", "replace").decode("utf-8")


def _mode(entry: os.DirEntry[str]) -> int:
    """Return the type of what an entry leads to, as `stat.S_IFMT`; 0 where it leads nowhere."""
    # The folder knows the types of files and folders: no need to ask for each.
    if entry.is_dir(follow_symlinks=False):
        return stat.S_IFDIR
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    try:
        return stat.S_IFMT(entry.stat().st_mode)
    except OSError:
        return 0
