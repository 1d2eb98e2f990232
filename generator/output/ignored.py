"""What git is to pass over in a tree: a .gitignore of the generated files.

It is generated itself, so that whoever keeps a catalogue needs no list, and none is out of date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

NAME = ".gitignore"
_HEAD = "# Written by the generator: what it makes here. This file is in the list, too.\n"
#: What has a meaning in a pattern, https://git-scm.com/docs/gitignore#_pattern_format.
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\*?[] #!"})


def ignoring(made: Iterable[str], written: Iterable[str]) -> bytes:
    """Return a .gitignore for files that were `made`, by path, beside those that people wrote.

    A folder that holds none of people's is one line.
    """
    held = {folder for path in written for folder in _folders(path)}
    lines = sorted({f"/{NAME}", *_lines("", list(made), held)})
    return (_HEAD + "".join(f"{line}\n" for line in lines)).encode("utf-8", "surrogateescape")


def _lines(folder: str, made: list[str], held: set[str]) -> Iterator[str]:
    """Yield the patterns for the files `made`, which lie in `folder`."""
    inside: dict[str, list[str]] = defaultdict(list)
    for path in made:
        name, slash, _ = path.removeprefix(folder).partition("/")
        if slash:
            inside[f"{folder}{name}/"].append(path)
        else:
            yield f"/{path.translate(_SPECIAL)}"
    for below, paths in inside.items():
        if below in held:
            yield from _lines(below, paths, held)
        else:
            yield f"/{below.translate(_SPECIAL)}"


def _folders(path: str) -> Iterator[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[:length]) + "/" for length in range(1, len(parts) + 1))
