"""A venue's name as printed, taken apart: what tells the venue, without years, counts and places.

"Proceedings of the 36th International Conference on Machine Learning, ICML 2019, Long Beach" has
the segments that commas, colons, dashes and brackets make; of each only the telling words are left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.text.words import bare
from generator.values.venue_misspelt import corrected

#: Most letters of a name that are looked at, and most segments.
LONGEST, MOSTSEGMENTS = 400, 12

_APOSTROPHES = re.compile(r"['’‘`´](?=[a-z]\b)", re.IGNORECASE)
#: "ICLR.cc/2024/Conference": an address of OpenReview.
_OPENREVIEW = re.compile(r"(?:^(?:[a-z-]+\.)+[a-z]+/|\.cc(?=/))")
_SHORT_YEAR = re.compile(r"['’‘`´]\s?\d\d\b")
_AND = re.compile(r"\s?(?:&amp;|&|\+)\s?")
#: S&P and Q&A are words.
_IN_WORD = re.compile(r"([A-Z])&([A-Z])\b")
SEGMENT = re.compile(r"[,;:()\[\]{}|•·=]|\s[-–—]+\s|[–—]|@|\s/\s")
_WORD = re.compile(r"[^\W_]+\.?")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?", re.IGNORECASE)
#: "CVPR2019", "AAAI21": an acronym with its year.
_GLUED = re.compile(r"([A-Z][A-Za-z]*[A-Z])(?:(?:19|20)\d\d|\d\d)|([A-Za-z]{3,})(?:19|20)\d\d")
_ROMAN = re.compile(r"(?=[XVI]{2,})X{0,3}(?:IX|IV|V?I{0,3})")

_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = frozenset(
    f"{_ONES} {_TENS} twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth"
    " ninetieth hundredth".split()
)
#: Small words, which one writes and the other leaves out.
SMALL = frozenset("a an and the of on in for at to with by from de la le und der die das".split())
#: Words for a meeting; a name that has one is a conference's.
MEETINGS = frozenset(
    "conference conf conferences symposium symp symposia meeting congress colloquium convention"
    " konferenz tagung".split()
)
#: Often there is a conference and a symposium on one subject, and they are two.
_SYMPOSIA = frozenset(("symposium", "symp", "symposia", "colloquium"))
#: Words that proceedings have around the name.
BOUND = frozenset(
    "proceedings proc proceeding procs papers"
    " volume volumes vol vols no nr part pt issue edition main long short".split()
)
#: Which of a series, and for whom.
ANY_MEETING = frozenset("international intl int internat annual biennial biannual ann".split())
#: Societies that hold meetings; SIGs of the ACM are known by their letters.
_SOCIETIES = frozenset("acm ieee cvf rsj usenix ifip iapr iacr embs sps".split())
#: What stands behind an acronym and says how a paper was presented, not where.
PRESENTED = frozenset(
    "oral orals poster posters spotlight spotlights highlight highlights notable top accepted"
    " accept best paper award honorable mention track regular full research long short main"
    " conference conf papers proceedings volume vol virtual online contributed talk published"
    " camera ready press appear forthcoming invited presentation presented version round"
    " finalist outstanding technical program session blogpost blogposts blog tiny".split()
)
#: Contractions of ISO 4 that are not the beginning of their words, and short forms of words that
#: every other name has.
_CONTRACTED = {
    "intl": "international",
    "int": "international",
    "internation": "international",
    "natl": "national",
    "dept": "department",
    "conf": "conference",
    "symp": "symposium",
    "trans": "transactions",
    "j": "journal",
}


@dataclass(frozen=True)
class Words:
    """The words of a name or of a part of it.

    `telling` are folded, without what any venue may have; `every` are folded and in order, without
    numbers and years only; `printed` are `every` as printed. `meeting` is whether it calls itself a
    "conference" or a "symposium", `shortened` the places in `telling` of words with a point.
    """

    telling: tuple[str, ...]
    every: tuple[str, ...]
    printed: tuple[str, ...]
    meeting: str
    shortened: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.telling)

    @property
    def letters(self) -> str:
        """The telling words as one: "data bases" and "databases" are equal."""
        return "".join(self.telling)

    @property
    def without_societies(self) -> tuple[str, ...]:
        """The telling words without ACM, IEEE and their like, but with their SIGs."""
        return tuple(word for word in self.telling if word not in _SOCIETIES)

    @property
    def without_sponsors(self) -> tuple[str, ...]:
        """The telling words without societies and SIGs: "acm sigmod management data"."""
        return tuple(word for word in self.telling if not is_sponsor(word))


def is_sponsor(word: str) -> bool:
    """Whether a folded word is a society that holds many conferences."""
    return word in _SOCIETIES or (word.startswith("sig") and len(word) < 9 and word != "signal")


def segments(name: str) -> list[str]:
    """Return the parts that commas, colons, dashes and brackets make of a name, as printed."""
    text = _OPENREVIEW.sub(" ", bare(name[:LONGEST]))
    text = _IN_WORD.sub(r"\1n\2", _SHORT_YEAR.sub(" ", text))
    text = _APOSTROPHES.sub("", text)
    text = _AND.sub(" and ", text)
    found = [part.strip() for part in SEGMENT.split(text)]
    return [part for part in found if part][:MOSTSEGMENTS]


_DROPPED = SMALL | MEETINGS | BOUND
_DROPPED_OF_MEETINGS = _DROPPED | ANY_MEETING


@lru_cache(maxsize=20_000)
def words(text: str) -> Words:
    """Return the words of a part of a name that `segments` gave, or of several of them."""
    printed, every, dotted = [], [], []
    found = _WORD.findall(text)
    in_count = any(raw.lower().rstrip(".") in MEETINGS | {"proceedings", "proc"} for raw in found)
    for raw in found:
        word = _without_year(raw.rstrip("."))
        folded = corrected(_CONTRACTED.get(word.lower(), word.lower()))
        counts = _NUMBER.fullmatch(word) or folded in _ORDINALS
        if counts or (_ROMAN.fullmatch(word) and (in_count or not set("XV").isdisjoint(word))):
            continue
        printed.append(word)
        every.append(folded)
        dotted.append(raw.endswith("."))
    meeting = "" if MEETINGS.isdisjoint(every) else "conference"
    meeting = meeting if _SYMPOSIA.isdisjoint(every) else "symposium"
    is_held = meeting or "workshop" in every or "workshops" in every
    dropped = _DROPPED_OF_MEETINGS if is_held else _DROPPED
    kept = [at for at, word in enumerate(every) if word not in dropped]
    if not [at for at in kept if not is_sponsor(every[at])] and "proceedings" in every:
        # "Proceedings of the IEEE" is a name.
        kept = [at for at, word in enumerate(every) if word not in SMALL | BOUND - {"proceedings"}]
    return Words(
        tuple(every[at] for at in kept),
        tuple(every),
        tuple(printed),
        meeting,
        frozenset(place for place, at in enumerate(kept) if dotted[at]),
    )


def _without_year(word: str) -> str:
    found = _GLUED.fullmatch(word)
    return (found[1] or found[2]) if found else word


def is_acronym(word: str) -> bool:
    """Whether a word has several capitals, as VLDB and NeurIPS do."""
    return sum(char.isupper() for char in word) > 1 and len(word) < 16
