"""Semantic Scholar: what it is asked, and what its batches come to."""

from __future__ import annotations

from typing import Any

import pytest

from generator.services.failures import NotAnAnswer
from generator.services.semantic_scholar import SEMANTIC_SCHOLAR
from tests.unit.services.answering import (
    NOBODY,
    WITH_ALL,
    answer,
    asked,
    by_title,
    params,
    said,
    titles,
)


def paper(title: str, **ids: str) -> dict[str, Any]:
    return {
        "paperId": "5d10faff",
        "externalIds": {"CorpusId": 1, **ids},
        "title": title,
        "authors": [{"authorId": "1", "name": "Ada Example"}],
        "year": 2021,
        "publicationDate": None,
        "venue": "Sheep Conference",
        "openAccessPdf": {"url": "https://sheep.example.org/1.pdf"},
        "citationCount": 7,
    }


def test_ids_of_all_kinds_are_posted_together() -> None:
    question = SEMANTIC_SCHOLAR.question(
        asked("arxiv:2101.00010", "doi:10.1234/a,b", "acl:P19-1001"), NOBODY
    )
    assert question.path == "graph/v1/paper/batch"
    assert question.data == {"ids": ["ARXIV:2101.00010", "DOI:10.1234/a,b", "ACL:P19-1001"]}
    assert dict(question.params).keys() == {"fields"}


def test_the_key_is_a_header_that_is_shown_nowhere() -> None:
    question = SEMANTIC_SCHOLAR.question(asked("arxiv:2101.00010"), WITH_ALL)
    assert question.secret == (("x-api-key", "s2-key"),)
    assert "s2-key" not in repr(question)


def test_without_a_key_it_is_asked_less_often_and_more_patiently() -> None:
    alone, known = SEMANTIC_SCHOLAR.manners(NOBODY), SEMANTIC_SCHOLAR.manners(WITH_ALL)
    assert alone.between > known.between > 1
    assert alone.tries > known.tries


def test_a_title_is_matched_and_may_match_nothing() -> None:
    question = SEMANTIC_SCHOLAR.question(by_title("k-Sheep: a Study"), NOBODY)
    assert (question.path, question.may_miss) == ("graph/v1/paper/search/match", True)
    assert params(SEMANTIC_SCHOLAR, "title:k-Sheep: a Study") == {"query": "k sheep a study"}
    came = {"data": [{**paper("k-Sheep"), "matchScore": 174.2}]}
    assert titles(SEMANTIC_SCHOLAR, answer(came), by_title("Sheep")) == {"title:Sheep": ["k-Sheep"]}


def test_what_a_paper_says() -> None:
    ids = {"DOI": "10.1234/A", "ArXiv": "2101.00010", "ACL": "P19-1001"}
    assert said(SEMANTIC_SCHOLAR, [paper("Counting sheep", **ids)], "acl:P19-1001") == {
        "title": "Counting sheep",
        "authors": ["Ada Example"],
        "year": "2021",
        "venue": "Sheep Conference",
        "doi": "10.1234/A",
        "arxiv": "2101.00010",
        "acl": "P19-1001",
        "pdf:": "https://sheep.example.org/1.pdf",
        "citations": 7,
    }


def test_what_it_does_not_know_is_null_in_its_place() -> None:
    came = [None, paper("Counting sheep", ArXiv="2101.00011"), None]
    batch = asked("arxiv:2101.00010", "arxiv:2101.00011", "doi:10.5555/a")
    assert titles(SEMANTIC_SCHOLAR, answer(came), batch) == {"arxiv:2101.00011": ["Counting sheep"]}


@pytest.mark.parametrize(
    "body",
    [
        {"data": []}, [], [None], [None] * 3, [None, "x"], [[], None],
        {"error": "No valid paper ids given"},
    ],
)  # fmt: skip
def test_another_shape_or_number_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        SEMANTIC_SCHOLAR.answers(answer(body), asked("arxiv:2101.00010", "arxiv:2101.00011"))


@pytest.mark.parametrize("body", [[], {}, {"data": {}}, {"data": [None]}])
def test_a_match_of_another_shape_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        SEMANTIC_SCHOLAR.answers(answer(body), by_title("Sheep"))
