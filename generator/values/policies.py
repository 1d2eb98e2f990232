"""How the value of a field is chosen among what several sources say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.text.addresses import address_key
from generator.values.identifier import Identifier
from generator.values.link import Link, in_order
from generator.values.notice import STATUSES, Status
from generator.values.paper import Rank
from generator.values.spelling import blemishes, is_one_title


@dataclass(frozen=True)
class Said:
    """What one source says: a value that is not empty."""

    rank: Rank
    value: Any


#: Takes what the sources of a paper say of a field, the best source first, at least one; returns
#: the paper's value.
Policy = Callable[[Sequence[Said]], Any]


def first(said: Sequence[Said]) -> Any:
    """Return what the best source says: a record before a bibliography before a listing."""
    return said[0].value


def cleanest(said: Sequence[Said]) -> Any:
    """Return the title of a record, else the cleanest spelling of what the best source has."""
    best = said[0]
    others = [one.value for one in said if one.value != best.value]
    if best.rank is Rank.RECORD or not others:
        return best.value
    spellings = [one for one in others if is_one_title(one.repaired, best.value.repaired)]
    return min((best.value, *spellings), key=lambda title: blemishes(title.repaired))


def gravest(said: Sequence[Said]) -> Status:
    """Return what a record says, else the gravest status that any source knows of."""
    known: list[Status] = [one.value for one in said]
    if said[0].rank is Rank.RECORD:
        return known[0]
    return min(known, key=STATUSES.index)


def own_or_longest(said: Sequence[Said]) -> Any:
    """Return what a record says, else the longest text: sources cut abstracts short."""
    if said[0].rank is Rank.RECORD:
        return said[0].value
    return max((one.value for one in said), key=lambda text: len(text.repaired))


def longest_of_best(said: Sequence[Said]) -> Any:
    """Return the longest list of the best kind of source: others shorten to "et al."."""
    return max((one.value for one in said if one.rank is said[0].rank), key=len)


def all_links(said: Sequence[Said]) -> tuple[Link, ...]:
    """Return every address once; of two kinds for one address, the first by rank is right."""
    links: dict[str, Link] = {}
    for one in said:
        for link in one.value:
            links.setdefault(address_key(link.url), link)
    return in_order(links.values())


def one_of_each_kind(said: Sequence[Said]) -> tuple[Identifier, ...]:
    """Return one identifier a kind: that of the best source that has one."""
    found: dict[str, Identifier] = {}
    for one in said:
        for identifier in one.value:
            found.setdefault(identifier.kind, identifier)
    return tuple(sorted(found.values()))
