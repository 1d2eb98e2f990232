"""What services may fill of a paper: only what its entries leave open, and of one version alone.

A person's word, a bibliography's and a listing's stand before that of a service, so of most fields
a service gives a value only where none of them does. Its links and identifiers are of kinds that
are missing; it goes on with a list of authors that ends in "et al."; that a paper was retracted is
taken from whoever knows it (decision 29).

What a citation says comes from one version (decision 12). The version that the entries describe
stays cited. A service that knows of a publication gives its year, venue and pages only to a paper
that is cited as that publication: where the entries name neither another year nor another venue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.merge.evidence import same_person
from generator.merge.venue_names import same_venue_names
from generator.merge.versions import OF_ONE_VERSION
from generator.values.arxiv import arxiv_month
from generator.values.date import Date
from generator.values.fields import FIELDS, Field
from generator.values.identifier import Identifier, pdf_address, resolved, value_of
from generator.values.link import Link, in_order
from generator.values.name import Name
from generator.values.paper import Rank, SourceRecord
from generator.values.policies import Said
from generator.values.preprint_doi import is_preprint_doi
from generator.values.venue import NO_VENUE, Venue
from generator.values.work import Version, Work

#: What may be said of a paper beside all this and does not bind it to a version.
_BINDS_NOT = frozenset(("authors", "year"))
#: Journals print a paper up to so many years after they put it on the net.
SLACK = 1
#: The kinds of identifiers that publications have and preprints do not.
_OF_PUBLICATIONS = ("doi", "acl")


@dataclass(frozen=True)
class Filled:
    """The values of a paper by the names of their fields, and the version that it is cited by."""

    values: Mapping[str, Any]
    cited: Version | None


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
    known = _Known.of(own, facts, cited)
    identifiers = _identifiers(known, own, facts)
    values = dict(own)
    for field in FIELDS:
        offered = [f for f in facts if field.services and field.of(f)]
        if not offered:
            continue
        if field.name == "links":
            value: Any = _links(values.get("links", ()), offered, identifiers)
        elif field.name == "identifiers":
            value = identifiers
        elif field.name == "status":
            said = [Said(one.rank, field.of(one)) for one in (*ranked, *offered) if field.of(one)]
            value = field.merge(said)
        elif not values.get(field.name):
            value = _first(field, offered, known)
        elif field.name == "authors":
            value = _completed(values["authors"], ranked, offered)
        else:
            continue
        if value:
            values[field.name] = value
    return Filled(values, known.cited)


@dataclass(frozen=True)
class _Known:
    """Which version is cited, and what services are held against that speak of it.

    `dois` are those that the entries have.
    """

    cited: Version | None
    year: int | None
    venue: Venue
    dois: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, own: Mapping[str, Any], facts: Sequence[SourceRecord], cited: Version | None
    ) -> _Known:
        issued: Date | None = own.get("year")
        dois = {one.value for one in own.get("identifiers", ()) if one.kind == "doi"}
        year = issued.year if issued else None
        said = cls(cited, year, own.get("venue", NO_VENUE), frozenset(dois))
        leading = [fact.work for fact in facts if _leads(fact, said, own)]
        if not leading:
            return said
        # Of several services the first decides that knows of a publication, and of its venue;
        # what each says best would make a citation of two publications.
        lead = min(leading, key=lambda work: (work.version != "published", not work.venue))
        return replace(
            said,
            cited=lead.version,
            year=said.year or lead.year,
            venue=said.venue or lead.venue,
        )

    def is_of(self, fact: SourceRecord) -> bool:
        """Whether a service speaks of the version that is cited, as far as it says."""
        work = fact.work
        if work.version not in (self.cited, None):
            return False
        if _is_dated_by_preprint(work) and work.year != self.year:
            return False
        apart = abs(work.year - self.year) if work.year and self.year else 0
        if work.version == "published" and _is_asked_by(fact, self.dois):
            return apart <= SLACK
        same = same_venue_names(self.venue, work.venue) if self.venue and work.venue else None
        return same is not False and apart <= (SLACK if same else 0)


def _is_asked_by(fact: SourceRecord, dois: frozenset[str]) -> bool:
    return fact.asked is not None and fact.asked.kind == "doi" and fact.asked.value in dois


def _leads(fact: SourceRecord, said: _Known, own: Mapping[str, Any]) -> bool:
    """Whether a service's word may say which version is cited, and when that was published.

    A publication is cited in place of a preprint only where the entries say nothing that binds
    them to that one.
    """
    work = fact.work
    if not work.year or not work.version or _is_dated_by_preprint(work):
        return False
    if said.cited in ("published", work.version):
        return said.is_of(fact)
    bound = any(own.get(name) for name in OF_ONE_VERSION - _BINDS_NOT)
    return not bound and said.year in (None, work.year)


def _is_dated_by_preprint(work: Work) -> bool:
    """Whether a service names a publication and the day of the preprint: it knows one date only."""
    date = work.issued
    if date is None or work.version != "published":
        return False
    return (date.year, date.month) == arxiv_month(value_of(work.resolved_identifiers, "arxiv"))


def _first(field: Field, offered: Sequence[SourceRecord], known: _Known) -> Any:
    """Return the value of a field that nothing but services gives; empty if it is none's."""
    asked = offered
    if field.name in OF_ONE_VERSION:
        asked = [one for one in offered if known.is_of(one)]
        if field.name == "authors" and not asked:
            # Those of another version are most likely the same people.
            asked = offered
    return field.merge([Said(one.rank, field.of(one)) for one in asked]) if asked else None


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
    known: _Known, own: Mapping[str, Any], facts: Sequence[SourceRecord]
) -> tuple[Identifier, ...]:
    """Return the identifiers of a paper, with those of kinds that its entries have none of."""
    told: tuple[Identifier, ...] = own.get("identifiers", ())
    held = {one.kind: one for one in (*told, *resolved(told))}
    found = list(told)
    for fact in facts:
        for one in fact.work.resolved_identifiers:
            if one.kind not in held and _may_have(known, fact, one):
                held[one.kind] = one
                found.append(one)
    return tuple(sorted(found))


def _may_have(known: _Known, fact: SourceRecord, one: Identifier) -> bool:
    """Whether an identifier is of the version that is cited; an arXiv id is the paper's anyway."""
    if one.kind not in _OF_PUBLICATIONS:
        return True
    if one.kind == "doi" and is_preprint_doi(one.value):
        return known.cited != "published"
    return known.cited != "preprint" and known.is_of(fact)


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
