"""The known venue that pieces of a printed name mean, and whether the other pieces agree.

"KDD '20: The 26th Conference on Knowledge Discovery" has two pieces, which both tell it; an acronym
beside the name of something else tells nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.values.venue_table import Entry, Table
from generator.values.venue_words import (
    MEETINGS,
    PRESENTED,
    SMALL,
    is_acronym,
    is_sponsor,
    words,
)

Part = Literal["", "workshop", "findings", "companion", "extended abstracts", "challenge", "other"]

YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\b\d{2}\b|(?<=[A-Z])(?:19|20)?\d\d\b")
#: A part of a name with one of these names a venue, so that it must be the one that is meant.
_NAMING = MEETINGS | frozenset(("workshop", "workshops", "journal", "transactions", "magazine"))


#: What stands in front of an acronym.
FRONT = frozenset(
    "in proc proceedings of the to at by from selected papers paper international accepted appear"
    " published presented as a an conference".split()
)


@dataclass(frozen=True)
class Meant:
    """The venue that a name means. `entry` is the known one, `part` what of it, `topic` which.

    `by` are the printed words that told. All are empty where the venue is not known;
    `is_venue` is False where the name is of none.
    """

    entry: Entry | None = None
    part: Part = ""
    topic: tuple[str, ...] = ()
    by: str = ""
    is_venue: bool = True


def known(entry: Entry, by: str) -> Meant:
    """Return what a name means that is one of a known venue; `by` tells it."""
    return Meant(entry, by=by, is_venue=entry.kind != "series")


def among(parts: list[str], table: Table) -> Meant | None:
    """Return the venue that one or several parts of a name in a row mean, the longest first."""
    series: Meant | None = None
    for size in range(len(parts), 0, -1):
        for start in range(len(parts) - size + 1):
            text = " ".join(parts[start : start + size])
            others = parts[:start] + parts[start + size :]
            entry = _trusted(text, others, start, table)
            if entry is None:
                continue
            found = known(entry, text)
            if found.is_venue:
                return found
            series = series or found
    return series


def _trusted(text: str, others: list[str], start: int, table: Table) -> Entry | None:
    """Return the venue that a part of a name means, if the other parts do not speak against it."""
    found = words(text)
    entry = table.named(found)
    if entry is None:
        entry = _by_acronym(text, table)
        if entry is None:
            return _confirmed(text, others, table)
        return entry if not others or _agree(entry, others, table) else None
    if not others:
        return entry
    if entry.kind in ("preprint", "series"):
        return entry
    if entry.kind in ("journal", "publisher"):
        is_long = len(found.telling) > 2 and entry.kind == "journal"
        bare = all(not words(other).telling for other in others)
        says_so = any(
            table.named(words(other)) == entry or _shortens(other, found.letters)
            for other in others
        )
        # "Neural Networks: Tricks of the Trade" is not the journal.
        return entry if start == 0 and (is_long or bare or says_so) else None
    if len(found.every) == 1 and not is_sure(entry, found.printed[0]):
        near = any(YEAR.search(other) for other in (text,))
        if not near and not any(table.named(words(other)) == entry for other in others):
            return None
    return entry if len(found.telling) > 1 or _agree(entry, others, table) else None


def _shortens(text: str, letters: str) -> bool:
    """Whether a text is an acronym of letters in their order: ISCI of "informationsciences"."""
    printed = words(text).printed
    if len(printed) != 1 or not is_acronym(printed[0]) or printed[0][0].lower() != letters[0]:
        return False
    rest = iter(letters)
    return all(letter in rest for letter in printed[0].lower())


def _confirmed(text: str, others: list[str], table: Table) -> Entry | None:
    """Return the venue whose shared acronym a text is, where another part confirms it."""
    entry = table.acronym(words(text).letters)
    if entry is None or not entry.acronym or len(words(text).every) > 1:
        return None
    for other in others:
        telling = words(other).telling
        if len(telling) > 1 and any(overlap(telling, words(n).telling) for n in entry.names):
            return entry
    return None


def is_sure(entry: Entry, printed: str) -> bool:
    """Whether a printed acronym can be no other word: it has capitals, or those of the table."""
    return not entry.acronym and (is_acronym(printed.replace(" ", "")) or printed in entry.names)


def _by_acronym(text: str, table: Table) -> Entry | None:
    """Return the venue of an acronym with what stands around one: "Proc. of ICML", "CVPR oral"."""
    printed = list(words(text).printed)
    while printed and printed[0].lower() in FRONT | {"acm", "ieee", "cvf", "usenix", "rsj"}:
        printed.pop(0)
    sponsored = len(printed) > 1 and is_sponsor(printed[0].lower()) and is_acronym(printed[1])
    if sponsored and table.acronym(printed[1].lower()):
        printed.pop(0)
    if not printed:
        return None
    for size in (3, 2, 1):
        head = "".join(printed[:size]).lower()
        entry = table.acronym(head) if len(printed) >= size else None
        if entry is None:
            continue
        rest = [word.lower() for word in printed[size:]]
        behind = re.search(re.escape(printed[size - 1]) + r"\W{0,3}(?:(?:19|20)\d\d|\d\d)\b", text)
        if entry.kind == "preprint":
            return entry
        if entry.acronym and not behind:
            continue
        if not rest and (behind or not entry.acronym):
            return entry
        said = " ".join(printed[:size])
        if not is_acronym(said.replace(" ", "")) and said not in entry.names:
            continue
        if all(word in PRESENTED or word in SMALL or word.isdigit() for word in rest):
            return entry
        if table.named(words(" ".join(printed[size:]))) == entry:
            return entry
        if behind and len(rest) < 5 and MEETINGS.isdisjoint(rest):
            return entry
    last = printed[-1].lower()
    entry = table.acronym(last)
    if entry and table.named(words(" ".join(printed[:-1]))) == entry:
        return entry
    return None


def _agree(entry: Entry, others: list[str], table: Table) -> bool:
    """Whether no other part of a name names another venue than the one of an acronym."""
    for other in others:
        found = words(other)
        if _NAMING.isdisjoint(found.every) or not found.telling:
            continue
        if table.named(found) == entry or _by_acronym(other, table) == entry:
            continue
        if not any(overlap(found.telling, words(name).telling) for name in entry.names):
            return False
    return True


def overlap(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether half of the words of the shorter name are in the other, maybe shortened."""
    short, long = sorted((a, b), key=lambda telling: (len(telling), telling))
    shared = sum(any(_begins(word, other) for other in long) for word in short)
    return 2 * shared > len(short)


def _begins(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and (len(short) > 2 or short == long)
