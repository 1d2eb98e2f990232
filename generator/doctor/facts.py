"""What services said, in catalogue/facts/: of papers that are gone, and out of its order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.doctor.remedies import Data, Remedy
from generator.merge.attaching import folded_title
from generator.problems import Place, quoted
from generator.sources.facts.file import ENDING, FOLDER, MAX_BYTES
from generator.values.asked import read_asked
from generator.values.identifier import Identifier, resolved
from generator.values.paper import Paper


@dataclass(frozen=True)
class Line:
    """A line of a file: its bytes, of which paper it is, what the service was asked for."""

    data: bytes
    paper: str
    of: str

    @property
    def order(self) -> tuple[str, str]:
        """What the lines of a file are sorted by."""
        return self.paper, self.of


def of_no_paper(examined: Examined) -> Iterator[Ailment]:
    """Find facts of papers that the catalogue has no more, under any address or identifier."""
    is_known = _known(examined)

    def without_gone(data: Data) -> Data:
        lines = _lines(data or b"")
        if lines is None:
            return data
        return b"".join(line.data for line in lines if is_known(line))

    for path, shown, lines in _files(examined):
        for number, line in enumerate(lines, 1):
            if not is_known(line):
                yield Ailment(
                    Place(shown, number),
                    f"is of {quoted(line.paper)}, found by {quoted(line.of)}: no such paper",
                    "remove the line; no build reads it",
                    (Remedy(path, without_gone),),
                )


def out_of_order(examined: Examined) -> Iterator[Ailment]:
    """Find files of facts that are not sorted, so that every `enrich` changes many lines."""
    for path, shown, lines in _files(examined):
        for number, (before, line) in enumerate(pairwise(lines), 2):
            if line.order < before.order:
                yield Ailment(
                    Place(shown, number),
                    f"the lines are not sorted: {quoted(line.paper)} stands behind"
                    f" {quoted(before.paper)}",
                    "sort them by paper and what was asked for",
                    (Remedy(path, _in_order),),
                )
                break


def _in_order(data: Data) -> Data:
    lines = _lines(data or b"")
    if lines is None:
        return data
    return b"".join(line.data for line in sorted(lines, key=lambda line: line.order))


def _files(examined: Examined) -> Iterator[tuple[Path, str, list[Line]]]:
    """Yield the files of which every line can be read, by name; of others a build tells."""
    folder = examined.settings.catalogue_dir / FOLDER
    for path in sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []:
        if path.is_file() and path.stat().st_size <= MAX_BYTES:
            lines = _lines(path.read_bytes())
            if lines is not None:
                yield path, examined.settings.shown(path), lines


def _lines(data: bytes) -> list[Line] | None:
    """Return the lines of a file, each with its end; None where one is no line of facts."""
    found = []
    for raw in data.splitlines(keepends=True):
        try:
            said = json.loads(raw)
        except (ValueError, RecursionError):
            return None
        paper, of = (_text(said, key) for key in ("paper", "of"))
        if not paper or not of:
            return None
        found.append(Line(raw if raw.endswith(b"\n") else raw + b"\n", paper, of))
    return found


def _text(said: Any, key: str) -> str:
    value = said.get(key) if isinstance(said, dict) else None
    return value if isinstance(value, str) else ""


def _known(examined: Examined) -> Callable[[Line], bool]:
    """Return what tells whether a line is of a paper, as merging does, or bears the id of one."""
    catalogue = examined.catalogue
    held = {one for paper in catalogue.papers for one in _identifiers(paper)}
    titles = {folded_title(title) for paper in catalogue.papers for title in _titles(paper)}

    def is_known(line: Line) -> bool:
        asked = read_asked(line.of)
        if line.paper in catalogue.by_id or line.paper in catalogue.signposts or asked is None:
            return True
        if asked.identifier is None:
            return folded_title(asked.value) in titles
        return not held.isdisjoint(resolved([asked.identifier]))

    return is_known


def _identifiers(paper: Paper) -> Iterator[Identifier]:
    """Yield the identifiers of all entries of a paper, those too that were not taken."""
    known = paper.provenance.get("identifiers")
    yield from paper.work.resolved_identifiers
    yield from (value for _, value in known.lost) if known else ()


def _titles(paper: Paper) -> Iterator[str]:
    """Yield the titles that all entries of a paper have."""
    known = paper.provenance.get("title")
    yield paper.work.title.plain
    yield from (value.plain for _, value in known.lost) if known else ()
