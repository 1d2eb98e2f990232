"""Whether there is room for the paths of all files, before the first is written.

Windows allows 259 characters from the drive to the last ending, unless somebody has allowed more.
Elsewhere there is room for thousands.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from pathlib import Path

from generator import system
from generator.cache.files import staging_of
from generator.problems import Place, Problems

#: https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation, without the zero.
_MAX_PATH = 259
_ALLOW = (
    "move the catalogue into a folder with a shorter path, or allow long paths as"
    " https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation says"
)
#: The longest that stands around the address of a paper, topic, author or venue; a test knows.
_AROUND = "authors//by-title-99/index.html"
#: Where a tree lies while it is made or removed, as seen from its staging folder.
_BELOW = "/rubbish/9/"


def longest_path() -> int | None:
    """Return how many characters the path of a file may have; None where there is room."""
    if not system.IS_WINDOWS:
        return None
    windows = getattr(ctypes, "WinDLL")  # noqa: B009, others have it not
    allowed = getattr(windows("ntdll"), "RtlAreLongPathsEnabled", None)
    return None if allowed is not None and allowed() & 0xFF else _MAX_PATH


def longest_of(slugs: Iterable[str], pages: Iterable[str]) -> int:
    """Return how many characters the longest path in a tree may have.

    `slugs` are all addresses, `pages` the paths of what people wrote.
    """
    of_slugs = max(map(len, slugs), default=0) + len(_AROUND)
    # guide.md becomes guide/index.html.
    return max(of_slugs, *(len(page) + len("/index.html") for page in pages), 0)


def has_room(tree: Path, longest: int, shown: str, problems: Problems) -> bool:
    """Whether all paths are possible of a tree whose `longest` has so many characters.

    Else an error is told; `shown` names the tree.
    """
    limit = longest_path()
    needed = len(str(staging_of(tree)[0])) + len(_BELOW) + longest
    if limit is None or needed <= limit:
        return True
    what = f"files in it would have paths of {needed} characters, and Windows allows {limit} here"
    problems.error(Place(shown), what, _ALLOW)
    return False
