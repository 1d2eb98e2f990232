"""One venue in two spellings: other case or signs, a year in it, shortened, or with a typing error.

What the table of venues knows is one or two by that. Other names are compared within blocks of
equal initials, so that thousands of venues take no time. A word of one name may be shortened in the
other, or have a slip; acronyms must be equal, since ICML, ACML and ECML are three.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from generator.checks.finding import Finding
from generator.problems import quoted
from generator.text.words import fold
from generator.values.paper import Paper
from generator.values.venue_meant import meant
from generator.values.venue_pieces import Meant
from generator.values.venue_table import Entry, known_venues

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\b\d+(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[^\W\d_]+\d?\.?")
#: Words that some print and others leave out.
_SMALL = frozenset("a an and annual at for ieee acm cvf in of on proc proceedings the to".split())
#: Conferences that met together, as EMNLP-IJCNLP: that is what the meeting was called.
_JOINT = re.compile(r"\b(?!IEEE|ACM)[A-Z]{3,}(?:-| |/| and )(?!IEEE|ACM)[A-Z]{3,}\b")
#: What is not the conference itself.
_PARTS = ("workshop", "companion", "findings", "industry", "demonstration", "student", "tutorial")
#: Words of a name that its acronym may leave out.
_LEFT_OUT = frozenset("advances conf conference meeting".split())
#: A capital I, a small l and a 1 look alike; so do O and 0.
_LOOKALIKE = str.maketrans("l10", "iio")
#: Shorter words have no typing error, they are other words.
_LONG = 6


def in_two_spellings(papers: Sequence[Paper]) -> Iterator[tuple[list[Paper], list[Paper]]]:
    """Yield papers that spell a venue in one way, and more or as many that do in another."""
    of_venue: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.work.venue and paper.work.venue.kind != "preprint":
            of_venue[paper.work.venue.plain].append(paper)
    for rare, common in _pairs(of_venue):
        yield of_venue[rare], of_venue[common]


def spellings(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers whose venue most others spell in another way."""
    for rarer, commoner in in_two_spellings(papers):
        used = len(commoner)
        rare, common = rarer[0].work.venue.plain, commoner[0].work.venue.plain
        for paper in rarer:
            yield Finding(
                paper.id,
                paper.place("venue"),
                f"venue: {quoted(rare)} is spelled {quoted(common)} in"
                f" {used} other paper{'s' if used > 1 else ''}",
                f"write {quoted(common)} here too, or this spelling everywhere",
            )


def _pairs(of_venue: dict[str, list[Paper]]) -> Iterator[tuple[str, str]]:
    """Yield spellings of one venue, each rarer one once, with the commonest that it equals."""
    order = sorted(of_venue, key=lambda venue: (-len(of_venue[venue]), venue))
    place = {venue: number for number, venue in enumerate(order)}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for venue in order:
        for key in _keys(venue):
            blocks[key].append(venue)
    better: dict[str, str] = {}
    for block in blocks.values():
        for common, rare in combinations(block, 2):
            known = better.get(rare)
            if (known is None or place[common] < place[known]) and same_venue(common, rare):
                better[rare] = common
    yield from sorted(better.items())


def same_venue(a: str, b: str) -> bool:
    """Whether two names are spellings of one venue, whichever comes first."""
    if _parts(a) != _parts(b) or bool(_JOINT.search(a)) != bool(_JOINT.search(b)):
        return False
    known, other_known = meant(a, known_venues()), meant(b, known_venues())
    if known.entry and other_known.entry:
        return _identity(known) == _identity(other_known)
    one, other = _words(a), _words(b)
    if _skeleton(one) == _skeleton(other):
        return bool(one)
    printed, other_printed = _printed(a), _printed(b)
    if printed and other_printed:
        return not printed.isdisjoint(other_printed)
    if not printed.isdisjoint(_made(b)) or not other_printed.isdisjoint(_made(a)):
        return True
    return len(one) == len(other) and all(map(_same_word, one, other))


def _identity(known: Meant) -> tuple[Entry | None, str, tuple[str, ...]]:
    return known.entry, known.part, known.topic


def _keys(venue: str) -> set[str]:
    """Return the blocks that a name is compared in: its initials, its letters, its acronyms."""
    found = _words(venue)
    keys = {f"initials {_initials(found)}", f"letters {_skeleton(found)}"}
    known = meant(venue, known_venues())
    if known.entry:
        keys.add(f"known {known.entry.slug} {known.part} {' '.join(known.topic)}")
    return keys | {f"acronym {acronym}" for acronym in _printed(venue) | _made(venue)}


def _parts(venue: str) -> set[str]:
    """Return which part of a conference a name stands for: its workshops, findings and so on."""
    return {part for part in _PARTS if part in venue.casefold()}


def _words(venue: str) -> list[str]:
    """Return the words that tell a name from others, in capitals or small letters as printed."""
    every = _all_words(venue)
    return [word for word in every if word.lower().strip(".") not in _SMALL] or every


def _all_words(venue: str) -> list[str]:
    return _WORD.findall(_YEAR.sub(" ", _IN_BRACKETS.sub(" ", venue)))


def _skeleton(found: list[str]) -> str:
    return "".join(fold(word).strip(".") for word in found).translate(_LOOKALIKE)


def _initials(found: list[str]) -> str:
    return "".join(fold(word)[:1] for word in found)


def _printed(venue: str) -> set[str]:
    """Return the acronyms that a name is, or holds in brackets."""
    found = _words(venue)
    inside = _IN_BRACKETS.findall(venue) + (found if len(found) == 1 else [])
    return {fold(text) for text in inside if _is_acronym(text)}


def _made(venue: str) -> set[str]:
    """Return the acronyms that the words of a name make."""
    found = _words(venue)
    if _parts(venue) or not all(word[:1].isupper() for word in found):
        return set()
    forms = {
        _initials(found),
        _initials([word for word in found if fold(word) not in _LEFT_OUT]),
        # Some acronyms have an "on": TOG, TOSEM.
        _initials([w for w in _all_words(venue) if w.lower() == "on" or w in found]),
    }
    return {form for form in forms if len(form) > 2}


def _is_acronym(word: str) -> bool:
    return 2 < len(word) < 12 and word.isalpha() and sum(map(str.isupper, word)) > 1


def _same_word(a: str, b: str) -> bool:
    one, other = fold(a).strip("."), fold(b).strip(".")
    if one == other:
        return True
    if a.endswith(".") or b.endswith("."):
        short, long = sorted((one, other), key=len)
        return long.startswith(short)
    if _is_acronym(a) or _is_acronym(b) or min(len(one), len(other)) < _LONG:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1
