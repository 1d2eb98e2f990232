"""Compares the files that are wanted with a tree: what changes, and what is in the way."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import system
from generator.cache.files import staging_of
from generator.model import MadeFile
from generator.output import manifest
from generator.output.mounts import is_mounted
from generator.problems import Place, Problems


@dataclass(frozen=True)
class Plan:
    """What has to be done to a tree: `changed` files are new, `gone` ones are removed."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]


def check_paths(files: Sequence[MadeFile]) -> None:
    """Raise ValueError for a mistake of ours: two files of one name, a path that leads outside."""
    origins: dict[str, str] = {}
    for file in files:
        if not manifest.leads_inside(file.path):
            raise ValueError(f"{file.path!r} leads outside the tree")
        # Some file systems know no difference between upper and lower case.
        name = file.path.casefold()
        if name in origins:
            raise ValueError(f"{file.path!r}: both {origins[name]} and {file.origin}")
        origins[name] = file.origin
    for file in files:
        for folder in _folders(file.path.casefold()):
            if folder in origins:
                raise ValueError(f"{file.path!r}: {origins[folder]} stands where its folder must")


def make_plan(
    tree: Path,
    files: Sequence[MadeFile],
    before: Mapping[str, str],
    problems: Problems,
    shown: str,
) -> Plan | None:
    """Return how `tree` becomes `files`; None, and a problem each, if something is in the way.

    Of the files, those that were `written` differ from the tree's. `before` is the list of the
    files that the generator wrote; `shown` names the tree.
    """
    wanted = {file.path for file in files}
    gone = {
        path
        for path in before
        if path not in wanted and is_page(tree / path) and not _blocking(tree, path, ())
    }
    changed, blocked = [], False
    for file in files:
        if not file.written:
            continue
        blocking = _blocking(tree, file.path, gone)
        if blocking:
            problems.error(
                Place(f"{shown}/{blocking}"),
                f"stands where a folder is needed for {file.origin}",
                "move it elsewhere",
            )
            blocked = True
        elif _may_be_replaced(tree, file.path, before, gone):
            changed.append(file.path)
        else:
            problems.error(
                Place(f"{shown}/{file.path}"),
                f"a page written by hand is in the way of {file.origin}",
                "move or delete it; what it says belongs in a record or in another page",
            )
            blocked = True
    return None if blocked else Plan(tuple(changed), tuple(sorted(gone)))


def has_room(tree: Path, path: str) -> bool:
    """Whether `path` could be made in `tree`: no file and no link stands where a folder must."""
    return not _blocking(tree, path, ())


def is_page(path: Path) -> bool:
    """Whether `path` is a file itself, not a link, a folder or a device."""
    return path.is_file() and not path.is_symlink()


def bytes_of(path: Path) -> bytes | None:
    """Return what is in a file; None if it is no file, or cannot be read."""
    try:
        return path.read_bytes() if is_page(path) else None
    except OSError:
        return None


def set_apart(tree: Path) -> set[str]:
    """Return the names of folders at the top of `tree` that are no part of it.

    A staging folder, and what some file systems have in their own top folder (mke2fs(8)): only
    root may look into that one or remove it.
    """
    return {staging_of(tree)[1].name, *(["lost+found"] if is_mounted(tree) else [])}


def walk(tree: Path) -> Iterator[str]:
    """Yield every file, link and empty folder below `tree`, as paths relative to it.

    What is set apart in it is passed over. Raises OSError for a folder that cannot be read: what
    is not seen would be lost.
    """
    apart = set_apart(tree)
    root = os.path.join(tree, "")  # noqa: PTH118, a pure text
    todo = [""]
    while todo:
        inside, held = todo.pop(), False
        # A tree has very many files: what the folder says of them must do.
        with os.scandir(root + inside) as entries:
            for entry in entries:
                held = True
                if not entry.is_dir(follow_symlinks=False) or system.is_junction(entry):
                    yield inside + entry.name
                elif inside or entry.name not in apart:
                    todo.append(f"{inside}{entry.name}/")
        if not held and inside:
            yield inside[:-1]


def _folders(path: str) -> Iterator[str]:
    """Yield every folder that a path needs, the outermost first."""
    parts = path.split("/")
    return ("/".join(parts[:length]) for length in range(1, len(parts)))


def _blocking(tree: Path, path: str, gone: Collection[str]) -> str:
    """Return the part of `path` that is no real folder and stays; or an empty string."""
    for folder in _folders(path):
        place = tree / folder
        if folder not in gone and os.path.lexists(place) and not _is_folder(place):
            return folder
    return ""


def _may_be_replaced(
    tree: Path, path: str, before: Mapping[str, str], gone: Collection[str]
) -> bool:
    """Whether nothing stands at `path`, or only what the generator wrote."""
    place = tree / path
    if _is_folder(place):
        return all(f"{path}/{inside}" in gone for inside in walk(place)) and any(walk(place))
    return not os.path.lexists(place) or (path in before and is_page(place))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
