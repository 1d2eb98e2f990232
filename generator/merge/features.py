"""What is compared of one entry, worked out once: title, authors, year, abstract, identifiers."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.merge.evidence import AuthorName, author_names
from generator.merge.titles import TitleParts, title_parts
from generator.merge.word_lists import GENERIC_WORDS
from generator.model import SourceRecord
from generator.values.identifier import Identifier, normal_arxiv


@dataclass(frozen=True)
class Features:
    """What is compared of one entry, worked out once.

    `generic` is whether many papers can have its title; `identifiers` are the values by kind.
    """

    title: TitleParts
    generic: bool
    authors: tuple[AuthorName, ...]
    year: int | None
    venue: str
    abstract: str
    identifiers: dict[str, frozenset[str]] = field(compare=False)


def identifiers_of(record: SourceRecord) -> tuple[Identifier, ...]:
    """Return the record's identifiers, sorted; arXiv's own DOIs are given as arXiv ids."""
    return tuple(sorted({_own_kind(identifier) for identifier in record.identifiers}))


def _own_kind(identifier: Identifier) -> Identifier:
    arxiv = normal_arxiv(identifier.value) if identifier.kind == "doi" else None
    return Identifier("arxiv", arxiv) if arxiv else identifier


def features(record: SourceRecord) -> Features:
    """Return what is compared of `record`."""
    identifiers: dict[str, frozenset[str]] = {}
    for identifier in identifiers_of(record):
        known = identifiers.get(identifier.kind, frozenset())
        identifiers[identifier.kind] = known | {identifier.value}
    title = title_parts(record.title)
    return Features(
        title=title,
        generic=is_generic(title),
        authors=author_names(record.authors),
        year=record.year,
        venue=record.venue,
        abstract=record.abstract,
        identifiers=identifiers,
    )


def is_generic(title: TitleParts) -> bool:
    """Whether many papers can have this title: `Preface`, `Editor's Notes`, one common word."""
    words = [word for word in title.words if not word.isdigit()]
    if all(word in GENERIC_WORDS for word in words):
        return True
    return len(words) == 1 and not title.names
