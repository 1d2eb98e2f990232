"""The names of days, weeks and months in the language of the site, and the links to their pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.language import Language
from generator.pages.links import PageLink
from generator.values.listed_day import ListedDay


@dataclass(frozen=True)
class Counted:
    """A link to a page of papers, with how many there are."""

    link: PageLink
    count: int


def month_name(month: str, language: Language) -> str:
    """Return what a month such as 2026-11 is called: November 2026."""
    year, number = map(int, month.split("-"))
    return language.date(year, number)


def month_link(month: str, language: Language) -> PageLink:
    """Return the link to what was added in a month such as 2026-11."""
    return PageLink(month_name(month, language), f"new/{month}.md")


def week_name(monday: dt.date, language: Language) -> str:
    """Return what the week of a Monday is called."""
    return language.say("Week of {day}", day=date_name(monday, language))


def date_name(day: dt.date, language: Language) -> str:
    """Return what a day of the calendar is called: 16 November 2026."""
    return language.date(day.year, day.month, day.day)


def day_name(day: ListedDay, language: Language) -> str:
    """Return what the day of a list is called; one that is no day, as the list calls it."""
    return day.said or language.date(day.year, day.month, day.day)


def day_link(day: ListedDay, language: Language) -> PageLink:
    """Return the link to what was listed on a day."""
    return PageLink(day_name(day, language), f"listed/{day.slug}.md")
