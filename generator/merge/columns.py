"""Titles of columns: what many works of different people are called, such as "Letters to Sheep".

No list of words knows them all. Where three entries of one title have three lists of authors that
contradict each other, the title says nothing of a paper. A source that has a column twice for one
year has two of its issues.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.merge.evidence import same_authors
from generator.merge.features import Features, features
from generator.merge.people import agreement, are_mostly_others
from generator.values.name import FoldedName
from generator.values.paper import SourceRecord

#: So many works of different people make a column of their title.
WORKS = 3
#: How many entries of one title are looked at.
LOOKED_AT = 60


def features_of(records: Sequence[SourceRecord]) -> list[Features]:
    """Return what is compared of each entry; titles of columns among them are generic."""
    known = [features(record) for record in records]
    by_title: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(known):
        by_title[entry.title.key].append(at)
    for entries in by_title.values():
        if _is_column([known[at] for at in entries]):
            for at in entries:
                known[at] = replace(known[at], generic=True)
        for at in _repeated([at for at in entries if known[at].generic], known, records):
            known[at] = replace(known[at], is_repeated=True)
    return known


def _repeated(
    entries: Sequence[int], known: Sequence[Features], records: Sequence[SourceRecord]
) -> list[int]:
    """Return the entries of a generic title that one source has several times for a year."""
    seen: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in entries:
        seen[records[at].source, known[at].year].append(at)
    return [at for same in seen.values() if len(same) > 1 for at in same]


def _is_column(entries: Sequence[Features]) -> bool:
    if len(entries) < WORKS:
        return False
    ordered = sorted(
        {entry.authors for entry in entries if entry.authors},
        key=lambda authors: (-len(authors), [(name.family, name.given) for name in authors]),
    )
    works: list[tuple[FoldedName, ...]] = []
    for authors in ordered[:LOOKED_AT]:
        if all(_contradict(authors, other) for other in works):
            works.append(authors)
        if len(works) == WORKS:
            return True
    return False


def _contradict(a: tuple[FoldedName, ...], b: tuple[FoldedName, ...]) -> bool:
    return same_authors(a, b) is False or are_mostly_others(agreement(a, b))
