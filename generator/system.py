"""What this system can and others cannot: the one place that asks which system it is.

Linux is the measure, and what macOS and Windows have otherwise is named here. Tests put one of
these in the place of another, so that what Windows does is tried on Linux, too. See
docs/maintainers/desks.md.
"""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

#: For what only Windows has.
IS_WINDOWS = os.name == "nt"

#: Whether processes can be forked; macOS has the call, but its own libraries fail in
#: such a process.
FORKS = sys.platform == "linux"
#: Processes that Python waits for at once: WaitForMultipleObjects takes no more on Windows.
MOST_PROCESSES = 61 if IS_WINDOWS else 10_000
#: Whether a port that another program listens on could be taken as well, if that were asked for.
SHARES_PORTS = IS_WINDOWS
#: Whether what is printed into a file or pipe is in the encoding of the country, not in UTF-8.
PIPES_OF_THE_COUNTRY = IS_WINDOWS
#: Whether a file that a program has open can be neither replaced nor removed, and no folder moved
#: that holds one; a virus scanner has new files open for a moment.
HOLDS_OPEN_FILES = IS_WINDOWS
#: Seconds after which to try again what an open file forbids; together less than two.
WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
#: Whether a file that is read-only cannot be removed by any of its names.
KEEPS_READ_ONLY = IS_WINDOWS
#: A folder that stands for another on Windows, as `mklink /J` makes: IO_REPARSE_TAG_MOUNT_POINT in
#: https://learn.microsoft.com/windows-hardware/drivers/ifs/fsctl-set-reparse-point
_JUNCTION = 0xA000_0003


def patiently(does: Callable[..., Any], *arguments: Any) -> Any:
    """Return what `does` gives; where an open file may forbid it for a moment, try again.

    Raises OSError when it is refused to the end.
    """
    for seconds in WAITS if HOLDS_OPEN_FILES else ():
        try:
            return does(*arguments)
        except PermissionError:
            time.sleep(seconds)
    return does(*arguments)


def replace(source: Path, target: Path) -> None:
    """Move a file over another, or to where nothing is. Raises OSError."""
    patiently(os.replace, source, target)


def rename(source: Path, target: Path, *, at_once: bool = False) -> None:
    """Move a file or folder to where nothing is; `at_once` or not at all. Raises OSError."""
    if at_once:
        source.rename(target)
    else:
        patiently(os.rename, source, target)


def link(source: str | Path, target: str | Path) -> None:
    """Give a file a second name, or copy it where that cannot be. Raises OSError."""
    if not (KEEPS_READ_ONLY and not os.stat(source).st_mode & stat.S_IWRITE):  # noqa: PTH116
        try:
            os.link(source, target)
        except OSError:
            # The file system knows no second names, or no more of this file.
            pass
        else:
            return
    shutil.copy2(source, target)


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it; nothing behind a link. Raises OSError."""
    if KEEPS_READ_ONLY:
        for inside, _, files in os.walk(folder):
            for name in files:
                path = Path(inside, name)
                if not path.lstat().st_mode & stat.S_IWRITE:
                    path.chmod(stat.S_IWRITE)
    patiently(shutil.rmtree, folder)


def is_junction(path: str | os.DirEntry[str]) -> bool:
    """Whether a folder stands for another one without being a link; Windows alone knows such."""
    if not IS_WINDOWS:
        return False
    try:
        about = os.lstat(path)
    except OSError:
        return False
    return getattr(about, "st_reparse_tag", 0) == _JUNCTION


def junctions_in(folder: str) -> Iterator[str]:
    """Yield the junctions below a folder, relative to it and with slashes; elsewhere none."""
    if not IS_WINDOWS:
        return
    for inside, folders, _ in os.walk(folder):
        for name in list(folders):
            path = os.path.join(inside, name)  # noqa: PTH118, a pure text
            if is_junction(path):
                folders.remove(name)
                yield os.path.relpath(path, folder).replace(os.sep, "/")


def is_read_only(folder: Path) -> bool:
    """Whether the file system of a folder can only be read; False where nobody says."""
    statvfs = getattr(os, "statvfs", None)
    return bool(statvfs and statvfs(folder).f_flag & os.ST_RDONLY)


def in_shell(argument: str) -> str:
    """Return an argument as it is typed at a prompt, so that it stays one."""
    if IS_WINDOWS:
        # No name there holds a quotation mark.
        return f'"{argument}"' if " " in argument else argument
    return shlex.quote(argument)


def relative(path: str | Path, base: str | Path) -> str:
    """Return a path as seen from `base`; whole where it lies on another drive."""
    try:
        return os.path.relpath(path, base)
    except ValueError:
        return os.fspath(path)
