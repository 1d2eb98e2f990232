"""Writes a work as a BibTeX entry that BibTeX, biber and reference managers read alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from generator.citations.cited import Cited
from generator.citations.types import BIBTEX_PUBLISHER, TYPE_NAMES, TypeName, is_masters
from generator.text.latex import plain_latex
from generator.values.name import Name
from generator.values.text import Text
from generator.values.work import Work

#: What a style sets in its own words; month = {3} would be printed as 3.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: What ends a part of a name, or a name.
_PARTING = re.compile(r",|(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
#: Words by which BibTeX parts names.
_WORDS = ("and", "others")
#: How the languages begin whose titles styles may write in small letters.
_ENGLISH = ("en", "american", "british")
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
    work, issued = cited.work, cited.work.issued
    names = TYPE_NAMES[work.best_type]
    fields = {
        "title": _title(work),
        "author": _people(work.authors),
        "editor": _people(work.editors),
        names.bibtex_container: cited.container.latex,
        **_short(cited, names),
        # A reader of an entry that is @misc alone takes its howpublished for a note.
        "entrysubtype": names.subtype if work.type or cited.container else "",
        BIBTEX_PUBLISHER.get(work.best_type, "publisher"): cited.publisher.latex,
        "volume": plain_latex(work.volume),
        "number": plain_latex(work.issue),
        "pages": plain_latex(work.pages).replace("–", "--"),
        "year": str(issued.year) if issued else "",
        "month": _MONTHS[issued.month - 1] if issued and issued.month else "",
        "day": str(issued.day) if issued and issued.day else "",
        "eventtitle": work.event.latex,
        "language": plain_latex(work.language),
        "keywords": ", ".join(map(_keyword, work.keywords)),
        "note": ". ".join(note for note in (cited.status, work.note.latex) if note),
        "doi": cited.doi.translate(_VERBATIM),
        "eprint": cited.arxiv.translate(_VERBATIM),
        "archiveprefix": "arXiv" if cited.arxiv else "",
        "url": work.address,
        "abstract": cited.abstract.latex,
    }
    # The braces are ours: middleware that adds them would copy every entry first.
    entry = Entry(
        "mastersthesis" if is_masters(work) else names.bibtex,
        cited.key,
        [
            Field(key, value if key == "month" else f"{{{value}}}")
            for key, value in fields.items()
            if value
        ],
    )
    return write(Library([entry]), _FORMAT)


def _title(work: Work) -> str:
    """Return the title; in another language than English, capitals are part of every word.

    What is written in braces as a whole no style changes, and nobody reads it as single names.
    """
    language = work.language.casefold()
    if language and not language.startswith(_ENGLISH):
        written = work.title.latex
        return f"{{{written}}}" if written else ""
    return work.title.latex_title


def _short(cited: Cited, names: TypeName) -> dict[str, str]:
    """Return the field of the short name, if the entry can have it.

    The volume and number of an entry with a series would be taken for those of the series.
    """
    is_numbered = names.short == "series" and (cited.work.volume or cited.work.issue)
    return {names.short: cited.short.latex} if names.short and not is_numbered else {}


def _keyword(keyword: Text) -> str:
    """Return a keyword; commas part them."""
    written = keyword.latex
    return f"{{{written}}}" if "," in written else written


def _people(names: Sequence[Name]) -> str:
    """Return the names; "others" after the last is BibTeX's word for those that are not named."""
    more = ["others"] if names and names[-1].others else []
    return " and ".join([*map(_name, names), *more])


def _name(name: Name) -> str:
    """Return "von Family, Suffix, Given"; a name that stays whole is held together by braces."""
    if name.literal or not name.given:
        return f"{{{plain_latex(name.natural)}}}"
    # A family name in small letters, de Pond, is none that begins with a particle.
    family = _part(name.family, braced=" " in name.family and name.family[0].islower())
    last = f"{plain_latex(name.particle)} {family}" if name.particle else family
    return ", ".join(part for part in (last, _part(name.suffix), _part(name.given)) if part)


def _part(text: str, *, braced: bool = False) -> str:
    """Return a part of a name, in braces where BibTeX would read it as two parts or as none."""
    if not braced and text.isascii() and text.isalpha() and text.casefold() not in _WORDS:
        return text
    written = plain_latex(text)
    is_one = any(map(str.isalnum, text)) and not _PARTING.search(text)
    return f"{{{written}}}" if written and (braced or not is_one) else written
