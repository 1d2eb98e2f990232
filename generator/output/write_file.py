"""Writes a single file, all at once."""

from __future__ import annotations

from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a single file, all at once; a link in its place is replaced, not followed.

    Raises OSError when it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}~")
    draft.unlink(missing_ok=True)
    draft.write_bytes(data)
    draft.replace(path)
