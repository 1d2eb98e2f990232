"""Where the sources lie that catalogue.yml and the command line name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from generator import system
from generator.fetched import FOLDER, is_fetched, library_named
from generator.problems import Place, Problems, WrongUse, printable
from generator.settings import Settings


@dataclass(frozen=True)
class _Named:
    """A source: its path or pattern, seen from where the command runs, and what it was called.

    `place` is where catalogue.yml names it, None where the command line does.
    """

    name: str
    path: str
    place: Place | None
    is_missing: bool = False


def paths_named(settings: Settings, names: Sequence[str], base: Path) -> list[str]:
    """Return paths and patterns, seen from `base`: those of the settings, then those of `names`.

    Of what is fetched it is the file that builds read, there or not; `~` is the home of who builds.
    Raises WrongUse for a name of `names` that is fetched and misspelled.
    """
    return [source.path for source in _named(settings, names, base)]


def paths_to_read(
    settings: Settings, names: Sequence[str], base: Path, problems: Problems
) -> list[str]:
    """Return what `paths_named` does without what was never fetched, which is an error."""
    found = []
    for source in _named(settings, names, base):
        if not source.is_missing:
            found.append(source.path)
            continue
        what, hint = "was never fetched", "run `paper-catalogue fetch{}`; builds ask nobody"
        if source.place:
            problems.error(source.place, f"sources: {source.name} {what}", hint.format(""))
        else:
            problems.error(Place(source.name), what, hint.format(f" {source.name}"))
    return found


def _named(settings: Settings, names: Sequence[str], base: Path) -> Iterator[_Named]:
    for name, place in zip_longest(settings.sources, settings.source_places):
        if is_fetched(name):
            yield _fetched(settings, name, base, place)
        else:
            path = settings.root / os.path.expanduser(name)  # noqa: PTH111, a pattern is no path
            yield _Named(name, system.relative(path, base), place)
    for name in names:
        yield _fetched(settings, name, base, None) if is_fetched(name) else _Named(name, name, None)


def _fetched(settings: Settings, name: str, base: Path, place: Place | None) -> _Named:
    try:
        file = settings.catalogue_dir / FOLDER / library_named(name).file
    except ValueError as error:
        what, _, hint = str(error).rpartition(" | ")
        raise WrongUse(f"{printable(what)} ({hint})") from error
    return _Named(name, system.relative(file, base), place, not os.path.lexists(file))
