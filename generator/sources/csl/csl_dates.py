"""Dates as CSL-JSON, Zotero and tables have them: parts, EDTF, or words; a range is its beginning.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#date-fields
https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from typing import Any

from generator.values.date import Date, read_date, years_in

_LONGEST = 60
#: A day, month or year of EDTF, about or uncertain; a month from 21 on is a season, 00 unknown.
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX)(?:[T ].*)?)?)?[?~%]?")
_MONTH_FIRST = re.compile(r"([01]?[0-9])/([0-9]{4})")
#: From one year to another: 1984/1986, 1984–86.
_YEARS = re.compile(r"([0-9]{4})[?~%]?\s?[-‐‑‒–—/]{1,3}\s?(?:[0-9]{2}|[0-9]{4})?[?~%]?")
#: The year of the first edition, beside that of this one: 2016 [1974].
_ORIGINAL = re.compile(r"\s*\[[0-9]{4}\]\s*")
_ABOUT = re.compile(r"(?:ca?\.?|circa|about|approx\.?|um|vers)\s+", re.IGNORECASE)
#: What says that there is no date.
_NO_DATE = frozenset(
    (
        *("", "n.d.", "n.d", "nd", "n. d.", "no date", "undated", "s.d.", "s. d.", "s.a."),
        *("o. j.", "o.j.", "none", "null", "nan", "in press", "forthcoming", "to appear"),
        *("submitted", "accepted", "in preparation", "under review"),
    )
)


def csl_date(value: Any) -> Date | str | None:
    """Return the date that a value of CSL-JSON tells; as text what tells none, None for nothing.

    Taken are objects with `date-parts`, `raw` or `literal`, parts in lists that are nested wrongly,
    texts and numbers.
    """
    if isinstance(value, dict):
        if date := _of_parts(value.get("date-parts")):
            return date
        for name in ("raw", "literal", "edtf", "date", "year"):
            if found := written_date(_text(value.get(name))):
                return found
        return None
    if isinstance(value, list):
        return _of_parts(value)
    return written_date(_text(value))


def written_date(text: str) -> Date | str | None:
    """Return the date that people or programs wrote; the text if it tells none for sure."""
    text = " ".join(text[: 2 * _LONGEST].split())
    if text.casefold() in _NO_DATE:
        return None
    bare = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
    bare = _ORIGINAL.sub("", bare) or bare
    if found := _MONTH_FIRST.fullmatch(bare):
        return read_date(found[2], found[1]) or text
    for part in bare.split("/") if bare.count("/") == 1 else [bare]:
        if found := _ISO.fullmatch(part.strip()):
            return read_date(found[1], found[2], found[3]) or text
    if found := _YEARS.fullmatch(bare):
        return read_date(found[1]) or text
    if date := read_date(bare.rstrip("?~")):
        return date
    years = years_in(bare) if len(bare) <= _LONGEST else []
    return (read_date(years[0]) if len(years) == 1 else None) or text


def _of_parts(value: Any) -> Date | None:
    """Return the date of [[year, month, day]], of the first of two, or of parts nested wrongly."""
    while isinstance(value, list) and value and isinstance(value[0], list):
        value = value[0]
    parts = [_text(part) for part in (value if isinstance(value, list) else [value])][:3]
    if not parts or not parts[0]:
        return None
    if len(parts) == 1:
        found = written_date(parts[0])
        return found if isinstance(found, Date) else None
    return read_date(*parts)


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
