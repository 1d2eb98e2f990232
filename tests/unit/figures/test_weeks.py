"""What came into a catalogue by week: from Monday to Sunday, over the ends of months and years."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.catalogue import Catalogue
from generator.figures.weeks import NEW, latest_weeks, monday_of
from generator.values.paper import Paper
from tests import given


def added(*days: str) -> tuple[Paper, ...]:
    """Return papers that were added on these days, the latest first."""
    papers = [
        given.paper(f"p{number:03}", "Paper", added=dt.date.fromisoformat(day))
        for number, day in enumerate(days)
    ]
    return Catalogue(tuple(papers)).latest


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        ("2026-11-16", "2026-11-16"),
        ("2026-11-22", "2026-11-16"),
        ("2026-11-23", "2026-11-23"),
        # Of a week over New Year every day is in one, whatever its number is: 2026-W53, 2025-W01.
        ("2026-12-31", "2026-12-28"),
        ("2027-01-03", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
        ("2025-01-01", "2024-12-30"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-27"),
    ],
)
def test_a_week_goes_from_monday_to_sunday(day: str, monday: str) -> None:
    assert monday_of(dt.date.fromisoformat(day)).isoformat() == monday


def test_weeks_are_the_latest_first_and_one_may_be_of_two_months() -> None:
    weeks = latest_weeks(added("2026-12-31", "2027-01-03", "2026-12-20", "2026-12-29"))
    found = [(str(week.monday), week.count, week.months) for week in weeks]
    assert found == [("2026-12-28", 3, ["2027-01", "2026-12"]), ("2026-12-14", 1, ["2026-12"])]


def test_of_many_papers_on_one_day_the_first_are_shown_and_all_counted() -> None:
    (week,) = latest_weeks(added(*["2026-11-21"] * 547))
    assert (len(week.papers), week.count) == (NEW, 547)
    assert [paper.id for paper in week.papers[:2]] == ["p000", "p001"]


def test_where_no_paper_says_when_it_was_added_there_is_no_week() -> None:
    assert latest_weeks(added()) == []
