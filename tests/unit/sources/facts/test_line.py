"""Lines of facts: one of any form but theirs is named, with what is wrong."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from generator.problems import Place
from generator.sources.facts.line import MAX_LINE, FactLine, read_fact_line
from generator.sources.facts.says import Misshapen
from generator.sources.said import Address, Said
from generator.values.asked import Asked
from generator.values.count import Count
from generator.values.date import Date
from generator.values.name_parts import NameParts

PLACE = Place("facts/openalex.jsonl", 3)
ASKED = Asked("arxiv", "2101.00001")
DAY = dt.date(2026, 11, 28)
GOOD = {"paper": "counting-sheep", "of": "arxiv:2101.00001", "on": "2026-11-28"}


def line(said: Said | None, asked: Asked = ASKED) -> FactLine:
    return FactLine("counting-sheep", asked, DAY, said)


def read(**changed: Any) -> FactLine:
    return read_fact_line(json.dumps({**GOOD, **changed}), PLACE, "OpenAlex")


def test_a_line_is_written_in_one_order_and_with_its_letters() -> None:
    said = Said(
        PLACE,
        {"arxiv": "2101.00001", "year": Date(2021, 3), "title": "Zählen", "venue": None},
        [
            Address("x", "code", "https://example.org/code"),
            Address("y", "pdf", "https://example.org/b.pdf"),
            Address("z", "pdf", "https://example.org/a.pdf"),
        ],
        counts=(Count("citations", 7, "OpenAlex", dt.date(2026, 1, 1)),),
    )
    assert line(said).as_text() == (
        '{"paper": "counting-sheep", "of": "arxiv:2101.00001", "on": "2026-11-28", "says": '
        '{"title": "Zählen", "year": "2021-03", "arxiv": "2101.00001", "links": '
        '{"pdf": ["https://example.org/b.pdf", "https://example.org/a.pdf"], '
        '"code": "https://example.org/code"}, "counts": {"citations": 7}}}'
    )


def test_what_a_service_does_not_know_is_a_line_without_saying() -> None:
    known = read()
    assert known == line(None)
    assert known.as_text() == json.dumps(GOOD)


def test_a_count_is_of_the_day_of_its_line_and_of_the_service_of_its_file() -> None:
    found = read(says={"title": "Counting", "counts": {"upvotes": 3}}).said
    assert found is not None
    assert found.counts == (Count("upvotes", 3, "OpenAlex", DAY),)


def test_names_in_parts_come_back_in_parts_and_nothing_parts_a_name_again() -> None:
    names = (NameParts(family="Example", given="Ada"), "Sheep and Goats Group; Berlin")
    said = read(says=json.loads(line(Said(PLACE, {"authors": names})).as_text())["says"]).said
    assert said is not None
    assert said.values["authors"] == names


def test_a_question_by_a_title_comes_back_as_it_was_asked() -> None:
    asked = Asked("title", "Sheep: a count")
    text = line(None, asked).as_text()
    assert read_fact_line(text, PLACE, "OpenAlex").asked == asked


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\n", "\r", "\x0b", "\x1c", "\ud800"])
def test_nothing_in_a_text_ends_a_line(sign: str) -> None:
    text = line(Said(PLACE, {"title": f"a{sign}b"})).as_text()
    assert text.splitlines() == [text]
    assert text.encode()
    said = read_fact_line(text, PLACE, "OpenAlex").said
    assert said is not None
    assert said.values["title"] == f"a{sign}b"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"paper": "../sheep"}, 'paper: "../sheep" is no id of a paper'),
        ({"paper": 3}, "paper: "),
        ({"of": "2101.00001"}, "of: "),
        ({"of": "doi:nonsense"}, "of: "),
        ({"of": None}, "of: "),
        ({"on": "2026-02-30"}, 'on: "2026-02-30" is no day'),
        ({"on": 20261128}, "on: "),
        ({"on": "2026-W48-6"}, "on: "),
        ({"said": {}}, '"said" is no key'),
        ({"says": None}, "says: "),
        ({"says": []}, "says: "),
        ({"says": {"titel": "x"}}, '"titel" is no field'),
        ({"says": {"topics": ["x"]}}, '"topics" is no field'),
        ({"says": {"title": 3}}, 'title: "3" is no text'),
        ({"says": {"year": 2021}}, 'year: "2021" is no text'),
        ({"says": {"doi": ["10.1/x"]}}, "doi: "),
        ({"says": {"authors": "Ada Example"}}, "authors: "),
        ({"says": {"authors": [3]}}, "authors: "),
        ({"says": {"authors": [{}]}}, "authors: "),
        ({"says": {"authors": [{"family": 3}]}}, "family: "),
        ({"says": {"authors": [{"nick": "Ada"}]}}, "authors: "),
        ({"says": {"links": []}}, "links: "),
        ({"says": {"links": {"shop": "https://example.org"}}}, 'links: "shop" is no kind'),
        ({"says": {"links": {"pdf": [3]}}}, "links.pdf: "),
        ({"says": {"counts": {"citations": -1}}}, "counts: "),
        ({"says": {"counts": {"citations": True}}}, "counts: "),
        ({"says": {"counts": {"likes": 1}}}, 'counts: "likes" is nothing'),
        ({"says": {"counts": 3}}, "counts: "),
        ({"says": {"saved": 3}}, "saved: "),
    ],
)
def test_a_line_of_another_form_is_refused_with_what_is_wrong(
    changed: dict[str, Any], fault: str
) -> None:
    with pytest.raises(Misshapen) as refused:
        read(**changed)
    assert str(refused.value).startswith(fault)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        "3",
        "null",
        "[" * 100_000,
        '{"paper": "x"}',
        "9" * 5000,
        "x" * MAX_LINE + "x",
    ],
)
def test_what_is_no_line_is_refused(text: str) -> None:
    with pytest.raises(Misshapen):
        read_fact_line(text, PLACE, "OpenAlex")
