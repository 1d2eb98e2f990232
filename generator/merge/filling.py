"""What services may fill of a paper: only what its entries leave open, and of one version alone.

A person's word, a bibliography's and a listing's stand before that of a service, so of most fields
a service gives a value only where none of them does. Its links and identifiers are of kinds that
are missing; it goes on with a list of authors that ends in "et al."; that a paper was retracted is
taken from whoever knows it (decision 29). What a citation says comes from services that speak of
the version that is cited: `generator.merge.version_told`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.merge.evidence import same_person
from generator.merge.version_told import Told, told
from generator.merge.versions import OF_ONE_VERSION
from generator.values.fields import FIELDS, Field
from generator.values.identifier import Identifier, pdf_address, resolved, value_of
from generator.values.link import Link, in_order
from generator.values.name import Name
from generator.values.paper import Rank, SourceRecord
from generator.values.policies import Said
from generator.values.preprint_doi import is_preprint_doi
from generator.values.work import Version

#: The fields that services fill.
FILLED = tuple(field for field in FIELDS if field.services)
#: The kinds of identifiers that publications have and preprints do not.
_OF_PUBLICATIONS = ("doi", "acl")


@dataclass(frozen=True)
class Filled:
    """The values of a paper by the names of their fields, and the version that it is cited by.

    `offered` are the facts that say something of a field, for each that any of them does.
    """

    values: dict[str, Any]
    cited: Version | None
    offered: Mapping[str, Sequence[SourceRecord]]


def filled(
    own: Mapping[str, Any],
    ranked: Sequence[SourceRecord],
    facts: Sequence[SourceRecord],
    cited: Version | None,
) -> Filled:
    """Return the values of a paper with what services say of it.

    `own` are the values that its entries, the `ranked`, give, and `cited` the version that they
    describe. `facts` are what services say, in the order in which they are believed.
    """
    known = told(own, facts, cited)
    identifiers = _identifiers(known, own, facts)
    values = dict(own)
    everything: dict[str, Sequence[SourceRecord]] = {}
    for field in FILLED:
        offered = [fact for fact in facts if field.of(fact)]
        if field.name == "status":
            # What a title says that an entry has, too, that entry has said.
            titles = {one.work.title for one in ranked}
            offered = [f for f in offered if f.work.status or f.work.title not in titles]
        if not offered:
            continue
        everything[field.name] = offered
        if field.name == "links":
            value: Any = _links(values.get("links", ()), offered, identifiers)
        elif field.name == "identifiers":
            value = identifiers
        elif field.name == "status":
            said = [Said(one.rank, field.of(one)) for one in (*ranked, *offered) if field.of(one)]
            value = field.merge(said)
        elif not values.get(field.name):
            value = _first(field, offered, known, identifiers)
        elif field.name == "authors":
            value = _completed(values["authors"], ranked, offered)
        else:
            continue
        if value:
            values[field.name] = value
    return Filled(values, known.cited, everything)


def _first(
    field: Field,
    offered: Sequence[SourceRecord],
    known: Told,
    identifiers: Sequence[Identifier],
) -> Any:
    """Return the value of a field that nothing but services gives; empty if it is none's."""
    asked = offered
    if field.name in OF_ONE_VERSION:
        asked = [fact for fact in known.of_it if field.of(fact)]
    if field.name == "authors" and not asked:
        # Those of another version are most likely the same people.
        asked = offered
    if field.name == "venue" and value_of(identifiers, "arxiv"):
        # That a paper with an arXiv id is at arXiv says nothing.
        asked = [fact for fact in asked if fact.work.venue.kind != "preprint"]
    return field.merge([Said(fact.rank, field.of(fact)) for fact in asked]) if asked else None


def _completed(
    names: tuple[Name, ...], ranked: Sequence[SourceRecord], offered: Sequence[SourceRecord]
) -> tuple[Name, ...]:
    """Return the authors of a listing that ends in "et al." as a service goes on with them."""
    by_hand = any(one.rank is Rank.RECORD and one.work.authors for one in ranked)
    if by_hand or not names[-1].others:
        return names
    lists = [one.work.authors for one in offered if _goes_on(names, one.work.authors)]
    return max(lists, key=len, default=names)


def _goes_on(short: tuple[Name, ...], long: tuple[Name, ...]) -> bool:
    return len(long) > len(short) and all(
        one.folded and other.folded and same_person(one.folded, other.folded)
        for one, other in zip(short, long, strict=False)
    )


def _identifiers(
    known: Told, own: Mapping[str, Any], facts: Sequence[SourceRecord]
) -> tuple[Identifier, ...]:
    """Return the identifiers of a paper, with those of kinds that its entries have none of."""
    said: tuple[Identifier, ...] = own.get("identifiers", ())
    held = {one.kind for one in (*said, *resolved(said))}
    found = list(said)
    for fact in facts:
        for one in fact.work.resolved_identifiers:
            if one.kind not in held and _may_have(known, fact, one):
                held.add(one.kind)
                found.append(one)
    return tuple(sorted(found))


def _may_have(known: Told, fact: SourceRecord, one: Identifier) -> bool:
    """Whether an identifier is of the version that is cited; an arXiv id is the paper's anyway."""
    if one.kind not in _OF_PUBLICATIONS:
        return True
    if one.kind == "doi" and is_preprint_doi(one.value):
        return known.cited != "published"
    return known.cited != "preprint" and any(fact is of_it for of_it in known.of_it)


def _links(
    told: tuple[Link, ...], offered: Sequence[SourceRecord], identifiers: Sequence[Identifier]
) -> tuple[Link, ...]:
    """Return the links of a paper, with those of kinds that its entries have none of.

    Identifiers lead to the paper's own page, and some to its PDF.
    """
    held = {link.kind for link in told}
    held |= {"paper"} if identifiers else set()
    held |= {"pdf"} if pdf_address(identifiers) else set()
    found = list(told)
    for fact in offered:
        added = [link for link in fact.work.links if link.kind not in held]
        held |= {link.kind for link in added}
        found += added
    return in_order(found)
