"""What BibTeX and RIS call the types of CSL: a row for each type."""

from __future__ import annotations

from dataclasses import dataclass

from generator.values.work import WorkType


@dataclass(frozen=True)
class TypeName:
    """A type: BibTeX's entry, its field for what the work is part of, RIS's type."""

    bibtex: str
    bibtex_container: str
    ris: str


TYPE_NAMES: dict[WorkType, TypeName] = {
    "article-journal": TypeName("article", "journal", "JOUR"),
    "article-magazine": TypeName("article", "journal", "MGZN"),
    "paper-conference": TypeName("inproceedings", "booktitle", "CPAPER"),
    "chapter": TypeName("incollection", "booktitle", "CHAP"),
    "book": TypeName("book", "series", "BOOK"),
    "thesis": TypeName("phdthesis", "howpublished", "THES"),
    "report": TypeName("techreport", "howpublished", "RPRT"),
    "article": TypeName("misc", "howpublished", "UNPB"),
    "dataset": TypeName("misc", "howpublished", "DATA"),
    "software": TypeName("misc", "howpublished", "COMP"),
    "webpage": TypeName("misc", "howpublished", "ELEC"),
    "patent": TypeName("misc", "howpublished", "PAT"),
    "standard": TypeName("misc", "howpublished", "STAND"),
    "document": TypeName("misc", "howpublished", "GEN"),
}
#: BibTeX has fields of their own for who published these.
BIBTEX_PUBLISHER: dict[WorkType, str] = {"thesis": "school", "report": "institution"}
