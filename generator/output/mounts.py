"""Which folders are mounted: no system call moves one, and to empty one is to empty a volume."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator import system

#: Linux lists here what this process sees mounted: man 5 proc_pid_mountinfo.
_LIST = Path("/proc/self/mountinfo")
#: Blanks and backslashes in a name are written so there.
_ESCAPED = re.compile(r"\\([0-7]{3})")


def is_mounted(folder: Path) -> bool:
    """Whether `folder` itself is a mount point; a folder bound from the same disk is one, too."""
    return os.path.ismount(folder) or os.path.realpath(folder) in _mount_points()


def holds_mounts(folder: Path) -> bool:
    """Whether something is mounted at `folder` or below it."""
    return is_mounted(folder) or bool(mounted_in(folder))


def mounted_in(folder: Path) -> set[str]:
    """Return what is mounted below `folder`, files too, as paths relative to it.

    A junction, by which a folder of Windows stands for another, is as a mounted folder is.
    """
    real = os.path.realpath(folder)
    below = os.path.join(real, "")  # noqa: PTH118, a pure text
    mounted = {point[len(below) :] for point in _mount_points() if point.startswith(below)}
    return mounted | set(system.junctions_in(real))


def _mount_points() -> set[str]:
    """Return the mount points that Linux lists; elsewhere none, and os.path.ismount must do."""
    try:
        lines = _LIST.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return set()
    fields = [line.split(" ") for line in lines]
    return {
        _ESCAPED.sub(lambda found: chr(int(found[1], 8)), field[4])
        for field in fields
        if len(field) > 4
    }
