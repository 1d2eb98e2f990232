"""A name as it is compared with other names: what two forms of one person's name share.

Names are written with and without accents, middle names and hyphens, with initials, and with the
family name first. Two forms that a person could have are alike in one of the ways of `Likeness`.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.text.folding import LETTERS, SPELLINGS
from generator.text.words import fold
from generator.values.name import Name, is_group

_BETWEEN_WORDS = re.compile(r"[^\w]+")
_TIED = re.compile(r"[^\W\d_]{2,}[-‐‑–][^\W\d_]{2,}")
_LETTERS = str.maketrans(LETTERS)
#: Letters that are also spelled with two, and those with one that people type instead.
_SPELLED = re.compile("|".join(map(re.escape, sorted(SPELLINGS, key=len, reverse=True))))
#: What both ways of spelling such a letter become where only the block of a name is asked for.
_TWO_LETTERS = re.compile("ae|oe|ue|aa|dj")
_FIRST_OF_TWO = {"ae": "a", "oe": "o", "ue": "u", "aa": "a", "dj": "d"}
#: No name that is compared by its words has more.
_MOST_WORDS = 8


class Likeness(enum.Enum):
    """How two forms of names are alike, the surest first."""

    SAME = "the same name"
    FULLER = "one has a further given name or initial"
    SPELLED = "the same name spelled otherwise"
    SWAPPED = "the same words, family name first"
    INITIALS = "one has only initials"


@dataclass(frozen=True)
class Form:
    """A name as it is compared.

    `family` and `given` are folded words, initials of one letter; `otherwise` is the whole name as
    people spell it who write ue for ü. `tied` is whether a hyphen makes one of the first given
    names: Ming is not short for Ming-Hsuan. A group, and a name of one word, has only `whole`.
    """

    whole: str
    family: str = ""
    given: tuple[str, ...] = ()
    otherwise: str = ""
    tied: bool = False

    def __hash__(self) -> int:
        """Return the hash of the whole name, which Python works out once; the rest follows it."""
        return hash(self.whole)

    @cached_property
    def is_person(self) -> bool:
        """Whether it has a family and a given name."""
        return bool(self.family and self.given)

    @cached_property
    def is_initials(self) -> bool:
        """Whether its first given name is an initial: nobody knows whose it is."""
        return self.is_person and all(len(word) == 1 for word in self.given)

    @cached_property
    def first(self) -> str:
        """The full given names as one word, Ming-Hsuan and Minghsuan alike; else the initials."""
        full = [word for word in self.given if len(word) > 1]
        return "".join(full or self.given)

    @cached_property
    def block(self) -> tuple[str, str]:
        """What forms must share to be compared: the family name, loosely, and an initial."""
        return loose(self.family), self.given[0][0] if self.given else ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words, sorted: what two orders of one name share."""
        return tuple(sorted((*self.family.split(), *self.given)))


def loose(text: str) -> str:
    """Return folded text in which ü, ue and u are one."""
    return _TWO_LETTERS.sub(lambda found: _FIRST_OF_TWO[found[0]], text)


@lru_cache(maxsize=400_000)  # people write more than one paper, and are looked at again
def form_of(name: Name) -> Form:
    """Return a name as it is compared."""
    whole = " ".join(_words(name.natural)) or name.natural
    if not name.literal:
        family, given = _words(name.full_family), _words(name.given)
        if _are_initials(name):
            given = list(given[0])
    else:
        words = _words(name.literal)
        if is_group(name.literal) or not 2 <= len(words) <= _MOST_WORDS:
            return Form(whole)
        # Smith J., or a name whose family name may stand first: compared in both orders.
        cut = 1 if _behind(words) else len(words) - 1
        family, given = (words[:1], words[1:]) if cut == 1 else (words[cut:], words[:cut])
    if not family or not given or any(map(str.isdigit, whole)):
        return Form(whole)
    tied = bool(_TIED.match(name.given or name.literal))
    return Form(whole, " ".join(family), tuple(given), _otherwise(name.natural, whole), tied)


def _behind(words: list[str]) -> bool:
    """Whether initials stand behind a family name."""
    return len(words[0]) > 1 and all(len(word) == 1 for word in words[1:])


def _are_initials(name: Name) -> bool:
    """Whether a given name is initials in one word: JR Quill. In JO LI nothing tells."""
    given = name.given
    return given.isalpha() and given.isupper() and len(given) in (2, 3) and name.family.istitle()


def _words(text: str) -> list[str]:
    if text.isascii():
        plain = text.lower()  # in which there is nothing else to fold
        if text.isalpha():
            return [plain]
    else:
        plain = fold(text.translate(_LETTERS)).translate(_LETTERS)
    return _BETWEEN_WORDS.sub(" ", plain.replace("'", "").replace("’", "")).split()


def _otherwise(natural: str, whole: str) -> str:
    if natural.isascii():
        return whole
    decomposed = unicodedata.normalize("NFD", natural[:200].lower())
    spelled = _SPELLED.sub(lambda found: SPELLINGS[found[0]], decomposed)
    return " ".join(_words(spelled)) if spelled != decomposed else whole


@lru_cache(maxsize=200_000)
def likeness(a: Form, b: Form) -> Likeness | None:
    """Return how two forms are alike; None if no one person would have both."""
    if not (a.is_person and b.is_person):
        return Likeness.SAME if a.whole == b.whole and a.is_person == b.is_person else None
    if a.family == b.family:
        found = _given(a.given, b.given)
        halved = found is Likeness.FULLER and (_is_half(a, b) or _is_half(b, a))
        return None if halved else found
    if a.otherwise == b.whole or b.otherwise == a.whole:
        return Likeness.SPELLED
    if a.words == b.words and not (a.is_initials or b.is_initials):
        return Likeness.SWAPPED
    return None


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    if a == b or "".join(a) == "".join(b):
        return Likeness.SAME
    glued_a, glued_b = _glued(a), _glued(b)
    pairs = list(zip(a, b, strict=False))
    if not all(_fit(x, y) for x, y in pairs):
        # Ming-Hsuan and Minghsuan, behind which one has more.
        if glued_a[0] != glued_b[0] or not all(map(_fit, glued_a, glued_b)):
            return None
        return Likeness.FULLER
    x, y = pairs[0]
    if (len(x) == 1) != (len(y) == 1):
        return Likeness.INITIALS
    return Likeness.FULLER


def _is_half(a: Form, b: Form) -> bool:
    """Whether a form has the first half alone of what a hyphen ties in the other."""
    return b.tied and a.given == b.given[:1]


def _fit(a: str, b: str) -> bool:
    """Whether two given names are one, or one the initial of the other."""
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _glued(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the full given names that stand first as one word, then the rest."""
    full = next((at for at, word in enumerate(given) if len(word) == 1), len(given))
    return ("".join(given[:full]), *given[full:]) if full else given


def contradict(a: Form, b: Form) -> bool:
    """Whether two forms can never be one person's, not even by way of a third form."""
    return likeness(a, b) is None and loose(a.whole) != loose(b.whole)
