"""The list of the files that the generator wrote into a tree, with what it wrote."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

NAME = ".generated.json"
#: A part of a path that names no file or folder in the one before.
_OUTSIDE = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)")


def digest(data: bytes) -> str:
    """Return a digest of a file's bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def is_of(data: bytes, listed: str) -> bool:
    """Whether a file is as we wrote it, but maybe for the ends of its lines.

    Where git has those of Windows (core.autocrlf), files that were committed come back with them.
    """
    return digest(data) == listed or digest(data.replace(b"\r\n", b"\n")) == listed


def leads_inside(path: str) -> bool:
    """Whether a path with slashes names something inside the tree it is relative to."""
    return "\0" not in path and not _OUTSIDE.search(path)


def read(tree: Path) -> dict[str, str]:
    """Return the path and digest of every generated file; empty when there is no list.

    A list that cannot be read counts as none: then nothing is deleted, and files in the way that
    differ are errors. What leads outside the tree is not from us and is passed over. Raises OSError
    for a list that the system does not let us read.
    """
    path = tree / NAME
    # A link is not from us, and a pipe may never end.
    if path.is_symlink() or not path.is_file():
        return {}
    try:
        data = json.loads(path.read_bytes())
        files = data["files"]
        return {path: str(value) for path, value in files.items() if leads_inside(path)}
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return {}


def encode(files: Mapping[str, str]) -> bytes:
    """Return the list as it is stored: sorted, one file a line."""
    data = {
        "about": "Written by the generator. Files that are not listed here are never deleted.",
        "files": dict(sorted(files.items())),
    }
    return (json.dumps(data, indent=0, ensure_ascii=False) + "\n").encode("utf-8", "replace")
