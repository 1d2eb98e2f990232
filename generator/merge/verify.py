"""Whether two entries are one paper, with a named reason.

An ordered list of small rules; the first that has an opinion decides. What one of them finds
against two entries may be outweighed by all evidence together (`weighing`). All is symmetric:
`verify(a, b) == verify(b, a)`.
"""

from __future__ import annotations

from generator.merge.features import Features, features
from generator.merge.pair import Pair
from generator.merge.people import are_mostly_others
from generator.merge.titles import translations
from generator.merge.verdict import (
    DIFFERENT_IDENTIFIERS,
    PREPRINT_DOI,
    SAME_IDENTIFIER,
    Reason,
    Verdict,
)
from generator.merge.weighing import MAX_WORDS, has_one_title, weighed
from generator.merge.wording import changes
from generator.values.notice import BOOK_REVIEW
from generator.values.paper import SourceRecord

#: Keys less alike than this (0 to 1) are not worth aligning; less is asked of one author's titles.
LEAST_CLOSE, LEAST_CLOSE_SUPPORTED = 0.75, 0.5
#: A preprint's title of fewer words is known by its year, too.
LEAST_OF_PREPRINT = 3

_NONE: frozenset[str] = frozenset()
_UNLIKE = Verdict(False, Reason.TITLES_DIFFER)
_OTHER_VERSION = DIFFERENT_IDENTIFIERS["doi"]


def verify(a: SourceRecord, b: SourceRecord) -> Verdict:
    """Return whether two entries are one paper, and why."""
    return compare(features(a), features(b))


def compare(a: Features, b: Features) -> Verdict:
    """Return whether two entries are one paper, from what `features` gave of each."""
    pair = Pair(a, b)
    verdict = _UNLIKE
    for rule in RULES:
        if (found := rule(pair)) is not None:
            verdict = found
            break
    if verdict.reason in OVERRULED and not verdict.same:
        verdict = weighed(pair) or verdict
    return _unless_notice(pair, verdict)


def _unless_notice(pair: Pair, verdict: Verdict) -> Verdict:
    """Return the verdict, but keep a notice apart from the paper that it is on.

    An erratum or a reply is a work of its own. A paper that is marked as retracted is the paper,
    where an identifier or the abstract says so; its title alone may be that of the notice.
    """
    if not verdict.same or verdict.reason in SAME_IDENTIFIER.values():
        return verdict
    one, other = pair.a.notice, pair.b.notice
    if one.kind == other.kind or _is_one_review(pair):
        return verdict
    if not one.is_work and not other.is_work:
        harmless = {one.status, other.status} <= {None, "corrected"}
        if harmless or pair.abstracts is True:
            return verdict
    # Not hard: a third entry, of the same identifier, may know better.
    return Verdict(False, Reason.NOTICE, verdict.score)


def _is_one_review(pair: Pair) -> bool:
    """Whether two entries of one person in journals are one review: no book stands in a journal.

    Sources leave "Book Review" out of its title.
    """
    kinds = {entry.notice.kind and entry.notice.kind.name for entry in (pair.a, pair.b)}
    journals = {entry.venue.kind for entry in (pair.a, pair.b)} == {"journal"}
    return kinds == {None, BOOK_REVIEW} and journals and pair.authors is True


def _same_identifier(pair: Pair) -> Verdict | None:
    one, other = pair.a.identifiers, pair.b.identifiers
    if one.keys().isdisjoint(other):
        return None  # as of most pairs
    for kind, reason in SAME_IDENTIFIER.items():
        if one.get(kind, _NONE) & other.get(kind, _NONE):
            return Verdict(True, reason, 1.0)
    return None


def _different_identifiers(pair: Pair) -> Verdict | None:
    """Of two ids of one kind only one is the paper's; except of two submissions of one paper.

    Each has an OpenReview id, and a volume of the ACL Anthology may have a paper of another again.
    An arXiv id stays with a paper through all its versions. A preprint's DOI is a kind of its own;
    of two others each is a publication: a journal's of what was read at a conference, say.
    """
    shared = pair.a.identifiers.keys() & pair.b.identifiers.keys()
    kinds = [kind for kind in DIFFERENT_IDENTIFIERS if kind in shared]
    for kind in ("arxiv", "doi"):
        if kind in kinds:
            return Verdict(False, DIFFERENT_IDENTIFIERS[kind], hard=True)
    if not kinds and _has_versions(pair):
        return None if pair.authors is True else Verdict(False, _OTHER_VERSION, hard=True)
    one_title = pair.same_key and not pair.generic
    if not kinds or (one_title and pair.authors is True and pair.years is not False):
        return None
    return Verdict(False, DIFFERENT_IDENTIFIERS[kinds[0]], hard=True)


def _has_versions(pair: Pair) -> bool:
    """Whether one entry has a preprint's DOI and the other that of a publication."""
    kinds = (pair.a.identifiers.keys(), pair.b.identifiers.keys())
    return any("doi" in one and PREPRINT_DOI in other for one, other in (kinds, kinds[::-1]))


def _preprint(pair: Pair) -> Verdict | None:
    """Join a preprint and its publication, which often has another year, and another title.

    Of a record only where the titles are the same.
    """
    by_hand = pair.a.by_hand or pair.b.by_hand
    if pair.generic or not pair.are_versions or pair.abstracts is False:
        return None
    if not pair.people.whole or pair.people.agreed * 2 < pair.people.most:
        return None
    if pair.same_key:
        long = len(pair.a.title.words) >= LEAST_OF_PREPRINT or pair.abstracts is True
        same = long and pair.a.title.digits == pair.b.title.digits
    else:
        same = not by_hand and has_one_title(pair)
    score = 1.0 if pair.same_key else pair.closeness
    return Verdict(True, Reason.PREPRINT, score) if same else None


def _same_title_contradicted(pair: Pair) -> Verdict | None:
    if not pair.same_key:
        return None
    if pair.a.title.digits != pair.b.title.digits:
        return Verdict(False, Reason.NUMBERS_DIFFER, hard=True)
    if pair.years is False:
        return Verdict(False, Reason.SAME_TITLE_OTHER_YEAR, hard=True)
    if pair.authors is False or are_mostly_others(pair.people):
        return Verdict(False, Reason.SAME_TITLE_OTHER_AUTHORS, hard=True)
    if pair.printed_twice:
        return Verdict(False, Reason.SAME_TITLE_OTHER_VENUE, hard=True)
    return None


def _same_title(pair: Pair) -> Verdict | None:
    if not pair.same_key:
        return None
    if pair.generic:
        # The same person writes the same column every year.
        people = pair.people
        by_the_same = pair.authors is True and people.agreed * 2 > people.most
        repeated = pair.a.is_repeated or pair.b.is_repeated
        written_once = not repeated and by_the_same and pair.a.year == pair.b.year is not None
        if pair.abstracts is True or (written_once and pair.abstracts is None):
            return Verdict(True, Reason.SAME_TITLE, 0.9)
        return Verdict(False, Reason.GENERIC_TITLE)
    if len(pair.a.title.words) <= 2 and pair.abstracts is False and pair.authors is not True:
        return Verdict(False, Reason.SHORT_TITLE, hard=True)
    # Of a paper in a conference and one in a journal of one title, that of its own kind is nearer.
    return Verdict(True, Reason.SAME_TITLE, 1.0 if pair.same_kind is None else 0.9)


def _near_title_contradicted(pair: Pair) -> Verdict | None:
    if not pair.a.title.words or not pair.b.title.words:
        return Verdict(False, Reason.TITLES_DIFFER)
    if max(len(pair.a.title.words), len(pair.b.title.words)) > MAX_WORDS:
        return Verdict(False, Reason.TITLES_DIFFER)
    if pair.generic and pair.abstracts is not True:
        return Verdict(False, Reason.GENERIC_TITLE)
    if pair.a.title.part != pair.b.title.part:
        return Verdict(False, Reason.PART_DIFFERS)
    if translations(pair.a.title) != translations(pair.b.title):
        return Verdict(False, Reason.TRANSLATION)
    return None


def _subtitle(pair: Pair) -> Verdict | None:
    """Join a title and the same title without its subtitle, when more speaks for it."""
    a, b = pair.a.title, pair.b.title
    if a.has_subtitle == b.has_subtitle or a.main_key != b.main_key:
        return None
    if len(a.main_words) < 3 and pair.abstracts is not True:
        return None
    return _if_supported(pair, Reason.SUBTITLE_AND_AUTHOR, Reason.SUBTITLE_AND_ABSTRACT)


def _near_title(pair: Pair) -> Verdict | None:
    """Join titles that differ by spelling and typos, and more when more speaks for it."""
    close = pair.closeness >= LEAST_CLOSE
    if not close and (pair.closeness < LEAST_CLOSE_SUPPORTED or pair.authors is not True):
        return None
    found = changes(
        pair.a.title, pair.b.title, loose=pair.supported, in_names=pair.abstracts is True
    )
    words = min(len(pair.a.title.words), len(pair.b.title.words))
    letters = min(len(pair.a.title.key), len(pair.b.title.key))
    if found.opposite:
        return Verdict(False, Reason.OPPOSITE_WORDS)
    if pair.a.title.numbers != pair.b.title.numbers:
        return Verdict(False, Reason.NUMBERS_DIFFER)
    if found.contents:
        return None
    if words < 2 or letters < 10:
        return Verdict(False, Reason.SHORT_TITLE)
    typos_allowed = 2 if words >= 8 else 1
    if found.typos <= typos_allowed + pair.supported and found.functions <= 1:
        verdict = _if_supported(pair, Reason.NEAR_TITLE_AND_AUTHOR, Reason.NEAR_TITLE_AND_ABSTRACT)
        if verdict:
            return verdict
    if found.typos > typos_allowed or found.functions or found.notes:
        return None
    if words < 4 or letters < 25:
        return Verdict(False, Reason.SHORT_TITLE)
    return _unless_contradicted(pair, Reason.NEAR_TITLE)


def _if_supported(pair: Pair, by_author: Reason, by_abstract: Reason) -> Verdict | None:
    if not pair.supported:
        return None
    reason = by_author if pair.authors is True and pair.years is not False else by_abstract
    return _unless_contradicted(pair, reason)


def _unless_contradicted(pair: Pair, reason: Reason) -> Verdict:
    if pair.years is False:
        return Verdict(False, Reason.YEARS_DIFFER, hard=True)
    if pair.authors is False:
        return Verdict(False, Reason.AUTHORS_DIFFER, hard=True)
    if pair.printed_twice:
        return Verdict(False, Reason.VENUES_DIFFER, hard=True)
    if pair.abstracts is False:
        return Verdict(False, Reason.ABSTRACTS_DIFFER, hard=True)
    return Verdict(True, reason, pair.closeness)


#: What one rule finds against two entries may be a fault of one of them: all evidence is weighed.
OVERRULED = frozenset(
    (
        Reason.SAME_TITLE_OTHER_YEAR,
        Reason.SAME_TITLE_OTHER_AUTHORS,
        Reason.YEARS_DIFFER,
        Reason.AUTHORS_DIFFER,
        Reason.NUMBERS_DIFFER,
        Reason.SHORT_TITLE,
        Reason.TITLES_DIFFER,
    )
)

#: The first rule that has an opinion decides.
RULES = (
    _same_identifier,
    _different_identifiers,
    _preprint,
    _same_title_contradicted,
    _same_title,
    _near_title_contradicted,
    _subtitle,
    _near_title,
)
