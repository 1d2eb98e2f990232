"""The date of a work as an entry of BibTeX or biblatex has it.

`date` is of ISO 8601-2 as biblatex reads it (https://ctan.org/pkg/biblatex, section 2.3.8); `year`
and `month` hold what people write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.values.date import Date, read_date, years_in

_FIELDS = ("date", "year", "issue-date", "publication-date")
_SIGNS = re.compile(r"\\relax\b|[{}]")
#: A day, month or year, uncertain or about; a month from 21 on is a season.
_ISO = re.compile(r"([0-9]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?(?:T\S*)?")
#: From one year to another; the first counts.
_YEARS = re.compile(r"([0-9]{4})\s?[-‐‑‒–—/]{1,3}\s?(?:[0-9]{2}|[0-9]{4})")
_PENDING = re.compile(
    r"to appear|to be published|in press|forthcoming|accepted|submitted|in preparation"
    r"|under review|in review|unpublished|preprint",
    re.IGNORECASE,
)
_NONE = frozenset(("", "n.d.", "nd", "n. d.", "no date", "none", "s.d.", "s.a.", "null"))
_FIRST_EDITION = re.compile(r"[\[(][0-9]{4}[\])] ?(?=[0-9]{4}$)|(?<=[0-9]{4}) ?[\[(][0-9]{4}[\])]$")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, or what stands in its place, and the field that holds it.

    `pending` are words such as "to appear", which are no date and say why there is none.
    """

    called: str = ""
    value: Date | str | None = None
    pending: str = ""


def date_in(fields: Mapping[str, str]) -> Dated:
    """Return the date that the fields of an entry tell, as far as they do."""
    month, day = (_plain(fields.get(name, "")) for name in ("month", "day"))
    pending, rest = "", Dated()
    for name in _FIELDS:
        text = _plain(fields.get(name, ""))
        if text.lower() in _NONE:
            continue
        if date := _date(text, month, day):
            return Dated(name, date)
        if len(text) <= _LONGEST and (found := _PENDING.search(text)):
            pending = pending or found[0]
        elif not rest.called:
            rest = Dated(name, fields[name])
    if month and (date := read_date(month)):
        return Dated("month", date)
    return Dated(pending=pending) if pending else rest


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub("", text).replace("~", " ").split()) if text else ""


@lru_cache(maxsize=10_000)  # most papers share theirs with others
def _date(text: str, month: str, day: str) -> Date | None:
    # The year of the first edition in brackets: [1990] 2002.
    text = _FIRST_EDITION.sub("", text)
    ends = [_ISO.fullmatch(part.strip()) for part in text.split("/") if part.strip(" .")]
    if ends and all(ends) and (first := ends[0]):
        return read_date(first[1], first[2] or month, first[3] or day)
    if found := _YEARS.fullmatch(text):
        return read_date(found[1], month, day)
    if date := read_date(text, month, day):
        return date
    years = years_in(text)
    return read_date(years[0], month, day) if len(years) == 1 else None
