"""Crossref: what it is asked, and what its works come to."""

from __future__ import annotations

from typing import Any

import pytest

from generator.services.crossref import CROSSREF
from generator.services.failures import NotAnAnswer
from tests.unit.services.answering import (
    CONTACT,
    NOBODY,
    WITH_ALL,
    answer,
    asked,
    params,
    said,
    titles,
)


def work(doi: str, title: str, **fields: Any) -> dict[str, Any]:
    return {
        "DOI": doi,
        "title": [title],
        "author": [{"given": "Ada", "family": "Example", "sequence": "first"}],
        "issued": {"date-parts": [[2021, 3]]},
        "container-title": ["Journal of Sheep"],
        "type": "journal-article",
        "publisher": "Invented Press",
        "is-referenced-by-count": 5,
        "updated-by": [{"DOI": "10.1234/notice", "type": "retraction"}],
        **fields,
    }


def found(*works: object) -> dict[str, Any]:
    message = {"total-results": len(works), "items": list(works)}
    return {"status": "ok", "message-type": "work-list", "message": message}


def test_each_doi_is_a_filter_of_its_own() -> None:
    question = CROSSREF.question(asked("doi:10.5555/a", "doi:10.5555/b|c"), NOBODY)
    assert question.path == "works"
    assert dict(question.params)["filter"] == "doi:10.5555/a,doi:10.5555/b|c"
    assert dict(question.params)["rows"] == "50"
    assert "reference" not in dict(question.params)["select"].split(",")


def test_a_doi_with_a_comma_is_asked_for_alone_with_nothing_selected() -> None:
    batch = asked("doi:10.5555/a", "doi:10.5555/b,c", "doi:10.5555/d")
    assert [len(one) for one in CROSSREF.batches(batch)] == [1, 1, 1]
    question = CROSSREF.question(asked("doi:10.5555/b,c"), NOBODY)
    assert (question.path, question.params, question.may_miss) == (
        "works/10.5555%2Fb%2Cc",
        (),
        True,
    )
    alone = {"status": "ok", "message-type": "work", "message": work("10.5555/b,c", "Sheep")}
    assert titles(CROSSREF, answer(alone), asked("doi:10.5555/b,c")) == {
        "doi:10.5555/b,c": ["Sheep"]
    }


def test_who_says_who_asks_may_ask_more_often() -> None:
    assert (CROSSREF.manners(NOBODY).between, CROSSREF.manners(WITH_ALL).between) == (1.0, 0.34)
    question = CROSSREF.question(asked("doi:10.5555/a"), WITH_ALL)
    assert question.secret_params == (("mailto", CONTACT),)
    assert CONTACT not in repr(question)


def test_a_title_is_a_bibliographic_query() -> None:
    assert params(CROSSREF, "title:Counting Sheep: An Intro") == {
        "query.bibliographic": "counting sheep an intro",
        "rows": "5",
    }


def test_dois_of_arxiv_are_not_asked_for_as_they_are_datacite_s() -> None:
    (of_arxiv,) = asked("doi:10.48550/arXiv.2101.00010")
    (other,) = asked("doi:10.1234/a")
    assert not CROSSREF.takes(of_arxiv)
    assert CROSSREF.takes(other)


def test_what_a_work_says() -> None:
    assert said(CROSSREF, found(work("10.1234/A", "Counting sheep")), "doi:10.1234/a") == {
        "title": "Counting sheep",
        "authors": ["Example"],
        "year": "2021-03",
        "venue": "Journal of Sheep",
        "publisher": "Invented Press",
        "type": "article-journal",
        "status": "retracted",
        "doi": "10.1234/A",
        "citations": 5,
    }


def test_works_go_to_those_whose_doi_they_carry() -> None:
    came = found(
        work("10.1234/B", "Goats"), work("10.9999/x", "Wolves"), work("10.1234/a", "Sheep"),
        work("10.1234/c", "A Journal", type="journal"),
    )  # fmt: skip
    batch = asked("doi:10.1234/a", "doi:10.1234/b", "doi:10.1234/c")
    assert titles(CROSSREF, answer(came), batch) == {
        "doi:10.1234/a": ["Sheep"],
        "doi:10.1234/b": ["Goats"],
    }
    assert titles(CROSSREF, answer(found()), batch) == {}


@pytest.mark.parametrize(
    "body",
    [
        [], {}, {"message": []}, {"message": {}}, {"message": {"items": None}},
        {"message": {"items": [work("10.5555/a", "Sheep"), None]}},
        {"status": "failed", "message": [{"type": "filter-not-available"}]},
    ],
)  # fmt: skip
def test_another_shape_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        CROSSREF.answers(answer(body), asked("doi:10.5555/a"))
