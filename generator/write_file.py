"""Writes a single file, all at once."""

from __future__ import annotations

import os
from pathlib import Path

from generator import system


def replace_file(path: Path, data: bytes) -> None:
    """Write a single file, all at once; a link in its place is replaced, not followed.

    Whoever else writes it meanwhile writes a draft of another name. Raises OSError when it cannot
    be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}~")
    try:
        with draft.open("xb") as file:
            file.write(data)
        system.replace(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
