"""Leaves a record of a build, by which `generator.unchanged` knows that nothing changed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from generator.cache.files import Tree
from generator.console import Line
from generator.ledger import NAME as LEDGER
from generator.settings import Settings, holds
from generator.site import folders_read
from generator.sources.named import paths_named
from generator.unchanged import Command, Reads, keep


class LastBuild:
    """The record of one build: made before it reads anything, kept when it has succeeded."""

    def __init__(self, settings: Settings, names: Sequence[str], arguments: Sequence[str]) -> None:
        self._work_dir = settings.work_dir
        self._command = Command.given(arguments)
        self._reads: Reads | None = None
        self._digest = ""
        with contextlib.suppress(OSError):
            # What cannot be read is an error of the build, or it does not matter to it.
            self._reads = _reads(settings, names, Path(self._command.base))
            self._digest = self._reads.digest() if self._reads else ""

    def keep(self, trees: Sequence[Tree], said: Sequence[Line]) -> None:
        """Keep the record, with what a build of the same will say; without `trees` there is none.

        Where it cannot be written, the next build does all its work.
        """
        if self._reads and self._digest and trees:
            with contextlib.suppress(OSError):
                keep(self._work_dir, self._command, self._reads, self._digest, trees, said)


def _reads(settings: Settings, names: Sequence[str], base: Path) -> Reads | None:
    """Return what a build reads, or None where that cannot be said."""
    custom = folders_read(settings)
    written = (settings.root, settings.docs_dir, settings.site_dir, settings.work_dir)
    if custom is None or any(holds(settings.catalogue_dir, folder) for folder in written):
        return None
    folders = [settings.catalogue_dir, *custom]
    return Reads(
        config=str(settings.root / "mkdocs.yml"),
        folders=tuple(str(folder) for folder in folders if os.path.lexists(folder)),
        sources=tuple(paths_named(settings, names, base)),
        base=str(base),
        ledger=LEDGER,
    )
