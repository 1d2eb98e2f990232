"""Writes a work as a BibTeX entry that BibTeX, biber and reference managers read alike."""

from __future__ import annotations

from collections.abc import Sequence

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from generator.citations.cited import Cited
from generator.citations.types import BIBTEX_PUBLISHER, TYPE_NAMES
from generator.text.latex import plain_latex
from generator.values.name import Name

#: What a style sets in its own words; month = {3} would be printed as 3.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Readers take these two as they stand, so what would end the field is percent-encoded.
_VERBATIM = str.maketrans({c: f"%{ord(c):02x}" for c in "\\{}"})


def _format() -> BibtexFormat:
    found = BibtexFormat()  # type: ignore[no-untyped-call]
    found.indent = "  "
    found.trailing_comma = True
    return found


_FORMAT = _format()


def bibtex(cited: Cited) -> str:
    """Return the entry, ending with a line break; fields of which nothing is known are left out."""
    work = cited.work
    names = TYPE_NAMES[work.best_type]
    fields = {
        "title": work.title.latex_title,
        "author": _people(work.authors),
        "editor": _people(work.editors),
        names.bibtex_container: cited.container.latex,
        BIBTEX_PUBLISHER.get(work.best_type, "publisher"): cited.publisher.latex,
        "volume": plain_latex(work.volume),
        "number": plain_latex(work.issue),
        "pages": plain_latex(work.pages).replace("–", "--"),
        "year": str(work.issued.year) if work.issued else "",
        "month": _MONTHS[work.issued.month - 1] if work.issued and work.issued.month else "",
        "eventtitle": work.event.latex,
        "language": plain_latex(work.language),
        "keywords": ", ".join(keyword.latex for keyword in work.keywords),
        "note": ". ".join(note for note in (cited.status, work.note.latex) if note),
        "doi": cited.doi.translate(_VERBATIM),
        "eprint": cited.arxiv.translate(_VERBATIM),
        "archiveprefix": "arXiv" if cited.arxiv else "",
        "url": work.address,
    }
    # The braces are ours: middleware that adds them would copy every entry first.
    entry = Entry(
        names.bibtex,
        cited.key,
        [
            Field(key, value if key == "month" else f"{{{value}}}")
            for key, value in fields.items()
            if value
        ],
    )
    return write(Library([entry]), _FORMAT)


def _people(names: Sequence[Name]) -> str:
    """Return the names; "others" after the last is BibTeX's word for those that are not named."""
    more = ["others"] if names and names[-1].others else []
    return " and ".join([*map(_name, names), *more])


def _name(name: Name) -> str:
    """Return "von Family, Suffix, Given"; a name that stays whole is held together by braces."""
    if name.literal:
        return f"{{{plain_latex(name.literal)}}}"
    parts = (name.full_family, name.suffix, name.given)
    return ", ".join(plain_latex(part) for part in parts if part)
