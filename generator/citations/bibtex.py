"""Writes a work as a BibTeX entry that BibTeX, biber and reference managers read alike."""

from __future__ import annotations

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from generator.citations.latex import escape, latex, title
from generator.citations.names import Name
from generator.citations.work import Work

_TYPES = {
    "article": "article",
    "conference": "inproceedings",
    "book": "book",
    "preprint": "misc",
    "other": "misc",
}
_VENUE_FIELDS = {
    "article": "journal",
    "conference": "booktitle",
    "book": "publisher",
    "preprint": "howpublished",
    "other": "howpublished",
}
#: Readers take these two as they stand, so what would end the field is percent-encoded.
_VERBATIM = str.maketrans({c: f"%{ord(c):02x}" for c in "\\{}"})


def _format() -> BibtexFormat:
    found = BibtexFormat()  # type: ignore[no-untyped-call]
    found.indent = "  "
    found.trailing_comma = True
    return found


_FORMAT = _format()


def bibtex(work: Work) -> str:
    """Return the entry, ending with a line break; fields of which nothing is known are left out."""
    fields = {
        "title": title(work.repaired_title),
        "author": " and ".join(_name(name) for name in work.names),
        _VENUE_FIELDS[work.kind]: latex(work.repaired_venue),
        "year": str(work.year) if work.year is not None else "",
        "doi": work.doi.translate(_VERBATIM),
        "eprint": work.arxiv.translate(_VERBATIM),
        "archiveprefix": "arXiv" if work.arxiv else "",
        "url": work.url,
    }
    # The braces are ours: middleware that adds them would copy every entry first.
    entry = Entry(
        _TYPES[work.kind],
        work.key,
        [Field(key, f"{{{value}}}") for key, value in fields.items() if value],
    )
    return write(Library([entry]), _FORMAT)


def _name(name: Name) -> str:
    """Return "von Family, Suffix, Given"; a name that stays whole is held together by braces."""
    if name.literal:
        return f"{{{escape(name.literal)}}}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(escape(part) for part in (family, name.suffix, name.given) if part)
