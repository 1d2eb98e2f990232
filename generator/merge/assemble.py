"""One group of entries → one paper: each field by its policy, with where it came from.

Values that lost are kept in the provenance, with their places, so that nothing read is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Any

from generator.merge.features import identifiers_of
from generator.model import (
    LINK_KINDS,
    NOWHERE,
    PAPER_FIELDS,
    Entry,
    Link,
    Paper,
    Provenance,
    SourceKind,
    SourceRecord,
)
from generator.problems import Place, Problems, quoted
from generator.text.links import address_key
from generator.values.identifier import Identifier

#: Takes the entries of a paper, by rank, and a field; returns its value, or None if all lack it.
Policy = Callable[[Sequence[SourceRecord], str], Any]


def _first(records: Sequence[SourceRecord], name: str) -> Any:
    """Return the first value there is, by rank: a record's before a listing's."""
    return next((v for record in records if (v := getattr(record, name))), None)


def _own_or_longest(records: Sequence[SourceRecord], name: str) -> Any:
    """Return what the record says, else the longest text: sources cut abstracts short."""
    own = [record for record in records if record.kind_of_source is SourceKind.RECORD]
    return _first(own, name) or max((getattr(r, name) for r in records), key=len) or None


def _longest_of_best(records: Sequence[SourceRecord], name: str) -> Any:
    """Return the longest list of the best kind of source: others shorten to "et al."."""
    having = [record for record in records if getattr(record, name)]
    best = [r for r in having if r.kind_of_source is having[0].kind_of_source]
    return max((getattr(r, name) for r in best), key=len, default=None)


def _all_links(records: Sequence[SourceRecord], name: str) -> Any:
    """Return every address once; of two kinds for one address, the first by rank is right."""
    links: dict[str, Link] = {}
    for record in records:
        for link in getattr(record, name):
            links.setdefault(address_key(link.url), link)
    return tuple(sorted(links.values(), key=_link_order)) or None


def _link_order(link: Link) -> tuple[int, str, str]:
    known = link.kind in LINK_KINDS
    return (LINK_KINDS.index(link.kind) if known else len(LINK_KINDS), link.kind, link.url)


def _one_of_each_kind(records: Sequence[SourceRecord], _name: str) -> Any:
    """Return one identifier a kind: that of the first entry that has one."""
    found: dict[str, Identifier] = {}
    for record in records:
        for identifier in identifiers_of(record):
            found.setdefault(identifier.kind, identifier)
    return tuple(sorted(found.values())) or None


#: How the value of each field is chosen among the entries of a paper.
POLICIES: dict[str, Policy] = {
    "title": _first,
    "summary": _first,
    "abstract": _own_or_longest,
    "authors": _longest_of_best,
    "year": _first,
    "venue": _first,
    "kind": _first,
    "introduces": _first,
    "topics": _first,
    "links": _all_links,
    "identifiers": _one_of_each_kind,
    "added": _first,
}
#: Fields in which an entry gives some of the values, not the one value.
_UNIONS = ("links", "identifiers")


def assemble(paper_id: str, records: Sequence[SourceRecord], problems: Problems) -> Paper:
    """Return the paper that `records` (at least one) are entries of.

    Two identifiers of one kind are a warning: the first by rank is taken.
    """
    ranked = by_rank(records)
    values: dict[str, Any] = {}
    provenance: dict[str, Provenance] = {}
    for name in PAPER_FIELDS:
        value = POLICIES[name](ranked, name)
        if value is not None:
            values[name] = value
            provenance[name] = _provenance(ranked, name, value)
    _warn_of_identifiers(ranked, values.get("identifiers", ()), problems)
    entries = [
        Entry(r.source, r.place.line, r.saved, r.kind_of_source is SourceKind.RECORD)
        for r in ranked
    ]
    entries.sort(key=lambda entry: (entry.source, entry.line, entry.saved))
    values.setdefault("title", "")
    return Paper(
        id=paper_id, entries=tuple(entries), provenance=MappingProxyType(provenance), **values
    )


def by_rank(records: Sequence[SourceRecord]) -> list[SourceRecord]:
    """Return entries in an order that does not depend on the order of reading."""
    return sorted(records, key=lambda record: (record.rank, repr(record)))


def _provenance(records: Sequence[SourceRecord], name: str, value: Any) -> Provenance:
    """Return which entries gave `value`, and what the others say instead."""
    places: list[Place] = []
    lost: list[tuple[Place, Any]] = []
    parts: dict[str, Place] = {}
    for record in records:
        said = identifiers_of(record) if name == "identifiers" else getattr(record, name)
        if not said:
            continue
        if name in _UNIONS:
            dropped = [one for one in said if one not in value]
            lost.extend((record.at(name), one) for one in dropped)
            if len(dropped) == len(said):
                continue
        elif said != value:
            lost.append((record.at(name), said))
            continue
        places.append(record.at(name))
        for part in _parts(record, name):
            parts.setdefault(part, record.at(part))
    # Most papers of a large source have none: they share the empty one.
    return Provenance(tuple(places), tuple(lost), parts or NOWHERE)


def _parts(record: SourceRecord, name: str) -> list[str]:
    """Return the names of the parts of a field whose places are worth knowing."""
    if name in _UNIONS:
        return [f"{name}.{one.kind}" for one in getattr(record, name)]
    return [known for known in record.lines if known.startswith(f"{name}[")]


def _warn_of_identifiers(
    records: Sequence[SourceRecord], chosen: Sequence[Identifier], problems: Problems
) -> None:
    taken = {identifier.kind: identifier.value for identifier in chosen}
    for record in records:
        for identifier in identifiers_of(record):
            if identifier.value != taken[identifier.kind]:
                problems.warning(
                    record.place,
                    f"{quoted(record.title)}: {identifier.kind} {identifier.value} was not taken,"
                    f" another entry of the paper has {taken[identifier.kind]}",
                    "if these are two papers, add them under different: in catalogue/decisions.yml",
                )
