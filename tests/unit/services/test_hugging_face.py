"""Hugging Face: what it is asked, and what its papers come to."""

from __future__ import annotations

from typing import Any

import pytest

from generator.services.failures import NotAnAnswer
from generator.services.hugging_face import HUGGING_FACE
from tests.unit.services.answering import (
    NOBODY,
    answer,
    asked,
    by_title,
    params,
    said,
    titles,
)


def paper(identifier: str = "2101.00010", title: str = "Counting sheep") -> dict[str, Any]:
    return {
        "id": identifier,
        "title": title,
        "authors": [{"name": "Ada Example", "hidden": False}],
        "publishedAt": "2021-01-03T17:50:01.000Z",
        "summary": "We count.",
        "upvotes": 27,
        "githubRepo": "https://github.com/example/sheep",
        "githubStars": 300,
        "projectPage": "https://sheep.example.org",
        "ai_summary": "Sheep.",
    }


def test_papers_are_asked_for_one_at_a_time_and_may_not_be_there() -> None:
    question = HUGGING_FACE.question(asked("arxiv:2101.00010v2"), NOBODY)
    assert (question.path, question.params, question.may_miss) == (
        "api/papers/2101.00010", (), True,
    )  # fmt: skip
    both = asked("arxiv:2101.00010", "arxiv:2101.00011")
    assert [len(batch) for batch in HUGGING_FACE.batches(both)] == [1, 1]


def test_old_ids_are_not_asked_for() -> None:
    old, new, doi = asked("arxiv:cs/0301012", "arxiv:2101.00010", "doi:10.5555/a")
    assert [HUGGING_FACE.takes(one) for one in (old, new, doi)] == [False, True, False]


def test_a_title_is_searched_for_and_is_never_too_long() -> None:
    assert params(HUGGING_FACE, "title:Counting Sheep!") == {"q": "counting sheep", "limit": "5"}
    assert len(params(HUGGING_FACE, f"title:{'sheep ' * 100}")["q"]) <= 250


def test_what_a_paper_says() -> None:
    assert said(HUGGING_FACE, paper(), "arxiv:2101.00010") == {
        "title": "Counting sheep",
        "authors": ["Ada Example"],
        "year": "2021-01-03",
        "venue": "arXiv",
        "type": "article",
        "arxiv": "2101.00010",
        "abstract": "We count.",
        "code:": "https://github.com/example/sheep",
        "project:": "https://sheep.example.org",
        "upvotes": 27,
    }


def test_a_search_gives_the_first_papers() -> None:
    came = [{"paper": paper(title=f"Sheep {number}"), "title": "Sheep"} for number in range(9)]
    assert titles(HUGGING_FACE, answer(came), by_title("Sheep")) == {
        "title:Sheep": [f"Sheep {number}" for number in range(5)]
    }


@pytest.mark.parametrize("body", [[], "x", None, [paper()]])
def test_another_shape_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        HUGGING_FACE.answers(answer(body if body != "x" else '"x"'), asked("arxiv:2101.00010"))
