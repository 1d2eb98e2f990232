"""A person's name, read once: in the parts that a bibliography sorts and prints by, where it can.

The parts are those of CSL (https://docs.citationstyles.org/en/stable/specification.html#names) and
of BibTeX's "von Family, Suffix, Given". A name that could be read in more than one way stays whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from generator.text.repair import Step
from generator.text.unicode import normal
from generator.text.words import fold
from generator.values.name_marks import bare_name, dblp_number, is_titled
from generator.values.name_parts import (
    NameParts,
    family_first,
    group_of,
    is_in,
    numbered,
    put_right,
    repaired,
    run,
)
from generator.values.name_words import (
    FAMILY_ENDS,
    FAMILY_LINKS,
    GROUPS,
    LARGE_PARTICLES,
    LEGAL_FORMS,
    NOBODY,
    NOT_A_PERSON,
    PARTICLES,
    PINYIN,
    SUFFIXES,
    VIETNAMESE,
    WITH_PARTICLES,
)
from generator.values.orcid import orcid_in
from generator.values.text import Text

#: Digits, brackets and other marks that no plain name has; scripts that put the family first.
_UNUSUAL = re.compile(
    r"[^\w\s.,'’ʼ‐‑–·\u0300-\u036f-]|[\d_]|[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
#: A part of a name in a script that puts the family first, without a space.
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]+"
)
#: What parts the words of a name that is compared; a ? stands for a lost letter.
_BETWEEN_WORDS = re.compile(r"[^\w?]+")
#: More words than this are no name.
_MOST_GIVEN = 8
#: The digits that a name may have.
_ORDINAL = re.compile(r"(?<=\s)(?:2nd|3rd)$")
#: A comma, or initials before a word, which no family name has.
_SURELY_FULL = re.compile(r"^[^\W\d_][^,]*, ?[^\W\d_]|(?:^| )(?:[^\W\d_]\.[ -]?){1,4}[^\W\d_]{2}")
_INITIALS = re.compile(r"[^\W\d_]{1,2}|(?:[^\W\d_]\.-?)+")


#: Parts of a name that hold nothing else: Example, and Ada or Ada B.
_PLAIN_FAMILY = re.compile("[A-Z][a-z]{3,}")
_PLAIN_GIVEN = re.compile(r"[A-Z][a-z]{3,}(?: [A-Z]\.)?")
_NO_PLAIN_NAME = GROUPS | LEGAL_FORMS | NOBODY | {word.lower() for word in LARGE_PARTICLES}


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

    `orcid` is the iD of its bearer, `dblp` the number by which DBLP tells people of one name apart;
    `printed` is the name as its source has it, for messages; `others` is whether the list ended
    behind it though the work has more authors: "et al.". None of these makes two names differ.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = field(default="", compare=False)
    dblp: str = field(default="", compare=False)
    printed: str = field(default="", compare=False)
    others: bool = field(default=False, compare=False)

    @classmethod
    def read(cls, text: Text) -> Name | None:
        """Return the parts of a name in either order ("Family, Given" too); None if it is empty.

        The only parser of names. What could be read in more than one way stays whole.
        """
        return _read(text)

    @classmethod
    def of_parts(cls, parts: NameParts, steps: tuple[Step, ...]) -> Name | None:
        """Return a name of parts that its source has, each repaired; None if nothing is left.

        What is in the wrong part is put right where that is sure: a suffix, a particle, the name
        of a team that was turned around. A family name alone stays whole.
        """
        return _plain_person(parts) or _of_parts(repaired(parts, steps))

    @classmethod
    def whole(cls, text: Text) -> Name | None:
        """Return a name that is not to be taken apart, a group's; None if it is empty."""
        literal = normal(text.plain)
        return cls(literal=literal, printed=text.repaired) if literal else None

    def __str__(self) -> str:
        return self.natural

    @property
    def natural(self) -> str:
        """The name as it is printed below a title: Ludwig van Beethoven, 王小明."""
        if self.literal:
            return self.literal
        parts = (self.given, self.particle, self.family, self.suffix)
        if self.family[:1] > "\u1100" and _EAST_ASIAN.fullmatch("".join(parts)):
            return f"{self.particle}{self.family}{self.given}{self.suffix}"
        return " ".join(p for p in parts if p)

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
    if not family or family[-1] in NOBODY or not family[-1].strip("?_"):
        return None
    if len(given) > _MOST_GIVEN or any(map(str.isdigit, "".join((*family, *given)))):
        return None
    full = frozenset(word for word in (*family, *given) if len(word) > 2)
    return FoldedName(family[-1], tuple(given), full)


def _folded_words(text: str) -> list[str]:
    if text.isascii() and text.isalpha() and len(text) <= 200:
        return [text.lower()]  # as most families
    plain = fold(text[:200].replace("\N{REPLACEMENT CHARACTER}", "?")).replace("'", "")
    return _BETWEEN_WORDS.sub(" ", plain.replace("’", "")).split()


_FOLDED_SUFFIXES = frozenset(word.lower().replace(".", "") for word in SUFFIXES)


def is_group(text: str) -> bool:
    """Whether a text is surely the name of no person: of a group, a firm, an institution."""
    words = text.split()
    telling = {low for word in words if (low := word.lower().strip(",")) in NOT_A_PERSON}
    if telling == {"the"} and any(fold(word.strip(",")) in VIETNAMESE for word in words):
        return False  # The Anh is a given name
    # Ai is a family name; in a name all in capitals nothing tells the two apart.
    return bool(telling) or (words[-1:] == ["AI"] and not text.isupper())


@lru_cache(maxsize=10_000)  # people write more than one paper
def _read(source: Text) -> Name | None:
    said = normal(source.plain)
    text = bare_name(said)
    found = _parsed(text) if text else None
    if not found:
        return None
    if text == said:
        return _known(found, "", "", source.repaired)
    # An iD or a number that was left in the text is part of it.
    orcid, dblp = (one if one not in text else "" for one in (orcid_in(said), dblp_number(said)))
    return _known(found, orcid, dblp, source.repaired)


@lru_cache(maxsize=10_000)  # as for _read
def _of_parts(repaired_parts: NameParts) -> Name | None:
    said, dblp = numbered(repaired_parts)
    found = _settled(said)
    if not found:
        return None
    return _known(found, said.orcid or found.orcid, dblp or found.dblp, said.natural)


def _plain_person(parts: NameParts) -> Name | None:
    """Return the name of parts in which nothing is to be put right, as of most; None of others."""
    family, given = parts.family, parts.given
    if not (_PLAIN_FAMILY.fullmatch(family) and _PLAIN_GIVEN.fullmatch(given)):
        return None
    if parts.particle or parts.suffix or parts.literal or parts.orcid or parts.name:
        return None
    if family.lower() in _NO_PLAIN_NAME or given.lower() in _NO_PLAIN_NAME:
        return None
    return Name(family, given, printed=f"{given} {family}")


def _known(name: Name, orcid: str, dblp: str, printed: str) -> Name:
    """Return a name with all that is known of it; `replace` takes five times as long."""
    parts = (name.family, name.given, name.particle, name.suffix, name.literal)
    return Name(*parts, orcid, dblp, printed)


def _settled(said: NameParts) -> Name | None:
    if said.family and said.given:
        group = group_of(said)
        return Name(literal=group) if group else _of(put_right(said))
    if said.literal:
        return Name(literal=said.literal)
    alone = said.family or said.given
    if alone and (said.particle or said.suffix):
        return _of(put_right(said))
    # "Plato" and "Space Agency", but programs also put whole names there.
    if not alone or _SURELY_FULL.search(alone):
        return _read(Text(alone or said.name))
    return _alone(alone)


def _alone(text: str) -> Name | None:
    """Return a name that its source has in one part; what is around it is left off."""
    found = _read(Text(text))
    return Name(literal=found.natural, orcid=found.orcid, dblp=found.dblp) if found else None


def _of(parts: NameParts) -> Name:
    return Name(parts.family, parts.given, parts.particle, parts.suffix)


def _parsed(text: str) -> Name:
    sections = [section.strip() for section in text.split(",")]
    family = sections[0].lower()
    if len(sections) == 2 and len(family) > 3 and family in NOT_A_PERSON and sections[1]:
        # Programs that take "Gemma Team" for a person turn it around.
        return Name(literal=f"{sections[1]} {sections[0]}")
    if len(sections) == 2 and all(map(_EAST_ASIAN.fullmatch, sections)):
        return Name(sections[0], sections[1])
    if _UNUSUAL.search(_ORDINAL.sub("", text)) or is_group(text) or is_titled(text):
        return Name(literal=text)
    if len(sections) > 3 or not all(sections):
        return Name(literal=text)
    suffix = next((s for s in sections[1:] if s in SUFFIXES), "")
    rest = [s for place, s in enumerate(sections) if not (place and s == suffix)]
    if len(rest) == 2:
        return _of(family_first(rest[0], rest[1], suffix))
    return _given_first(rest[0].split(), suffix, text) if len(rest) == 1 else Name(literal=text)


def _given_first(words: list[str], suffix: str, text: str) -> Name:
    if not suffix and len(words) > 2 and words[-1] in SUFFIXES:
        words, suffix = words[:-1], words[-1]
    # "Smith J." is a family name with initials, or a South Indian name with its own.
    initials = _INITIALS.fullmatch(words[-1]) and words[-1].isupper() and not text.isupper()
    if len(words) < 2 or initials:
        return Name(literal=text)
    first, last = fold(words[0]) in VIETNAMESE, fold(words[-1]) in VIETNAMESE
    if first and not last and len(words) > 2:
        return Name(literal=text)  # Nguyen Van Anh: the family name stands first, or does not
    vietnamese = first or last
    for place in range(1, len(words) - 1):
        if is_in(words[place], PARTICLES):
            family = place + run(words[place:-1], WITH_PARTICLES)
            # Alexander G. de G. Matthews: what is shortened is a given name.
            if not words[family].endswith("."):
                return _parts(words, place, family, suffix)
        elif is_in(words[place], LARGE_PARTICLES) and not vietnamese:
            # "Md Rashad Al Hasan Pond": of Al and two words more one may be a given name.
            is_last = place == len(words) - 2
            if (is_last or words[place] not in ("Al", "Ben")) and not _is_pinyin(words, place):
                return _parts(words, place, place, suffix)
        elif words[place] in FAMILY_LINKS and place > 1:
            return _parts(words, place - 1, place - 1, suffix)
    if len(words) > 2 and words[-1] in FAMILY_ENDS and not _INITIALS.fullmatch(words[-2]):
        return _parts(words, len(words) - 2, len(words) - 2, suffix)
    return _parts(words, len(words) - 1, len(words) - 1, suffix)


def _is_pinyin(words: list[str], place: int) -> bool:
    """Whether a particle stands between short words, as a syllable in "Richard Yi Da Xu"."""
    short = all(1 < len(word) < 4 for word in (words[place - 1], words[-1]))
    return short and place == len(words) - 2 and words[place] in PINYIN


def _parts(words: list[str], particle: int, family: int, suffix: str) -> Name:
    return Name(
        " ".join(words[family:]),
        " ".join(words[:particle]),
        " ".join(words[particle:family]),
        suffix,
    )
