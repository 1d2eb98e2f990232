"""What of the facts of a paper is worth forming: fields that its entries leave open.

What services say of all else is lost to what the entries say, whatever it is; most papers have most
of it, so that this saves most of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from generator.merge.filling import FILLED
from generator.merge.versions import OF_ONE_VERSION
from generator.values.fact import Fact
from generator.values.identifier import resolved
from generator.values.paper import SourceRecord

_FILLED = frozenset(field.name for field in FILLED)
#: What tells which version a service speaks of, beside its identifiers (`Work.version`), and when
#: that was published.
_TELLING = frozenset(("year", "venue", "container_title", "type"))


def wanted(own: Mapping[str, Any], facts: Sequence[Fact]) -> AbstractSet[str]:
    """Return the names of the fields of which facts can change what entries say of a paper.

    `own` are the values that the entries give, by the names of their fields.
    """
    said = frozenset[str]().union(*(fact.names for fact in facts))
    names = {name for name in said if name in _FILLED and not own.get(name)} | {"status"}
    if "authors" in said and own.get("authors") and own["authors"][-1].others:
        names.add("authors")
    links = {link.kind for link in own.get("links", ())}
    # An abstract may name where the code is.
    if "abstract" in said or any(not fact.links <= links for fact in facts):
        names.add("links")
    held = {one.kind for one in resolved(own.get("identifiers", ()))}
    kinds = {one.kind for fact in facts for one in resolved(fact.identifiers)}
    if kinds - held or names & OF_ONE_VERSION:
        names |= _TELLING
    return names


def formed(
    own: Mapping[str, Any], titles: AbstractSet[str], facts: Sequence[Fact]
) -> list[SourceRecord]:
    """Return what is wanted of the facts of a paper, in their order.

    `titles` are all that its entries have, as repaired: of any other it may matter what it says,
    such as that the paper was retracted.
    """
    names = wanted(own, facts)
    in_order = sorted(facts, key=lambda fact: fact.order)
    return [fact.form(names if fact.title in titles else names | {"title"}) for fact in in_order]
