"""What is compared of one entry, worked out once: title, authors, year, abstract, identifiers."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.merge.titles import TitleParts, title_parts
from generator.merge.word_lists import GENERIC_WORDS
from generator.values.name import FoldedName
from generator.values.paper import SourceRecord
from generator.values.venue import Venue


@dataclass(frozen=True)
class Features:
    """What is compared of one entry, worked out once.

    `generic` is whether many papers can have its title; `identifiers` are the values by kind.
    """

    title: TitleParts
    generic: bool
    authors: tuple[FoldedName, ...]
    year: int | None
    venue: Venue
    abstract: str
    identifiers: dict[str, frozenset[str]] = field(compare=False)


def features(record: SourceRecord) -> Features:
    """Return what is compared of `record`."""
    identifiers: dict[str, frozenset[str]] = {}
    for identifier in record.work.resolved_identifiers:
        known = identifiers.get(identifier.kind, frozenset())
        identifiers[identifier.kind] = known | {identifier.value}
    title = title_parts(record.work.title.repaired)
    return Features(
        title=title,
        generic=is_generic(title),
        authors=tuple(found for name in record.work.authors if (found := name.folded)),
        year=record.work.year,
        venue=record.work.venue,
        abstract=record.work.abstract.plain,
        identifiers=identifiers,
    )


def is_generic(title: TitleParts) -> bool:
    """Whether many papers can have this title: `Preface`, `Editor's Notes`, one common word."""
    words = [word for word in title.words if not word.isdigit()]
    if all(word in GENERIC_WORDS for word in words):
        return True
    return len(words) == 1 and not title.names
