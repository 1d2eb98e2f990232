"""What a comparison of two entries says: same or not, and the named reason."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.language import to_say
from generator.values.identifier import KINDS


class Reason(enum.StrEnum):
    """Why two entries are one paper, or are not; pages say the latter to visitors."""

    DECISION = to_say("a person's decision")
    SAME_TITLE = "same title"
    SAME_TITLE_OTHER_YEAR = to_say("same title, other year")
    SAME_TITLE_OTHER_AUTHORS = to_say("same title, first authors differ")
    SAME_TITLE_OTHER_VENUE = to_say("same title, other venue and year")
    NEAR_TITLE = "near title"
    NEAR_TITLE_AND_AUTHOR = "near title and first author"
    NEAR_TITLE_AND_ABSTRACT = "near title and abstract"
    SUBTITLE_AND_AUTHOR = "same title without its subtitle, and first author"
    SUBTITLE_AND_ABSTRACT = "same title without its subtitle, and abstract"
    PREPRINT = "preprint and publication"
    SAME_TITLE_AND_AUTHORS = "same title and authors, though other details differ"
    MISREAD_TITLE = "misread title, and authors"
    CUT_TITLE = "one title is cut, and authors"
    CITATION = "title with more of its citation, and authors"
    ALIKE = "alike title, and authors"
    GENERIC_TITLE = to_say("generic title")
    SHORT_TITLE = to_say("short title")
    YEARS_DIFFER = to_say("years differ")
    VENUES_DIFFER = to_say("venues and years differ")
    AUTHORS_DIFFER = to_say("first authors differ")
    ABSTRACTS_DIFFER = to_say("abstracts differ")
    NUMBERS_DIFFER = to_say("numbers differ")
    TRANSLATION = to_say("one is a translation")
    PART_DIFFERS = to_say("part differs")
    OPPOSITE_WORDS = to_say("opposite words")
    TITLES_DIFFER = to_say("titles differ")
    NOTICE = to_say("one is a notice on the other, or marked as retracted")
    THIRD_ENTRY = to_say("another entry of one of them differs")


#: DOIs of preprints are compared as a kind of their own; those of copies speak against nothing.
PREPRINT_DOI, COPY_DOI = "preprint", "copy"
_NOUNS = {name: kind.noun for name, kind in KINDS.items()} | {PREPRINT_DOI: "preprint DOI"}
#: The reason that a shared identifier gives, by kind: "same arXiv id".
SAME_IDENTIFIER = {name: f"same {noun}" for name, noun in _NOUNS.items()} | {COPY_DOI: "same DOI"}
#: The reason that two identifiers of a kind give, by kind: "different DOIs".
DIFFERENT_IDENTIFIERS = {name: f"different {noun}s" for name, noun in _NOUNS.items()}
#: The same, for those who translate: pages say why two papers are kept apart.
SAID_OF_IDENTIFIERS = (
    to_say("different DOIs"),
    to_say("different arXiv ids"),
    to_say("different OpenReview ids"),
    to_say("different ACL ids"),
    to_say("different preprint DOIs"),
)


@dataclass(frozen=True)
class Verdict:
    """Whether two entries are one paper and why: a `Reason` or one of an identifier.

    `score` (0 to 1) orders links of one reason. `hard`: something speaks against it, so a third
    entry must not unite the two either.
    """

    same: bool
    reason: str
    score: float = 0.0
    hard: bool = False
