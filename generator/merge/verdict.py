"""What a comparison of two entries says: same or not, and the named reason."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.values.identifier import KINDS


class Reason(enum.StrEnum):
    """Why two entries are one paper, or are not."""

    DECISION = "a person's decision"
    SAME_TITLE = "same title"
    SAME_TITLE_OTHER_YEAR = "same title, other year"
    SAME_TITLE_OTHER_AUTHORS = "same title, first authors differ"
    SAME_TITLE_OTHER_VENUE = "same title, other venue and year"
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
    GENERIC_TITLE = "generic title"
    SHORT_TITLE = "short title"
    YEARS_DIFFER = "years differ"
    VENUES_DIFFER = "venues and years differ"
    AUTHORS_DIFFER = "first authors differ"
    ABSTRACTS_DIFFER = "abstracts differ"
    NUMBERS_DIFFER = "numbers differ"
    TRANSLATION = "one is a translation"
    PART_DIFFERS = "part differs"
    OPPOSITE_WORDS = "opposite words"
    TITLES_DIFFER = "titles differ"
    NOTICE = "one is a notice on the other, or marked as retracted"
    THIRD_ENTRY = "another entry of one of them differs"


#: DOIs of preprints are compared as a kind of their own; those of copies speak against nothing.
PREPRINT_DOI, COPY_DOI = "preprint", "copy"
_NOUNS = {name: kind.noun for name, kind in KINDS.items()} | {PREPRINT_DOI: "preprint DOI"}
#: The reason that a shared identifier gives, by kind: "same arXiv id".
SAME_IDENTIFIER = {name: f"same {noun}" for name, noun in _NOUNS.items()} | {COPY_DOI: "same DOI"}
#: The reason that two identifiers of a kind give, by kind: "different DOIs".
DIFFERENT_IDENTIFIERS = {name: f"different {noun}s" for name, noun in _NOUNS.items()}


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
