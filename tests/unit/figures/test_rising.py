"""Which papers rise: a count against the age, measured by the data alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.catalogue import Catalogue
from generator.figures.rising import SHOWN, rising
from generator.problems import Place
from generator.values.asked import Asked
from generator.values.count import Count, CountKind
from generator.values.date import Date
from generator.values.paper import Answer, Entry, Paper
from tests import given


def counted(
    id_: str,
    kind: CountKind,
    number: int,
    saved: str = "",
    day: dt.date | None = None,
    **fields: Any,
) -> Paper:
    entry = Entry("counts.json", 1, saved, counts=(Count(kind, number, "Barn", day),))
    return given.paper(id_, id_, entries=(entry,), **fields)


def order(*papers: Paper) -> dict[str, list[str]]:
    found = rising(Catalogue(papers))
    return {kind: [item.paper.id for item in items] for kind, items in found.items()}


def test_of_equal_counts_the_younger_paper_rises_and_of_equal_age_the_larger_count() -> None:
    assert order(
        counted("old", "upvotes", 9, "2026-05-01"),
        counted("young", "upvotes", 9, "2026-05-20"),
        counted("more", "upvotes", 10, "2026-05-20"),
    ) == {"upvotes": ["more", "young", "old"]}


def test_votes_age_in_days_and_citations_in_months() -> None:
    week = (("early", 5, "2026-05-01"), ("late", 4, "2026-05-08"))
    votes = [counted(id_, "upvotes", number, day) for id_, number, day in week]
    cited = [
        counted(id_, "citations", number, year=Date(*map(int, day.split("-"))))
        for id_, number, day in week
    ]
    assert order(*votes) == {"upvotes": ["late", "early"]}
    assert order(*cited) == {"citations": ["early", "late"]}


def test_upvotes_are_of_the_time_since_the_paper_was_listed_not_since_it_came_out() -> None:
    items = rising(
        Catalogue(
            (
                counted("a", "upvotes", 3, "2026-05-01", year=Date(2020, 1, 2)),
                counted("b", "upvotes", 3, "Mar 12", year=Date(2019)),
            )
        )
    )["upvotes"]
    assert [(item.paper.id, str(item.since)) for item in items] == [
        ("a", "2026-05-01"),
        ("b", "2019"),
    ]


def test_citations_are_of_the_time_since_the_preprint() -> None:
    paper = counted("a", "citations", 3, year=Date(2022, 5), preprint=Date(2021, 1, 3))
    assert str(rising(Catalogue((paper,)))["citations"][0].since) == "2021-01-03"


def test_the_age_is_that_on_the_day_of_counting_where_a_service_tells_it() -> None:
    counted_then = counted("then", "citations", 9, day=dt.date(2021, 3, 1), year=Date(2021, 1, 1))
    counted_now = counted("now", "citations", 9, day=dt.date(2026, 3, 1), year=Date(2021, 1, 1))
    assert order(counted_now, counted_then) == {"citations": ["then", "now"]}


def test_a_paper_of_which_only_the_year_is_known_is_taken_for_as_old_as_it_can_be() -> None:
    assert order(
        counted("year", "citations", 9, year=2026),
        counted("day", "citations", 9, year=Date(2026, 5, 1)),
    ) == {"citations": ["day", "year"]}


def test_of_several_services_the_highest_number_is_told_and_undated_papers_do_not_rise() -> None:
    entries = tuple(
        Entry("c.json", line, counts=(Count("citations", number, by),))
        for line, (number, by) in enumerate(((3, "Barn"), (7, "Fold"), (5, "Pen")), 1)
    )
    paper = given.paper("a", "A", entries=entries, year=2024)
    undated = counted("b", "citations", 99)
    (item,) = rising(Catalogue((paper, undated)))["citations"]
    assert (item.count.number, item.count.by) == (7, "Fold")


def test_no_more_papers_rise_than_are_shown_and_none_where_nobody_counts() -> None:
    many = [counted(f"p{n:02}", "upvotes", 1, "2026-05-01") for n in range(30)]
    assert order(*many) == {"upvotes": [f"p{n:02}" for n in range(SHOWN)]}
    assert order(given.paper("a", "A", year=2024)) == {}


def test_what_a_service_counted_on_the_day_of_its_answer_counts() -> None:
    day = dt.date(2026, 11, 28)
    count = Count("citations", 40, "OpenAlex", day)
    answer = Answer("OpenAlex", Place("x"), Asked("arxiv", "2101.00001"), day, (count,))
    asked = given.paper("asked", "asked", answers=(answer,), year=Date(2026, 10))
    listed = counted("listed", "citations", 9, year=Date(2026, 10))
    (first, _) = rising(Catalogue((asked, listed)))["citations"]
    assert (first.paper.id, first.count) == ("asked", count)
