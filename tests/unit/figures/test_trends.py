"""What a year's papers are on more, or less, than those of the years before."""

from __future__ import annotations

from collections import Counter

from generator.figures.trends import Change, trends

PAPERS = {2019: 50, 2021: 50, 2022: 100}
TOPICS = {
    2019: Counter(sheep=20, cows=10),
    2021: Counter(sheep=20, cows=10),
    2022: Counter(sheep=10, cows=20, goats=12),
}


def test_a_year_is_compared_with_those_of_the_three_before_that_have_papers() -> None:
    found = trends(2022, PAPERS, TOPICS)
    assert found
    assert (found.first, found.last) == (2019, 2021)
    assert (found.papers, found.papers_before) == (100, 100)
    assert found.up == (Change("goats", 12, 0),)
    assert found.down == (Change("sheep", 10, 40),)


def test_a_topic_that_went_from_the_year_is_less() -> None:
    found = trends(2022, PAPERS, TOPICS | {2022: Counter(cows=20)})
    assert found
    assert [change.topic for change in found.down] == ["sheep"]


def test_what_may_be_chance_is_no_change() -> None:
    found = trends(2022, {2021: 100, 2022: 100}, {2021: Counter(a=20), 2022: Counter(a=28)})
    assert found
    assert not found.up
    assert not found.down


def test_of_few_papers_nothing_is_said() -> None:
    assert trends(2022, {2021: 9, 2022: 100}, {2021: Counter(), 2022: Counter(a=90)}) is None
    assert trends(2022, {2021: 90, 2022: 9}, {2021: Counter(), 2022: Counter(a=9)}) is None
    assert trends(2019, PAPERS, TOPICS) is None
    assert trends(2025, PAPERS | {2025: 40}, TOPICS | {2025: Counter(a=4)}) is not None
    assert trends(2026, PAPERS | {2026: 40}, TOPICS | {2026: Counter(a=4)}) is None


def test_a_topic_of_every_paper_then_and_now_is_no_change() -> None:
    every = {2021: Counter(a=20), 2022: Counter(a=30)}
    found = trends(2022, {2021: 20, 2022: 30}, every)
    assert found
    assert not found.up + found.down
