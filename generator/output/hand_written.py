"""Looks through a tree that people write in for what no build could get through."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

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
    todo = [(folder, False)]
    while todo:
        path, done = todo.pop()
        real = os.path.realpath(path)
        if done:
            seen[real] = False
            continue
        if real in seen:
            if seen[real]:
                yield path, "is a link that leads back to a folder it lies in", "remove the link"
            continue
        seen[real] = True
        todo.append((path, True))
        for entry in sorted(path.iterdir()):
            mode = _mode(entry)
            if path == folder and entry.name in apart:
                continue
            if not _is_utf8(entry.name) and not entry.name.startswith("."):
                yield entry, "has a name that is not UTF-8", "rename it"
            if stat.S_ISDIR(mode):
                todo.append((entry, False))
            elif mode and not stat.S_ISREG(mode) and not entry.name.startswith("."):
                yield entry, "is a pipe or a device, not a file", "remove it"


def _is_utf8(name: str) -> bool:
    # Python has other bytes of a name as lone surrogates.
    return name == name.encode("utf-8", "replace").decode("utf-8")


def _mode(path: Path) -> int:
    """Return the mode of what a path leads to; 0 where it leads nowhere."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
