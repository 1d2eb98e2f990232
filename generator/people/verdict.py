"""What a comparison of two signatures says: one person or not, and the named reason."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Reason(enum.StrEnum):
    """Why two names are one person's, or are not."""

    DECISION = "a person's decision"
    SAME_ORCID = "same ORCID iD"
    SAME_DBLP = "same name and number at DBLP"
    REPEATED = "list of authors that repeats itself"
    SAME_GROUP = "same name of a group"
    RARE_NAME = "same name, which is rare here"
    COAUTHORS = "same name, and co-authors in common"
    CIRCLE = "same name, and co-authors who wrote together"
    SUBJECT = "same name, and papers on the same subject"
    LIKE_NAME = "alike names, which are rare here"
    LIKE_NAME_AND_COAUTHORS = "alike names, and co-authors in common"
    LIKE_NAME_AND_SUBJECT = "alike names, and papers on the same subject"
    DIFFERENT_ORCIDS = "different ORCID iDs"
    DIFFERENT_DBLP = "different numbers at DBLP"
    SAME_PAPER = "both wrote one paper"
    NAMES_DIFFER = "names differ"
    OTHER_NAMES_DIFFER = "another name of one of them differs"
    COMMON_NAME = "same name, but it is common, and little else is shared"
    LIKE_NAME_ALONE = "alike names, but little else is shared"
    INITIALS = "initials alone tell nobody"
    SEVERAL_FIT = "several people fit"


@dataclass(frozen=True)
class Verdict:
    """Whether two signatures are one person's, why, and how much speaks for it, in bits."""

    same: bool
    reason: Reason
    weight: float = 0.0
