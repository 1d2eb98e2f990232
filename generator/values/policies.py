"""How the value of a field is chosen among what several sources say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.text.addresses import address_key
from generator.values.identifier import Identifier, first_of_each
from generator.values.link import Link, in_order
from generator.values.name import FoldedName, Name
from generator.values.notice import STATUSES, Status
from generator.values.paper import Rank
from generator.values.spelling import blemishes, is_one_title
from generator.values.text import Text


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
    """Return the title of a record, else the cleanest spelling of what the best source has.

    It protects the words that any source of this spelling does.
    """
    best = said[0]
    others = [one.value for one in said if one.value != best.value]
    chosen: Text = best.value
    if best.rank is not Rank.RECORD and others:
        spellings = [one for one in others if is_one_title(one.repaired, best.value.repaired)]
        chosen = min((best.value, *spellings), key=lambda title: blemishes(title.repaired))
    return chosen.protecting(one.value for one in said if one.value == chosen)


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
    """Return the longest list of names of the best kind of source: others shorten to "et al.".

    ORCID iDs come from every source that has one beside the same name.
    """
    names: tuple[Name, ...] = max((s.value for s in said if s.rank is said[0].rank), key=len)
    known: dict[FoldedName | None, set[str]] = defaultdict(set)
    for name in (name for one in said for name in one.value if name.orcid):
        known[name.folded].add(name.orcid)
    if not known:
        return names
    once = Counter(name.folded for name in names)
    return tuple(
        _with_orcid(name, known[name.folded]) if once[name.folded] == 1 else name for name in names
    )


def _with_orcid(name: Name, known: set[str]) -> Name:
    """Return a name with the iD that is known of it; two of them are two people's, or wrong."""
    sure = not name.orcid and name.folded and len(known) == 1
    return replace(name, orcid=min(known)) if sure else name


def all_links(said: Sequence[Said]) -> tuple[Link, ...]:
    """Return every address once; of two kinds for one address, the first by rank is right."""
    links: dict[str, Link] = {}
    for one in said:
        for link in one.value:
            links.setdefault(address_key(link.url), link)
    return in_order(links.values())


def one_of_each_kind(said: Sequence[Said]) -> tuple[Identifier, ...]:
    """Return one identifier a kind: that of the best source that has one."""
    found = first_of_each(identifier for one in said for identifier in one.value)
    return tuple(sorted(found.values()))
