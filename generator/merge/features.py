"""What is compared of one entry, worked out once: title, authors, year, abstract, identifiers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.merge.evidence import MOST_INITIALS
from generator.merge.people import compared_names
from generator.merge.titles import TitleParts, title_parts
from generator.merge.verdict import COPY_DOI, PREPRINT_DOI
from generator.merge.word_lists import GENERIC_WORDS
from generator.merge.wording import lemma
from generator.values.identifier import Identifier
from generator.values.name import FoldedName
from generator.values.notice import Notice, read_notice
from generator.values.paper import Rank, SourceRecord
from generator.values.preprint import is_preprint, is_published
from generator.values.preprint_doi import is_copy_doi, is_preprint_doi, without_version
from generator.values.spelling import undecorated
from generator.values.text import Text
from generator.values.venue import Venue

#: How many authors make blocks of candidates, each with each of the rarest words of the title.
AUTHORS = 3
#: A title of fewer words is compared with its notice: "Reply to Sheep" is not about one paper.
LEAST_WORDS = 3

#: What programs set where they cut a title, within so many characters of its end.
_CUT = re.compile(r"(?:\.\.\.|\N{HORIZONTAL ELLIPSIS})\W*$")
CUT_ENDS = 12
#: How many characters a title has that a program cut; the last may have been a space.
_ROUND = frozenset(size - space for size in (60, 64, 80, 100, 120, 128, 255) for space in (0, 1))


@dataclass(frozen=True)
class Features:
    """What is compared of one entry, worked out once.

    `title` is without a mark or notice, which is in `notice`; `generic` is whether many papers can
    have it; `identifiers` are the values by kind, preprints' DOIs apart. `by_hand` is whether a
    person wrote the entry for this catalogue, `is_preprint` whether it is of a preprint,
    `is_published` whether it is surely of what a publisher made of one, `is_cut` whether it seems
    that the title goes on, `is_repeated` whether its source has a column of its year twice;
    `source` is where it was read. `families` are the names of the first authors that make blocks.
    """

    title: TitleParts
    notice: Notice
    generic: bool
    authors: tuple[FoldedName, ...]
    year: int | None
    venue: Venue
    abstract: str
    identifiers: dict[str, frozenset[str]] = field(compare=False)
    by_hand: bool = False
    is_preprint: bool = False
    is_published: bool = False
    is_cut: bool = False
    is_repeated: bool = False
    source: str = ""
    families: tuple[str, ...] = field(compare=False, default=())


def features(record: SourceRecord) -> Features:
    """Return what is compared of `record`."""
    identifiers: dict[str, frozenset[str]] = {}
    for identifier in record.work.resolved_identifiers:
        kind, value = _compared_identifier(identifier)
        identifiers[kind] = identifiers.get(kind, frozenset()) | {value}
    notice, title = compared_title(record.work.title)
    return Features(
        title=title,
        notice=notice,
        generic=is_generic(title),
        authors=compared_names(record.work.authors),
        year=record.work.year,
        venue=record.work.venue,
        abstract=record.work.abstract.plain,
        identifiers=identifiers,
        by_hand=record.rank is Rank.RECORD,
        source=record.source,
        is_preprint=is_preprint(record.work),
        is_published=is_published(record.work),
        is_cut=_is_cut(record.work.title.plain),
        families=_families(compared_names(record.work.authors[:AUTHORS])),
    )


def _families(names: Sequence[FoldedName]) -> tuple[str, ...]:
    """Return the family names of the first authors.

    A short one may be initials, "QUILL AB": then the longest word of the name makes a block, too.
    """
    short = [name for name in names if len(name.family) <= MOST_INITIALS]
    longest = {max(name.family, *name.given, key=len) for name in short if name.given}
    return tuple(sorted({name.family for name in names if len(name.family) > 1} | longest))


def _is_cut(title: str) -> bool:
    """Whether a title was cut: a mark says so, or it has a round number of characters."""
    return bool(_CUT.search(title[-CUT_ENDS:])) or len(title) in _ROUND


def _compared_identifier(found: Identifier) -> tuple[str, str]:
    """Return kind and value: a preprint's DOI says nothing against that of its publication."""
    if found.kind == "doi" and is_preprint_doi(found.value):
        return PREPRINT_DOI, without_version(found.value)
    if found.kind == "doi" and is_copy_doi(found.value):
        return COPY_DOI, found.value
    return found.kind, found.value


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
    if all(word in GENERIC_WORDS or lemma(word) in GENERIC_WORDS for word in words):
        return True
    return len(words) == 1 and not title.names
