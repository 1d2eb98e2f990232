"""Which version of a paper is cited where services speak of it, and which of them mean that one.

The version that the entries describe stays cited. A publication that only services know is cited
where the entries say nothing that binds them to the preprint: no venue, and no other year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.merge.venue_names import same_venue_names
from generator.merge.versions import OF_ONE_VERSION
from generator.values.arxiv import arxiv_month
from generator.values.date import Date
from generator.values.identifier import value_of
from generator.values.paper import SourceRecord
from generator.values.venue import NO_VENUE, Venue
from generator.values.work import Version, Work

#: Journals print a paper up to so many years after they put it on the net.
SLACK = 1
#: What entries may say of a preprint that is as true of its publication, if the year is the same.
_BINDS_NOT = frozenset(("authors", "year"))


@dataclass(frozen=True)
class Told:
    """The version that is cited, and what services say of that one, in their order."""

    cited: Version | None
    of_it: tuple[SourceRecord, ...]


def told(own: Mapping[str, Any], facts: Sequence[SourceRecord], cited: Version | None) -> Told:
    """Return which version is cited, and which `facts` are of it.

    `own` are the values that a paper's entries give, and `cited` the version that they describe.
    """
    issued: Date | None = own.get("year")
    dois = frozenset(one.value for one in own.get("identifiers", ()) if one.kind == "doi")
    year = issued.year if issued else None
    said = _Cited(cited, year, own.get("venue", NO_VENUE), dois)
    bound = any(own.get(name) for name in OF_ONE_VERSION - _BINDS_NOT)
    leading = [fact.work for fact in facts if said.may_be(fact, bound=bound)]
    if leading:
        # Of several services the first decides that knows of a publication, and of its venue; what
        # each says best would make a citation of two publications.
        lead = min(leading, key=lambda work: (work.version != "published", not work.venue))
        said = _Cited(lead.version, year or lead.year, said.venue or lead.venue, dois)
    return Told(said.version, tuple(fact for fact in facts if said.is_told_by(fact)))


@dataclass(frozen=True)
class _Cited:
    """What is known of the version that is cited; `dois` are those that the entries have."""

    version: Version | None
    year: int | None
    venue: Venue
    dois: frozenset[str]

    def is_told_by(self, fact: SourceRecord) -> bool:
        """Whether a service speaks of this version, as far as it says."""
        work = fact.work
        if work.version not in (self.version, None):
            return False
        if _is_dated_by_preprint(work) and work.year != self.year:
            return False
        apart = abs(work.year - self.year) if work.year and self.year else 0
        if work.version == "published" and _is_asked_by(fact, self.dois):
            return apart <= SLACK
        if not self.venue or not work.venue:
            return apart == 0
        same = self.venue == work.venue or same_venue_names(self.venue, work.venue)
        return same is not False and apart <= (SLACK if same else 0)

    def may_be(self, fact: SourceRecord, *, bound: bool) -> bool:
        """Whether a service may say which version is cited, and when that was published.

        `bound` is whether the entries say what is true of this version alone.
        """
        work = fact.work
        if not work.year or not work.version or _is_dated_by_preprint(work):
            return False
        if self.version in ("published", work.version):
            return self.is_told_by(fact)
        return not bound and self.year in (None, work.year)


def _is_asked_by(fact: SourceRecord, dois: frozenset[str]) -> bool:
    return fact.asked is not None and fact.asked.kind == "doi" and fact.asked.value in dois


def _is_dated_by_preprint(work: Work) -> bool:
    """Whether a service names a publication and the day of the preprint: it knows one date only."""
    date = work.issued
    if date is None or not date.month or work.version != "published":
        return False
    return (date.year, date.month) == arxiv_month(value_of(work.resolved_identifiers, "arxiv"))
