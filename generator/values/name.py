"""A person's name, read once: in the parts that a bibliography sorts and prints by, where it can.

The parts are those of CSL (https://docs.citationstyles.org/en/stable/specification.html#names) and
of BibTeX's "von Family, Suffix, Given". A name that could be read in more than one way stays whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.text.unicode import normal
from generator.text.words import fold
from generator.values.text import Text

#: Written small, these begin the family name: Ludwig van Beethoven, Juan de la Cruz.
_PARTICLES = frozenset(
    "af al am auf aus ben bin d' da dal dalla das de degli dei del della den der des di do dos du"
    " el ibn la las le les lo los 's 't te ten ter tho thoe to tot un una van vom von zu zum"
    " zur".split()
)
#: Written large, they are part of the family name itself: Luc Van Gool.
_LARGE_PARTICLES = frozenset(
    "Da De Del Della Den Der Di Dos Du El La Le St. Van Vande Vanden Vander Von".split()
)
#: Van, Le and La are given names in Vietnam, whose family names stand first or last.
_VIETNAMESE = frozenset(
    "bui cao chu dang dao dinh do doan duong ho hoang huynh le luong ly mai ngo nguyen pham phan ta"
    " thai to tran trinh truong van vo vu vuong".split()
)
#: Also degrees, which some sources set behind a name.
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV PhD Ph.D. MD M.D.".split())
#: One of these in place of a family name names nobody.
_NOBODY = frozenset("al others anonymous unknown na various".split())
#: A name with one of these words is not a person's.
_NOT_A_PERSON = frozenset(
    "& and association center centre collaboration collective committee community company"
    " consortium contributors corporation department et foundation group gmbh inc inc. institute"
    " lab laboratory labs ltd ltd. network organization others partnership project research"
    " society team the university with".split()
)
#: Digits, brackets and other marks that no plain name has; scripts that put the family first.
_UNUSUAL = re.compile(
    r"[^\w\s.,'’ʼ‐‑–·\u0300-\u036f-]|[\d_]|[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
#: What parts the words of a name that is compared; a ? stands for a lost letter.
_BETWEEN_WORDS = re.compile(r"[^\w?]+")
#: More words than this are no name.
_MOST_GIVEN = 8
_INITIALS = re.compile(r"[^\W\d_]{1,2}|(?:[^\W\d_]\.-?)+")


@dataclass(frozen=True)
class FoldedName:
    """A name as it is compared: no case, accents or signs; letters that a source lost are `?`.

    `family` is the last word of the family name, `given` are the given names, maybe initials only.
    `full` are those words that are more than initials.
    """

    family: str
    given: tuple[str, ...]
    full: frozenset[str] = field(compare=False, default=frozenset())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, or whole in `literal`; `particle` is a "van" or "de la" written small.

    `printed` is the name as its source has it, for messages; it makes no two names differ.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""
    printed: str = field(default="", compare=False)

    @classmethod
    def read(cls, text: Text) -> Name | None:
        """Return the parts of a name in either order ("Family, Given" too); None if it is empty.

        The only parser of names. What could be read in more than one way stays whole.
        """
        return _read(text)

    def __str__(self) -> str:
        return self.natural

    @property
    def natural(self) -> str:
        """The name as it is printed below a title: Ludwig van Beethoven."""
        if self.literal:
            return self.literal
        return " ".join(p for p in (self.given, self.particle, self.family, self.suffix) if p)

    @property
    def sorted(self) -> str:
        """The name with its family name first: van Beethoven, Ludwig."""
        if self.literal:
            return self.literal
        return ", ".join(p for p in (self.full_family, self.given, self.suffix) if p)

    @property
    def full_family(self) -> str:
        """The family name with its particle: van Beethoven; empty for a name that stays whole."""
        return " ".join(part for part in (self.particle, self.family) if part)

    @property
    def folded(self) -> FoldedName | None:
        """The name as it is compared with others; None if it is nobody's, such as "et al."."""
        return _folded(self)


@lru_cache(maxsize=10_000)  # as for _read
def _folded(name: Name) -> FoldedName | None:
    if name.literal:
        before, _, after = name.literal.partition(",")
        family, given = _folded_words(before), _folded_words(after)
        if not given:
            while len(family) > 1 and family[-1] in _FOLDED_SUFFIXES:
                family.pop()
            family, given = family[-1:], family[:-1]
        given = [word for word in given if word not in _FOLDED_SUFFIXES]
    else:
        family = _folded_words(name.family)
        given = [*_folded_words(name.given), *_folded_words(name.particle)]
    if not family or family[-1] in _NOBODY or not family[-1].strip("?_"):
        return None
    if len(given) > _MOST_GIVEN or any(map(str.isdigit, "".join((*family, *given)))):
        return None
    full = frozenset(word for word in (*family, *given) if len(word) > 2)
    return FoldedName(family[-1], tuple(given), full)


def _folded_words(text: str) -> list[str]:
    plain = fold(text[:200].replace("\N{REPLACEMENT CHARACTER}", "?")).replace("'", "")
    return _BETWEEN_WORDS.sub(" ", plain.replace("’", "")).split()


_FOLDED_SUFFIXES = frozenset(word.lower().replace(".", "") for word in _SUFFIXES)


@lru_cache(maxsize=10_000)  # people write more than one paper
def _read(source: Text) -> Name | None:
    text = normal(source.plain)
    found = _parsed(text) if text else None
    return replace(found, printed=source.repaired) if found else None


def _parsed(text: str) -> Name:
    words = text.split()
    if _UNUSUAL.search(text) or any(word.lower().strip(",") in _NOT_A_PERSON for word in words):
        return Name(literal=text)
    sections = [section.strip() for section in text.split(",")]
    if len(sections) > 3 or not all(sections):
        return Name(literal=text)
    suffix = next((s for s in sections[1:] if s in _SUFFIXES), "")
    rest = [s for place, s in enumerate(sections) if not (place and s == suffix)]
    if len(rest) == 2:
        return _family_first(rest[0], rest[1], suffix)
    return _given_first(rest[0].split(), suffix, text) if len(rest) == 1 else Name(literal=text)


def _family_first(family: str, given: str, suffix: str) -> Name:
    words = family.split()
    small = _run(words[:-1], _PARTICLES)
    return Name(" ".join(words[small:]), given, " ".join(words[:small]), suffix)


def _given_first(words: list[str], suffix: str, text: str) -> Name:
    if not suffix and len(words) > 2 and words[-1] in _SUFFIXES:
        words, suffix = words[:-1], words[-1]
    # "Smith J." is a family name with initials, or a South Indian name with its own.
    initials = _INITIALS.fullmatch(words[-1]) and words[-1].isupper() and not text.isupper()
    if len(words) < 2 or initials:
        return Name(literal=text)
    vietnamese = fold(words[0]) in _VIETNAMESE or fold(words[-1]) in _VIETNAMESE
    for place in range(1, len(words) - 1):
        if words[place] in _PARTICLES:
            family = place + _run(words[place:-1], _PARTICLES)
            # Alexander G. de G. Matthews: what is shortened is a given name.
            if not words[family].endswith("."):
                return _parts(words, place, family, suffix)
        elif words[place] in _LARGE_PARTICLES and not vietnamese:
            return _parts(words, place, place, suffix)
    return _parts(words, len(words) - 1, len(words) - 1, suffix)


def _parts(words: list[str], particle: int, family: int, suffix: str) -> Name:
    return Name(
        " ".join(words[family:]),
        " ".join(words[:particle]),
        " ".join(words[particle:family]),
        suffix,
    )


def _run(words: list[str], wanted: frozenset[str]) -> int:
    """Return how many words at the beginning are all in `wanted`."""
    return next((i for i, word in enumerate(words) if word not in wanted), len(words))
