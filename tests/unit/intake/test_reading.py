"""Answers become what a record says; what cannot be read says what to write."""

from __future__ import annotations

from typing import Any

import pytest

from generator.intake.reading import Unreadable, Words, same, takes_away

WORDS = Words({"sheep, goats": "sheep", "wool": "wool", "sheep": "sheep"}, {"methode": "method"})


@pytest.mark.parametrize(
    ("field", "answer", "value"),
    [
        ("title", " Counting\n  sheep ", "Counting sheep"),
        ("year", "2024", 2024),
        ("year", "in 2024", "in 2024"),
        ("kind", "Methode", "method"),
        ("kind", "odd", "odd"),
        ("authors", "Ada Example\n\n Ben  Sample \n", ["Ada Example", "Ben Sample"]),
        ("authors", "Ada Example; Ben Sample", ["Ada Example", "Ben Sample"]),
        ("authors", "Ada Example and Ben Sample", ["Ada Example", "Ben Sample"]),
        ("authors", "Example, Ada", ["Example, Ada"]),
        ("topics", "Wool, sheep, goats", ["wool", "sheep"]),
        ("topics", "wool,\nWool, cows", ["wool", "cows"]),
        ("links", "code: https://a.org/x\nCode: https://a.org/y\npdf:https://a.org/z",
         {"code": ["https://a.org/x", "https://a.org/y"], "pdf": ["https://a.org/z"]}),
        ("links", "- code: https://a.org/x", {"code": ["https://a.org/x"]}),
        ("identifiers", "doi: https://doi.org/10.1234/ABC", {"doi": "10.1234/abc"}),
        ("identifiers", "10.1234/abc\nhttps://arxiv.org/abs/2401.01234v2",
         {"doi": "10.1234/abc", "arxiv": "2401.01234"}),
        ("identifiers", "doi: nonsense", {"doi": "nonsense"}),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_people_write_it(field: str, answer: str, value: Any) -> None:
    assert WORDS.read(field, answer) == value


@pytest.mark.parametrize(
    ("field", "answer", "what"),
    [
        ("authors", "Ada Example, Ben Sample", "may be one name or several; write one a line"),
        ("links", "https://a.org/x", "does not say what it leads to"),
        ("links", "code:", "does not say what it leads to"),
        ("links", "cod: https://a.org/x", '"cod" is no kind of link; did you mean code?'),
        ("identifiers", "ISBN 1", "is no identifier that is known"),
        ("identifiers", "doi: 10.1234/a\ndoi: 10.1234/b", "there are two of the kind doi"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(field: str, answer: str, what: str) -> None:
    with pytest.raises(Unreadable) as raised:
        WORDS.read(field, answer)
    assert what in str(raised.value)


def test_a_dash_alone_takes_away() -> None:
    assert takes_away(" - \n")
    assert takes_away("–")
    assert not takes_away("- -")
    assert not takes_away("")


def test_links_say_the_same_in_any_order() -> None:
    assert same("links", {"code": ["a", "b"]}, {"code": ["b", "a"]})
    assert not same("links", {"code": ["a"]}, {"data": ["a"]})
    assert not same("authors", ["a", "b"], ["b", "a"])
