"""The day that a list says of itself, and its address."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from generator.ids import MAX_LENGTH, why_no_id
from generator.values.listed_day import read_listed_day


def slug(text: str) -> str:
    found = read_listed_day(text)
    assert found
    return found.slug


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Mar 12", "03-12"),
        ("12 March", "03-12"),
        ("Thu, Mar. 12", "03-12"),
        ("Feb 29", "02-29"),
        ("March 12, 2026", "2026-03-12"),
        ("12 Mar 2026", "2026-03-12"),
        ("2026-03-12", "2026-03-12"),
        ("Thursday, 12 March 2026", "2026-03-12"),
    ],
)
def test_spellings_of_one_day_have_one_address(text: str, address: str) -> None:
    assert slug(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Feb 30", "feb-30"),
        ("Feb 29, 2026", "feb-29-2026"),
        ("last Tuesday", "last-tuesday"),
        ("May", "may"),
        # Which of these is the month nobody knows; they must not take the address of a day.
        ("03/12", "list-03-12"),
        ("2026-13-45", "list-2026-13-45"),
        # These are the addresses of other pages.
        ("Most", "list-most"),
        ("all", "all-list"),
    ],
)
def test_what_is_no_day_keeps_its_words_as_address(text: str, address: str) -> None:
    found = read_listed_day(text)
    assert found
    assert (found.slug, found.said, found.date) == (address, text, None)


def test_a_list_that_says_nothing_has_no_day() -> None:
    assert read_listed_day(" \n") is None


def test_days_are_in_order_from_the_last_and_those_without_a_year_come_after() -> None:
    texts = ["soon", "Mar 11", "2025-12-31", "Mar 12", "1 Jan 2026", "at dawn"]
    days = sorted(filter(None, map(read_listed_day, texts)), key=lambda day: day.order)
    assert [day.slug for day in days] == [
        "2026-01-01",
        "2025-12-31",
        "03-12",
        "03-11",
        "at-dawn",
        "soon",
    ]


@given(strategies.text(max_size=200))
def test_any_text_gives_an_address_that_a_file_may_have(text: str) -> None:
    found = read_listed_day(text)
    assert found is None or (not why_no_id(found.slug) and len(found.slug) <= MAX_LENGTH)
