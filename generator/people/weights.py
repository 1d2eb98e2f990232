"""What each kind of evidence says for two signatures being one person's, in bits.

As in the model of Fellegi and Sunter (A Theory for Record Linkage, 1969), the weights are
logarithms of odds, so that they add up: one more is twice as likely. They are rounded from a
logistic regression over pairs of equal names in one half of the names of `benchmarks/people.py`;
those for further given names, spellings, order and years, of which these pairs say nothing, are
set by reason.
"""

from __future__ import annotations

from generator.people.evidence import Shared
from generator.people.form import Likeness

#: From here two signatures are one person's.
ENOUGH = 5.5
#: A rare name counts in full so far, by half beyond: no name is rarer than mistakes are.
FULL_BITS, BEYOND = 6.0, 0.5
#: What the first, the second and the third shared co-author say, if their names are rare ...
COAUTHORS = (4.5, 1.0, 1.0)
#: ... which a name of so many bits is; a commoner one says as much less, but this share of it.
RARE_COAUTHOR, LEAST_SHARE = 4.0, 0.25
#: One, or two and more co-authors wrote with a co-author of the other.
CIRCLE = (2.0, 3.5)
#: Each bit by which two papers are more alike than papers are, and how many count.
LIKENESS, MOST_LIKENESS = 0.4, 10.0
MOST_OF_WORDS = LIKENESS * MOST_LIKENESS
#: Topics in common; none, though both have some.
TOPICS, NO_TOPICS = 0.5, -0.5
#: People seldom publish on and on: so many years apart.
YEARS = ((40, -3.0), (20, -1.0))
#: The same venue: it has its regular authors.
VENUE = 0.25
#: What it says against one person that the names are only alike.
NAMES = {
    Likeness.SAME: 0.0,
    Likeness.SPELLED: -0.5,
    Likeness.FULLER: -1.0,
    Likeness.INITIALS: -2.0,
    Likeness.SWAPPED: -3.0,
}
#: Papers as alike as this, in bits, are on the same subject.
SUBJECT = 4.0


def name_weight(bits: float, how: Likeness) -> float:
    """Return what a name of so many bits says that is borne in two alike forms."""
    return min(bits, FULL_BITS) + BEYOND * max(0.0, bits - FULL_BITS) + NAMES[how]


def least_weight() -> float:
    """Return what papers say that have nothing in common, a lifetime apart."""
    return NO_TOPICS + YEARS[0][1]


def coauthors_weight(bits: tuple[float, ...]) -> float:
    """Return what shared co-authors say, given the bits of their names, the rarest first."""
    return sum(
        weight * max(LEAST_SHARE, min(1.0, 1 - (RARE_COAUTHOR - rarity) / 10))
        for weight, rarity in zip(COAUTHORS, bits, strict=False)
    )


def words_weight(alike: float) -> float:
    """Return what the words of two papers say that are so many bits more alike than papers are."""
    return LIKENESS * min(alike, MOST_LIKENESS)


def shared_weight(shared: Shared) -> float:
    """Return what all that two papers share says, without their words."""
    weight = coauthors_weight(shared.coauthors)
    if shared.circle:
        weight += CIRCLE[min(shared.circle, len(CIRCLE)) - 1]
    if shared.topics is not None:
        weight += TOPICS if shared.topics else NO_TOPICS
    if shared.years is not None:
        weight += next((said for apart, said in YEARS if shared.years >= apart), 0.0)
    return weight + (VENUE if shared.venue else 0.0)
