"""Writes a work as a RIS reference, which nearly every reference manager imports.

See https://en.wikipedia.org/wiki/RIS_(file_format). One value a line, so that none can begin a tag
or end the reference.
"""

from __future__ import annotations

import re

from rispy import RisWriter

from generator.citations.cited import Cited
from generator.citations.types import MASTERS, TYPE_NAMES, is_masters
from generator.text.unicode import normal
from generator.values.date import Date
from generator.values.name import Name

#: Two pages; a list of several ranges stays whole.
_RANGE = re.compile(r"([^–,;]+)–([^–,;]+)")


class _Writer(RisWriter):  # type: ignore[misc]
    """Writes no number before a reference: the format has none."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


_WRITER = _Writer()


def ris(cited: Cited) -> str:
    """Return the reference from TY to ER, ending with a line break."""
    work = cited.work
    pages = _RANGE.fullmatch(work.pages)
    fields: dict[str, str | list[str]] = {
        "type_of_reference": TYPE_NAMES[work.best_type].ris,
        "id": cited.key,
        "type_of_work": MASTERS if is_masters(work) else "",
        "title": work.title.plain,
        "authors": [_name(name) for name in work.authors],
        "secondary_authors": [_name(name) for name in work.editors],
        "secondary_title": cited.container.plain,
        "alternate_title1": cited.short.plain,
        "tertiary_title": work.event.plain,
        "publisher": cited.publisher.plain,
        "volume": work.volume,
        "number": work.issue,
        "start_page": pages[1] if pages else work.pages,
        "end_page": pages[2] if pages else "",
        "year": str(work.year) if work.year is not None else "",
        "date": _date(work.issued),
        "language": work.language,
        "keywords": [keyword.plain for keyword in work.keywords],
        "notes": [cited.status, work.note.plain],
        "abstract": cited.abstract.plain,
        "doi": cited.doi,
        "name_of_database": "arXiv" if cited.arxiv else "",
        "accession_number": cited.arxiv,
        # Some readers take a semicolon for the end of an address.
        "urls": [work.address.replace(";", "%3B")],
    }
    lines = {tag: _in_lines(value) for tag, value in fields.items() if value}
    text: str = _WRITER.formats([{tag: value for tag, value in lines.items() if value}])
    return text


def _in_lines(value: str | list[str]) -> str | list[str]:
    """Return each value as one line; what is empty is left out of a list."""
    if isinstance(value, str):
        return normal(value)
    return [line for one in value if (line := normal(one))]


def _date(date: Date | None) -> str:
    """Return a date of which more is known than its year: 2024/03/12/, 2024/03//."""
    if not date or not date.month:
        return ""
    return f"{date.year:04}/{date.month:02}/{f'{date.day:02}' if date.day else ''}/"


def _name(name: Name) -> str:
    """Return "van Family, Given, Suffix"; a name that stays whole has no comma."""
    return name.literal.replace(",", "") or name.sorted
