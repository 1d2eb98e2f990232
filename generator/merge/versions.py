"""Which version of its paper each entry describes, and what is taken from which.

A preprint and what was published of it are one paper. It is cited as published, and a citation that
mixed the two would be of something that does not exist; so the year, the venue and their like come
from entries of one version alone (decision 12).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.values.date import Date
from generator.values.fields import Field
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import Rank, SourceRecord
from generator.values.preprint_doi import is_copy_doi, is_preprint_doi
from generator.values.work import Version

#: The fields in which a preprint and its publication differ.
OF_ONE_VERSION = frozenset(
    {"authors", "editors", "year", "venue", "type", "container_title", "event", "volume", "issue"}
    | {"pages", "publisher"}
)


def published_first(ranked: Sequence[SourceRecord]) -> list[SourceRecord]:
    """Return entries that come by rank, of one rank those of a preprint last."""
    return sorted(ranked, key=lambda one: (one.rank, one.work.version == "preprint"))


def version_cited(ranked: Sequence[SourceRecord]) -> Version | None:
    """Return the version that a paper is cited by; None where no entry tells.

    What a record of a person names the venue of is cited; else the published one, where an entry
    is of it.
    """
    by_hand = [r.work for r in ranked if r.rank is Rank.RECORD and r.work.venue]
    versions = [work.version for work in by_hand or [record.work for record in ranked]]
    return next((version for version in ("published", "preprint") if version in versions), None)


def of_version(
    having: Sequence[SourceRecord], cited: Version | None, field: Field
) -> Sequence[SourceRecord]:
    """Return the entries that a field's value is taken from; none may be left.

    A person's word always counts. Authors may change from one version to the next, too; but where
    the cited one's list ends with "et al.", another names more of them.
    """
    if cited is None or field.name not in OF_ONE_VERSION:
        return having
    of_it = [r for r in having if r.rank is Rank.RECORD or r.work.version in (cited, None)]
    if field.name == "authors" and all(one.work.authors[-1].others for one in of_it):
        return having
    return of_it


def is_of_version(identifier: Identifier) -> bool:
    """Whether an identifier names a preprint or a copy, so that a paper may have it beside one."""
    if identifier.kind != "doi":
        return False
    return is_preprint_doi(identifier.value) or is_copy_doi(identifier.value)


def other_versions(
    records: Sequence[SourceRecord], taken: Sequence[Identifier]
) -> tuple[Link, ...]:
    """Return links to preprints and copies whose identifiers stand back behind those `taken`."""
    return tuple(
        Link("paper", identifier.address)
        for record in records
        for identifier in record.work.resolved_identifiers
        if identifier not in taken and is_of_version(identifier)
    )


def preprint_date(records: Sequence[SourceRecord]) -> Date | None:
    """Return the earliest date that an entry of a preprint has."""
    dates = [one.work.issued for one in records if one.work.version == "preprint"]
    return min((date for date in dates if date), default=None)
