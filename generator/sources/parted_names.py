"""Names that a YAML list parts or joins: `[Example, Ada]` is two names there, not one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.problems import Problems, quoted
from generator.values.name_parts import NameParts
from generator.values.orcid import wrong_orcid
from generator.yaml_lines import Document

#: Behind a comma they belong to the name before it: Ada Example, Jr.
_SUFFIX = re.compile(
    r"(?:[Jj]r|JR|[Ss]r|SR|Jnr|Snr|Esq)\.?|II|III|IV|Ph\.? ?D\.?|D\.? ?Phil\.?|MD|M\. ?D\.|MSc|BSc"
    r"|[MB]\. ?(?:Sc|A)\."
)
#: A family name in a script that has capitals; one with particles is of small words before it.
_FAMILY = re.compile(r"(?:[a-z'’]{1,4} ){0,3}[^\W\d_][^\W\d_'’.-]*(?:[-'’][^\W\d_]+)*")
#: Given names that no family name follows: A., A. B., A.-B., Ada B.
_GIVEN = re.compile(r"(?:[^\W\d_]{2,} )?(?:[^\W\d_]\.[ -]?){1,4}")
_AND = re.compile(r"(?:and|&|und|et|y) \S", re.IGNORECASE)
#: Longer than any name's part.
_LONGEST = 60


def warn_of_parted_names(
    field: str, items: Sequence[str | NameParts], document: Document, problems: Problems
) -> None:
    """Report items of a list of names that are parts of one, or two; those in quotes are meant.

    What is given in parts is meant, too.
    """
    names = [item if isinstance(item, str) else "" for item in items]
    unquoted = [(field, at) in document.unquoted for at in range(len(names))]
    for at, what, hint in _parted(names, unquoted):
        problems.warning(document.place((field, at)), f"{field}[{at + 1}]: {what}", hint)
    for at, name in enumerate(names):
        if wrong := wrong_orcid(name):
            what = f"{field}[{at + 1}]: {quoted(wrong)} is not an ORCID iD; left out"
            problems.warning(document.place((field, at)), what, "copy it from orcid.org")
        if (field, at) in document.wrapped:
            what = f"{field}[{at + 1}]: {quoted(name)} stands on two lines"
            problems.warning(document.place((field, at)), what, "begin each name with a dash")


def _parted(names: Sequence[str], unquoted: Sequence[bool]) -> Iterator[tuple[int, str, str]]:
    """Yield the place of an item, what is wrong with it, and what to write; one pair is enough."""
    told = False
    for at, name in enumerate(names):
        if _SUFFIX.fullmatch(name):
            before = (names[at - 1] if at else "") or "…"
            whole = f"{before}, {name}"
            yield at, f"{quoted(name)} is no name", f"a comma parts names; write {quoted(whole)}"
        elif _AND.match(name):
            hint = "write each name as an item of its own, without the word"
            yield at, f"{quoted(name)} begins with a word between two names", hint
        elif at and not told and unquoted[at - 1] and unquoted[at]:
            family = names[at - 1]
            if _is_family(family) and _is_given(name):
                told = True
                what = f"{quoted(family)} and {quoted(name)} are two names here, a comma parts them"
                hint = (
                    f"write {quoted(f'{name} {family}')} or, between quotes,"
                    f" {quoted(f'{family}, {name}')}; quote both if they are two names"
                )
                yield at - 1, what, hint


def _is_family(name: str) -> bool:
    """Whether a name is one word, perhaps with particles, of a script that has capitals."""
    return len(name) <= _LONGEST and name != name.swapcase() and bool(_FAMILY.fullmatch(name))


def _is_given(name: str) -> bool:
    """Whether a name is one word of such a script, or ends in initials."""
    if len(name) > _LONGEST or name == name.swapcase():
        return False
    is_word = " " not in name and bool(_FAMILY.fullmatch(name))
    return is_word or bool(_GIVEN.fullmatch(name))
