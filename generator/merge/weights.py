"""Evidence weighed: what speaks for and against one paper, each kind with a weight.

As in the model of Fellegi and Sunter (A Theory for Record Linkage, 1969), the weights are roughly
logarithms of odds, so that they add up: 1 is about twice as likely. They were not trained, but set
by reason: how often does an entry of another paper agree in this, how often does one of the same
paper differ? `benchmarks/citations.py` and `benchmarks/merging.py` show what they lead to.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.merge.alignment import (
    Alignment,
    are_people,
    before_a_citation,
    is_citation,
    names_other_work,
)
from generator.merge.people import Agreement
from generator.merge.word_lists import FUNCTION_WORDS, LABELS, NOTE_WORDS

#: From here two entries are one paper.
ENOUGH = 8.5
#: What a shared word of content says, and how many count at most.
SHARED, MOST_SHARED = 1.0, 7
#: What each word that differs says, by how it differs.
SLIP, SMALL, NOTE, LEFT_OUT, EXCHANGED = -1.0, -0.25, -0.5, -2.5, -5.0
#: Neither title has a word of its own, but for slips and what stands around it in a citation.
WHOLE = 2.0
#: Words that one title has before or behind the other: a citation's, behind a cut, a part of
#: it that a colon sets apart, any others.
CITATION, CUT, SUBTITLE, AROUND, MOST_AROUND = -0.5, -0.5, -2.5, -3.0, -7.0
#: Authors, by how many agree of the shorter list: all of three and more, of two, of one.
ALL_AUTHORS = (2.5, 4.0, 5.0)
#: One author who does not come first in both, or of several; more than half of several; none.
ONE_AUTHOR, MOST_AUTHORS, NO_AUTHOR = 0.5, 3.0, -6.0
#: Years: equal, by how many they differ, or more.
SAME_YEAR, YEARS_APART, FAR_YEARS = 1.5, (-0.5, -1.5, -2.5), -4.0
#: Venues: the same, others, a journal and a conference.
SAME_VENUE, OTHER_VENUE, OTHER_KIND = 1.5, -0.5, -2.0
#: All authors, year and venue agree: people seldom publish two alike papers on one occasion.
SAME_OCCASION = 2.0


@dataclass(frozen=True)
class Around:
    """What tells how words came to stand around a title.

    `is_cut` is whether it seems that a title goes on; `parts` are what stands before and behind the
    colons of the titles, `people` the words of the authors' names.
    """

    is_cut: bool = False
    parts: tuple[tuple[str, ...], ...] = ()
    people: frozenset[str] = frozenset()


def title_weight(found: Alignment, around: Around) -> float | None:
    """Return what two titles say; None if they are surely of two works.

    `around` is what tells how words came to stand around a title.
    """
    if found.numbers or found.opposite or names_other_work(found):
        return None
    weight = (
        SHARED * min(MOST_SHARED, len(set(found.shared)))
        + SLIP * found.slips
        + SMALL * found.small
        + NOTE * found.notes
        + LEFT_OUT * found.left_out
        + EXCHANGED * found.exchanged
    )
    before, more = _before(found.before, around)
    # "Online Counting of Sheep" is no "Counting of Sheep"; behind a title, another may be cut.
    if more:
        return None
    behind, _ = _behind(found.behind, around, is_cut=around.is_cut or found.is_cut)
    return weight + before + behind + (0.0 if says_more(found, around) else WHOLE)


def says_more(found: Alignment, around: Around) -> bool:
    """Whether one title has words of content that the other lacks, and that no citation adds."""
    if found.left_out or found.exchanged:
        return True
    is_cut = around.is_cut or found.is_cut
    before, behind = _before(found.before, around), _behind(found.behind, around, is_cut=is_cut)
    return before[1] or behind[1]


def _before(words: tuple[str, ...], around: Around) -> tuple[float, bool]:
    """Return what words before a title weigh, and whether they say more than the other title."""
    if not words or are_people(words, around.people):
        return CITATION * bool(words), False
    if all(word in NOTE_WORDS or word in LABELS for word in words):
        return NOTE, False
    return _more(words, around)


def _behind(words: tuple[str, ...], around: Around, *, is_cut: bool) -> tuple[float, bool]:
    """Return what words behind a title weigh, and whether they say more than the other title."""
    if not words or are_people(words, around.people):
        return CITATION * bool(words), False
    if all(word in NOTE_WORDS or word in LABELS for word in words):
        return NOTE, False
    if before_citation := before_a_citation(words):
        weight, more = _more(before_citation, around)
        return weight + CITATION, more
    if is_citation(words):
        return CITATION, False
    return (CUT, False) if is_cut else _more(words, around)


def _more(words: tuple[str, ...], around: Around) -> tuple[float, bool]:
    if words in around.parts:
        return SUBTITLE, False
    said = [word for word in words if word not in FUNCTION_WORDS]
    return max(MOST_AROUND, AROUND * max(1, len(said))), True


def authors_weight(found: Agreement) -> float:
    """Return what two lists of authors say."""
    if not found.known:
        return 0.0
    if found.whole and found.compared == 1 and not found.first:
        return ONE_AUTHOR
    if found.whole:
        return ALL_AUTHORS[min(found.agreed, len(ALL_AUTHORS)) - 1]
    if not found.agreed:
        return NO_AUTHOR
    return MOST_AUTHORS if found.agreed * 2 > found.compared else ONE_AUTHOR


def years_weight(a: int | None, b: int | None) -> float:
    """Return what two years say."""
    if a is None or b is None:
        return 0.0
    if a == b:
        return SAME_YEAR
    apart = abs(a - b)
    return YEARS_APART[apart - 1] if apart <= len(YEARS_APART) else FAR_YEARS


def venues_weight(same_name: bool | None, same_kind: bool | None) -> float:
    """Return what the names and the kinds of two venues say."""
    if same_kind is False:
        return OTHER_KIND
    if same_name is None:
        return 0.0
    return SAME_VENUE if same_name else OTHER_VENUE


def occasion_weight(people: Agreement, *, same_year: bool, same_venue: bool) -> float:
    """Return what it says that authors, year and venue all agree."""
    return SAME_OCCASION if people.whole and same_year and same_venue else 0.0
