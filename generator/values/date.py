"""A date as far as it is known: a year, perhaps its month, perhaps the day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from generator.values.month import month_of
from generator.values.pasted import unwrapped

#: The oldest printed journals are of 1665; a year beyond the next century is a slip.
YEARS = range(1600, 2101)


@dataclass(frozen=True, order=True)
class Date:
    """A day, month or year. `month` and `day` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        """Raise ValueError for a day that no calendar has, or a day without its month."""
        if self.day and not self.month:
            raise ValueError(f"a day ({self.day}) without its month")
        dt.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """Return the date as ISO 8601 writes it: 2024, 2024-03, 2024-03-12."""
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        )

    @property
    def parts(self) -> list[int]:
        """What is known, the year first: CSL's date-parts."""
        return [part for part in (self.year, self.month, self.day) if part]


#: What may stand beside a year and its month, and says nothing of which year it is.
_BESIDE = frozenset(
    "spring summer autumn fall winter q1 q2 q3 q4 mon tue wed thu fri sat sun monday tuesday"
    " wednesday thursday friday saturday sunday st nd rd th of gmt utc z ad ce".split()
)
_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]*?)\s*[)\]]")
#: 2020, 2020.0 of a spreadsheet, 2020a of a list of references, c2020 and ©2020 of a catalogue.
_PLAIN = re.compile(
    r"(?:(?:c|©|\(c\)|copyright|year|published|in)[\s:.]*)?([0-9]{4})(?:\.0+|[a-z]|[.,;])?"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?(?:[t ][0-9].*)?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])(?:([0-9]{1,2})\2)?([0-9]{4})")
_DIGITS_ONLY = re.compile(r"([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_EAST_ASIAN = re.compile(r"([0-9]{4})\s?[年년][0-9\s月日월일]*")
_WORDS = re.compile(r"q[1-4]|[^\W\d_]+|[0-9]+(?::[0-9]{2})*")
_FOUR_DIGITS = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
#: No date that a person writes is longer.
_LONGEST = 60


def read_date(value: object, month: object = "", day: object = "") -> Date | None:
    """Return a date as far as a number, a text or a date says it surely; None without a year.

    The year is that of `read_year`. `month` and `day` are what other fields of a source say; else
    they are taken out of `value`: 2024-03-12, 12 March 2024, Mar 2024. Which of 03/12/2024 is the
    month nobody knows, so that is only a year. Of two months the first is taken.
    """
    year = read_year(value)
    if year is None:
        return None
    found_month, found_day = _month_and_day(str(value), year)
    told_month, told_day = _month_and_day(f"{month}", year)
    months = told_month or found_month
    days = _number(day) or told_day or (found_day if not told_month else 0)
    try:
        return Date(year, months, days if months else 0)
    except ValueError:
        return Date(year, months)


def _number(value: object) -> int:
    digits = str(value).strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _month_and_day(text: str, year: int) -> tuple[int, int]:
    """Return the month and the day that a text tells for certain; 0 for what it does not."""
    text = unicodedata.normalize("NFKC", unwrapped(text[: _LONGEST + 1])).strip().lower()
    if found := _YEAR_FIRST.fullmatch(text) or _DIGITS_ONLY.fullmatch(text):
        parts = [part for part in found.groups()[1:] if part and part.isdecimal()]
        return int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if text.isdecimal():
        return (int(text), 0) if len(text) <= 2 and 1 <= int(text) <= 12 else (0, 0)
    words = [word for word in _WORDS.findall(text) if word != str(year)]
    named = [place for place, word in enumerate(words) if month_of(word)]
    if not named:
        return 0, 0
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    # Two numbers are a range of days, two months one of months: neither is one day.
    day = days[0] if len(days) == 1 and len(named) == 1 and 1 <= days[0] <= 31 else 0
    return month_of(words[named[0]]), day


def read_year(value: object) -> int | None:
    """Return the one year that a number, a text or a date says, or None.

    Read are a year, also with a letter behind it or as 2020.0, and any date in which only one
    number can be the year. None for what is no year, two years, or none from 1600 to 2100.
    """
    if isinstance(value, float):
        value = int(value) if value.is_integer() else ""
    if isinstance(value, bool) or not isinstance(value, (int, str, dt.date)):
        return None
    text = unicodedata.normalize("NFKC", unwrapped(str(value)[: _LONGEST + 1]))
    text = "".join(c for c in text if c.isprintable() or c.isspace()).strip().lower()
    if len(text) > _LONGEST:
        return None
    bracketed = _IN_BRACKETS.fullmatch(text)
    year = _year_in(bracketed[1] if bracketed else text)
    return year if year in YEARS else None


def years_in(text: str) -> list[int]:
    """Return the different likely years that a text names, in its order, for messages."""
    named = (int(digits) for digits in _FOUR_DIGITS.findall(text[:_LONGEST]))
    return list(dict.fromkeys(year for year in named if year in YEARS))


def _year_in(text: str) -> int | None:
    for form in (_PLAIN, _EAST_ASIAN, _DIGITS_ONLY):
        if found := form.fullmatch(text):
            return int(found[1])
    if found := _YEAR_FIRST.fullmatch(text):
        # 2020.05 may be a number that a spreadsheet made of anything.
        is_number = found[2] == "." and not found[4]
        is_date = _is_month(found[3]) and _is_day(found[4]) and not is_number
        return int(found[1]) if is_date else None
    if found := _YEAR_LAST.fullmatch(text):
        # Day before month or after: the year is the same.
        return int(found[4]) if _is_day(found[1]) and _is_day(found[3]) else None
    return _year_in_words(_WORDS.findall(text))


def _year_in_words(words: list[str]) -> int | None:
    """Return the year of "May 2020", "1 May 2020", "2020 May-Jun", "Fri, 01 May 2020 10:00"."""
    years = [word for word in words if len(word) == 4 and word.isdecimal()]
    others = [word for word in words if word not in years and ":" not in word]
    days = [word for word in others if word.isdecimal()]
    months = [word for word in others if month_of(word)]
    known = all(word in _BESIDE or word in months or word in days for word in others)
    if len(years) != 1 or not others or not known or (days and not months):
        return None
    if not all(map(_is_day, days)):
        return None
    return int(years[0])


def _is_month(digits: str) -> bool:
    return 1 <= int(digits) <= 12


def _is_day(digits: str | None) -> bool:
    return digits is None or 1 <= int(digits) <= 31
