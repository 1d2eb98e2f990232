"""OpenAlex: what it is asked, and what its works come to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from generator.services.failures import NotAnAnswer
from generator.services.openalex import OPENALEX
from generator.values.asked import Asked
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


def work(doi: str, title: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": "https://openalex.org/W1",
        "doi": f"https://doi.org/{doi}",
        "title": title,
        "publication_year": 2021,
        "publication_date": "2021-03-04",
        "language": "en",
        "type": "article",
        "authorships": [
            {
                "author": {"display_name": "A. Example", "orcid": None},
                "raw_author_name": "Ada Example",
            }
        ],
        "primary_location": {"source": {"display_name": "Journal of Sheep", "type": "journal"}},
        "best_oa_location": {"pdf_url": "https://sheep.example.org/1.pdf"},
        "biblio": {"volume": "3", "issue": "1", "first_page": "1", "last_page": "9"},
        "is_retracted": True,
        "cited_by_count": 12,
        "abstract_inverted_index": {"We": [0], "count.": [1]},
        **fields,
    }


def page(*works: object) -> dict[str, Any]:
    return {"meta": {"count": len(works)}, "results": list(works), "group_by": []}


def test_dois_are_asked_for_in_one_filter_an_arxiv_id_by_its_doi() -> None:
    question = OPENALEX.question(
        asked("doi:10.1234/a", "arxiv:2101.00010", "doi:10.5555/B"), NOBODY
    )
    assert question.path == "works"
    assert dict(question.params)["filter"] == "doi:10.1234/a|10.48550/arxiv.2101.00010|10.5555/b"
    assert dict(question.params)["per_page"] == "100"
    assert not question.may_miss


def test_the_key_is_no_open_parameter() -> None:
    question = OPENALEX.question(asked("doi:10.1234/a"), WITH_ALL)
    assert question.secret_params == (("api_key", "open.key"),)
    assert "open.key" not in repr(question)
    assert OPENALEX.question(asked("doi:10.1234/a"), NOBODY).secret_params == ()


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.1234/a,b", "works/doi:10.1234%2Fa%2Cb"),
        ("10.1234/a|b", "works/doi:10.1234%2Fa%7Cb"),
        ("10.1002/(sici)1(1998)11:2<107::aid>3.0.co;2-y",
         "works/doi:10.1002%2F%28sici%291%281998%2911%3A2%3C107%3A%3Aaid%3E3.0.co%3B2-y"),
    ],
)  # fmt: skip
def test_a_doi_that_would_part_a_filter_is_asked_for_alone(doi: str, path: str) -> None:
    batch = asked("doi:10.5555/a", f"doi:{doi}", "doi:10.5555/b")
    assert [len(one) for one in OPENALEX.batches(batch)] == [1, 1, 1]
    question = OPENALEX.question(asked(f"doi:{doi}"), NOBODY)
    assert (question.path, question.may_miss) == (path, True)
    assert "filter" not in dict(question.params)
    assert titles(OPENALEX, answer(work(doi, "Sheep")), asked(f"doi:{doi}")) == {
        f"doi:{doi}": ["Sheep"]
    }


def test_a_title_is_searched_for_by_its_words_alone() -> None:
    assert params(OPENALEX, "title:Sheep, Goats OR Wolves?") == {
        "search": "sheep goats or wolves",
        "per_page": "5",
    }


def test_eighty_at_once_and_titles_alone() -> None:
    many = [*asked(*(f"doi:10.5555/{number}" for number in range(150))), *by_title("Sheep") * 2]
    assert [len(batch) for batch in OPENALEX.batches(many)] == [80, 70, 1, 1]


def test_a_request_is_never_too_long_for_its_server() -> None:
    many = [Asked("doi", f"10.1234/{'sheep/' * (one % 40)}{one}") for one in range(300)]
    batches = list(OPENALEX.batches(many))
    assert [one for batch in batches for one in batch] == many
    assert max(map(len, batches)) < 80
    for batch in batches:
        question = OPENALEX.question(batch, WITH_ALL)
        query = urlencode([*question.params, *question.secret_params])
        assert len(f"GET /{question.path}?{query} HTTP/1.1") <= 4_094
    # What is too long by itself is asked for all the same.
    long = [Asked("doi", f"10.1234/{'sheep' * 1_000}"), *asked("doi:10.1234/a")]
    assert [len(batch) for batch in OPENALEX.batches(long)] == [1, 1]


def test_what_a_work_says() -> None:
    assert said(OPENALEX, page(work("10.1234/A", "Counting sheep")), "doi:10.1234/a") == {
        "title": "Counting sheep",
        "authors": ["Ada Example"],
        "year": "2021-03-04",
        "venue": "Journal of Sheep",
        "volume": "3",
        "issue": "1",
        "pages": "1-9",
        "language": "en",
        "abstract": "We count.",
        "type": "article-journal",
        "status": "retracted",
        "doi": "https://doi.org/10.1234/A",
        "pdf:": "https://sheep.example.org/1.pdf",
        "citations": 12,
    }


@pytest.mark.parametrize(("number", "kept"), [(99, 99), (100, 0)])
def test_a_list_of_authors_that_may_be_cut_is_none(number: int, kept: int) -> None:
    people = [{"raw_author_name": f"Ada Example{chr(97 + one % 26)}"} for one in range(number)]
    many = work("10.1234/a", "Counting sheep", authorships=people)
    assert len(said(OPENALEX, page(many), "doi:10.1234/a").get("authors", ())) == kept
    # A work alone has all.
    alone = said(OPENALEX, many, "doi:10.1234/a")
    assert len(alone["authors"]) == number


def test_works_go_to_those_whose_doi_they_carry_in_either_spelling() -> None:
    came = page(
        work("10.48550/arXiv.2101.00010", "Preprint"),
        work("10.9999/wolves", "Wolves"),
        work("10.1234/SHEEP", "Counting sheep"),
        work("10.9999/paratext", "Cover", is_paratext=True),
    )
    batch = asked(
        "doi:10.1234/sheep", "arxiv:2101.00010", "doi:10.9999/paratext", "doi:10.9999/none"
    )
    assert titles(OPENALEX, answer(came), batch) == {
        "doi:10.1234/sheep": ["Counting sheep"],
        "arxiv:2101.00010": ["Preprint"],
    }


def test_a_published_work_that_lies_at_arxiv_is_that_of_the_arxiv_id() -> None:
    at_arxiv = [{"landing_page_url": "https://arxiv.org/abs/2101.00010"}]
    came = page(work("10.1234/sheep", "Counting sheep", locations=at_arxiv))
    batch = asked("arxiv:2101.00010", "arxiv:2101.00011")
    assert titles(OPENALEX, answer(came), batch) == {"arxiv:2101.00010": ["Counting sheep"]}


def test_works_without_anything_are_nobody_s() -> None:
    came = page({}, {"doi": None, "title": None}, work("10.5555/a", "Sheep", authorships=None))
    assert titles(OPENALEX, answer(came), asked("doi:10.5555/a", "doi:10.5555/b")) == {
        "doi:10.5555/a": ["Sheep"]
    }


@pytest.mark.parametrize(
    "body", [[], {}, {"results": None}, {"results": {}}, {"results": [None]}, {"results": ["x"]}]
)
def test_another_shape_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        OPENALEX.answers(answer(body), asked("doi:10.5555/a"))
