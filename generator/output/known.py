"""What the files of a tree hold, told without reading them where they are as they were.

Like Git's index: a file of the size and time of change that it had when its digest was taken holds
the same bytes. See https://git-scm.com/docs/index-format, and for files that change within the
grain of a clock https://git-scm.com/docs/racy-git.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

from generator.output import manifest
from generator.write_file import replace_file

#: Nanoseconds; a file that changed so shortly before its digest was noted may change unseen.
_GRAIN = 50_000_000
#: FAT, as memory sticks have it, counts times of change in steps of two seconds.
_COARSE = 2_000_000_000
_HEAD = "paper catalogue: files of a tree, 1"

Known = tuple[str, int, int]


class KnownTree:
    """The generated files of a folder; `index` is where their digests are kept, if anywhere."""

    def __init__(self, folder: Path, index: Path | None = None) -> None:
        self.folder = folder
        self._root = os.path.join(folder, "")  # noqa: PTH118, a pure text
        self._index = index
        self._known = _read(index) if index else {}
        self._real: dict[str, bool] = {}

    def digest_of(self, path: str) -> str | None:
        """Return the digest of a file; None where there is none, or not behind real folders."""
        try:
            found = os.lstat(self._root + path)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode) or not self._is_real(path):
            return None
        known = self._known.get(path)
        if known and known[1:] == (found.st_size, found.st_mtime_ns):
            return known[0]
        try:
            return manifest.digest((self.folder / path).read_bytes())
        except OSError:
            return None

    def keep(self, digests: Mapping[str, str]) -> None:
        """Note that these files have these digests now, by path."""
        if not self._index:
            return
        now = time.time_ns()
        lines = [_HEAD]
        for path, digest in sorted(digests.items()):
            with contextlib.suppress(OSError):
                found = os.lstat(self._root + path)
                grain = _GRAIN if found.st_mtime_ns % _COARSE else _COARSE
                if found.st_mtime_ns < now - grain and "\n" not in path:
                    lines.append(f"{digest} {found.st_size} {found.st_mtime_ns} {path}")
        with contextlib.suppress(OSError):
            replace_file(self._index, "\n".join(lines).encode("utf-8", "surrogateescape"))

    def _is_real(self, path: str) -> bool:
        return self._is_real_folder(path.rpartition("/")[0])

    def _is_real_folder(self, folder: str) -> bool:
        if not folder:
            return True
        if folder not in self._real:
            try:
                there = stat.S_ISDIR(os.lstat(self._root + folder).st_mode)
            except OSError:
                there = False
            self._real[folder] = there and self._is_real_folder(folder.rpartition("/")[0])
        return self._real[folder]


def _read(index: Path) -> dict[str, Known]:
    """Return what an index says; nothing for one that is damaged or another's."""
    try:
        lines = index.read_bytes().decode("utf-8", "surrogateescape").split("\n")
        if lines[0] != _HEAD:
            return {}
        return dict(map(_line, lines[1:]))
    except (OSError, ValueError):
        return {}


def _line(line: str) -> tuple[str, Known]:
    digest, size, stamp, path = line.split(" ", 3)
    return path, (digest, int(size), int(stamp))
