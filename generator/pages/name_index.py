"""The index of people by family name: letters, each in as many parts as it needs, with labels.

Names stand as the ACL Anthology has them: a particle belongs to the family name, so that Ludwig van
Beethoven is found under V. Case, accents and signs make no difference, words come one by one (De
Smet before Dean), and letters that Latin alphabets have beside a to z stand with those that they
are typed as: Łukasz under L. Names in other scripts are under "Others", in the order of Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.ids import slug
from generator.language import to_say
from generator.model import Person
from generator.text.folding import LETTERS
from generator.text.words import fold
from generator.values.name import Name

#: Names on one page: what a reader looks through, some 40 kB.
MOST = 400
OTHERS = to_say("Others")
#: No part is told by more characters: people of one name are cut apart by their number.
_LONGEST = 40
_PLAIN = str.maketrans(LETTERS | dict.fromkeys("'’ʼ`´", ""))
_BETWEEN = re.compile(r"[\W_]+")
#: By this a name is sorted: what it begins with, and the rest.
_Key = tuple[str, str]
#: From here on scripts write the family name first, without a comma.
_EAST_ASIAN = "\u1100"


@dataclass(frozen=True)
class Part:
    """Names that stand on one page. `label` says from where to where: "Sa – Sc"."""

    label: str
    people: Sequence[Person]


@dataclass(frozen=True)
class Letter:
    """The names under one letter, or under OTHERS; `slug` stands in addresses."""

    name: str
    slug: str
    parts: Sequence[Part]

    @property
    def count(self) -> int:
        """How many names there are."""
        return sum(len(part.people) for part in self.parts)


def shown(name: Name) -> str:
    """Return a name as the index has it: van Beethoven, Ludwig; 王小明."""
    return name.natural if name.family[:1] > _EAST_ASIAN else name.sorted


def letters(people: Sequence[Person], most: int = MOST) -> list[Letter]:
    """Return the index: A to Z as far as there are names, then others; at most `most` in a part."""
    keyed = [(_sort_key(person), person) for person in people]
    keyed.sort(key=lambda item: (not _is_latin(item[0][0]), *item[0], item[1].slug))
    return [
        Letter(name, slug(name), _parts(name, list(members), most))
        for name, members in groupby(keyed, lambda item: _letter(item[0][0]))
    ]


def _words(text: str) -> str:
    return _BETWEEN.sub(" ", fold(text).translate(_PLAIN)).strip()


def _sort_key(person: Person) -> _Key:
    """Return the family name with its particle, then the others, as they are sorted."""
    name = person.name
    if name.literal:
        return _words(name.literal), ""
    return _words(name.full_family), _words(f"{name.given} {name.suffix}")


def _is_latin(family: str) -> bool:
    return "a" <= family[:1] <= "z"


def _letter(family: str) -> str:
    return family[:1].upper() if _is_latin(family) else OTHERS


def _parts(letter: str, keyed: Sequence[tuple[_Key, Person]], most: int) -> list[Part]:
    """Cut the names of a letter where their beginnings change, and put small pieces together."""
    people = [person for _, person in keyed]
    if len(people) <= most:
        return [Part(letter, people)]
    keys = [", ".join(key) for key, _ in keyed]
    parts: list[Part] = []
    pieces = list(_pieces(keys, 0, len(keys), 0 if letter == OTHERS else 1, most))
    start = 0
    for at, (begin, end, prefix) in enumerate(pieces):
        if begin == start:
            first = prefix
        following = pieces[at + 1][1] if at + 1 < len(pieces) else end + most + 1
        if following - start > most:
            label = _label(first, prefix)
            # People of one name, more than a page of them.
            number = 1 + sum(part.label.split(" (")[0] == label for part in parts)
            parts.append(Part(f"{label} ({number})" if number > 1 else label, people[start:end]))
            start = end
    return parts


def _pieces(
    keys: Sequence[str], start: int, end: int, depth: int, most: int
) -> Iterator[tuple[int, int, str]]:
    """Yield where names with one beginning start and end, and the beginning; `most` in each."""
    prefix = keys[start][:depth]
    if end - start <= most:
        yield start, end, prefix
    elif depth >= _LONGEST:
        for at in range(start, end, most):
            yield at, min(at + most, end), prefix
    else:
        at = start
        for _, members in groupby(keys[start:end], lambda key: key[: depth + 1]):
            size = len(list(members))
            yield from _pieces(keys, at, at + size, depth + 1, most)
            at += size


def _label(first: str, last: str) -> str:
    begin, end = (prefix.strip(" ,").title() for prefix in (first, last))
    return begin if begin == end else f"{begin} – {end}"
