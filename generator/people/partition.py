"""Signatures in groups that only grow, each one person, and what must stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.people.form import Form, contradict, likeness
from generator.people.signatures import Signature
from generator.people.verdict import Reason


@dataclass(slots=True)
class _Known:
    """What the signatures of one person say; `papers` are those they wrote, with the iD there."""

    papers: dict[int, str]
    orcids: frozenset[str]
    dblp: frozenset[tuple[Form, str]]
    forms: frozenset[Form]


class Partition:
    """Who is one person so far. No chain joins what contradicts: see `against`."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        self._signatures = signatures
        self._group = list(range(len(signatures)))
        self._apart: dict[int, set[int]] = {}
        # Most people have one signature, which says it all: only of others is anything kept.
        self._members: dict[int, list[int]] = {}
        self._known: dict[int, _Known] = {}

    def group_of(self, at: int) -> int:
        """Return a number that signatures of one person share."""
        return self._group[at]

    def members(self, group: int) -> list[int]:
        """Return the signatures of a person."""
        return self._members.get(group) or [group]

    def keep_apart(self, a: int, b: int) -> None:
        """Remember that a person said that two signatures are not one person's."""
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def against(self, a: int, b: int) -> Reason | None:
        """Return why the people of two signatures must not become one, or None."""
        one, other = self._group[a], self._group[b]
        if one == other:
            return None
        if len(self.members(one)) > len(self.members(other)):
            one, other = other, one
        if self._apart and any(
            self._group[x] == other for m in self.members(one) for x in self._apart.get(m, ())
        ):
            return Reason.DECISION
        of_one, of_other = self._what_is_known(one), self._what_is_known(other)
        orcids = of_one.orcids, of_other.orcids
        if all(orcids) and orcids[0].isdisjoint(orcids[1]):
            return Reason.DIFFERENT_ORCIDS
        numbers = dict(of_one.dblp)
        if any(numbers.get(form, number) != number for form, number in of_other.dblp):
            return Reason.DIFFERENT_DBLP
        mine, theirs = of_one.papers, of_other.papers
        if any(not mine[p] or mine[p] != theirs[p] for p in mine.keys() & theirs.keys()):
            return Reason.SAME_PAPER
        if not all(orcids) and _contradict(of_one.forms, of_other.forms):
            return Reason.OTHER_NAMES_DIFFER
        return None

    def unite(self, a: int, b: int) -> None:
        """Make the people of two signatures one."""
        one, other = self._group[a], self._group[b]
        if one == other:
            return
        if len(self.members(one)) < len(self.members(other)):
            one, other = other, one
        for member in self.members(other):
            self._group[member] = one
        self._members[one] = [*self.members(one), *self.members(other)]
        self._members.pop(other, None)
        kept, gone = self._what_is_known(one), self._what_is_known(other)
        kept.papers = {**gone.papers, **kept.papers}
        kept.orcids |= gone.orcids
        kept.dblp |= gone.dblp
        kept.forms |= gone.forms
        self._known[one] = kept
        self._known.pop(other, None)

    def groups(self) -> list[list[int]]:
        """Return the signatures of each person, sorted by the first."""
        return sorted(sorted(self.members(group)) for group in set(self._group))

    def _what_is_known(self, group: int) -> _Known:
        found = self._known.get(group)
        return found or _said_by(self._signatures[group])


def _said_by(signature: Signature) -> _Known:
    name, form = signature.name, signature.form
    return _Known(
        {signature.paper: name.orcid},
        frozenset({name.orcid} if name.orcid else ()),
        frozenset({(form, name.dblp)} if name.dblp else ()),
        frozenset({form}),
    )


def _contradict(mine: frozenset[Form], theirs: frozenset[Form]) -> bool:
    """Whether a form of one person contradicts one of another.

    Unless that person has a form, too, which contradicts it: who took another name, by an iD or a
    person's word, has contradicting names, and may have more forms of either.
    """
    return any(
        contradict(x, y)
        and not any(likeness(z, y) and contradict(z, x) for z in mine)
        and not any(likeness(z, x) and contradict(z, y) for z in theirs)
        for x in mine - theirs
        for y in theirs - mine
    )
