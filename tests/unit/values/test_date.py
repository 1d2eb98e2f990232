"""Dates: as far as they are known, and none that no calendar has."""

from __future__ import annotations

import pytest

from generator.values.date import Date


@pytest.mark.parametrize(
    ("date", "printed", "parts"),
    [
        (Date(2024), "2024", [2024]),
        (Date(2024, 3), "2024-03", [2024, 3]),
        (Date(2024, 3, 9), "2024-03-09", [2024, 3, 9]),
        (Date(987, 12, 31), "0987-12-31", [987, 12, 31]),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(
    date: Date, printed: str, parts: list[int]
) -> None:
    assert str(date) == printed
    assert date.parts == parts


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2023, 2, 30), (2023, 13, 0), (2023, 0, 5), (2023, -1, 0), (2023, 4, 31), (0, 1, 1)],
)
def test_a_date_that_no_calendar_has_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"day|month|year"):
        Date(year, month, day)


def test_the_leap_day_is_a_date_in_its_years_only() -> None:
    assert str(Date(2024, 2, 29)) == "2024-02-29"
    with pytest.raises(ValueError, match="day is out of range"):
        Date(2023, 2, 29)


def test_dates_are_sorted_as_time_goes_the_less_known_first() -> None:
    dates = [Date(2025), Date(2024, 2), Date(2024, 1, 2), Date(2024, 1), Date(2024)]
    assert sorted(dates) == list(reversed(dates))
