"""What the checks of the doctor look at: the settings, the records as files, what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import yaml_lines
from generator.cache.files import bytes_of
from generator.catalogue import Catalogue
from generator.pipeline import Decided
from generator.problems import Place, Problems
from generator.records.trial import Checked
from generator.settings import Settings
from generator.sources.files import record_files
from generator.values.paper import Paper
from generator.yaml_lines import KeyPath

#: No file that people write here is larger.
MAX_BYTES = 5_000_000


@dataclass(frozen=True)
class RecordFile:
    """A record as it stands in its file: the id of its paper, its keys, and their lines."""

    id: str
    path: Path
    document: yaml_lines.Document

    @property
    def values(self) -> Mapping[str, Any]:
        """The keys of the file and what they hold, by no means what they should."""
        return self.document.data if isinstance(self.document.data, dict) else {}

    def at(self, path: KeyPath) -> Place:
        """Return where a key, or an item of a list, stands."""
        return self.document.place(path)


@dataclass(frozen=True)
class Examined:
    """A catalogue as checks look at it.

    `checked` has what was decided of it, and with which problems; None where nobody asked. `today`
    is the day that dates are compared with.
    """

    settings: Settings
    today: dt.date
    checked: Checked | None = None

    @property
    def decided(self) -> Decided:
        """All that was decided. Raises ValueError where there were errors: see `Check`."""
        if self.checked is None or self.checked.decided is None:
            raise ValueError("nothing was decided of this catalogue")
        return self.checked.decided

    @property
    def catalogue(self) -> Catalogue:
        """The papers, topics, people and venues."""
        return self.decided.catalogue

    @property
    def papers(self) -> Sequence[Paper]:
        """All papers, by id."""
        return self.catalogue.papers

    @cached_property
    def records(self) -> tuple[RecordFile, ...]:
        """The records that are YAML, by the names of their files; of others a build tells."""
        found = []
        for file in record_files(self.settings, Problems()):
            document = yaml_lines.load(file.path, file.shown, Problems())
            if document is not None:
                found.append(RecordFile(file.path.stem, file.path, document))
        return tuple(found)

    @cached_property
    def record_of(self) -> Mapping[str, RecordFile]:
        """The record of each paper that has one, by the paper's id."""
        return {record.id: record for record in self.records}


def text_of(file: Path) -> str | None:
    """Return what a file says; None where it is missing, or not in UTF-8: a build says so."""
    try:
        return bytes_of(file, MAX_BYTES).decode() if file.is_file() else None
    except UnicodeDecodeError:
        return None
