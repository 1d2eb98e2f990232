"""A name as a source has it in parts, and those parts put right: each holds what its name says.

The parts are those of CSL: https://docs.citationstyles.org/en/stable/specification.html#names
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.text.repair import Step, repair
from generator.text.unicode import normal
from generator.text.words import fold
from generator.values.name_marks import bare_name, dblp_number
from generator.values.name_words import (
    GROUPS,
    LARGE_PARTICLES,
    LEGAL_FORMS,
    PARTICLES,
    PINYIN,
    SUFFIXES,
    VIETNAMESE,
    WITH_PARTICLES,
)
from generator.values.orcid import orcid_in, read_orcid
from generator.values.text import Text

_SIMPLE = re.compile(r"[A-Za-z]+\.?(?:[ -][A-Za-z]+\.?)*")
_NO_BRACES = str.maketrans("", "", "{}")
_ALL_PARTICLES = WITH_PARTICLES | LARGE_PARTICLES
#: What programs leave at the ends of a part.
_ENDS = " ,;"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as a source has it in parts, each a text before repair.

    `literal` is a name that is not to be taken apart, a group's; `name` one that the source has in
    one text, in either order, beside an `orcid`.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""
    name: str = ""

    @property
    def natural(self) -> str:
        """All parts in the order in which people say them."""
        if self.family or self.given:
            return " ".join(p for p in (self.given, self.particle, self.family, self.suffix) if p)
        return self.literal or self.name


#: Words for the parts in CSL-JSON, Crossref, OpenAlex, Semantic Scholar and in our records.
_KEYS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "particle",
    "non-dropping-particle": "particle",
    "particle": "particle",
    "suffix": "suffix",
    "literal": "literal",
    "name": "name",
    "ORCID": "orcid",
    "orcid": "orcid",
}


def parts_of(said: Mapping[str, object]) -> NameParts | None:
    """Return the parts of a name that a program wrote as an object; None if it holds none.

    Keys are those of CSL-JSON, and those that services use with them: `ORCID`, `name`. A dropping
    particle goes before one that does not drop. What is no text is left out.
    """
    found: dict[str, str] = {}
    for key, part in _KEYS.items():
        text = said.get(key)
        if isinstance(text, str) and text.strip():
            found[part] = f"{found[part]} {text}" if part == "particle" and part in found else text
    parts = NameParts(**found)
    return parts if parts.natural.strip() else None


def repaired(parts: NameParts, steps: tuple[Step, ...]) -> NameParts:
    """Return each part as one plain line, and the iD in its normal form or that of the text."""
    found = {
        part: _plain(text, steps)
        for part in ("family", "given", "particle", "suffix", "literal", "name")
        if (text := getattr(parts, part))
    }
    orcid = read_orcid(parts.orcid) if parts.orcid else orcid_in(" ".join(found.values()))
    return NameParts(**found, orcid=orcid)


def _plain(text: str, steps: tuple[Step, ...]) -> str:
    if _SIMPLE.fullmatch(text):
        return text  # nothing to repair, as of most names
    # "Vázques{ de }Parga": only BibTeX's own braces are left.
    return normal(Text(repair(text, steps)).plain.translate(_NO_BRACES))


def group_of(parts: NameParts) -> str:
    """Return the name of a group of which a program made a person's parts; empty of a person.

    "Gemma Team" was turned around; "Kettle Works, Inc." and "University of Ponds, Sheep Group" have
    a comma of their own.
    """
    family, given = parts.family.lower().split(), parts.given.lower().split()
    if parts.given.lower() in LEGAL_FORMS:
        return f"{parts.family}, {parts.given}"
    if len(family[-1]) > 3 and family[-1] in GROUPS:
        return parts.natural
    if len(family) > 1 and GROUPS.intersection(family):
        return f"{parts.family}, {parts.given}"
    return parts.natural if len(given) > 1 and GROUPS.intersection(given) else ""


def put_right(parts: NameParts) -> NameParts:
    """Return the repaired parts of a person's name without marks, each in the part it belongs to.

    Suffixes and particles at the end of the given names, and particles before the family name, go
    to their own parts: {family: Beethoven, given: Ludwig van}.
    """
    found = family_first(_bare_family(parts.family), _bare_given(parts.given), parts.suffix)
    if not parts.particle and not found.suffix:
        return found
    particle = " ".join(part for part in (parts.particle, found.particle) if part)
    suffix = "" if bare_name(f"Aa Bb, {found.suffix}") == "Aa Bb" else found.suffix.strip(_ENDS)
    return NameParts(found.family, found.given, particle, suffix)


def family_first(family: str, given: str, suffix: str = "") -> NameParts:
    """Return the parts of a name of which a comma or its source tells the family name."""
    words, names = family.split(), given.split()
    if not words:
        return NameParts(given=given, suffix=suffix)
    # "Smith Jr., John" and "Smith, John Jr."
    for part in (words, names):
        if not suffix and len(part) > 1 and part[-1] in SUFFIXES:
            suffix = part.pop()
            part[-1] = part[-1].rstrip(",")
    # "Pond, Ludwig van", as libraries write it, and "den Pond, Ludwig Van".
    behind = run(names[:0:-1], _PARTICLES_BEHIND)
    if behind:
        behind = run(names[:0:-1], _PARTICLES_BEHIND - _no_particles(words, names))
    small = _ALL_PARTICLES if is_in(words[0], PARTICLES) else WITH_PARTICLES
    words = names[len(names) - behind :] + words
    at = run(words[:-1], small)
    family, particle = " ".join(words[at:]), " ".join(words[:at])
    return NameParts(family, " ".join(names[: len(names) - behind]), particle, suffix)


#: What may stand behind the given names though it belongs to the family name; Ben may be one.
_PARTICLES_BEHIND = _ALL_PARTICLES - {"Ben"}


def _no_particles(family: list[str], given: list[str]) -> frozenset[str]:
    """Return particles that are none in such a name, but may be given names: Xu, Yi Da."""
    if any(fold(word) in VIETNAMESE for word in family if not word.islower()):
        return LARGE_PARTICLES
    short = all(word.isascii() and len(word) < 6 for word in (*family, *given))
    return PINYIN if short else frozenset()


def run(words: list[str], wanted: frozenset[str]) -> int:
    """Return how many words at the beginning are all in `wanted`."""
    return next((i for i, word in enumerate(words) if not is_in(word, wanted)), len(words))


def is_in(word: str, wanted: frozenset[str]) -> bool:
    """Whether a word, with any apostrophe, is one of those wanted."""
    return word.replace("’", "'").replace("ʼ", "'") in wanted


def numbered(parts: NameParts) -> tuple[NameParts, str]:
    """Return the parts without DBLP's number of a person, and that number, maybe empty.

    Programs that know no such numbers take it for the family name: {family: 0001, given: Wei Fu}.
    """
    literal = parts.literal if parts.literal.count(" ") > 1 else ""
    said = (f" {parts.family}", f" {parts.given}", literal)
    number = next((found for text in said if (found := dblp_number(text))), "")
    if number and parts.family == number:
        return NameParts(name=parts.given, orcid=parts.orcid), number
    if number and literal:
        return NameParts(literal=literal.removesuffix(f" {number}"), orcid=parts.orcid), number
    return parts, number


def _bare_family(text: str) -> str:
    if text.isalpha():
        return text
    bare = bare_name(f"Aa {bare_name(text.strip(_ENDS))}")
    return (bare[3:].strip(_ENDS) if bare.startswith("Aa ") else "") or text


def _bare_given(text: str) -> str:
    if text.isalpha():
        return text
    bare = bare_name(f"Aa, {text.strip(_ENDS)}")
    return (bare[3:].strip(_ENDS) if bare.startswith("Aa,") else "") or text
