"""What every reader of a source takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.problems import Place, Problems, quoted
from generator.text.addresses import safe_address
from generator.values.paper import Rank, SourceRecord

#: Names or words in one list: twice the authors of the paper that has most of all, 15,025
#: (doi:10.1093/bjs/znab183).
MAX_ITEMS = 30_000


@dataclass(frozen=True)
class SourceFile:
    """A file to read. `shown` is its name in messages, `label` its name on published pages."""

    path: Path
    shown: str
    label: str


@dataclass(frozen=True)
class Reading:
    """What one file gave. `rejected` entries were each reported as a problem.

    Every entry of the file is either in `records` or counted in `rejected`.
    """

    records: tuple[SourceRecord, ...] = ()
    rejected: int = 0

    @property
    def entries(self) -> int:
        """How many entries were read."""
        return len(self.records) + self.rejected


def address_to_link(url: str, field: str, place: Place, problems: Problems) -> str | None:
    """Return `url` as it may stand in a link, or None after warning that it is left out."""
    address = safe_address(url)
    if address is None:
        problems.warning(
            place,
            f"{field}: {quoted(url)} is not an address that a page may link to; left out",
            "only http, https, mailto and relative addresses are linked",
        )
    return address


class Reader(Protocol):
    """A reader of one format."""

    @property
    def name(self) -> str:
        """What people call the format in messages."""

    @property
    def endings(self) -> tuple[str, ...]:
        """How names of its files end: what a folder given as a source is searched for."""

    @property
    def rank(self) -> Rank:
        """How much its entries are believed."""

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether the file is of this format, by its content (and its ending as a hint)."""

    def read(self, file: SourceFile, text: str, problems: Problems) -> Reading:
        """Return the entries in `text`. Entries that cannot be read are problems, with lines."""
