"""Mentions: which papers name what others introduce, and which names only look like it."""

from __future__ import annotations

import pytest

from generator.relate.mentions import MOST_OF_ALL, SOME, mentions
from generator.values.paper import Paper
from tests.given import paper


def library(text: str, *names: str) -> list[Paper]:
    return [
        paper("a", abstract=text),
        paper("b", introduces=names),
        *(paper(f"x{n}") for n in range(9)),
    ]


def found(text: str, *names: str) -> list[str]:
    return [mention.name for mention in mentions(library(text, *names)) if mention.by == 0]


@pytest.mark.parametrize(
    "text", ["DARTS", "the DARTS.", "(DARTS)", "DARTS-based", "DARTS, and", "DARTS/SNAS", "«DARTS»"]
)
def test_a_name_is_found_as_a_word_of_its_own(text: str) -> None:
    assert found(text, "DARTS") == ["DARTS"]


@pytest.mark.parametrize(
    "text",
    [
        "darts",
        "Darts",
        "DARTSY",
        "XDARTS",
        "PC-DARTS",
        "DARTS+",
        "DARTS-2",
        "DARTS2",
        "DARTS_x",
        "",
    ],
)
def test_another_name_is_not(text: str) -> None:
    assert found(text, "DARTS") == []


def test_of_names_inside_each_other_the_longest_is_found() -> None:
    assert found("Faster R-CNN", "R-CNN", "Faster R-CNN") == ["Faster R-CNN"]
    assert found("UNet++ and UNet", "UNet", "UNet++") == ["UNet", "UNet++"]


def test_a_name_in_a_formula_is_found_as_it_is_read() -> None:
    assert found(r"SL\(^2\)A-INR", "SL²A-INR") == ["SL²A-INR"]


def test_a_name_that_many_mention_is_a_word_of_the_field() -> None:
    owner = paper("o", introduces=("WalrusNet",))
    few = [paper(f"p{n}", "WalrusNet") for n in range(SOME)]
    assert len(mentions([owner, *few])) == SOME
    assert mentions([owner, *few, paper("z", "WalrusNet")]) == []
    others = [paper(f"q{n}") for n in range(int((SOME + 1) / MOST_OF_ALL))]
    assert len(mentions([owner, *few, paper("z", "WalrusNet"), *others])) == SOME + 1


def test_the_fewer_mention_a_name_the_more_it_says() -> None:
    owner = paper("o", introduces=("WalrusNet", "TuskNet"))
    papers = [owner, paper("a", "WalrusNet TuskNet"), paper("b", "TuskNet")]
    rarity = {mention.name: mention.rarity for mention in mentions(papers)}
    assert 0 < rarity["TuskNet"] < rarity["WalrusNet"] == 1


@pytest.mark.parametrize(
    ("name", "sure"), [("INT", False), ("hidden states", False), ("GATr2", True)]
)
def test_short_names_and_plain_words_are_not_sure(name: str, sure: bool) -> None:
    assert [mention.sure for mention in mentions(library(name, name))] == [sure]


def test_no_name_no_mention() -> None:
    assert mentions(library("DARTS")) == mentions([]) == []
    assert mentions(library("X and X", "X")) == []
