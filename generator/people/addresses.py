"""The addresses of people: unique, and the same whatever is added to their papers.

An address is made of the first given name and the family name, which all forms of most names
share. Of several people with one such name, the one with the earliest paper has it as it is. Behind
that of any other stand some digits that its own earliest paper gives, so that no one else's papers
change it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.ids import digest, slug, with_suffix
from generator.people.form import form_of
from generator.values.name import Name

#: So many digits tell people of one name apart, more where these do not.
DIGITS = 4
#: What stands behind an address that is reserved, or that the index of authors may need.
NOUN = "author"
#: Addresses of so few characters are left to the pages of the index.
SHORTEST = 3


@dataclass(frozen=True, order=True)
class Earliest:
    """The earliest paper of a person: its date as far as known, its id, and the author's place."""

    date: tuple[int, int, int]
    paper: str
    place: int


@dataclass(frozen=True)
class Addressed:
    """What an address is made of: the names of a person, each with its earliest paper."""

    names: tuple[tuple[Earliest, Name], ...]
    pinned: str = ""

    @cached_property
    def earliest(self) -> Earliest:
        """The earliest paper of all."""
        return min(at for at, _ in self.names)

    @cached_property
    def base(self) -> str:
        """The address that the person has where nobody else has it.

        That of the full name of the earliest paper that has one: initials become a fuller name
        some day.
        """
        _, name = self.names[0]
        if all(other == name for _, other in self.names):
            return base_of(name)  # as of most people
        _, name = min(
            self.names,
            key=lambda known: (form_of(known[1]).is_initials, known[0], known[1].natural),
        )
        return base_of(name)


def base_of(name: Name) -> str:
    """Return the address that a name gives: of its first full given name and its family name.

    With the initials before it: J. Robert Quill.
    """
    if name.literal or not name.given:
        return _slug(name.natural)
    words = name.given.split()
    full = next((at for at, word in enumerate(words) if len(word.strip(".")) > 1), 0)
    return _slug(" ".join((*words[: full + 1], name.full_family)))


@lru_cache(maxsize=400_000)  # asked for once for the address and once for what leads to it
def _slug(text: str) -> str:
    found = slug(text, noun=NOUN)
    return found if len(found) >= SHORTEST else f"{found}-{NOUN}"


def addresses(people: Sequence[Addressed]) -> list[str]:
    """Return the address of each person."""
    found = [person.pinned for person in people]
    taken = set(found)
    order = sorted(range(len(people)), key=lambda at: people[at].earliest)
    bases = [person.base for person in people]
    for at in order:
        if not found[at] and bases[at] not in taken:
            found[at] = bases[at]
            taken.add(bases[at])
    for at in order:
        if not found[at]:
            found[at] = _free(bases[at], people[at].earliest, taken)
            taken.add(found[at])
    return found


def _free(base: str, earliest: Earliest, taken: set[str]) -> str:
    digits = digest(f"{earliest.paper} {earliest.place}")
    for count in range(DIGITS, len(digits) + 1):
        wanted = with_suffix(base, digits[:count], noun=NOUN)
        if wanted not in taken:
            return wanted
    number = 2
    while (wanted := with_suffix(base, f"{digits}-{number}", noun=NOUN)) in taken:
        number += 1
    return wanted


def signposts(
    slugs: Sequence[str], people: Sequence[Addressed], merged: Mapping[str, str]
) -> dict[str, str]:
    """Return the addresses that lead on to a person's: those that its other names would have.

    None that somebody has, or that several people might have. `merged` are former addresses with
    those that they became.
    """
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for address, person in zip(slugs, people, strict=True):
        names = {name for _, name in person.names}
        for base in {person.base} if len(names) == 1 else set(map(base_of, names)):
            claimed[base].add(address)
    for former, address in merged.items():
        claimed[former].add(address)
    taken = set(slugs)
    return {
        wanted: next(iter(found))
        for wanted, found in sorted(claimed.items())
        if wanted not in taken and len(found) == 1
    }
