"""A long list over several pages: which file each part is in, and the ways between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.pages.links import PageLink

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

    link: PageLink
    name: str
    here: bool


@dataclass(frozen=True)
class Paging:
    """The pages of one list: the path of the `first`, then `further` with a number for {}."""

    first: str
    further: str

    def path(self, number: int) -> str:
        """Return the path of a page of the list; pages are counted from 1."""
        return self.first if number == 1 else self.further.format(number)

    def pager(self, number: int, names: Sequence[str]) -> list[Other]:
        """Return what the pager of a page shows; `names` are those of all pages, in order."""
        if len(names) < 2:
            return []
        return [
            Other(PageLink(name, self.path(other)), name, other == number)
            for other, name in enumerate(names, 1)
        ]
