"""What can be done about an ailment: what is to stand in a file in place of what stands there."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.write_file import replace_file

#: The whole of a file, None for none.
Data = bytes | None


@dataclass(frozen=True)
class Remedy:
    """A file, and what to make of what is in it: None for nothing, then the file is removed.

    `change` gives back what it was given where there is nothing to be done, so that several
    remedies of one file can follow each other.
    """

    path: Path
    change: Callable[[Data], Data]


@dataclass(frozen=True)
class Change:
    """What stands in a file, and what is to stand there."""

    path: Path
    before: Data
    after: Data

    def apply(self) -> None:
        """Write or remove the file. Raises OSError when it cannot be."""
        if self.after is None:
            self.path.unlink(missing_ok=True)
        else:
            replace_file(self.path, self.after)

    def diff(self, shown: str) -> str:
        """Return the change as a unified diff, `shown` being the name of the file."""
        old, new = (_lines(data) for data in (self.before, self.after))
        names = (
            shown if self.before is not None else "/dev/null",
            shown if self.after is not None else "/dev/null",
        )
        lines = difflib.unified_diff(old, new, *names, n=2)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def writing(path: Path, data: Data) -> Remedy:
    """Return the remedy that a file is written anew, whatever is in it, or removed."""
    return Remedy(path, lambda _: data)


def changing(path: Path, change: Callable[[str], str]) -> Remedy:
    """Return the remedy that a text in UTF-8 becomes another; a file that is not there stays so.

    What `change` cannot read as YAML, and what is not UTF-8, stays as it is.
    """

    def changed(data: Data) -> Data:
        try:
            return None if data is None else change(data.decode()).encode()
        except (yaml.YAMLError, UnicodeDecodeError):
            return data

    return Remedy(path, changed)


def planned(remedies: Iterable[Remedy]) -> list[Change]:
    """Return what all remedies together make of each file, by path. Raises OSError.

    What is a link stays: where it leads is somebody else's, and may be a file of another catalogue.
    """
    before: dict[Path, Data] = {}
    after: dict[Path, Data] = {}
    for remedy in remedies:
        if remedy.path.is_symlink():
            continue
        if remedy.path not in before:
            before[remedy.path] = remedy.path.read_bytes() if remedy.path.is_file() else None
            after[remedy.path] = before[remedy.path]
        after[remedy.path] = remedy.change(after[remedy.path])
    return [
        Change(path, before[path], after[path])
        for path in sorted(before)
        if after[path] != before[path]
    ]


def _lines(data: Data) -> list[str]:
    return (data or b"").decode("utf-8", "replace").splitlines(keepends=True)
