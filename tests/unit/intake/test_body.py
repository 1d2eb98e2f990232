"""The text of an issue is answers below headings, however people edited it."""

from __future__ import annotations

import time

import pytest

from generator.forms.form import CORRECTION
from generator.intake.body import Headings
from generator.intake.languages import languages_of_forms
from generator.language import ENGLISH, Language
from generator.problems import Problems
from tests.issues import HEADINGS, body, settings_of
from tests.projects import SAMPLE

GIVEN = {
    "page": "papers/sheep/",
    "comment": "The year\n\nis wrong.",
    "paper_title": "Counting sheep",
    "authors": "Ada Example\nBen Sample",
    "year": "2024",
}
SECTIONS = body(GIVEN).removeprefix("### ").split("\n\n### ")


def test_what_github_writes_gives_the_answers_back() -> None:
    found = HEADINGS.answers(body(GIVEN))
    assert found.given == GIVEN
    assert found.asked == {asked.id for asked in CORRECTION.asked}
    assert not found.wrong


@pytest.mark.parametrize(
    "edited",
    [
        body(GIVEN).replace("### ", "# "),
        body(GIVEN).replace("### Title", "  ##   **Title:** ##"),
        body(GIVEN).replace("_No response_", ""),
        body(GIVEN).replace("_No response_", "*no response*"),
        "Dear all, please see below.\n\n" + body(GIVEN) + "\n\n\n",
        "\n\n".join(f"### {part}" for part in reversed(SECTIONS)),
    ],
    ids=["level", "marks", "deleted", "by hand", "more text", "order"],
)
def test_an_issue_may_be_edited(edited: str) -> None:
    found = HEADINGS.answers(edited)
    assert found.given == GIVEN
    assert not found.wrong


@pytest.mark.parametrize("code", ["de", "zh"])
def test_headings_are_known_in_every_language(code: str) -> None:
    languages = languages_of_forms(settings_of(SAMPLE), Problems())
    of_code = next(language for language in languages if language.code == code)
    found = Headings(languages).answers(body(GIVEN, of_code))
    assert found.given == GIVEN


def test_headings_are_known_as_the_catalogue_itself_says_them() -> None:
    own = Language("en", {"Title": ("Name of the work",), "No response": ("nix",)})
    text = "### Name of the work\n\nSheep\n\n### Year\n\n_nix_\n\n### Venue\n\n_No response_"
    assert Headings([own, ENGLISH]).answers(text).given == {"paper_title": "Sheep"}


def test_a_heading_that_stands_twice_is_wrong_and_no_guess() -> None:
    found = HEADINGS.answers(body(GIVEN) + "\n\n## title\n\nAnother")
    assert found.wrong == ("the heading “Title” stands there twice; keep one of them",)


def test_an_answer_that_is_too_long_is_wrong() -> None:
    found = HEADINGS.answers(body(GIVEN | {"year": "2" * 51}))
    assert found.wrong == ("Year: has 51 characters, and at most 50 are read",)
    assert "year" not in found.given


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a comment --> <b>bold</b> <script>alert(1)</script>",
        "```\ncode\n```",
        "# of sheep\n#hash\n####### seven\n### Something else",
        "[link](https://example.org) ![x](y) @you #1 ${{ secrets.X }} $(id) `id`",
        "| a | b |\n| - | - |",
    ],
)
def test_markup_is_text(text: str) -> None:
    found = HEADINGS.answers(body(GIVEN | {"comment": text}))
    assert found.given["comment"] == text
    assert not found.wrong


@pytest.mark.parametrize(
    "hostile",
    [
        "#" * 60_000,
        "### " + " " * 60_000 + "x",
        "### Title " + "#" * 60_000,
        "# \n" * 20_000,
        "### Title\n" * 6_000,
        "### Comment\n" + "_" * 60_000,
        "\n" * 60_000,
    ],
)
def test_the_longest_issue_is_read_at_once(hostile: str) -> None:
    start = time.perf_counter()
    HEADINGS.answers(hostile)
    assert time.perf_counter() - start < 1


def test_an_empty_issue_has_no_answers() -> None:
    found = HEADINGS.answers("")
    assert not found.given
    assert not found.asked
