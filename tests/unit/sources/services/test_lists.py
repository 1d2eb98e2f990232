"""Lists of papers: Hugging Face's daily papers, paperlists, Papers with Code."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.sources.services.answers import only, read


def daily(**paper: Any) -> dict[str, Any]:
    return {
        "paper": {
            "id": "2101.00010",
            "authors": [
                {"_id": "1", "name": "Ada Example", "user": {"fullname": "adaaa"}, "hidden": False},
                {"_id": "2", "name": "Cleo Instance", "hidden": True},
                {"_id": "3", "name": "Ben Sample"},
            ],
            "publishedAt": "2021-01-03T17:50:01.000Z",
            "title": "Counting\n  sheep",
            "summary": "We count\nsheep.",
            "upvotes": 27,
            "githubRepo": "https://github.com/sheep/count",
            "projectPage": "https://sheep.example.org",
            "ai_summary": "Sheep.",
            **paper,
        },
        "publishedAt": "2021-02-03T03:44:01.558Z",
        "title": "Counting sheep",
    }


EXPECTED = {
    "title": "Counting sheep",
    "authors": ["Ada Example", "Cleo Instance", "Ben Sample"],
    "year": "2021-01-03",
    "venue": "arXiv",
    "abstract": "We count sheep.",
    "type": "article",
    "arxiv": "2101.00010",
    "code:": ["https://github.com/sheep/count"],
    "project:": ["https://sheep.example.org"],
}


def test_daily_papers_and_a_single_one() -> None:
    assert only([daily()]) == EXPECTED
    assert only(daily()["paper"]) == EXPECTED


def test_lines_of_a_list_that_is_spread_out() -> None:
    assert read(json.dumps([daily(), daily()], indent=1)).lines == [2, 35]


def listed(**fields: Any) -> dict[str, Any]:
    return {
        "id": "0JzWiigkUy",
        "title": "SHEEP: a benchmark",
        "track": "main",
        "status": "Poster",
        "abstract": "We count.",
        "keywords": "sheep;counting",
        "author": "Ada Example;Ben Sample",
        "aff": "Meadow University;Hill",
        "bibtex": "@inproceedings{x,\nbooktitle={Second Conference on Sheep},\nyear={2025}\n}",
        "github": "",
        "project": "https://sheep.example.org",
        "site": "https://openreview.net/forum?id=0JzWiigkUy",
        **fields,
    }


def test_a_list_of_the_papers_of_a_conference() -> None:
    assert only([listed()]) == {
        "title": "SHEEP: a benchmark",
        "authors": ["Ada Example", "Ben Sample"],
        "year": "2025",
        "venue": "Second Conference on Sheep",
        "abstract": "We count.",
        "keywords": ["sheep", "counting"],
        "type": "paper-conference",
        "openreview": "0JzWiigkUy",
        "paper:": ["https://openreview.net/forum?id=0JzWiigkUy"],
        "project:": ["https://sheep.example.org"],
    }
    rejected = only([listed(status="Withdraw")])
    assert (rejected.get("venue"), rejected["type"]) == (None, "article")


@pytest.mark.parametrize(
    ("bibtex", "venue", "year"),
    [
        (
            '@inproceedings{x, booktitle = "Proceedings of Sheep", year = "2021"}',
            "Proceedings of Sheep",
            "2021",
        ),
        (
            "@INPROCEEDINGS{x,\r\n  BOOKTITLE = {The {ICIR} 2014},\r\n  YEAR = 2014}",
            "The ICIR 2014",
            "2014",
        ),
        ("@inproceedings{x, booktitle = {Never closed", None, None),
        ("", None, None),
    ],
)
def test_a_list_knows_its_venue_by_its_bibtex(
    bibtex: str, venue: str | None, year: str | None
) -> None:
    values = only([listed(bibtex=bibtex)])
    assert (values.get("venue"), values.get("year")) == (venue, year)


def test_a_list_that_has_everybody_twice() -> None:
    assert only([listed(author="A. Example;B. Sample;A. Example;B. Sample")])["authors"] == [
        "A. Example",
        "B. Sample",
    ]


def test_a_list_of_cvfs_pages() -> None:
    paper = {
        "title": "3D Sheep",
        "site": "https://openaccess.thecvf.com/content_cvpr_2013/html/Example_3D_Sheep_2013_CVPR_paper.html",
        "author": "Ada Example, Ben Sample",
        "pdf": "https://openaccess.thecvf.com/content_cvpr_2013/papers/Example.pdf",
        "aff": "Meadow",
        "project": "",
        "github": "",
        "arxiv": "1301.00010",
    }
    values = only([paper])
    assert values["authors"] == ["Ada Example", "Ben Sample"]
    assert (values["venue"], values["year"]) == ("CVPR", "2013")
    assert values["arxiv"] == "1301.00010"


@pytest.mark.parametrize(
    ("proceeding", "venue", "year"),
    [
        ("ICIR 2019 5", "ICIR", "2019-05"),
        ("ICIR 2019", "ICIR", "2019"),
        (None, "arXiv", "2018-04-03"),
    ],
)
def test_a_dump_of_papers_with_code(proceeding: str | None, venue: str, year: str) -> None:
    paper = {
        "paper_url": "https://paperswithcode.com/paper/counting-sheep",
        "arxiv_id": "1804.00010",
        "title": "Counting sheep",
        "abstract": "We count.",
        "url_abs": "http://arxiv.org/abs/1804.00010v1",
        "url_pdf": "http://arxiv.org/pdf/1804.00010v1.pdf",
        "proceeding": proceeding,
        "authors": ["Ada Example", "Ben Sample"],
        "date": "2018-04-03",
        "tasks": ["Sheep"],
    }
    values = only([paper])
    assert (values["venue"], values["year"]) == (venue, year)
    assert values["authors"] == ["Ada Example", "Ben Sample"]
    assert values["arxiv"] == "1804.00010"
