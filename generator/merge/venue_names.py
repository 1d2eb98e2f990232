"""Whether two venues are one as people write them: "Proc. 23rd VLDB", "Very Large Data Bases".

What every venue has is left out: numbers, years, "Proceedings of the". An acronym is read as the
first letters of words, an abbreviation as the beginning of one.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from generator.text.words import fold
from generator.values.venue import Venue
from generator.values.venue_meant import meant
from generator.values.venue_table import Entry, known_venues

#: Most letters of a name that are looked at, and most words.
LONGEST, MOST_WORDS = 300, 24

_WORD = re.compile(r"[^\W\d_]+")
#: Words that say what kind of venue it is and which of a series, but not which venue.
_ANY_VENUE = frozenset(
    "a an and at for in of on the to with acm ieee ifip proc proceedings conf conference"
    " international int intl national nat annual symposium symp workshop workshops meeting congress"
    " journal j trans transactions lecture notes advances adv record rec letters lett bulletin"
    " series volume vol no pp pages edition first second third fourth fifth sixth seventh eighth"
    " ninth tenth eleventh twelfth thirteenth st nd rd th s press".split()
)
#: Letters of these may stand in an acronym: ICDE, TODS, but SIGMOD says nothing of its "ACM".
_LETTERS_TOO = frozenset(
    "international conference national annual symposium workshop meeting journal transactions on of"
    " and in for the advances letters notes base bases".split()
)
#: Sources write "databases" and "data bases"; VLDB and TODS take a letter from one or two words.
_DATABASE = re.compile(r"\bdatabase", re.IGNORECASE)
_APOSTROPHES = re.compile("['’]")
#: What tells a publisher or an archive, which contradicts no venue.
_PRINTERS = frozenset("press publishers publisher verlag kaufmann citeseer elsevier wiley".split())


@dataclass(frozen=True)
class _Name:
    """The words of a venue's name that tell it, all of its words, and its acronyms."""

    telling: tuple[str, ...]
    words: tuple[str, ...]
    acronyms: frozenset[str]


def same_venue_names(a: Venue, b: Venue) -> bool | None:
    """Whether two names are of one venue; None if one says too little."""
    if {a.kind, b.kind} & {"publisher", "preprint"}:
        return None
    known = [meant(venue.plain, known_venues()).entry for venue in (a, b)]
    if known[0] and known[1] and "series" not in (known[0].kind, known[1].kind):
        # "VLDB" is printed for the proceedings of the VLDB Endowment, too.
        one, other = _read(a.plain[:LONGEST]), _read(b.plain[:LONGEST])
        return known[0] == known[1] or bool(one.acronyms & other.acronyms)
    return _same_names(*sorted((a.plain[:LONGEST], b.plain[:LONGEST])))


@functools.lru_cache(maxsize=65_536)
def _same_names(a: str, b: str) -> bool | None:
    one, other = _read(a), _read(b)
    if not (one.telling or one.acronyms) or not (other.telling or other.acronyms):
        return None
    if not _PRINTERS.isdisjoint(one.words + other.words):
        return None
    if one.acronyms & other.acronyms or _within(one.telling, other.telling):
        return True
    return _spelt_out(one, other) or _spelt_out(other, one)


@functools.lru_cache(maxsize=65_536)
def _read(name: str) -> _Name:
    plain = _DATABASE.sub("data base", _APOSTROPHES.sub("", name))
    printed = _WORD.findall(plain)[:MOST_WORDS]
    words = tuple(word for found in printed for word in fold(found).split())
    shouted = name.isupper() and len(printed) > 2
    acronyms = {fold(word) for word in printed if not shouted and _is_acronym(word)}
    acronyms |= {word for word in words if _known_acronym(word)}
    acronyms = {_one_of(word) for word in acronyms}
    telling = tuple(word for word in words if word not in _ANY_VENUE)
    return _Name(telling, words, frozenset(acronyms - _ANY_VENUE))


def _known_acronym(word: str) -> Entry | None:
    """Return the known venue of an acronym that is no other word, as "kdd" and "chi" are not."""
    entry = known_venues().acronym(word)
    return entry if entry and not entry.acronym and len(word) > 2 else None


def _one_of(word: str) -> str:
    """Return the acronym that stands for all those of its venue: NIPS is NeurIPS."""
    entry = _known_acronym(word)
    return fold(entry.short).split()[-1] if entry else word


def _is_acronym(word: str) -> bool:
    """Whether a word has several capitals, as VLDB and NeurIPS do."""
    return sum(char.isupper() for char in word) > 1


def _within(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the words of one stand in the other in order, maybe shortened: Database Syst."""
    short, long = sorted((a, b), key=lambda words: ("".join(words).__len__(), words))
    if not short or len("".join(short)) < 4:
        return False
    rest = iter(long)
    return all(any(_abbreviates(word, other) for other in rest) for word in short)


def _abbreviates(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and (len(short) > 2 or short == long)


def _spelt_out(short: _Name, long: _Name) -> bool:
    """Whether an acronym of one is spelt out in the words of the other."""
    return any(_is_spelt_by(acronym, long) for acronym in short.acronyms)


def _is_spelt_by(acronym: str, long: _Name) -> bool:
    entry = _known_acronym(acronym)
    if entry and any(_within(known, long.telling) for known in _long_forms(entry)):
        return True
    if len(acronym) < 3:
        return False
    # Letters of the telling words must be there; those of the others may be.
    letters = [(word[0], word in _LETTERS_TOO or word in _ANY_VENUE) for word in long.words]
    # The O of TODS is an "on" that abbreviated names leave out.
    forms = {acronym, acronym.replace("to", "t", 1) if acronym.startswith("to") else acronym}
    return any(_spells(form, letters[at:]) for form in sorted(forms) for at in range(len(letters)))


@functools.lru_cache(maxsize=1_000)
def _long_forms(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Return the telling words of the names of a venue that spell its acronym out."""
    found = [_read(name).telling for name in entry.names if " " in name]
    return tuple(telling for telling in found if len(telling) > 1)


def _spells(acronym: str, letters: list[tuple[str, bool]]) -> bool:
    """Whether the acronym is the first letters of words, some of the lesser ones left out."""
    at, telling = 0, 0
    for letter, lesser in letters:
        if at == len(acronym):
            break
        if letter == acronym[at]:
            at += 1
            telling += not lesser
        elif not lesser:
            return False
    return at == len(acronym) and telling > 1
