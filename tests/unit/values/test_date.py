"""Dates: as far as they are known, and none that no calendar has."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.date import YEARS, Date, read_date, read_year, years_in


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


@pytest.mark.parametrize(
    "said",
    [
        2020,
        2020.0,
        "2020",
        " 2020 ",
        "2020.0",
        "2020.00",
        "2020-05-01",
        "2020-05",
        "2020/05/01",
        "2020/5",
        "2020.05.01",
        "2020-05-01T10:00:00Z",
        "2020-05-01 10:00:00",
        "05/2020",
        "5-2020",
        "01.05.2020",
        "01/05/2020",
        "13/05/2020",
        "05/13/2020",
        "May 2020",
        "1 May 2020",
        "May 1, 2020",
        "May 1st, 2020",
        "2020 May 1",
        "2020 May",
        "2020 Jan-Feb",
        "Jan/Feb 2020",
        "2020 Spring",
        "Spring 2020",
        "Q1 2020",
        "2020 Q1",
        "Fri, 01 May 2020 10:00:00 GMT",
        "Sept. 2020",
        "September 2020",
        "2020a",
        "2020b",
        "c2020",
        "©2020",
        "© 2020",
        "(c) 2020",
        "Copyright 2020",
        "(2020)",
        "[2020]",
        "(May 2020)",
        "2020.",
        "2020,",
        "2020;",
        "20200501",
        20200501,
        "２０２０",
        "2020年",
        "2020年5月1日",
        "2020년",
        "2020\u200b",
        "\xa02020",
        "(2020a)",
        "Published: 2020",
        "Year: 2020",
        "2020-May-01",
        "01-May-2020",
        dt.date(2020, 5, 1),
        "2020-05-01T10:00:00.000+00:00",
        "1st May 2020",
        "Friday 1 May 2020",
        "2020 AD",
        "&copy; 2020",
        "May&nbsp;2020",
        "<i>2020</i>",
        "{2020}",
        r"\textbf{2020}",
    ],
)
def test_a_year_is_read_however_it_is_written(said: Any) -> None:
    assert read_year(said) == 2020


@pytest.mark.parametrize(
    "said",
    [
        "in press",
        "forthcoming",
        "n.d.",
        "to appear",
        "20",
        20,
        99,
        "2020-2021",
        "2020-21",
        "2020/21",
        "2019/2020",
        "2020–2021",
        "2020-",
        "2020?",
        "ca. 2020",
        True,
        False,
        None,
        "",
        2020.5,
        1066,
        "1066",
        "3000",
        "2020-13",
        "2020-00",
        "01/05/20",
        "1588291200",
        1588291200,
        [2020],
        {"a": 2020},
        "MMXX",
        "20x4",
        "12020",
        "2020 21",
        "sheep 2020",
        "May",
        "May 20",
        "2020 2021",
        "20202021",
        "submitted 2020",
        float("nan"),
        float("inf"),
        "x" * 100_000,
        "99999999",
        "2020.05",
        "-2020",
        "+2020",
        "2 020",
        "2020 in press",
    ],
)
def test_what_is_no_year_or_may_be_another_is_none(said: Any) -> None:
    assert read_year(said) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [("2020-2021", [2020, 2021]), ("2020/2020", [2020]), ("12020 and 1066", []), ("in press", [])],
)
def test_the_years_that_a_text_names_are_told(text: str, years: list[int]) -> None:
    assert years_in(text) == years


@given(st.text() | st.text("0123456789-./ aMyc()", max_size=20))
def test_any_text_is_a_likely_year_or_none(text: str) -> None:
    assert read_year(text) is None or read_year(text) in YEARS
    assert all(year in YEARS for year in years_in(text))


@pytest.mark.parametrize(
    ("said", "date"),
    [
        (("2024-03-12",), "2024-03-12"),
        (("12 March 2024",), "2024-03-12"),
        (("Mar 2024",), "2024-03"),
        (("2024-03",), "2024-03"),
        (("20240312",), "2024-03-12"),
        (("Tue, 12 Mar 2024 10:00 GMT",), "2024-03-12"),
        ((2024,), "2024"),
        (("2024", "3"), "2024-03"),
        (("2024", "Mar.", "12"), "2024-03-12"),
        (("2024", "March 12"), "2024-03-12"),
        (("2024", "mar~12"), "2024-03-12"),
        (("2024", "May/June"), "2024-05"),
        (("2024 May-Jun",), "2024-05"),
        (("May 3-5, 2024",), "2024-05"),
        # Which number is the month nobody knows.
        (("03/12/2024",), "2024"),
        (("2024", "13"), "2024"),
        (("2024", "Spring"), "2024"),
        (("2024-02-30",), "2024-02"),
        (("2024", "feb", "31"), "2024-02"),
        # A field of the month beats what stands with the year, and its day goes, too.
        (("12 March 2024", "apr"), "2024-04"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_told(said: tuple[object, ...], date: str) -> None:
    assert str(read_date(*said)) == date


@pytest.mark.parametrize("said", ["", "in press", "2020-2021", "March", None, True, "0000"])
def test_there_is_no_date_without_a_year(said: object) -> None:
    assert read_date(said, "mar", "12") is None


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=4))
def test_any_text_is_a_date_with_its_year_or_none(value: str, month: str, day: str) -> None:
    date = read_date(value, month, day)
    assert (date.year if date else None) == read_year(value)
