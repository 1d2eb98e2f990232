"""The next state of a tree while files are put into it, by one process or by several."""

from __future__ import annotations

import os
from pathlib import Path

from generator import system
from generator.model import MadeFile
from generator.output import manifest
from generator.output.known import KnownTree


class Draft:
    """Takes the files that a tree will have. What the tree has already is not written again.

    `stage` is the folder of the next state, `tree` the present one. Several processes may each put
    files of their own.
    """

    def __init__(self, stage: Path, tree: KnownTree) -> None:
        self.stage = stage
        self.tree = tree
        self._root = os.path.join(stage, "")  # noqa: PTH118, a pure text
        self._from = os.path.join(tree.folder, "")  # noqa: PTH118, a pure text
        self._made: set[str] = set()

    def put(self, path: str, data: bytes, origin: str) -> MadeFile:
        """Put a file at `path`, relative and with slashes; `origin` says what it is made of.

        Raises ValueError for a mistake of ours, a path that leads outside or to where another file
        is, and OSError for what cannot be written.
        """
        digest = manifest.digest(data)
        written = self.tree.digest_of(path) != digest
        if written:
            try:
                with open(self._place(path), "wb") as file:  # noqa: PTH123, as quick as it can be
                    file.write(data)
            except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
                raise ValueError(f"{path!r}: {origin}, and another file is in its way") from error
        return MadeFile(path, origin, len(data), digest, written)

    def link(self, source: Path, made: MadeFile) -> MadeFile:
        """Put a file that lies at `source` already: linked where the system can, else copied."""
        written = self.tree.digest_of(made.path) != made.digest
        if written:
            system.link(source, self._place(made.path))
        return MadeFile(made.path, made.origin, made.size, made.digest, written)

    def bring(self, path: str) -> None:
        """Put a file that the tree has, as it is there; it keeps its time stamp."""
        system.link(self._from + path, self._place(path))

    def _place(self, path: str) -> str:
        if not manifest.leads_inside(path):
            raise ValueError(f"{path!r} leads outside the tree")
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            os.makedirs(self._root + folder, exist_ok=True)  # noqa: PTH103
            self._made.add(folder)
        return self._root + path
