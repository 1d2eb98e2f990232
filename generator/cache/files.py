"""Digests of files and folders: by their bytes where people write, by size and time elsewhere."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.write_file import replace_file

_DIGEST = 20
#: What Python compiled from modules that count themselves.
_COMPILED = "__pycache__"


@dataclass(frozen=True)
class Tree:
    """A tree of files as it was at a moment.

    `by_content` are the files in it whose bytes count; of all others size and time do.
    """

    path: str
    by_content: tuple[str, ...]
    digest: str


def digest_of_files(
    folder: Path,
    counts: Callable[[str], bool] = lambda name: name != _COMPILED,
    endings: tuple[str, ...] = ("",),
    apart: Collection[str] = (),
) -> str:
    """Return a digest of the names and bytes of all files below `folder` with these endings.

    Links are followed. `counts` is asked of every name in it, of folders too, whether it does;
    `apart` are the paths of files, seen from it, that do not.
    Raises OSError for what cannot be read, and for a pipe or device, which may never end.
    """
    hashed = hashlib.blake2b(digest_size=_DIGEST)
    seen: set[tuple[int, int]] = set()
    todo = [os.fspath(folder)]
    while todo:
        path = todo.pop()
        about = Path(path).stat()
        hashed.update(os.fsencode(os.path.relpath(path, folder)))
        if (about.st_dev, about.st_ino) in seen:
            # It counts once, however many links lead to it, maybe round in a circle.
            continue
        seen.add((about.st_dev, about.st_ino))
        for entry in _sorted(path):
            if not counts(entry.name):
                continue
            if entry.is_dir():
                todo.append(entry.path)
            elif entry.name.endswith(endings):
                name = os.path.relpath(entry.path, folder)
                if name not in apart:
                    _add(hashed, name, bytes_of(Path(entry.path)))
    return hashed.hexdigest()


def not_hidden(name: str) -> bool:
    """Whether a file or folder of people may be read: hidden ones are editors' and git's."""
    return not name.startswith(".")


def bytes_of(path: Path, limit: int | None = None) -> bytes:
    """Return what is in a file, which may be behind a link.

    Raises OSError, also for a pipe and for a file of more bytes than `limit`.
    """
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise OSError(0, "is no file", str(path))
    if limit is not None and about.st_size > limit:
        raise OSError(0, "is too large", str(path))
    return path.read_bytes()


def tree_of(path: Path, written: Collection[str] | None = None) -> Tree:
    """Return how a tree is now, in which builds wrote the files `written`, or all if it is None.

    All others are people's. What a build sets apart in it does not count. Raises OSError for what
    cannot be read.
    """
    others: tuple[str, ...] = ()
    if written is not None:
        names = (at + entry.name for at, entries in _folders(path) for entry in entries)
        others = tuple(name for name in names if name not in written)
    return Tree(os.fspath(path), others, _state(path, others))


def is_as_it_was(tree: Tree) -> bool:
    """Whether a tree holds the same files as then. Raises OSError for what cannot be read."""
    return _state(Path(tree.path), tree.by_content) == tree.digest


def write_whole(path: Path, data: bytes) -> None:
    """Write a file as `replace_file` does, but into no folder that is a link to another."""
    if path.parent.is_symlink():
        raise OSError(0, "is a link", str(path.parent))
    replace_file(path, data)


def staging_of(tree: Path) -> tuple[Path, Path]:
    """Return the folders where builds make the next state of a tree: beside it, or else in it.

    See docs/decisions/0003.
    """
    name = f".{tree.name}.next"
    return tree.with_name(name), tree / name


def _state(path: Path, by_content: Collection[str]) -> str:
    """Return a digest of all files in a tree; a link counts as what it leads to."""
    hashed = hashlib.blake2b(digest_size=_DIGEST)
    people = set(by_content)
    for inside, entries in _folders(path):
        lines = [inside]
        for entry in entries:
            name = inside + entry.name
            if name in people or entry.is_symlink():
                lines.append(f"{entry.name}\0{_by_content(entry)}")
            else:
                about = entry.stat(follow_symlinks=False)
                lines.append(f"{entry.name}\0{about.st_size} {about.st_mtime_ns}")
        hashed.update(os.fsencode("\n".join(lines)))
    return hashed.hexdigest()


def _by_content(entry: os.DirEntry[str]) -> str:
    if entry.is_dir():
        return digest_of_files(Path(entry.path))
    return hashlib.blake2b(bytes_of(Path(entry.path)), digest_size=_DIGEST).hexdigest()


def _folders(tree: Path) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Yield each folder of a tree, as what stands before the names in it, and what lies there.

    Links are not followed; what a build sets apart in a tree is passed over.
    """
    apart = staging_of(tree)[1].name
    todo = [("", os.fspath(tree))]
    while todo:
        inside, folder = todo.pop()
        entries = []
        for entry in _sorted(folder):
            if not entry.is_dir(follow_symlinks=False):
                entries.append(entry)
            elif inside or entry.name != apart:
                todo.append((f"{inside}{entry.name}/", entry.path))
        yield inside, entries


def _sorted(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _add(hashed: hashlib.blake2b, name: str, data: bytes) -> None:
    hashed.update(os.fsencode(f"{name}\0{len(data)}\n"))
    hashed.update(data)
