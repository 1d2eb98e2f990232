"""Addresses that belong to a paper: its PDF, its code … A kind is a line in `KINDS`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language import to_say


@dataclass(frozen=True, order=True)
class Link:
    """An address of a paper's code, data, project page …; `kind` is a name in `KINDS`."""

    kind: str
    url: str


@dataclass(frozen=True)
class Kind:
    """A kind of link: what a button calls it, what it leads to, an example.

    `keys` are the names that exports of other programs use for it, beside its own.
    """

    label: str
    says: str
    example: str
    keys: tuple[str, ...] = ()


#: Every kind, by the name it has in records and downloads, in the order of buttons and columns.
KINDS: dict[str, Kind] = {
    "paper": Kind(
        to_say("Paper"), "the paper's own page", "https://example.org/sheep", keys=("url",)
    ),
    "pdf": Kind(to_say("PDF"), "the paper as a PDF file", "https://example.org/sheep.pdf"),
    "code": Kind(
        to_say("Code"),
        "source code, or the weights of a model",
        "https://example.org/sheep-code",
        keys=("github",),
    ),
    "data": Kind(to_say("Data"), "data sets", "https://example.org/flock"),
    "project": Kind(
        to_say("Project page"),
        "a project page, web site or demonstration",
        "https://sheep.example.org",
    ),
    "video": Kind(to_say("Video"), "a talk or a demonstration video", "https://example.org/talk"),
}
#: Kinds that lead to the paper itself, so that an identifier in the address is the paper's.
OWN = ("paper", "pdf")
_PLACE = {kind: place for place, kind in enumerate(KINDS)}


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in the order of their kinds, those of one kind by address."""
    return tuple(sorted(links, key=lambda link: (_PLACE[link.kind], link.url)))


def addresses_of(links: Iterable[Link], kind: str) -> list[str]:
    """Return the addresses of one kind, in order."""
    return [link.url for link in links if link.kind == kind]
