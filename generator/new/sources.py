"""Which bibliographies a new catalogue begins with, and what they are called in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.problems import WrongUse, printable
from generator.sources.files import expand

#: Their folder in the catalogue.
SOURCES = "sources"


@dataclass(frozen=True)
class Taken:
    """A file to be copied, and its name in the folder of sources."""

    file: Path
    name: str


def taken(names: Sequence[str], base: Path) -> list[Taken]:
    """Return the files that paths, folders and patterns name, each once; see `expand`.

    Relative names start at `base`. A name that another file has already gets a number. Raises
    WrongUse, naming every name that leads to no file.
    """
    files: dict[Path, Path] = {}
    missing = []
    for name in names:
        try:
            found = [path for path in expand(name, base) if path.is_file()]
        except (OSError, ValueError, RuntimeError) as error:
            missing.append(f"--from {name}: {getattr(error, 'strerror', None) or error}")
            continue
        if not found:
            missing.append(f"--from {name}: there is no such file, and no folder with sources")
        files |= {path.resolve(): path for path in found}
    if missing:
        raise WrongUse("\n".join(map(printable, missing)))
    used: set[str] = set()
    return [Taken(path, _free(path, used)) for path in files.values()]


def _free(path: Path, used: set[str]) -> str:
    """Return a name for a file that none of `used` is, whatever its letters' case."""
    name, number = path.name, 2
    while name.casefold() in used:
        name, number = f"{path.stem}-{number}{path.suffix}", number + 1
    used.add(name.casefold())
    return name
