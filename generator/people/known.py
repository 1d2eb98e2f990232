"""The people of a catalogue, and why each is one person and no other."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Person
from generator.people.evidence import Shelf
from generator.people.form import Form
from generator.people.grouping import Groups, Link
from generator.people.signatures import Signature
from generator.people.verdict import Reason, Verdict
from generator.people.verify import compare

#: Of two people so many signatures are compared to say why they are two.
MOST_COMPARED = 30


@dataclass(frozen=True)
class Joined:
    """Two signatures that were found to be one person's, each a name and a paper's id; and why."""

    names: tuple[str, str]
    papers: tuple[str, str]
    reason: Reason


@dataclass(frozen=True)
class Grounds:
    """The signatures of each person, by slug, the links that joined them, and how to compare."""

    shelf: Shelf
    groups: Groups
    members: Mapping[str, tuple[int, ...]]
    links: Mapping[str, tuple[Link, ...]]


@dataclass(frozen=True)
class People:
    """The people, by slug, and the slugs of the authors of each paper, by its id, in order.

    `signposts` are addresses that nobody has, each with the slug of who would have it under another
    form of the name.
    """

    people: tuple[Person, ...] = ()
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signposts: Mapping[str, str] = field(default_factory=dict)
    grounds: Grounds | None = field(default=None, compare=False, repr=False)

    def joined(self, slug: str) -> list[Joined]:
        """Return the links that made one person of several signatures."""
        if self.grounds is None:
            return []
        shelf = self.grounds.shelf

        def of(link: Link) -> Joined:
            pair = shelf.signatures[link.a], shelf.signatures[link.b]
            one, other = pair
            return Joined(
                (one.name.natural, other.name.natural),
                (shelf.papers[one.paper].id, shelf.papers[other.paper].id),
                link.verdict.reason,
            )

        return [of(link) for link in self.grounds.links.get(slug, ())]

    def between(self, one: str, other: str) -> Verdict:
        """Return what speaks most for two people being one, or why they are two all the same."""
        if self.grounds is None:
            return Verdict(False, Reason.NAMES_DIFFER)
        shelf, partition = self.grounds.shelf, self.grounds.groups.partition
        mine = self.grounds.members[one][:MOST_COMPARED]
        theirs = self.grounds.members[other][:MOST_COMPARED]
        against = partition.against(mine[0], theirs[0])
        verdicts = [compare(shelf, a, b) for a, b in itertools.product(mine, theirs)]
        best = max(verdicts, key=lambda found: (found.same, found.weight, found.reason))
        if against and (best.same or against is not Reason.OTHER_NAMES_DIFFER):
            return Verdict(False, against, best.weight)
        return Verdict(False, Reason.SEVERAL_FIT if best.same else best.reason, best.weight)


def namesakes(
    slugs: Sequence[str],
    groups: Sequence[Sequence[int]],
    signatures: Sequence[Signature],
    alike: Mapping[Form, Sequence[Form]],
) -> list[tuple[str, ...]]:
    """Return for each person the slugs of the others who may have the same name."""
    with_form: dict[Form, list[str]] = {}
    forms = [{signatures[at].form for at in members} for members in groups]
    for address, own in zip(slugs, forms, strict=True):
        for form in own:
            with_form.setdefault(form, []).append(address)
    found = []
    for address, own in zip(slugs, forms, strict=True):
        near = {form for known in own for form in (known, *alike.get(known, ()))}
        others = {other for form in near for other in with_form.get(form, ())} - {address}
        found.append(tuple(sorted(others)))
    return found
