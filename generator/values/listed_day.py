"""The day that a list says of itself: "Mar 12", "12 March 2026" and 2026-03-12, as one value."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from generator.ids import slug
from generator.values.date import read_date

#: What a list says is short; of a longer text the address has only the beginning.
_LONGEST_SLUG = 40
#: A year in which every day of any year is one.
_LEAP_YEAR = 2000
_HAS_YEAR = re.compile(r"\d{4}")
#: The kind of what a list says that is no day.
NO_DAY = 2
#: Addresses of days begin with a digit, and pages beside them have these.
_TAKEN = re.compile(r"[0-9]|(?:most|rising)$")


@dataclass(frozen=True)
class ListedDay:
    """A day; `year` is 0 where the list does not tell it. `said` is a text that is no day."""

    year: int = 0
    month: int = 0
    day: int = 0
    said: str = ""

    @property
    def slug(self) -> str:
        """The last part of its address: 2026-03-12, 03-12, or that of the text."""
        if not self.said:
            known = f"{self.month:02}-{self.day:02}"
            return f"{self.year:04}-{known}" if self.year else known
        found = slug(self.said, _LONGEST_SLUG, "list")
        return f"list-{found}" if _TAKEN.match(found) else found

    @property
    def date(self) -> dt.date | None:
        """The day in the calendar, if the year is known."""
        return dt.date(self.year, self.month, self.day) if self.year else None

    @property
    def kind(self) -> int:
        """0 for a day of a known year, 1 for one of no year, NO_DAY for what is none."""
        return 0 if self.year else NO_DAY if self.said else 1

    @property
    def order(self) -> tuple[int, int, int, str]:
        """By time, the last first: days of a known year, of no year, then what is no day."""
        if self.date:
            return self.kind, -self.date.toordinal(), 0, ""
        return self.kind, -self.month, -self.day, self.said


@lru_cache(maxsize=4096)
def read_listed_day(text: str) -> ListedDay | None:
    """Return the day that a list says of itself; of what is no day its words, None without any."""
    said = " ".join(text.split())
    if not said:
        return None
    has_year = bool(_HAS_YEAR.search(said))
    # 29 February is a day also where no year is told.
    date = read_date(said if has_year else f"{said} {_LEAP_YEAR}")
    if not date or not date.day:
        return ListedDay(said=said)
    return ListedDay(date.year if has_year else 0, date.month, date.day)
