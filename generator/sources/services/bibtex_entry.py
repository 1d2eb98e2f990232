"""The book and the year of an entry in BibTeX that stands within an answer.

Services make these entries of what they know; a bibliography has a reader of its own.
"""

from __future__ import annotations

import re

from generator.values.date import Date, read_date

_YEAR = re.compile(r"\byear\s{0,9}=\s{0,9}[{\"]?(\d{4})\b", re.IGNORECASE)
_BOOK = re.compile(
    r"\bbooktitle\s{0,9}=\s{0,9}(?:\{((?:[^{}]|\{[^{}]{0,99}\}){1,400})\}|\"([^\"]{1,400})\")",
    re.IGNORECASE,
)


def book_and_year(entry: str) -> tuple[str, Date | None]:
    """Return the title of the book that an entry names, as TeX, and its year."""
    book, year = _BOOK.search(entry), _YEAR.search(entry)
    return (book[1] or book[2]) if book else "", read_date(year[1]) if year else None
