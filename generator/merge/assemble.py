"""One group of entries → one paper: each field by its policy, with where it came from.

Values that lost are kept in the provenance, with their places, so that nothing read is lost. What a
citation says comes from entries of one version: `generator.merge.versions`. What services say only
fills what is open then: `generator.merge.filling`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from generator.merge.filling import filled
from generator.merge.versions import (
    is_of_version,
    of_version,
    other_versions,
    preprint_date,
    published_first,
    version_cited,
)
from generator.merge.wanted import formed
from generator.problems import Place, Problems, quoted
from generator.values.fact import Fact
from generator.values.fields import FIELDS, Field, work_and_curation
from generator.values.identifier import Identifier
from generator.values.paper import NOWHERE, Answer, Entry, Paper, Provenance, Rank, SourceRecord
from generator.values.policies import Said, all_links
from generator.values.work import Work

#: Fields in which an entry gives some of the values, not the one value.
_UNIONS = ("links", "identifiers")


def assemble(
    paper_id: str,
    records: Sequence[SourceRecord],
    problems: Problems,
    facts: Sequence[Fact] = (),
) -> Paper:
    """Return the paper that `records` (at least one) are entries of.

    `facts` are what services say of it. Two identifiers of one kind are a warning: the first by
    rank is taken.
    """
    ranked = published_first(by_rank(records))
    cited = version_cited(ranked)
    having = {f.name: [r for r in ranked if r.rank <= f.filled_by and f.of(r)] for f in FIELDS}
    own: dict[str, Any] = {}
    for field in FIELDS:
        if asked := of_version(having[field.name], cited, field):
            said = [Said(record.rank, field.of(record)) for record in asked]
            own[field.name] = field.merge(said)
    _warn_of_identifiers(ranked, own.get("identifiers", ()), problems)
    if others := other_versions(ranked, own.get("identifiers", ())):
        own["links"] = all_links([Said(Rank.LISTING, (*own.get("links", ()), *others))])
    values = own
    told: Sequence[SourceRecord] = ()
    if facts:
        told = formed(own, {one.work.title.repaired for one in ranked}, facts)
        found = filled(own, ranked, told, cited)
        values, cited = found.values, found.cited
        for name, offered in found.offered.items():
            having[name] += offered
    provenance = {
        field.name: _provenance(having[field.name], field, values.get(field.name, ()))
        for field in FIELDS
        if having[field.name]
    }
    entries = [
        Entry(
            record.source,
            record.place.line,
            record.saved,
            by_hand=record.rank is Rank.RECORD,
            preprint=cited == "published" and record.work.version == "preprint",
            shown_at=record.shown_at,
            counts=record.counts,
        )
        for record in ranked
    ]
    entries.sort(key=lambda entry: (entry.source, entry.line, entry.saved))
    work, curation = work_and_curation(values)
    return Paper(
        id=paper_id,
        work=work,
        curation=curation,
        entries=tuple(entries),
        provenance=MappingProxyType(provenance),
        preprint=preprint_date(ranked) if cited == "published" else None,
        answers=tuple(map(_answer, told)),
        own=_own(own, values),
    )


#: What lasts that is made of a paper: its key, and what its address is known by.
_LASTING = ("title", "authors", "editors", "year", "identifiers", "citation_key")


def _own(own: dict[str, Any], values: dict[str, Any]) -> Work | None:
    """Return what the entries alone say of what lasts; None where services added nothing to it."""
    if all(own.get(name) == values.get(name) for name in _LASTING):
        return None
    return work_and_curation({name: own[name] for name in _LASTING if name in own})[0]


def _answer(fact: SourceRecord) -> Answer:
    if fact.asked is None or fact.asked_on is None:
        raise ValueError(f"{fact.place}: no service was asked for this")
    return Answer(fact.source, fact.place, fact.asked, fact.asked_on, fact.counts)


def by_rank(records: Sequence[SourceRecord]) -> list[SourceRecord]:
    """Return entries in an order that does not depend on the order of reading."""
    ranked: list[SourceRecord] = []
    for _, same in groupby(sorted(records, key=_order), key=_order):
        # Two entries at one place are rare: only their content tells them apart.
        first, *others = same
        ranked += sorted((first, *others), key=repr) if others else [first]
    return ranked


def _order(record: SourceRecord) -> tuple[int, str, int]:
    return record.order


def _provenance(having: Sequence[SourceRecord], field: Field, value: Any) -> Provenance:
    """Return which entries gave `value`, and what the others say instead."""
    places: list[Place] = []
    lost: list[tuple[Place, Any]] = []
    parts: dict[str, Place] = {}
    for record in having:
        said = field.of(record)
        if field.name in _UNIONS:
            dropped = [one for one in said if one not in value]
            lost.extend((record.at(field.name), one) for one in dropped)
            if len(dropped) == len(said):
                continue
        elif said != value:
            lost.append((record.at(field.name), said))
            continue
        places.append(record.at(field.name))
        for part in _parts(record, field):
            parts.setdefault(part, record.at(part))
    # Most papers of a large source have none: they share the empty one.
    return Provenance(tuple(places), tuple(lost), parts or NOWHERE)


def _parts(record: SourceRecord, field: Field) -> list[str]:
    """Return the names of the parts of a field whose places are worth knowing."""
    if field.name in _UNIONS:
        return [f"{field.name}.{one.kind}" for one in field.of(record)]
    return [known for known in record.lines if known.startswith(f"{field.name}[")]


def _warn_of_identifiers(
    records: Sequence[SourceRecord], chosen: Sequence[Identifier], problems: Problems
) -> None:
    taken = {identifier.kind: identifier.value for identifier in chosen}
    for record in records:
        for identifier in record.work.resolved_identifiers:
            if identifier.value != taken[identifier.kind] and not is_of_version(identifier):
                problems.warning(
                    record.place,
                    f"{quoted(record.work.title)}: {identifier.kind} {identifier.value} was not"
                    f" taken, another entry of the paper has {taken[identifier.kind]}",
                    "if these are two papers, add them under different: in catalogue/decisions.yml",
                )
