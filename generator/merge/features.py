"""What is compared of one entry, worked out once: title, authors, year, abstract, identifiers."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.merge.titles import TitleParts, title_parts
from generator.merge.word_lists import GENERIC_WORDS
from generator.values.name import FoldedName
from generator.values.notice import Notice, read_notice
from generator.values.paper import SourceRecord
from generator.values.spelling import undecorated
from generator.values.text import Text
from generator.values.venue import Venue

#: A title of fewer words is compared with its notice: "Reply to Sheep" is not about one paper.
LEAST_WORDS = 3


@dataclass(frozen=True)
class Features:
    """What is compared of one entry, worked out once.

    `title` is without a mark or notice, which is in `notice`; `generic` is whether many papers can
    have it; `identifiers` are the values by kind.
    """

    title: TitleParts
    notice: Notice
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
    notice, title = compared_title(record.work.title)
    return Features(
        title=title,
        notice=notice,
        generic=is_generic(title),
        authors=tuple(found for name in record.work.authors if (found := name.folded)),
        year=record.work.year,
        venue=record.work.venue,
        abstract=record.work.abstract.plain,
        identifiers=identifiers,
    )


def compared_title(title: Text) -> tuple[Notice, TitleParts]:
    """Return what a title says of itself, and what is compared of it: "Erratum to:" is no part."""
    said = undecorated(title.repaired)
    notice = read_notice(said)
    parts = title_parts(notice.about)
    if notice.is_work and len(parts.words) < LEAST_WORDS:
        return notice, title_parts(said)
    return notice, parts


def is_generic(title: TitleParts) -> bool:
    """Whether many papers can have this title: `Preface`, `Editor's Notes`, one common word."""
    words = [word for word in title.words if not word.isdigit()]
    if all(word in GENERIC_WORDS for word in words):
        return True
    return len(words) == 1 and not title.names
