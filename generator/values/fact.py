"""A fact: what a service said of a paper; no more of it is formed than somebody wants to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.problems import Place
from generator.values.asked import Asked
from generator.values.identifier import Identifier
from generator.values.paper import SourceRecord


@dataclass(frozen=True)
class Fact:
    """What `service` said on the day `on`, when it was asked for a paper by what is `asked`.

    `place` is where that is kept. `title` is the title before repair, `identifiers` are those that
    the service gives. `names` are the fields that it says something of, and `links` the kinds of
    its links. `form` gives the record of the fields that are named, and maybe of others, beside the
    identifiers: most papers have most fields already, and to form them all anew takes long.
    """

    service: str
    place: Place
    asked: Asked
    on: dt.date
    title: str
    identifiers: tuple[Identifier, ...]
    names: frozenset[str]
    links: frozenset[str]
    form: Callable[[AbstractSet[str]], SourceRecord]

    @property
    def order(self) -> tuple[str, int]:
        """A total order: which service is believed first, whatever the order of reading."""
        return (self.place.file, self.place.line)
