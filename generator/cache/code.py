"""The version of the code that makes something: what it makes is kept for no other version."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "theme"
#: Read once, when they are first needed: a process that runs on does not see them change.
_LOADED = (".py", ".txt", ".yml", ".json")
#: Read anew by every build of a process.
_TEMPLATES = (".j2", ".html", ".xml")
#: Where libraries are installed; what else Python looks through depends on where it is started.
_LIBRARIES = ("site-packages", "dist-packages")
#: How libraries say that they are installed: the name of the folder holds the version.
_INSTALLED = (".dist-info", ".egg-info")


@lru_cache(maxsize=1)
def loaded_code() -> str:
    """Return a digest of the generator's code, of Python and of all libraries installed.

    All their contents are read (8 ms): no time stamp has to be believed. The theme is no part of
    it, as no stage reads it.
    """
    runs = [sys.version, sys.platform, platform.machine(), *_libraries()]
    hashed = hashlib.blake2b("\0".join(runs).encode(), digest_size=20)
    hashed.update(digest_of_files(PACKAGE, _LOADED, leave_out=THEME).encode())
    return hashed.hexdigest()


def code_digest() -> str:
    """Return a digest of the code that this process runs, and of its templates as they are now."""
    templates = digest_of_files(PACKAGE, _TEMPLATES, leave_out=THEME)
    return hashlib.blake2b((loaded_code() + templates).encode(), digest_size=20).hexdigest()


def digest_of_files(
    folder: Path, endings: tuple[str, ...] = ("",), leave_out: Path | None = None
) -> str:
    """Return a digest of the names and bytes of all files below `folder` with these endings.

    What is compiled from them, and what is at and below `leave_out`, does not count. Raises OSError
    for what cannot be read.
    """
    hashed = hashlib.blake2b(digest_size=20)
    todo = [os.fspath(folder)]
    while todo:
        entries = sorted(os.scandir(todo.pop()), key=lambda entry: entry.name)
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__" and Path(entry.path) != leave_out:
                    todo.append(entry.path)
            elif entry.name.endswith(endings):
                path = os.path.relpath(entry.path, folder)
                data = Path(entry.path).read_bytes()
                hashed.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return hashed.hexdigest()


def _libraries() -> list[str]:
    """Return the names, with versions, of what is installed where Python looks for modules."""
    places = [Path(place) for place in sys.path]
    return sorted(
        {
            path.name
            for place in places
            if place.name in _LIBRARIES and place.is_dir()
            for path in place.iterdir()
            if path.name.endswith(_INSTALLED)
        }
    )
