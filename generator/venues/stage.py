"""Gives every paper that names a venue a known venue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.ids import digest, slug, with_suffix
from generator.model import KnownVenue, KnownVenueKind
from generator.text.unicode import normal
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.venue_meant import meant
from generator.values.venue_pieces import Meant
from generator.values.venue_table import Entry, Table, known_venues
from generator.venues import unknown

#: How a part of a conference is called where nothing more is said of it, and which kind it is.
_PARTS: dict[str, tuple[str, KnownVenueKind]] = {
    "workshop": ("{} Workshops", "workshop"),
    "findings": ("Findings of {}", "conference"),
    "companion": ("{} Companion", "conference"),
    "extended abstracts": ("{} Extended Abstracts", "conference"),
    "challenge": ("{} Challenges", "workshop"),
    "other": ("{} Tutorials", "conference"),
}


@dataclass(frozen=True)
class Venues:
    """The venues, by slug, and the slug of the venue of each paper that has one, by its id."""

    venues: tuple[KnownVenue, ...]
    of: Mapping[str, str]


@dataclass
class _Group:
    """The papers of one venue, how often each spelling stands in them, and what it is."""

    slug: str
    meant: Meant
    papers: list[str] = field(default_factory=list)
    printed: Counter[str] = field(default_factory=Counter)


def venues(papers: Sequence[Paper], table: Table | None = None) -> Venues:
    """Return where the papers were published; `table` has the known venues, else the package's."""
    table = table or known_venues()
    groups: dict[str, _Group] = {}
    unread: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        name, said = _meant_by(paper, table)
        if said.entry and said.is_venue:
            _group(groups, _slug(said), said, name, [paper])
        elif said.is_venue:
            unread[name].append(paper)
    reserved = {*table.entries, *groups}
    for name, (address, at) in sorted(_by_rule(unread, reserved).items()):
        _group(groups, address, Meant(), name, at)
    of = {paper: group.slug for group in groups.values() for paper in group.papers}
    known = tuple(_venue(groups[address], groups) for address in sorted(groups))
    return Venues(known, {paper.id: of[paper.id] for paper in papers if paper.id in of})


def _meant_by(paper: Paper, table: Table) -> tuple[str, Meant]:
    """Return the name by which a paper says where it was published, and what it means.

    The venue says it; where that is a series or unknown, the proceedings or the event may.
    """
    work = paper.work
    if not work.venue:
        return "", Meant(is_venue=False)
    name = work.venue.plain
    said = meant(name, table)
    if said.entry and said.is_venue:
        return name, said
    others = [normal(text.plain) for text in (work.container_title, work.event) if text]
    for other in others if not said.is_venue and said.entry else others[:1]:
        found = meant(other, table)
        if found.entry and found.is_venue:
            return other, found
    return name, said


def _group(
    groups: dict[str, _Group], address: str, said: Meant, name: str, papers: Iterable[Paper]
) -> None:
    group = groups.setdefault(address, _Group(address, said))
    for paper in papers:
        group.papers.append(paper.id)
        group.printed[name] += 1


def _slug(said: Meant) -> str:
    """Return the address of a known venue, or of a part of one."""
    assert said.entry
    if not said.part:
        return said.entry.slug
    if said.topic:
        return slug(f"{said.entry.slug} {said.part} {' '.join(said.topic)}")
    return slug(_PARTS[said.part][0].format(said.entry.slug))


def _by_rule(
    unread: Mapping[str, list[Paper]], reserved: set[str]
) -> dict[str, tuple[str, list[Paper]]]:
    """Return for each name that no table knows the address of its venue, with its papers."""
    keys: dict[str, str] = {}
    reads: dict[str, unknown.Read] = {}
    for name in sorted(unread):
        found = unknown.read(name)
        if found:
            keys[name] = found.key
            best = reads.get(found.key)
            reads[found.key] = (
                found if best is None or (found.acronym and not best.acronym) else best
            )
    same = unknown.joined(reads)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for key, whole in same.items():
        members[whole].append(key)
    addresses: dict[str, str] = {}
    taken = set(reserved)
    for whole, parts in sorted(members.items()):
        address = unknown.address(sorted(parts), reads)
        if address in taken:
            address = slug(" ".join(reads[whole].words))
        if address in taken:
            address = with_suffix(address, digest(whole))
        taken.add(address)
        addresses[whole] = address
    return {name: (addresses[same[key]], unread[name]) for name, key in keys.items()}


def _venue(group: _Group, groups: Mapping[str, _Group]) -> KnownVenue:
    entry, part = group.meant.entry, group.meant.part
    name, short, kind = _called(group)
    host = (entry.slug if part else entry.part_of) if entry else ""
    return KnownVenue(
        group.slug,
        Text(name),
        short,
        kind,
        tuple(sorted(group.papers)),
        tuple(sorted(group.printed)),
        part_of=host if host in groups else "",
        in_table=entry is not None,
        known_as=entry.names if entry and not part else (),
    )


def _called(group: _Group) -> tuple[str, str, KnownVenueKind]:
    """Return the name, the short form and the kind of a venue."""
    entry, part = group.meant.entry, group.meant.part
    if entry and not part:
        return entry.name, entry.short, _kind_of(entry)
    if entry and not group.meant.topic:
        form, kind = _PARTS[part]
        return form.format(entry.short), form.format(entry.short), kind
    if entry:
        shown: Counter[str] = Counter()
        for printed, times in group.printed.items():
            shown[unknown.shown_name(printed)] += times
        name = unknown.commonest(shown)
        return name, name, _PARTS[part][1]
    return _called_by_rule(group.printed)


def _called_by_rule(printed: Counter[str]) -> tuple[str, str, KnownVenueKind]:
    """Return what a venue is called that no table knows: as most papers do that spell it out."""
    shown: list[Counter[str]] = [Counter(), Counter(), Counter()]
    acronyms: Counter[str] = Counter()
    for text, times in printed.items():
        found = unknown.read(text)
        if found:
            rank = 2 if found.is_acronym else 1 if found.telling.shortened else 0
            shown[rank][found.shown] += times
            acronyms[unknown.said(found)] += times
    name = unknown.commonest(next(names for names in shown if names))
    del acronyms[""]
    short = unknown.commonest(acronyms) if acronyms else name
    kind: KnownVenueKind = Venue(Text(unknown.commonest(printed))).kind
    is_workshop = kind == "conference" and "workshop" in name.casefold()
    return name, short, "workshop" if is_workshop else kind


def _kind_of(entry: Entry) -> KnownVenueKind:
    return "other" if entry.kind == "series" else entry.kind
