"""What BibTeX and RIS call the types of CSL: a row for each type."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.values.work import Work, WorkType


@dataclass(frozen=True)
class TypeName:
    """A type: BibTeX's entry, its field for what the work is part of, RIS's type.

    The entries are those that BibTeX's own styles know (https://ctan.org/pkg/bibtex, btxdoc,
    section 3.1); biber reads them, too. `short` is the field for the short name of what the work
    is part of, `subtype` tells types of one entry apart, as BibLaTeX's entrysubtype does: both may
    be empty. An entry of nothing known but its title is plain @misc.
    """

    bibtex: str
    bibtex_container: str
    ris: str
    short: str = ""
    subtype: str = ""


TYPE_NAMES: dict[WorkType, TypeName] = {
    "article-journal": TypeName("article", "journal", "JOUR", "shortjournal"),
    "article-magazine": TypeName("article", "journal", "MGZN", "shortjournal", "magazine"),
    "paper-conference": TypeName("inproceedings", "booktitle", "CPAPER", "series"),
    "chapter": TypeName("incollection", "booktitle", "CHAP", "series"),
    "book": TypeName("book", "series", "BOOK"),
    "thesis": TypeName("phdthesis", "howpublished", "THES"),
    "report": TypeName("techreport", "howpublished", "RPRT"),
    "article": TypeName("misc", "howpublished", "UNPB", subtype="preprint"),
    "dataset": TypeName("misc", "howpublished", "DATA", subtype="dataset"),
    "software": TypeName("misc", "howpublished", "COMP", subtype="software"),
    "webpage": TypeName("misc", "howpublished", "ELEC", subtype="webpage"),
    "patent": TypeName("misc", "howpublished", "PAT", subtype="patent"),
    "standard": TypeName("misc", "howpublished", "STAND", subtype="standard"),
    "document": TypeName("misc", "howpublished", "GEN", subtype="document"),
}
#: BibTeX has fields of their own for who published these; @misc knows no publisher.
BIBTEX_PUBLISHER: dict[WorkType, str] = {
    "thesis": "school",
    "report": "institution",
    **{name: "organization" for name, names in TYPE_NAMES.items() if names.bibtex == "misc"},
}
#: What a thesis is of which its note says so. Nothing else tells one of a master from a doctor's.
MASTERS = "Master’s thesis"
_MASTERS = re.compile(
    r"(?:master(?:['’]?s)?|magister|m\.?sc\.?|diploma?)[ -]?(?:thesis|arbeit)", re.IGNORECASE
)


def is_masters(work: Work) -> bool:
    """Whether a work is a thesis for a master's degree, as far as its note tells."""
    return work.best_type == "thesis" and bool(_MASTERS.match(work.note.plain))
