"""DataCite: what it is asked, and what its DOIs come to."""

from __future__ import annotations

from typing import Any

import pytest

from generator.services.datacite import DATACITE
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

JSON_API = "application/vnd.api+json"


def doi(name: str, title: str) -> dict[str, Any]:
    attributes = {
        "doi": name,
        "titles": [{"title": title}],
        "creators": [{"name": "Example, Ada", "givenName": "Ada", "familyName": "Example"}],
        "publisher": "arXiv",
        "publicationYear": 2021,
        "types": {"resourceTypeGeneral": "Preprint"},
        "subjects": [{"subject": "FOS: Computer and information sciences"}],
    }
    return {"id": name, "type": "dois", "attributes": attributes}


def test_dois_are_quoted_in_the_language_of_queries_in_both_cases() -> None:
    found = params(DATACITE, "doi:10.1234/a", "arxiv:cs/0301012", 'doi:10.5555/b"\\c')
    assert found == {
        "query": 'doi:("10.1234/A" OR "10.1234/a"'
        ' OR "10.48550/ARXIV.CS/0301012" OR "10.48550/arxiv.cs/0301012"'
        ' OR "10.5555/B\\"\\\\C" OR "10.5555/b\\"\\\\c")',
        "page[size]": "50",
        "disable-facets": "true",
    }
    assert DATACITE.question(asked("doi:10.5555/a"), NOBODY).path == "dois"


def test_who_says_who_asks_may_ask_twice_as_often() -> None:
    assert DATACITE.manners(NOBODY).between == 2 * DATACITE.manners(WITH_ALL).between
    assert DATACITE.question(asked("doi:10.5555/a"), WITH_ALL).secret_params == (
        ("mailto", CONTACT),
    )


def test_what_a_doi_says() -> None:
    came = {"data": [doi("10.48550/arxiv.2101.00010", "Counting sheep")], "meta": {"total": 1}}
    assert said(DATACITE, came, "arxiv:2101.00010", JSON_API) == {
        "title": "Counting sheep",
        "authors": ["Example"],
        "year": "2021",
        "venue": "arXiv",
        "publisher": "arXiv",
        "type": "article",
        "doi": "10.48550/arxiv.2101.00010",
    }


def test_dois_go_to_those_that_asked_for_them() -> None:
    came = answer(
        {"data": [doi("10.9999/x", "Wolves"), doi("10.5281/ZENODO.1", "Sheep")]}, JSON_API
    )
    batch = asked("doi:10.5281/zenodo.1", "doi:10.5281/zenodo.2")
    assert titles(DATACITE, came, batch) == {"doi:10.5281/zenodo.1": ["Sheep"]}
    assert titles(DATACITE, answer({"data": []}, JSON_API), batch) == {}


@pytest.mark.parametrize("body", [[], {}, {"data": None}, {"data": {}}, {"data": [1]}])
def test_another_shape_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        DATACITE.answers(answer(body, JSON_API), asked("doi:10.5555/a"))
