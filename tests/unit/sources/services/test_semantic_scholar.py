"""Semantic Scholar's papers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sources.services.answers import only, read


def paper(**fields: Any) -> dict[str, Any]:
    return {
        "paperId": "5d10faff",
        "externalIds": {"DBLP": "journals/sheep/1", "DOI": "10.1234/SHEEP.1", "CorpusId": 1},
        "url": "https://www.semanticscholar.org/paper/5d10faff",
        "title": "Counting sheep",
        "abstract": "We count.",
        "venue": "Sheep",
        "publicationVenue": None,
        "year": 2020,
        "publicationTypes": ["JournalArticle", "Review"],
        "publicationDate": "2020-01-02",
        "journal": {"volume": "44", "pages": "\n   82 - 86\n  ", "name": "Journal of Sheep"},
        "openAccessPdf": {"url": "https://sheep.example.org/1.pdf", "status": "GREEN"},
        "tldr": {"text": "Sheep."},
        "authors": [
            {"authorId": "1", "name": "A. Example"},
            {"authorId": None, "name": "B. Sample"},
        ],
        **fields,
    }


def test_a_paper() -> None:
    assert only(paper()) == {
        "title": "Counting sheep",
        "authors": ["A. Example", "B. Sample"],
        "year": "2020-01-02",
        "venue": "Journal of Sheep",
        "volume": "44",
        "pages": "82–86",
        "abstract": "We count.",
        "type": "article-journal",
        "doi": "10.1234/sheep.1",
        "pdf:": ["https://sheep.example.org/1.pdf"],
    }


def test_the_number_of_a_preprint_is_no_volume_of_the_journal() -> None:
    journal = {"name": "Journal of Sheep", "volume": "abs/2101.00010", "pages": "1-9"}
    found = only(paper(journal=journal))
    assert found["arxiv"] == "2101.00010"
    assert "volume" not in found
    assert "pages" not in found


@pytest.mark.parametrize(
    "answer",
    [
        [paper(), paper()],
        {"total": 2, "offset": 0, "next": 2, "data": [paper(), paper()]},
        {"authorId": "1", "name": "A. Example", "papers": [paper(), paper()]},
        {"data": [{"authorId": "1", "papers": [paper()]}, {"authorId": "2", "papers": [paper()]}]},
        {"recommendedPapers": [paper(), paper()]},
        {"data": [{"contexts": [], "citedPaper": paper()}, {"citingPaper": paper()}]},
    ],
)
def test_batches_searches_authors_and_references(answer: object) -> None:
    found = read(answer)
    assert (found.titles, found.problems) == (["Counting sheep"] * 2, [])


def test_what_it_did_not_find_is_counted_and_told_once() -> None:
    found = read([None, paper(), None, paper(title=None), paper()])
    assert (len(found.records), found.rejected) == (2, 3)
    assert found.problems == [
        'saved.txt:1: no "title"; entry 4 left out (every paper needs one)',
        "saved.txt:1: 2 entries are left out: the service does not know what was asked for (null)",
    ]


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        (
            {"publicationVenue": {"name": "arXiv.org"}, "externalIds": {"ArXiv": "2101.00010"},
             "journal": {"name": "ArXiv", "volume": "abs/2101.00010"}},
            {"venue": "arXiv", "type": "article", "arxiv": "2101.00010", "volume": None},
        ),
        (
            {"publicationVenue": {"name": "Neural Sheep Processing", "type": "conference"},
             "publicationTypes": ["JournalArticle", "Conference"], "journal": None},
            {"venue": "Neural Sheep Processing", "type": "paper-conference"},
        ),
        ({"publicationTypes": ["JournalArticle", "Conference"]}, {"type": "paper-conference"}),
        ({"publicationTypes": None}, {"type": None}),
        ({"venue": "", "journal": {"name": "", "volume": ""}}, {"venue": None, "volume": None}),
        ({"year": None, "publicationDate": None}, {"year": None}),
        ({"publicationDate": "1999-01-01"}, {"year": "2020"}),
        ({"openAccessPdf": {"url": "", "status": "CLOSED"}}, {"pdf:": None}),
        ({"externalIds": {"ACL": "P19-1001"}}, {"acl": "P19-1001"}),
        ({"authors": None}, {"authors": None}),
    ],
)  # fmt: skip
def test_what_a_paper_says(fields: dict[str, Any], values: dict[str, str | None]) -> None:
    found = only(paper(**fields))
    assert {name: found.get(name) for name in values} == values


def test_the_volume_of_the_preprint_is_not_that_of_the_paper() -> None:
    said = only(
        paper(
            venue="Sheep Conference",
            publicationVenue={"name": "Sheep Conference", "type": "conference"},
            journal={"name": "ArXiv", "volume": "abs/1901.00001"},
        )
    )
    assert (said["venue"], said["arxiv"]) == ("Sheep Conference", "1901.00001")
    assert not said.get("volume")
