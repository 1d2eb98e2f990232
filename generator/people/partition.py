"""Signatures in groups that only grow, each one person, and what must stay apart."""

from __future__ import annotations

from collections.abc import Sequence

from generator.people.form import Form, contradict, likeness
from generator.people.signatures import Signature
from generator.people.verdict import Reason


class Partition:
    """Who is one person so far. No chain joins what contradicts: see `against`."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        count = len(signatures)
        self._group = list(range(count))
        self._members: list[list[int]] = [[at] for at in range(count)]
        self._apart: dict[int, set[int]] = {}
        self._papers: list[dict[int, str]] = [{s.paper: s.name.orcid} for s in signatures]
        self._orcids: list[frozenset[str]] = [frozenset({s.name.orcid} - {""}) for s in signatures]
        self._dblp: list[frozenset[tuple[Form, str]]] = [
            frozenset({(s.form, s.name.dblp)} if s.name.dblp else ()) for s in signatures
        ]
        self._forms: list[frozenset[Form]] = [frozenset({s.form}) for s in signatures]

    def group_of(self, at: int) -> int:
        """Return a number that signatures of one person share."""
        return self._group[at]

    def members(self, group: int) -> list[int]:
        """Return the signatures of a person."""
        return self._members[group]

    def keep_apart(self, a: int, b: int) -> None:
        """Remember that a person said that two signatures are not one person's."""
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def against(self, a: int, b: int) -> Reason | None:
        """Return why the people of two signatures must not become one, or None."""
        one, other = self._group[a], self._group[b]
        if one == other:
            return None
        if len(self._members[one]) > len(self._members[other]):
            one, other = other, one
        if any(self._group[x] == other for m in self._members[one] for x in self._apart.get(m, ())):
            return Reason.DECISION
        orcids = self._orcids[one], self._orcids[other]
        if all(orcids) and orcids[0].isdisjoint(orcids[1]):
            return Reason.DIFFERENT_ORCIDS
        numbers = dict(self._dblp[one])
        if any(numbers.get(form, number) != number for form, number in self._dblp[other]):
            return Reason.DIFFERENT_DBLP
        mine, theirs = self._papers[one], self._papers[other]
        if any(not mine[p] or mine[p] != theirs[p] for p in mine.keys() & theirs.keys()):
            return Reason.SAME_PAPER
        if not all(orcids) and _contradict(self._forms[one], self._forms[other]):
            return Reason.OTHER_NAMES_DIFFER
        return None

    def unite(self, a: int, b: int) -> None:
        """Make the people of two signatures one."""
        one, other = self._group[a], self._group[b]
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for member in self._members[other]:
            self._group[member] = one
        self._members[one] += self._members[other]
        self._papers[one] = {**self._papers[other], **self._papers[one]}
        self._orcids[one] |= self._orcids[other]
        self._dblp[one] |= self._dblp[other]
        self._forms[one] |= self._forms[other]

    def groups(self) -> list[list[int]]:
        """Return the signatures of each person, sorted by the first."""
        found = {group: sorted(self._members[group]) for group in set(self._group)}
        return sorted(found.values())


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
