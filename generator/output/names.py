"""Looks through a tree for names that people gave and that not every desk can have.

Here they work, so no build minds them; who copies the catalogue to Windows or macOS loses files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.output.plan import walk
from generator.portable import as_one, why_not_everywhere
from generator.problems import Place, Problems


def report_names(tree: Path, shown: str, problems: Problems) -> None:
    """Warn of names in `tree` that some system cannot have, or takes for another's.

    `shown` names the tree in messages. Raises OSError for a folder that cannot be read.
    """
    seen: dict[str, str] = {}
    for path in sorted({part for leaf in walk(tree) for part in _parts(leaf)}):
        why = why_not_everywhere(path.rpartition("/")[2])
        if why:
            problems.warning(Place(f"{shown}/{path}"), why, "rename it")
        other = seen.setdefault(as_one(path), path)
        # Of what lies in two such folders, nothing more need be said.
        if other.rpartition("/")[2] != path.rpartition("/")[2]:
            problems.warning(
                Place(f"{shown}/{path}"),
                f"is the same as {shown}/{other} to macOS and Windows",
                "rename one of them",
            )


def _parts(path: str) -> Iterator[str]:
    """Yield a path and every folder it lies in, but for what is hidden."""
    parts = path.split("/")
    for length, part in enumerate(parts, 1):
        if part.startswith("."):
            return
        yield "/".join(parts[:length])
