"""A long list over several pages: which file each part is in, and the ways between them."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


def in_parts(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Cut a list into parts of at most `size`; an empty list is one empty part."""
    return [items[start : start + size] for start in range(0, len(items), size)] or [items]


def heading(key: str) -> str:
    """Return what an entry of an alphabetical list stands under: its first letter, or 0–9."""
    return key[:1].upper() if key[:1].isalpha() else "0–9"


@dataclass(frozen=True)
class Other:
    """A page of the list, as the pager of one of them names it; `here` is that page itself."""

    name: str
    target: str
    here: bool


@dataclass(frozen=True)
class Paging:
    """The Markdown files of one list: `first`, then `further` with the page's number for {}."""

    first: str
    further: str

    def path(self, number: int) -> str:
        """Return the file of a page of the list; pages are counted from 1."""
        return self.first if number == 1 else self.further.format(number)

    def root(self, number: int) -> str:
        """Return the way from a page of the list to the root of all pages: "", "../"."""
        return "../" * self.path(number).count("/")

    def way(self, number: int, path: str) -> str:
        """Return the way from a page of the list to another file."""
        return posixpath.relpath(path, posixpath.dirname(self.path(number)))

    def pager(self, number: int, names: Sequence[str]) -> list[Other]:
        """Return what the pager of a page shows; `names` are those of all pages, in order."""
        if len(names) < 2:
            return []
        return [
            Other(name, self.way(number, self.path(other)), other == number)
            for other, name in enumerate(names, 1)
        ]
