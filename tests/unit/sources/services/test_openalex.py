"""OpenAlex's works."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.sources.services.openalex import abstract
from tests.unit.sources.services.answers import only, read, shown


def work(**fields: Any) -> dict[str, Any]:
    return {
        "id": "https://openalex.org/W1",
        "doi": "https://doi.org/10.1234/Sheep.1",
        "title": "Counting &amp; sheep with the program<i>SHEEP</i>and wool",
        "display_name": "Counting",
        "publication_year": 2021,
        "publication_date": "2021-03-04",
        "language": "en",
        "type": "article",
        "type_crossref": "journal-article",
        "primary_location": {
            "landing_page_url": "https://doi.org/10.1234/Sheep.1",
            "pdf_url": None,
            "source": {
                "display_name": "Journal of Sheep",
                "type": "journal",
                "host_organization_name": "Invented Press",
            },
        },
        "open_access": {"oa_url": "https://repository.example.org/sheep"},
        "authorships": [
            {
                "author": {
                    "display_name": "Aarón Example",
                    "orcid": "https://orcid.org/0000-0002-1825-0097",
                },
                "raw_author_name": "A. J. Example",
            },
            {"author": {"display_name": "Ben Sample", "orcid": None}},
        ],
        "biblio": {"volume": "54", "issue": "5", "first_page": "905", "last_page": "921"},
        "is_retracted": False,
        "is_paratext": False,
        "keywords": [{"display_name": "Computer science", "score": 0.5}],
        "abstract_inverted_index": {"We": [0], "count": [1, 4], "sheep": [2], "and": [3]},
        **fields,
    }


def test_a_work() -> None:
    found = read({"meta": {"count": 1}, "results": [work()]})
    (record,) = found.records
    assert (found.problems, found.rejected) == ([], 0)
    assert shown(record) == {
        "title": "Counting & sheep with the program SHEEP and wool",
        "authors": ["A. J. Example", "Ben Sample"],
        "year": "2021-03-04",
        "venue": "Journal of Sheep",
        "publisher": "Invented Press",
        "volume": "54",
        "issue": "5",
        "pages": "905–921",
        "language": "en",
        "abstract": "We count sheep and count",
        "type": "article-journal",
        "doi": "10.1234/sheep.1",
        "paper:": ["https://repository.example.org/sheep"],
    }
    assert record.work.authors[0].orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    "answer",
    [
        {"meta": {}, "results": [work(), work()]},
        [work(), work()],
        [{"results": [work()]}, {"results": [work()]}],
        "\n".join(json.dumps(work()) for _ in range(2)),
        json.dumps({"results": [work()]}) + json.dumps({"results": [work()]}, indent=2),
        json.dumps([work()], indent=4) + ",\n" + json.dumps(work()),
    ],
)
def test_pages_works_lines_and_joined_answers(answer: object) -> None:
    found = read(answer, "works.jsonl")
    assert (len(found.records), found.rejected, found.problems) == (2, 0, [])


def test_a_preprint_and_a_copy_at_arxiv() -> None:
    arxiv = {
        "landing_page_url": "http://arxiv.org/abs/2101.00010",
        "source": {"display_name": "arXiv (Cornell University)", "type": "repository"},
    }
    preprint = work(
        type="preprint", type_crossref="posted-content", primary_location=arxiv, doi=None
    )
    values = only([preprint])
    assert (values["venue"], values["type"], values["arxiv"]) == ("arXiv", "article", "2101.00010")
    copied = only([work(locations=[arxiv])])
    assert (copied["venue"], copied["arxiv"]) == ("Journal of Sheep", "2101.00010")


def test_a_repository_is_no_venue_of_what_was_published() -> None:
    pubmed = {"source": {"display_name": "PubMed", "type": "repository"}}
    journal = {"source": {"display_name": "Journal of Sheep", "type": "journal"}}
    assert only([work(primary_location=pubmed, locations=[pubmed, journal])])["venue"] == (
        "Journal of Sheep"
    )
    assert "venue" not in only([work(primary_location=pubmed)])
    values = only([work(primary_location=pubmed, type_crossref=None)])
    assert (values.get("venue"), values["type"]) == (None, "article-journal")


def test_a_copy_with_a_doi_of_its_own_is_no_address_of_the_paper() -> None:
    values = only([work(open_access={"oa_url": "https://doi.org/10.5281/zenodo.1"})])
    assert "paper:" not in values


def test_an_article_of_a_conference_is_a_paper_of_it() -> None:
    icir = {"source": {"display_name": "Conference on Sheep", "type": "conference"}}
    values = only([work(type_crossref=None, primary_location=icir)])
    assert (values["type"], values["venue"]) == ("paper-conference", "Conference on Sheep")


def test_the_first_of_january_is_a_year_alone() -> None:
    assert only([work(publication_date="2021-01-01")])["year"] == "2021"
    assert only([work(publication_date="1999-05-05")])["year"] == "2021"


def test_what_became_of_it_and_what_is_no_paper() -> None:
    assert only([work(is_retracted=True)])["status"] == "retracted"
    found = read([work(), work(is_paratext=True), work(title=None, display_name=None), work()])
    assert (len(found.records), found.rejected) == (2, 2)
    assert found.problems == [
        'saved.txt:1: no "title"; entry 3 left out (every paper needs one)',
        "saved.txt:1: 1 entry is left out: a part of a journal that is no paper (paratext)",
    ]


@pytest.mark.parametrize(
    "index",
    [None, [], "text", {}, {"a": None}, {"a": "b"}, {"a": [None, {}]}, {"a": [True]}],
)
def test_an_index_that_is_none_says_nothing(index: object) -> None:
    assert abstract(index) in ("", "a")


def test_an_index_of_far_places_costs_no_more_than_one_of_near() -> None:
    assert abstract({"sheep": [10**12], "count": [0], "we": [-3]}) == "we count sheep"
