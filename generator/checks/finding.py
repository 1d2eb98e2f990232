"""What a check is, and what it finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.problems import Place
from generator.values.paper import Paper


@dataclass(frozen=True)
class Finding:
    """Something that cannot be, or hardly: of which paper (its id), where, what, what to do."""

    paper: str
    place: Place
    what: str
    hint: str


@dataclass(frozen=True)
class Check:
    """A check: the name that decisions call it by, what it looks for, and the looking.

    `find` takes the papers, sorted by id, and the day; it reads nothing else. What it finds is a
    warning, or where it `is_note` a note.
    """

    name: str
    says: str
    find: Callable[[Sequence[Paper], dt.date], Iterator[Finding]]
    is_note: bool = False
