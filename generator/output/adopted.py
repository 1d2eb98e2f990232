"""Generated files that become people's own when they edit them: pages that only have a default."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.output import manifest
from generator.output.plan import bytes_of
from generator.write_file import replace_file


def adopt(tree: Path, paths: Iterable[str]) -> list[str]:
    """Take those of `paths` that somebody edited off the list of generated files; return them.

    What a killed build left undone must be done before: what differs then is its work. Raises
    OSError for what cannot be read or written.
    """
    listed = manifest.read(tree)
    edited = []
    for path in sorted(paths):
        data = bytes_of(tree / path) if path in listed else None
        if data is not None and not manifest.is_of(data, listed[path]):
            edited.append(path)
    if edited:
        left = {path: digest for path, digest in listed.items() if path not in edited}
        replace_file(tree / manifest.NAME, manifest.encode(left))
    return edited


def written_by_hand(tree: Path, paths: Iterable[str]) -> list[str]:
    """Return those of the `paths` of files in `tree` that the generator did not write."""
    listed = manifest.read(tree)
    return [path for path in paths if path not in listed and path != manifest.NAME]
