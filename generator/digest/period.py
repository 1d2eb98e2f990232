"""The days that a digest is of, and how they are said: 16–22 November 2026."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

#: CLDR's skeleton of days with their month in short; see
#: https://www.unicode.org/reports/tr35/tr35-dates.html#intervalFormats
_SKELETON = "yMMMd"
#: Our pages are in the English of most of the world, which names the day first.
_ENGLISH = "en-GB"
#: Narrow spaces, which few letters in a terminal or a mail program have.
_SPACES = str.maketrans("\u2009\u202f\u00a0", "   ")


@dataclass(frozen=True)
class Period:
    """The days from `since` on and before `until`, one or more."""

    since: dt.date
    until: dt.date

    def __post_init__(self) -> None:
        if self.since >= self.until:
            raise ValueError("a period has one day or more")

    @property
    def last(self) -> dt.date:
        """The last of the days."""
        return self.until - dt.timedelta(days=1)

    def holds(self, day: dt.date | None) -> bool:
        """Whether a day is one of them."""
        return day is not None and self.since <= day < self.until

    def said(self, language: str) -> str:
        """Return the days in a language, by its code; in numbers if nobody says how it has them."""
        try:
            locale = Locale.parse(_ENGLISH if language == "en" else language, sep="-")
        except (UnknownLocaleError, ValueError):
            days = dict.fromkeys(day.isoformat() for day in (self.since, self.last))
            return " – ".join(days)
        if self.since == self.last:
            return format_date(self.last, "long", locale=locale)
        patterns = locale.interval_formats.get(_SKELETON, {}).get(self._differing)
        if not patterns:
            both = (self.since, self.last)
            return " – ".join(format_date(day, "long", locale=locale) for day in both)
        # The tables have the month in short alone; a wider field is what CLDR's rules make of them.
        whole = [pattern.replace("MMM", "MMMM") for pattern in patterns]
        return "".join(
            format_date(day, pattern, locale=locale)
            for day, pattern in zip((self.since, self.last), whole, strict=True)
        ).translate(_SPACES)

    @property
    def _differing(self) -> str:
        """The largest part in which the first day differs from the last, as CLDR calls it."""
        if self.since.year != self.last.year:
            return "y"
        return "M" if self.since.month != self.last.month else "d"
