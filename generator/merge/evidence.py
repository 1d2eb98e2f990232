"""What else than the title speaks for two entries being one paper: authors, years, abstracts.

Each comparison has three outcomes: True (speaks for), False (speaks against), None (silent).
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from generator.values.name import FoldedName
from generator.values.venue import Venue

_LONG_WORD = re.compile(r"\w{5,40}")

#: No more letters are initials in one word.
MOST_INITIALS = 3
#: How many authors of a list are compared.
MANY = 20
#: How much of two abstracts is compared, in characters.
COMPARED = 600
#: Below this many characters an abstract says nothing by being different.
TELLING = 200
#: Abstracts of one paper are alike from here (share of equal letters, 0 to 1).
ALIKE = 0.9
#: Abstracts with a smaller share of common long words are of different papers. Of 20,000 random
#: pairs of conference abstracts one in a thousand shares more than 0.27; two abstracts of one
#: paper share more than half.
UNLIKE = 0.3


def same_person(a: FoldedName, b: FoldedName) -> bool | None:
    """Whether two names may be one person's; None when only full given names speak against it."""
    if not _alike(a.family, b.family):
        maybe_turned = min(len(a.family), len(b.family)) <= MOST_INITIALS
        if maybe_turned and (_is_turned(a, b) or _is_turned(b, a)):
            return True
        # Zhang Xiaoming and Xiaoming Zhang; a second family name that only one list gives.
        return not a.full.isdisjoint(b.full) and len(a.full & b.full) >= 2
    if not a.given or not b.given:
        return True
    if _are_initials(a, b) or _are_initials(b, a):
        return True
    pairs = list(zip(a.given, b.given, strict=False))[:2]
    if any(x[0] != y[0] and "?" not in (x[0], y[0]) for x, y in pairs):
        return False
    short, long = sorted(pairs[0], key=len)
    return True if long.startswith(short) or _alike(short, long) else None


def _are_initials(a: FoldedName, b: FoldedName) -> bool:
    """Whether the given names of one are the other's initials in one word: HV and Hosagrahar V."""
    glued = a.given[0]
    return 2 <= len(glued) <= MOST_INITIALS and _initials(b).startswith(glued)


def _initials(name: FoldedName) -> str:
    return "".join(word[0] for word in name.given)


def _is_turned(a: FoldedName, b: FoldedName) -> bool:
    """Whether one has its initials behind the family name: QUILL AB, which was read as B. Quill's.

    Where a list has nothing but capitals, nothing tells it from the name Ada LI.
    """
    if len(a.family) > MOST_INITIALS or not a.given or not b.given:
        return False
    given, behind = a.given, a.family
    while len(given) > 1 and len(given[-1]) == 1:
        given, behind = given[:-1], given[-1] + behind
    if given[-1] != b.family:
        return False
    initials = _initials(b)
    return initials.startswith(behind) or behind.startswith(initials)


def _alike(a: str, b: str) -> bool:
    """Whether two words of names are equal but for one slip, or letters a source lost as `?`."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1 and "?" not in a + b:
        return False
    lost = a.count("?") + b.count("?")
    slips = lost + (min(len(a), len(b)) >= 5)
    return slips > 0 and OSA.distance(a, b, score_cutoff=slips) <= slips


def same_authors(a: tuple[FoldedName, ...], b: tuple[FoldedName, ...]) -> bool | None:
    """Whether the first author of one list stands in the other; False if they share nobody.

    Sources do not all keep the order of authors, so the first need not be first in both.
    """
    if not a or not b:
        return None
    a, b = a[:MANY], b[:MANY]
    firsts = [same_person(a[0], other) for other in b] + [same_person(b[0], o) for o in a]
    if True in firsts:
        return True
    if None in firsts or any(same_person(x, y) for x in a[1:] for y in b[1:]):
        return None
    return False


def same_years(a: int | None, b: int | None) -> bool | None:
    """Whether two years are at most one apart, as of a preprint and its publication."""
    return None if a is None or b is None else abs(a - b) <= 1


def same_venues(a: Venue, b: Venue) -> bool | None:
    """Return False if one entry was printed in a journal and the other elsewhere, else None."""
    kinds = {a.kind, b.kind}
    return False if "journal" in kinds and kinds & {"conference", "publisher"} else None


def same_abstracts(a: str, b: str) -> bool | None:
    """Whether two abstracts are of one paper: alike, plainly different, or hard to say."""
    length = min(len(a), len(b), COMPARED)
    if length < TELLING // 2:
        return None
    if fuzz.ratio(a[:length].casefold(), b[:length].casefold()) >= 100 * ALIKE:
        return True
    if length < TELLING:
        return None
    words_a = set(_LONG_WORD.findall(a[:20_000].casefold()))
    words_b = set(_LONG_WORD.findall(b[:20_000].casefold()))
    fewer = min(len(words_a), len(words_b))
    return False if fewer >= 10 and len(words_a & words_b) < UNLIKE * fewer else None
