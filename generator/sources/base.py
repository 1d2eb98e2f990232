"""What every reader of a source takes and gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.problems import Place, Problems, quoted
from generator.text.addresses import safe_address
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier, identifiers_in, resolved
from generator.values.paper import Rank, SourceRecord
from generator.values.pasted import unwrapped
from generator.workers import HERE, Workers

#: A file with more entries belongs in several; it also bounds what a compressed file may unpack to.
MAX_ENTRIES = 100_000

#: Names or words in one list: twice the authors of the paper that has most of all, 15,025
#: (doi:10.1093/bjs/znab183).
MAX_ITEMS = 30_000


@dataclass(frozen=True)
class SourceFile:
    """A file to read. `shown` is its name in messages, `label` its name on published pages.

    `named` is whether a person named it, or a pattern does; else it only stands in a folder.
    """

    path: Path
    shown: str
    label: str
    named: bool = True


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
    """Return `url` as it may stand in a link, or None after warning that it is left out.

    None without a word for an identifier in place of an address, which leads there by itself.
    """
    if url.lower().startswith("www."):
        url = f"https://{url}"
    if not url.lower().startswith(("http:", "https:")) and identifiers_in(url):
        return None
    address = safe_address(unwrapped(url))
    if address is None:
        problems.warning(
            place,
            f"{field}: {quoted(url)} is not an address that a page may link to; left out",
            "only http, https, mailto and relative addresses are linked",
        )
    return address


@dataclass(frozen=True)
class Held:
    """An identifier, the field that holds it, and where that stands."""

    field: str
    place: Place
    identifier: Identifier


def agreed(held: Iterable[Held], problems: Problems) -> tuple[Identifier, ...]:
    """Return the identifiers of one entry, one of each kind, in the order of KINDS.

    `held` has those in fields of their own before those in addresses. Two of one kind that differ
    are a warning, and the first is taken.
    """
    taken: dict[str, Identifier] = {}
    known: dict[str, Held] = {}
    for one in held:
        meant = resolved([one.identifier])
        against = next(
            (i for i in meant if i.kind in known and known[i.kind].identifier != i), None
        )
        if against is None:
            known |= {item.kind: Held(one.field, one.place, item) for item in meant}
            taken.setdefault(one.identifier.kind, one.identifier)
            continue
        before = known[against.kind]
        noun = IDENTIFIERS[against.kind].noun
        problems.warning(
            one.place,
            f"{one.field}: holds {noun} {quoted(against.value)}, but {before.field}:"
            f" {quoted(before.identifier.value)}; the second is taken",
            "correct the one that is another paper's",
        )
    return tuple(taken[kind] for kind in IDENTIFIERS if kind in taken)


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

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return the entries in `text`. Entries that cannot be read are problems, with lines.

        What takes long is done by `workers`.
        """
