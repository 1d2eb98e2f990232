"""Venues that no table knows: which spellings are one, by rule.

Spellings are one that differ only in years, counts, case, signs, "Proceedings of the", places and
dates behind the name, or in words that are shortened. An acronym in brackets is learned: where one
name only has it, the bare acronym is that venue, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from generator.ids import slug
from generator.text.unicode import normal
from generator.values.venue_pieces import overlap
from generator.values.venue_table import abbreviates, initials
from generator.values.venue_words import (
    BOUND,
    LONGEST,
    SEGMENT,
    SMALL,
    Words,
    is_acronym,
    segments,
    words,
)

#: Small words that one spelling has and another has not; "of" and "in" tell journals apart.
_ARTICLES = frozenset("a an the and annual biennial".split())
_WORKSHOPS = frozenset(("workshop", "workshops"))
_NAMING = _WORKSHOPS | {"journal", "transactions"}
_IN_FRONT = re.compile(
    r"^(?:in\s+)?(?:the\s+)?proc(?:eedings?|s|\.)?(?:\s+of)?(?:\s+the)?\s+|^(?:in|the)\s+", re.I
)
_COUNT = re.compile(
    r"\b(?:the\s+)?(?:(?:19|20)\d\d|\d+(?:st|nd|rd|th))\b\s?|['’]\s?\d\d\b"
    r"|\b(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y[ -]?|ieth\b\s?))?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth)\s+(?=annual|intern|conf|sympo|workshop|joint|ieee|acm|usenix)",
    re.IGNORECASE,
)
_VOLUME = re.compile(r",?\s*\(?\b(?:vol(?:ume|\.)?|no\.?|pp?\.)\s*[\d:() -]+\)?$", re.IGNORECASE)


#: What PubMed has behind the name of a journal.
_OFFICIAL = re.compile(r"(?:the )?official|an open access", re.IGNORECASE)
_SPACE_BEFORE = re.compile(r"\s+(?=[,;:.)\]])")
_ROMAN_COUNT = re.compile(r"^[XVI]{2,}\s")


@dataclass(frozen=True)
class Read:
    """A printed name without what makes no other venue.

    `key` is what is compared, `words` its words for an address, `acronym` what people call it if
    the name says that too, `shown` the name as a page shows it.
    """

    key: str
    words: tuple[str, ...]
    telling: Words
    acronym: str
    shown: str

    @property
    def is_acronym(self) -> bool:
        """Whether the name is nothing but an acronym."""
        return len(self.words) == 1 and is_acronym(self.shown)


def read(name: str) -> Read | None:
    """Return what a printed name, plain text in one line, says; None if it says nothing."""
    parts = segments(name)
    first, last = _bounds(parts)
    text = " ".join(parts[first:last])
    found = words(text)
    kept = tuple(w for w in found.every if w not in _ARTICLES and w not in BOUND)
    while kept and kept[0] in SMALL:
        kept = kept[1:]
    kept = kept or found.every
    if not kept:
        return None
    behind = list(takewhile(lambda part: not _OFFICIAL.match(part), parts[last:]))
    acronyms = [a for a in map(_acronym, parts[:first] + behind) if len(a) > 2 and a != "ISSN"]
    is_held = found.meeting or not _WORKSHOPS.isdisjoint(kept)
    return Read(
        key="".join(word for word in kept if not (is_held and word in SMALL)),
        words=kept,
        telling=found,
        acronym=acronyms[0] if acronyms and len(kept) > 1 else "",
        shown=shown_name(name, first, last),
    )


def _acronym(part: str) -> str:
    """Return the acronym that a part of a name is, with a year at most; else nothing."""
    printed = words(part).printed
    return printed[0] if len(printed) == 1 and is_acronym(printed[0]) else ""


def _bounds(parts: list[str]) -> tuple[int, int]:
    """Return which parts are the name: without an acronym before it and places behind it."""
    first = 0
    if len(parts) > 1 and _acronym(parts[0]) and _names_itself(parts[1]):
        first = 1
    last = len(parts)
    if _names_itself(parts[first]) if first < last else False:
        # "Speech, Music, and Noise" goes on to its "and"; places and dates have none.
        ends = [at for at in range(first + 1, last) if " and " in f" {parts[at].lower()} "]
        last = ends[-1] + 1 if ends else first + 1
    for at in range(first + 1, last):
        found = words(parts[at])
        behind = parts[at + 1 :]
        ends_here = all(not words(part).every or _OFFICIAL.match(part) for part in behind)
        ends_here = ends_here or any(words(part).meeting for part in parts[first:at])
        if not found.every or _OFFICIAL.match(parts[at]) or (_acronym(parts[at]) and ends_here):
            return first, at
    return first, last


def _names_itself(part: str) -> bool:
    found = words(part)
    naming = not _NAMING.isdisjoint(found.every)
    return bool(found.meeting or naming) and len(found.every) > 2


def shown_name(name: str, first: int = 0, last: int = LONGEST) -> str:
    """Return a printed name without years and counts, of its parts only those from first to last.

    It is the name in whole where nothing else would be left.
    """
    text = name[:LONGEST]
    spans, start = [], 0
    for found in SEGMENT.finditer(text):
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    spans = [(a, b) for a, b in spans if text[a:b].strip()]
    kept = spans[first:last] or spans
    if not kept:
        return normal(text)
    begin, end = kept[0][0], kept[-1][1]
    if text[end : end + 1] in (")", "]"):
        end += 1
    found_text = _IN_FRONT.sub("", _VOLUME.sub("", text[begin:end].strip()))
    plain = _SPACE_BEFORE.sub("", normal(_ROMAN_COUNT.sub("", _COUNT.sub("", found_text))))
    plain = plain.strip(" ,;:-–—/")
    return plain or normal(text)


def joined(reads: Mapping[str, Read]) -> dict[str, str]:
    """Return for each key of `reads` the key of the venue that it is one with, or itself.

    `reads` has one reading for each key.
    """
    acronyms: defaultdict[str, set[str]] = defaultdict(set)
    blocks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, found in sorted(reads.items()):
        if found.acronym:
            acronyms[found.acronym.lower()].add(key)
        if len(found.telling.telling) > 1:
            blocks[found.telling.meeting, initials(found.telling.telling)].append(key)
    same = {key: key for key in reads}
    for block, keys in blocks.items():
        for key in keys:
            long = _spelt_out(key, keys, reads) if block[1] else None
            if long:
                same[key] = long
    for keys_of in acronyms.values():
        _join_alike(sorted(keys_of), reads, same)
    for key, found in sorted(reads.items()):
        known = {same[long] for long in acronyms.get(key, ())}
        if found.is_acronym and len(known) == 1:
            same[key] = known.pop()
    return {key: same[whole] for key, whole in same.items()}


def _join_alike(keys: list[str], reads: Mapping[str, Read], same: dict[str, str]) -> None:
    """Join names of one acronym that share most words."""
    for at, key in enumerate(keys[:_MOST_IN_BLOCK]):
        for other in keys[:at]:
            one, two = reads[key].telling.telling, reads[other].telling.telling
            if same[key] == key and overlap(one, two):
                same[key] = same[other]


#: A block of more names of equal initials is not compared: that takes time by its square.
_MOST_IN_BLOCK = 50


def _spelt_out(key: str, keys: list[str], reads: Mapping[str, Read]) -> str | None:
    """Return the one name that a name with shortened words abbreviates, if it is one only."""
    short = reads[key].telling
    if not short.shortened or len(keys) > _MOST_IN_BLOCK:
        return None
    found = [
        other
        for other in keys
        if other != key
        and not reads[other].telling.shortened
        and abbreviates(short.telling, reads[other].telling.telling, short.shortened)
    ]
    return found[0] if len(found) == 1 else None


def address(keys: list[str], reads: Mapping[str, Read]) -> str:
    """Return the slug of a venue that has these keys: its one acronym, else the words."""
    acronyms = {said(reads[key]).lower() for key in keys} - {""}
    if len(acronyms) == 1:
        return slug(acronyms.pop())
    longest = max(keys, key=lambda key: (len(key), key))
    return slug(" ".join(reads[longest].words))


def said(found: Read) -> str:
    """Return the acronym that a name has or is, if any."""
    return found.acronym or (found.shown if found.is_acronym else "")


def commonest(printed: Counter[str]) -> str:
    """Return the commonest spelling; of several the first by the alphabet."""
    return min(printed, key=lambda text: (-printed[text], text))
