"""The days of a digest, and how languages say them."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.digest.period import Period

WEEK = Period(dt.date(2026, 11, 16), dt.date(2026, 11, 23))
MONTHS = Period(dt.date(2026, 11, 28), dt.date(2026, 12, 5))
YEARS = Period(dt.date(2026, 12, 28), dt.date(2027, 1, 4))
DAY = Period(dt.date(2026, 11, 21), dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("language", "week", "months", "years", "day"),
    [
        (
            "en",
            "16–22 November 2026",
            "28 November – 4 December 2026",
            "28 December 2026 – 3 January 2027",
            "21 November 2026",
        ),
        (
            "de",
            "16.–22. November 2026",
            "28. November – 4. Dezember 2026",
            "28. Dezember 2026 – 3. Januar 2027",
            "21. November 2026",
        ),
        (
            "zh-Hans",
            "2026年11月16日至22日",
            "2026年11月28日至12月4日",
            "2026年12月28日至2027年1月3日",
            "2026年11月21日",
        ),
        (
            "xx",
            "2026-11-16 – 2026-11-22",
            "2026-11-28 – 2026-12-04",
            "2026-12-28 – 2027-01-03",
            "2026-11-21",
        ),
    ],
)
def test_days_are_said_as_the_language_says_them(
    language: str, week: str, months: str, years: str, day: str
) -> None:
    assert [period.said(language) for period in (WEEK, MONTHS, YEARS, DAY)] == [
        week, months, years, day,
    ]  # fmt: skip


def test_the_day_that_ends_a_period_is_not_of_it() -> None:
    days = [dt.date(2026, 11, day) for day in (15, 16, 22, 23)]
    assert [WEEK.holds(day) for day in days] == [False, True, True, False]
    assert not WEEK.holds(None)


@pytest.mark.parametrize("days", [0, 1])
def test_a_period_without_a_day_is_none(days: int) -> None:
    with pytest.raises(ValueError, match="one day or more"):
        Period(DAY.since, DAY.since - dt.timedelta(days))
