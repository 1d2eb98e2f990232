"""Compares two signatures: whether they are one person's, and why."""

from __future__ import annotations

import math

from generator.people.evidence import Shared, Shelf
from generator.people.form import Form, Likeness, likeness
from generator.people.signatures import Signature
from generator.people.verdict import Reason, Verdict
from generator.people.weights import (
    ENOUGH,
    SUBJECT,
    coauthors_weight,
    least_weight,
    name_weight,
    shared_weight,
)

#: What an identifier says.
SURE = math.inf
#: More than the weight of a name is needed for these, however rare it is.
_DOUBTFUL = (Likeness.INITIALS, Likeness.SWAPPED)


def compare(shelf: Shelf, a: int, b: int, cosine: float | None = None) -> Verdict:
    """Return whether two signatures are one person's; the order of the two makes no difference.

    `cosine` is that of the words of their papers, if it is known.
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
    shared = shelf.shared(a, b, cosine)
    alike = shelf.alike(shared.likeness)
    weight = name_weight(bits(shelf, one.form, other.form), how) + shared_weight(shared, alike)
    return _weighed(one.form, other.form, how, shared, alike, weight)


def bits(shelf: Shelf, a: Form, b: Form) -> float:
    """Return how rare what two forms have in common is."""
    return min(shelf.rarity.bits(a), shelf.rarity.bits(b))


def is_surely_one(shelf: Shelf, form: Form) -> bool:
    """Whether a name is so rare that two papers need nothing else in common."""
    if not form.is_person:
        return True
    known = name_weight(shelf.rarity.bits(form), Likeness.SAME)
    return not form.is_initials and known + least_weight() >= ENOUGH


def contradiction(one: Signature, other: Signature) -> Reason | None:
    """Return why two signatures can never be one person's, whatever they share, if so."""
    known = _identifiers(one, other)
    if known:
        return None if known.same else known.reason
    return Reason.SAME_PAPER if one.paper == other.paper else None


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


def _weighed(
    a: Form, b: Form, how: Likeness, shared: Shared, alike: float, weight: float
) -> Verdict:
    """Name the strongest reason for what the weights say."""
    same_name = how in (Likeness.SAME, Likeness.SPELLED)
    initials = a.is_initials or b.is_initials
    met = coauthors_weight(shared.coauthors) > 0 or shared.circle > 1
    evidence = met or alike >= SUBJECT
    if weight < ENOUGH:
        if initials:
            return Verdict(False, Reason.INITIALS, weight)
        reason = Reason.COMMON_NAME if same_name else Reason.LIKE_NAME_ALONE
        return Verdict(False, reason, weight)
    if (initials or how in _DOUBTFUL) and not evidence:
        return Verdict(False, Reason.INITIALS if initials else Reason.LIKE_NAME_ALONE, weight)
    if shared.coauthors:
        reason = Reason.COAUTHORS if same_name else Reason.LIKE_NAME_AND_COAUTHORS
    elif shared.circle > 1:
        reason = Reason.CIRCLE if same_name else Reason.LIKE_NAME_AND_COAUTHORS
    elif alike >= SUBJECT:
        reason = Reason.SUBJECT if same_name else Reason.LIKE_NAME_AND_SUBJECT
    else:
        reason = Reason.RARE_NAME if same_name else Reason.LIKE_NAME
    return Verdict(True, reason, weight)
