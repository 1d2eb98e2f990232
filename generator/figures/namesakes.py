"""People who are hard to tell apart by name: of the same name, or of one that initials fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from generator.model import Person
from generator.text.words import fold


class Namesakes:
    """Finds who has the same name, and whose name initials may stand for, among some people."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people

    def same_name(self, person: Person) -> list[Person]:
        """Return the other people whose printed name is the same, those of most papers first."""
        found = self._of_name[_key(person)]
        return [other for other in found if other is not person]

    def fitting(self, person: Person) -> list[Person]:
        """Return the people whose full name the initials of a person's may stand for.

        Those of most papers come first. "J. R. Smith" fits John Robert Smith and James R. Smith;
        John Smith it fits as well, whose second name may be left out, Robert Smith not.
        """
        asked = person.name.folded
        if asked is None:
            return []
        block = self._of_block[asked.family, _first(asked.given)]
        return [
            other
            for other in block
            if other is not person
            and other.name.folded
            and not other.unsure
            and _fits(asked.given, other.name.folded.given)
        ]

    @cached_property
    def _of_name(self) -> dict[str, list[Person]]:
        found: defaultdict[str, list[Person]] = defaultdict(list)
        for person in _by_papers(self._people):
            found[_key(person)].append(person)
        return found

    @cached_property
    def _of_block(self) -> dict[tuple[str, str], list[Person]]:
        found: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in _by_papers(self._people):
            if folded := person.name.folded:
                found[folded.family, _first(folded.given)].append(person)
        return found


def _key(person: Person) -> str:
    return " ".join(fold(person.name.natural).split())


def _by_papers(people: Sequence[Person]) -> list[Person]:
    return sorted(people, key=lambda person: (-len(person.papers), person.slug))


def _first(given: Sequence[str]) -> str:
    return given[0][:1] if given else ""


def _fits(initials: Sequence[str], given: Sequence[str]) -> bool:
    """Whether each of the initials begins the given name in its place, as far as both have some."""
    return all(
        full.startswith(short) or short.startswith(full)
        for short, full in zip(initials, given, strict=False)
    )
