"""Reads a file of catalogue/facts/ as a source: what a service said, of the lowest rank."""

from __future__ import annotations

import os
from dataclasses import replace

from generator.problems import Place, Problems
from generator.settings import Settings
from generator.sources.base import Reading, SourceFile
from generator.sources.entries import Entries
from generator.sources.facts.file import FOLDER, lines_in, service_of
from generator.sources.facts.line import FactLine
from generator.sources.said import Said
from generator.values.paper import Rank
from generator.values.service_names import SERVICES
from generator.workers import HERE, Workers


def facts_files(settings: Settings, problems: Problems) -> list[SourceFile]:
    """Return the files of facts of a catalogue, by name; what else is there is warned about."""
    folder = settings.catalogue_dir / FOLDER
    if not os.path.lexists(folder):
        return []
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.error(Place(settings.shown(folder)), f"cannot be read: {error.strerror}")
        return []
    files = []
    for path in paths:
        # What published pages call the file is the service.
        if service := service_of(path.name):
            files.append(SourceFile(path, settings.shown(path), service))
        else:
            what = "is of no service that is known; not read"
            hint = f"files of facts are called {', '.join(f'{name}.jsonl' for name in SERVICES)}"
            problems.warning(Place(settings.shown(path)), what, hint)
    return files


def decode_lines(raw: bytes, _shown: str, _problems: Problems) -> str:
    """Return bytes as text; what is no UTF-8 is told of the line that it stands in."""
    return raw.decode("utf-8", "surrogateescape")


class FactsReader:
    """Reads one file of facts."""

    name = "facts of a service"
    endings = (".jsonl",)
    rank = Rank.SERVICE

    def recognises(self, file: SourceFile, _text: str) -> bool:
        """Whether the file is named after a service."""
        return bool(service_of(file.path.name))

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every line in which a service says something."""
        entries = Entries(file, problems, "line", self.rank, workers)
        for line in lines_in(text, file.path.name, file.shown, entries.problems):
            if line.said is None:
                continue
            if entries.is_full(line.said.place):
                break
            entries.add(_said(line, line.said))
        return entries.reading()


def _said(line: FactLine, said: Said) -> Said:
    return replace(said, asked=line.asked, asked_on=line.on)
