"""What a comparison of two entries says: same or not, and the named reason."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Reason(enum.StrEnum):
    """Why two entries are one paper, or are not."""

    DECISION = "a person's decision"
    SAME_DOI = "same DOI"
    SAME_ARXIV = "same arXiv id"
    SAME_OPENREVIEW = "same OpenReview id"
    SAME_ACL = "same ACL id"
    DIFFERENT_DOIS = "different DOIs"
    DIFFERENT_ARXIV_IDS = "different arXiv ids"
    DIFFERENT_OPENREVIEW_IDS = "different OpenReview ids"
    DIFFERENT_ACL_IDS = "different ACL ids"
    SAME_TITLE = "same title"
    SAME_TITLE_OTHER_YEAR = "same title, other year"
    SAME_TITLE_OTHER_AUTHORS = "same title, first authors differ"
    SAME_TITLE_OTHER_VENUE = "same title, other venue and year"
    NEAR_TITLE = "near title"
    NEAR_TITLE_AND_AUTHOR = "near title and first author"
    NEAR_TITLE_AND_ABSTRACT = "near title and abstract"
    SUBTITLE_AND_AUTHOR = "same title without its subtitle, and first author"
    SUBTITLE_AND_ABSTRACT = "same title without its subtitle, and abstract"
    GENERIC_TITLE = "generic title"
    SHORT_TITLE = "short title"
    YEARS_DIFFER = "years differ"
    VENUES_DIFFER = "venues and years differ"
    AUTHORS_DIFFER = "first authors differ"
    ABSTRACTS_DIFFER = "abstracts differ"
    NUMBERS_DIFFER = "numbers differ"
    PART_DIFFERS = "part differs"
    OPPOSITE_WORDS = "opposite words"
    TITLES_DIFFER = "titles differ"
    THIRD_ENTRY = "another entry of one of them differs"


#: The reason that a shared identifier gives, by kind.
SAME_IDENTIFIER = {
    "doi": Reason.SAME_DOI,
    "arxiv": Reason.SAME_ARXIV,
    "openreview": Reason.SAME_OPENREVIEW,
    "acl": Reason.SAME_ACL,
}
#: The reason that two identifiers of a kind give, by kind.
DIFFERENT_IDENTIFIERS = {
    "doi": Reason.DIFFERENT_DOIS,
    "arxiv": Reason.DIFFERENT_ARXIV_IDS,
    "openreview": Reason.DIFFERENT_OPENREVIEW_IDS,
    "acl": Reason.DIFFERENT_ACL_IDS,
}


@dataclass(frozen=True)
class Verdict:
    """Whether two entries are one paper and why; `score` (0 to 1) orders links of one reason.

    `hard`: something speaks against it, so a third entry must not unite the two either.
    """

    same: bool
    reason: Reason
    score: float = 0.0
    hard: bool = False
