"""A date as far as it is known: a year, perhaps its month, perhaps the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

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
