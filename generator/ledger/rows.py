"""What the ledger of addresses says: for each address that was published, what it was of.

An address is a folder and a slug: papers/ul2. The rows of papers also have the slugs of their
authors and of their venue, which are addresses of pages, too: by the papers that they had it is
known later who has another address now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field

#: The folders whose pages keep their addresses for ever.
FOLDERS = ("papers", "topics", "authors", "venues")


class Row(BaseModel):
    """What an address was published for.

    `to` are the slugs that its page leads on to; one that is `gone` has a page that says so.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    to: tuple[str, ...] = ()
    gone: bool = False

    @property
    def is_former(self) -> bool:
        """Whether the address had become another, or nobody's, when it was written down."""
        return self.gone or bool(self.to)


class PaperRow(Row):
    """A paper: what tells it from others, and whose pages name it.

    `name` is its title, `identifiers` are such as `arxiv:2205.05131`.
    """

    identifiers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    venue: str = ""


class LedgerFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    papers: Mapping[str, PaperRow] = Field(default_factory=dict)
    topics: Mapping[str, Row] = Field(default_factory=dict)
    authors: Mapping[str, Row] = Field(default_factory=dict)
    venues: Mapping[str, Row] = Field(default_factory=dict)


@dataclass(frozen=True)
class Ledger:
    """The rows by folder and slug, of authors only those who have another address now, or none.

    `lines` says for an address, such as papers/ul2, in which line of the file it stands.
    """

    papers: Mapping[str, PaperRow] = field(default_factory=lambda: MappingProxyType({}))
    topics: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}))
    authors: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}))
    venues: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({}), repr=False, compare=False
    )

    def rows(self, folder: str) -> Mapping[str, Row]:
        """Return the rows of one of `FOLDERS`."""
        found: Mapping[str, Row] = getattr(self, folder)
        return found

    def row(self, address: str) -> Row | None:
        """Return what the ledger says of an address such as papers/ul2, if anything."""
        folder, _, slug = address.partition("/")
        return self.rows(folder).get(slug)

    def __bool__(self) -> bool:
        """Whether anything was ever published."""
        return any(self.rows(folder) for folder in FOLDERS)


EMPTY = Ledger()
