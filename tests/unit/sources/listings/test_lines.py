from __future__ import annotations

import time

import pytest

from generator.sources.listings.lines import MAX_LINE, take_apart


def texts(page: str) -> list[str]:
    return [line.text for line in take_apart(page).lines]


@pytest.mark.parametrize(
    "line",
    [
        "new",
        "Subscribe",
        "SUBSCRIBE ",
        "Daily Papers",
        "byAK and the research community",
        "by AK and the research community",
        "Get trending papers in your email inbox!",
        "Get trending papers in your email inbox once a day!",
        "get trending papers in your email inbox",
        "Mar 12",
        "March 12",
        "12 Mar",
        "Mar 12, 2025",
        "2025-03-12",
        "Upvote",
        "3 authors",
        "· 17 authors",
        "Submitted by",
        "View all",
        "·",
        "— — —",
        "Subscribe Daily Papers byAK and the research community Mar 12",
    ],
)
def test_a_line_of_page_furniture_is_no_content(line: str) -> None:
    page = take_apart(line)
    assert page.lines == []
    assert set(page.furniture) == {1}


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to Nothing: A Study of Newsletters",
        "Subscribers and Their Discontents",
        "Daily Papers: A Dataset of Front Pages",
        "New Bounds for Old Bridges",
        "newspapers as maps",
        "May 3D Printing Last?",
        "March of the Ants",
        "May 2024 Was Warm",
        "Getting Papers Into an Inbox",
    ],
)
def test_a_title_that_only_begins_like_furniture_is_left_whole(line: str) -> None:
    assert texts(line) == [line]


@pytest.mark.parametrize(
    "furniture",
    [
        "Subscribe",
        "new",
        "Daily Papers",
        "byAK and the research community",
        "Mar 12",
        "March 12, 2025",
        "12 Mar",
        "2025-03-12",
        "Get trending papers in your email inbox!",
        "newGet trending papers in your email inbox!SubscribeDaily Papers",
        "Daily PapersbyAK and the research communityMar 12",
    ],
)
def test_furniture_glued_to_a_title_is_cut_off(furniture: str) -> None:
    assert texts(furniture + "Quiet Fans for Kitchens") == ["Quiet Fans for Kitchens"]


@pytest.mark.parametrize("furniture", ["Subscribe", "Daily Papers", "Mar 12"])
def test_a_glued_title_may_begin_with_a_name_in_lower_case(furniture: str) -> None:
    assert texts(furniture + "yarn2vec: Search by Drape") == ["yarn2vec: Search by Drape"]


def test_a_glued_date_and_a_title_that_begins_with_a_number_are_told_apart() -> None:
    page = take_apart("Mar 123D Maps of Caves")
    assert [(line.text, line.saved) for line in page.lines] == [("3D Maps of Caves", "Mar 12")]


def test_a_date_holds_for_the_lines_after_it_until_the_next() -> None:
    page = take_apart("One\nMar 12\nTwo\nThree\nSep 8, 2025\nFour")
    assert [line.saved for line in page.lines] == ["", "Mar 12", "Mar 12", "Sep 8, 2025"]


def test_pages_pasted_without_a_line_break_come_apart() -> None:
    page = "The last words of a page.new\n\nGet trending papers in your email inbox!\n\nA Title"
    assert texts(page) == ["The last words of a page.", "A Title"]
    page = "See example.org.Get trending papers in your email inbox once a day!\nSubscribeA Title"
    assert texts(page) == ["See example.org.", "A Title"]


def test_the_name_after_submitted_by_is_furniture_and_a_title_is_not() -> None:
    assert texts("Submitted by\nsome-body\nA Title of Words") == ["A Title of Words"]
    assert texts("Submitted by\nA Title of Words") == ["A Title of Words"]


def test_line_numbers_are_those_an_editor_shows() -> None:
    page = take_apart("\ufeffone\r\n\r\ntwo\rthree\nfour\u2028and more\n\ffive")
    assert [(line.number, line.text) for line in page.lines] == [
        (1, "one"),
        (3, "two"),
        (4, "three"),
        (5, "four"),
        (5, "and more"),
        (6, "five"),
    ]
    assert [line.number for line in page.lines if line.after_blank] == [3]
    assert [line.text for line in page.lines if line.soft] == ["and more"]


def test_spaces_of_all_kinds_become_single_spaces_and_zero_width_ones_go() -> None:
    assert texts(" a\u00a0\tb \u2003 c\u200b\ufeff \n\u200b \u00a0\n") == ["a b c"]


def test_a_monstrous_line_is_set_aside_with_its_number_and_size() -> None:
    page = take_apart("One\n" + "x" * (MAX_LINE + 1) + "\nTwo")
    assert page.oversized == [(2, MAX_LINE + 1)]
    assert [line.text for line in page.lines] == ["One", "Two"]


@pytest.mark.parametrize(
    "piece",
    ["Subscribe", "new", "Mar 12", "Daily Papers", "by AK ", "Get trending ", "1 ", "- ", "May 3D"],
)
def test_repeated_furniture_takes_linear_time(piece: str) -> None:
    line = (piece * MAX_LINE)[: MAX_LINE - 1] + "x"
    started = time.process_time()
    take_apart(line)
    assert time.process_time() - started < 3
