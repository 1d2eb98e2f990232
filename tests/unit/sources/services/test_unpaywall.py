"""Unpaywall's objects of DOIs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sources.services.answers import only, read


def doi(**fields: Any) -> dict[str, Any]:
    return {
        "doi": "10.1234/SHEEP.1",
        "doi_url": "https://doi.org/10.1234/SHEEP.1",
        "title": "Counting sheep",
        "genre": "journal-article",
        "is_paratext": False,
        "published_date": "2021-03-04",
        "year": 2021,
        "journal_name": "Journal of Sheep",
        "publisher": "Invented Press",
        "is_oa": True,
        "oa_status": "green",
        "best_oa_location": {
            "url": "https://sheep.example.org/1.pdf",
            "url_for_pdf": "https://sheep.example.org/1.pdf",
            "host_type": "repository",
        },
        "oa_locations": [
            {"url_for_pdf": None, "url": "https://press.example.org/1"},
            {"url_for_pdf": "https://flock.example.org/1.pdf"},
        ],
        "z_authors": [
            {"given": "Ada", "family": "Example", "sequence": "first"},
            {"family": "Sample"},
        ],
        **fields,
    }


def test_a_doi() -> None:
    assert only(doi()) == {
        "title": "Counting sheep",
        "authors": ["Ada Example", "Sample"],
        "year": "2021-03-04",
        "venue": "Journal of Sheep",
        "type": "article-journal",
        "publisher": "Invented Press",
        "doi": "10.1234/sheep.1",
        "pdf:": ["https://sheep.example.org/1.pdf"],
    }


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        ({"best_oa_location": None}, {"pdf:": ["https://flock.example.org/1.pdf"]}),
        ({"best_oa_location": {"url_for_pdf": None}},
         {"pdf:": ["https://flock.example.org/1.pdf"]}),
        ({"best_oa_location": None, "oa_locations": [], "is_oa": False}, {"pdf:": None}),
        ({"z_authors": [{"raw_author_name": "Ada Example", "author_position": "first"}]},
         {"authors": ["Ada Example"]}),
        ({"z_authors": [{"name": "The Flock Group"}, {"given": "Ada"}, None, "x"]},
         {"authors": ["The Flock Group"]}),
        ({"z_authors": None}, {"authors": None}),
        ({"published_date": None}, {"year": "2021"}),
        ({"published_date": "1999-01-01"}, {"year": "2021"}),
        ({"genre": "book", "journal_name": None}, {"venue": "Invented Press", "type": "book"}),
        ({"genre": "proceedings-article"}, {"type": "paper-conference"}),
        ({"genre": "posted-content", "journal_name": None}, {"type": "article", "venue": None}),
    ],
)  # fmt: skip
def test_what_a_doi_says(fields: dict[str, Any], values: dict[str, Any]) -> None:
    found = only(doi(**fields))
    assert {name: found.get(name) for name in values} == values


def test_a_file_of_several_and_what_is_no_paper() -> None:
    found = read([doi(), doi(is_paratext=True), doi(title="Counting goats")])
    assert (found.reader, found.titles) == (
        "answer of a service in JSON", ["Counting sheep", "Counting goats"],
    )  # fmt: skip
    assert found.problems == [
        "saved.txt:1: 1 entry is left out: a part of a journal that is no paper (paratext)"
    ]
