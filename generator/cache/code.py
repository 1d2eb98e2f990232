"""The version of the code that makes something: what it makes is kept for no other version."""

from __future__ import annotations

import hashlib
import platform
import sys
from functools import lru_cache
from pathlib import Path

from generator.cache.files import digest_of_files

_PACKAGE = Path(__file__).parents[1]
#: What no stage reads: the theme; and what Python compiled.
_NOT_READ = ("theme", "__pycache__")
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
    hashed.update(digest_of_files(_PACKAGE, _is_read, _LOADED).encode())
    return hashed.hexdigest()


def code_digest() -> str:
    """Return a digest of the code that this process runs, and of its templates as they are now."""
    templates = digest_of_files(_PACKAGE, _is_read, _TEMPLATES)
    return hashlib.blake2b((loaded_code() + templates).encode(), digest_size=20).hexdigest()


def package_digest() -> str:
    """Return a digest of all that builds a site: the code, and the package with its theme."""
    everything = loaded_code() + digest_of_files(_PACKAGE)
    return hashlib.blake2b(everything.encode(), digest_size=20).hexdigest()


def _is_read(name: str) -> bool:
    return name not in _NOT_READ


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
