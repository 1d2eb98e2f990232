"""Writes a work as a RIS reference, which nearly every reference manager imports.

See https://en.wikipedia.org/wiki/RIS_(file_format). One value a line: a value is one line already,
so that none can begin a tag or end the reference.
"""

from __future__ import annotations

from typing import Any

from rispy import RisWriter

from generator.citations.names import Name
from generator.citations.work import Work

_TYPES = {
    "article": "JOUR",
    "conference": "CPAPER",
    "book": "BOOK",
    "preprint": "UNPB",
    "other": "GEN",
}


class _Writer(RisWriter):  # type: ignore[misc]
    """Writes no number before a reference: the format has none."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


_WRITER = _Writer()


def ris(work: Work) -> str:
    """Return the reference from TY to ER, ending with a line break."""
    fields: dict[str, Any] = {
        "type_of_reference": _TYPES[work.kind],
        "id": work.key,
        "title": work.title,
        "authors": [_name(name) for name in work.names],
        "secondary_title": work.venue if work.kind != "book" else "",
        "publisher": work.venue if work.kind == "book" else "",
        "year": str(work.year) if work.year is not None else "",
        "doi": work.doi,
        "name_of_database": "arXiv" if work.arxiv else "",
        "accession_number": work.arxiv,
        # Some readers take a semicolon for the end of an address.
        "urls": [work.url.replace(";", "%3B")] if work.url else [],
    }
    text: str = _WRITER.formats([{tag: value for tag, value in fields.items() if value}])
    return text


def _name(name: Name) -> str:
    """Return "van Family, Given, Suffix"; a name that stays whole has no comma."""
    if name.literal:
        return name.literal.replace(",", "")
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
