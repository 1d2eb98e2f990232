"""Which venue a printed name means: a known one, a part of one such as its workshops, or neither.

Years, counts, places, publishers, volumes and how a paper was presented make no other venue; a
workshop, the Findings, a companion volume or a challenge are venues apart from their conference.
Industry tracks, demonstrations and other volumes of one proceedings are the conference, as in the
ACL Anthology. What was only submitted somewhere, and a series of many venues, tells no venue.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.values.venue_parts import VOLUME, part_in
from generator.values.venue_pieces import Meant, among, known
from generator.values.venue_table import Entry, Table
from generator.values.venue_words import LONGEST, is_acronym, segments, words

#: Not published there, or at no venue at all.
_UNPUBLISHED = re.compile(
    r"\b(?:submitted|submission|under (?:double[- ]blind )?review|in review|withdrawn|rejected"
    r"|desk[- ]reject|in preparation|unpublished|anonymi[sz]ed|anonymous)\b",
    re.IGNORECASE,
)
_NO_VENUE = re.compile(
    r"(?:technical|tech\.?|internal|research)? ?report|white ?paper|preprint|manuscript|misc"
    r"|(?:ph\.?d\.?|master'?s?|doctoral|bachelor'?s?)? ?(?:thesis|dissertation)|n/?a|none|null|tbd"
    r"|tba|unknown|proceedings|to appear|in press|forthcoming|conference|journal|workshop|poster",
    re.IGNORECASE,
)
#: An acronym in brackets, and what is none.
_IN_BRACKETS = re.compile(r"\(([A-Za-z]{3,10})(?:[ '’-]{0,2}\d{2,4})?\)")
_PLACES = ("USA", "UAE")

NOTHING = Meant(is_venue=False)
UNKNOWN = Meant()


def meant(name: str, table: Table) -> Meant:
    """Return what a printed name, plain text in one line, means by a table."""
    return _meant(name[:LONGEST], table)


def is_unpublished(name: str) -> bool:
    """Whether a name says that a work was only submitted somewhere, or turned down."""
    return bool(_UNPUBLISHED.search(name[:LONGEST]))


@lru_cache(maxsize=20_000)  # many papers share one venue
def _meant(name: str, table: Table) -> Meant:
    parts = segments(name)
    if not parts or _NO_VENUE.fullmatch(name.strip()) or is_unpublished(name):
        return NOTHING
    whole = table.named(words(" ".join(parts)))
    if whole and not _other_acronym(name, whole, table):
        return known(whole, name)
    if part := part_in(name, table):
        return part
    found = among(segments(VOLUME.sub(" ", name)), table)
    if found and found.entry and _other_acronym(name, found.entry, table):
        return UNKNOWN
    return found or UNKNOWN


def _other_acronym(name: str, entry: Entry, table: Table) -> bool:
    """Whether a name has, in brackets, the acronym of another conference of the same words."""
    if entry.kind != "conference":
        return False
    if any(
        table.acronym(word.lower()) == entry for word in words(_IN_BRACKETS.sub(" ", name)).printed
    ):
        return False  # "ICSE (SEIP)" is a track.
    for found in _IN_BRACKETS.finditer(name):
        other = table.acronym(found[1].lower())
        if not is_acronym(found[1]) or (other and (other == entry or other.kind == "series")):
            continue
        if found[1] not in _PLACES:
            return True
    return False
