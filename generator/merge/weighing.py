"""Whether all evidence together says that two entries are one paper, where single rules do not.

Entries that programs read off pages have faults in every field: each rule finds one to object to.
"""

from __future__ import annotations

from generator.merge.pair import Pair
from generator.merge.titles import TitleParts
from generator.merge.verdict import Reason, Verdict
from generator.merge.weights import (
    ENOUGH,
    Around,
    authors_weight,
    occasion_weight,
    says_more,
    title_weight,
    venues_weight,
    years_weight,
)
from generator.merge.word_lists import EXTENSIONS, SMALL_WORDS
from generator.merge.wording import lemma

#: A longer title is not aligned: that takes time by the square of its words.
MAX_WORDS = 60
#: Titles that share fewer words say little.
LEAST_SHARED = 3
#: Where the letters of one title are less like any part of the other (0 to 1), nothing is aligned.
LEAST_WITHIN = 0.7


def weighed(pair: Pair) -> Verdict | None:
    """Join what all evidence together speaks for, though each kind of it may have faults.

    Not for a record: a person wrote it with care, and another careless entry says little of it. In
    one source two titles of which one says more are two papers: nobody lists one twice with care.
    """
    a, b = pair.a, pair.b
    if a.by_hand or b.by_hand or pair.generic or pair.printed_twice:
        return None
    if not 0 < len(a.title.words) <= MAX_WORDS or not 0 < len(b.title.words) <= MAX_WORDS:
        return None
    if a.title.part != b.title.part or pair.within < LEAST_WITHIN:
        return None
    if pair.people.known and not pair.people.agreed:
        return None
    # Of nearly all pairs one of the above is so, and to compare abstracts takes longest.
    if pair.abstracts is False:
        return None
    around = _around(pair)
    title = title_weight(pair.alignment, around)
    if title is None or _is_extended(pair) or _is_printed_anew(pair):
        return None
    if a.source == b.source and says_more(pair.alignment, around):
        return None
    weight = (
        title
        + authors_weight(pair.people)
        + years_weight(a.year, b.year)
        + venues_weight(pair.same_venue, pair.same_kind)
        + occasion_weight(
            pair.people,
            same_year=a.year is not None and a.year == b.year,
            same_venue=pair.same_venue is True and pair.same_kind is not False,
        )
    )
    if weight < ENOUGH:
        return None
    return Verdict(
        True,
        _kind_of_likeness(pair, is_cut=around.is_cut or pair.alignment.is_cut),
        min(1.0, weight / (2 * ENOUGH)),
    )


def _is_extended(pair: Pair) -> bool:
    """Whether one of two years says that it is an extended version: a journal's of a conference's.

    In one year that is a preprint with an appendix, or another name for the same text.
    """
    years = pair.a.year, pair.b.year
    said = pair.alignment.before + pair.alignment.behind
    return None not in years and years[0] != years[1] and not EXTENSIONS.isdisjoint(said)


def _is_printed_anew(pair: Pair) -> bool:
    """Whether a journal has a title that says other or more than that of a conference's paper."""
    found = pair.alignment
    reworded = found.exchanged or found.left_out or found.before or found.behind
    return bool(reworded) and pair.same_kind is False and pair.same_venue is False


def has_one_title(pair: Pair) -> bool:
    """Whether two titles say the same in spite of some slips, and neither says more.

    Enough for two entries that other evidence joins, such as a preprint and its publication.
    """
    if max(len(pair.a.title.words), len(pair.b.title.words)) > MAX_WORDS:
        return False
    found = pair.alignment
    if found.numbers or found.opposite or found.left_out or found.exchanged:
        return False
    if found.before or found.behind or pair.a.title.part != pair.b.title.part:
        return False
    return len(set(found.shared)) >= LEAST_SHARED and not found.notes


def _around(pair: Pair) -> Around:
    a, b = pair.a, pair.b
    parts = [said for title in (a.title, b.title) if title.has_subtitle for said in _parted(title)]
    last = pair.alignment.behind[-1:]
    goes_on = bool(last) and lemma(a.title.words[-1]) == last[0]
    return Around(
        is_cut=bool(last) and (b if goes_on else a).is_cut,
        parts=tuple(parts),
        people=frozenset(lemma(name.family) for name in a.authors + b.authors),
    )


def _parted(title: TitleParts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words before and behind the first colon or dash, as an alignment has them."""
    said = [
        tuple(lemma(word) for word in words if word not in SMALL_WORDS)
        for words in (title.main_words, title.words[len(title.main_words) :])
    ]
    return said[0], said[1]


def _kind_of_likeness(pair: Pair, *, is_cut: bool) -> Reason:
    found = pair.alignment
    if pair.same_key:
        return Reason.SAME_TITLE_AND_AUTHORS
    if found.exchanged or found.left_out:
        return Reason.ALIKE
    around = found.before + found.behind
    if around:
        return Reason.CUT_TITLE if is_cut else Reason.CITATION
    return Reason.MISREAD_TITLE if found.slips else Reason.ALIKE
