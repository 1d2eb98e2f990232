"""Compares two signatures: whether they are one person's, and why."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.people.evidence import Shared, Shelf
from generator.people.form import Form, Likeness, likeness
from generator.people.signatures import Signature
from generator.people.verdict import Reason, Verdict
from generator.people.weights import (
    ENOUGH,
    MOST_OF_WORDS,
    SUBJECT,
    least_weight,
    name_weight,
    shared_weight,
    words_weight,
)

#: What an identifier says.
SURE = math.inf
#: So many pairs are compared at once.
AT_ONCE = 20_000
#: More than the weight of a name is needed for these, however rare it is.
_DOUBTFUL = (Likeness.INITIALS, Likeness.SWAPPED)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two signatures on which nothing is certain: all but how alike their papers' words are."""

    a: Form
    b: Form
    how: Likeness
    shared: Shared
    weight: float

    @property
    def is_open(self) -> bool:
        """Whether words can tip the scales."""
        if not self.needs_evidence and self.weight >= ENOUGH:
            return False
        return self.weight < ENOUGH <= self.weight + MOST_OF_WORDS or not self.met

    @property
    def needs_evidence(self) -> bool:
        """Whether more than the name is needed, however rare it is."""
        return self.a.is_initials or self.b.is_initials or self.how in _DOUBTFUL

    @property
    def met(self) -> bool:
        """Whether co-authors speak for one person."""
        return bool(self.shared.coauthors) or self.shared.circle > 1

    def verdict(self, alike: float) -> Verdict:
        """Return the verdict, by the strongest reason; `alike` is how alike the words are."""
        weight = self.weight + words_weight(alike)
        same_name = self.how in (Likeness.SAME, Likeness.SPELLED)
        on_subject = alike >= SUBJECT
        if weight < ENOUGH or (self.needs_evidence and not (self.met or on_subject)):
            if self.a.is_initials or self.b.is_initials:
                return Verdict(False, Reason.INITIALS, weight)
            alone = Reason.COMMON_NAME if same_name else Reason.LIKE_NAME_ALONE
            return Verdict(False, alone, weight)
        if self.shared.coauthors:
            reasons = Reason.COAUTHORS, Reason.LIKE_NAME_AND_COAUTHORS
        elif self.met:
            reasons = Reason.CIRCLE, Reason.LIKE_NAME_AND_COAUTHORS
        elif on_subject:
            reasons = Reason.SUBJECT, Reason.LIKE_NAME_AND_SUBJECT
        else:
            reasons = Reason.RARE_NAME, Reason.LIKE_NAME
        return Verdict(True, reasons[not same_name], weight)


def weigh(shelf: Shelf, a: int, b: int) -> Verdict | Weighed:
    """Return the verdict on two signatures, or what it will be made of, without words of papers.

    The order of the two makes no difference.
    """
    one, other = shelf.signatures[a], shelf.signatures[b]
    known = _identifiers(one, other)
    if known:
        return known
    how = likeness(one.form, other.form)
    if how is None:
        return Verdict(False, Reason.NAMES_DIFFER)
    if one.paper == other.paper:
        return Verdict(False, Reason.SAME_PAPER)
    if not one.form.is_person:
        return Verdict(True, Reason.SAME_GROUP, SURE)
    shared = shelf.shared(a, b)
    weight = name_weight(bits(shelf, one.form, other.form), how) + shared_weight(shared)
    return Weighed(one.form, other.form, how, shared, weight)


def compare(shelf: Shelf, a: int, b: int) -> Verdict:
    """Return whether two signatures are one person's; the order of the two makes no difference."""
    return next(verdict for _, _, verdict in compare_all(shelf, [(a, b)], whole=True))


def compare_all(
    shelf: Shelf, pairs: Iterable[tuple[int, int]], *, whole: bool = False
) -> Iterator[tuple[int, int, Verdict]]:
    """Yield pairs of signatures with the verdicts on them.

    The words of papers are compared for many pairs at once, and unless `whole` is asked for, only
    where they can tip the scales: what else is said of subjects is left out then.
    """
    rest = iter(pairs)
    while some := list(itertools.islice(rest, AT_ONCE)):
        found = [weigh(shelf, a, b) for a, b in some]
        asked = [
            at
            for at, weighed in enumerate(found)
            if isinstance(weighed, Weighed) and (whole or weighed.is_open)
        ]
        alike = dict(zip(asked, shelf.alike([some[at] for at in asked]), strict=True))
        for at, weighed in enumerate(found):
            if isinstance(weighed, Verdict):
                yield *some[at], weighed
            else:
                yield *some[at], weighed.verdict(alike.get(at, 0.0))


def bits(shelf: Shelf, a: Form, b: Form) -> float:
    """Return how rare what two forms have in common is."""
    return min(shelf.rarity.bits(a), shelf.rarity.bits(b))


def is_surely_one(shelf: Shelf, form: Form) -> bool:
    """Whether a name is so rare that two papers need nothing else in common."""
    if not form.is_person:
        return True
    known = name_weight(shelf.rarity.bits(form), Likeness.SAME)
    return not form.is_initials and known + least_weight() >= ENOUGH


def _identifiers(one: Signature, other: Signature) -> Verdict | None:
    mine, theirs = one.name, other.name
    if mine.orcid and theirs.orcid:
        if mine.orcid == theirs.orcid:
            return Verdict(True, Reason.SAME_ORCID, SURE)
        return Verdict(False, Reason.DIFFERENT_ORCIDS)
    if mine.dblp and theirs.dblp and one.form == other.form and one.paper != other.paper:
        if mine.dblp == theirs.dblp:
            return Verdict(True, Reason.SAME_DBLP, SURE)
        return Verdict(False, Reason.DIFFERENT_DBLP)
    return None
