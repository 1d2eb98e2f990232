"""Crossref's works."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sources.services.answers import only, read, shown


def work(**fields: Any) -> dict[str, Any]:
    return {
        "DOI": "10.1234/sheep.1",
        "type": "journal-article",
        "title": ["Counting <i>sheep</i>"],
        "subtitle": ["A study"],
        "author": [
            {"given": "Ada", "family": "Example", "sequence": "first",
             "ORCID": "http://orcid.org/0000-0002-1825-0097"},
            {"family": "Sample", "sequence": "additional", "affiliation": []},
            {"given": "Cleo", "family": "Instance", "suffix": "Jr."},
            {"name": "The Flock Collaboration", "sequence": "additional"},
        ],
        "container-title": ["Journal of Sheep"],
        "short-container-title": ["J. Sheep"],
        "issued": {"date-parts": [[2016, 1, 11]]},
        "created": {"date-parts": [[2015, 1, 1]]},
        "volume": "93",
        "issue": "1",
        "article-number": "016005",
        "publisher": "Sheep Press",
        "language": "en",
        "abstract": "<jats:title>Abstract</jats:title><jats:p>We <jats:b>count</jats:b>.</jats:p>",
        "URL": "http://dx.doi.org/10.1234/sheep.1",
        "reference": [{"key": "1", "DOI": "10.1234/other", "article-title": "Another"}],
        "reference-count": 1,
        **fields,
    }  # fmt: skip


def test_one_work_and_its_references_are_no_entries() -> None:
    found = read({"status": "ok", "message-type": "work", "message": work()})
    (record,) = found.records
    assert found.problems == []
    assert shown(record) == {
        "title": "Counting sheep: A study",
        "authors": ["Ada Example", "Sample", "Cleo Instance Jr.", "The Flock Collaboration"],
        "year": "2016-01-11",
        "venue": "Journal of Sheep",
        "volume": "93",
        "issue": "1",
        "pages": "016005",
        "publisher": "Sheep Press",
        "language": "en",
        "abstract": "We count.",
        "type": "article-journal",
        "doi": "10.1234/sheep.1",
    }
    assert record.work.authors[0].orcid == "0000-0002-1825-0097"
    assert record.work.authors[3].literal


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "message": {"total-results": 2, "items": [work(), work()]}},
        [work(), work()],
        {"items": [work(), work()]},
        [{"message": work()}, {"message": work()}],
    ],
)
def test_lists_of_works(answer: object) -> None:
    found = read(answer)
    assert (len(found.records), found.problems) == (2, [])


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        (
            {"type": "book-chapter", "container-title": ["Notes in Sheep", "ICIR 2016"]},
            {"type": "chapter", "venue": "ICIR 2016"},
        ),
        (
            {"type": "proceedings-article", "container-title": ["Proceedings of ICIR"],
             "event": {"name": "First Conference on Sheep", "acronym": "ICIR '16"}},
            {"type": "paper-conference", "venue": "Proceedings of ICIR",
             "event": "First Conference on Sheep"},
        ),
        (
            {"type": "posted-content", "subtype": "preprint", "container-title": [],
             "institution": [{"name": "sheepRxiv"}]},
            {"type": "article", "venue": "sheepRxiv"},
        ),
        ({"type": "monograph", "container-title": []}, {"type": "book", "venue": "Sheep Press"}),
        (
            {"type": "dissertation", "container-title": [], "institution": [{"name": "Meadow"}]},
            {"type": "thesis", "venue": "Meadow"},
        ),
        ({"issued": {"date-parts": [[None]]}, "published-print": {"date-parts": [[2017, 3]]}},
         {"year": "2017-03"}),
        ({"issued": {"date-parts": [["2018", "4"]]}}, {"year": "2018-04"}),
        ({"page": "12-19"}, {"pages": "12–19"}),
        ({"subtitle": ["sheep"]}, {"title": "Counting sheep"}),
        ({"relation": {"has-preprint": [{"id-type": "doi", "id": "10.48550/arXiv.2101.00010"}]}},
         {"arxiv": "2101.00010", "doi": "10.1234/sheep.1"}),
        ({"updated-by": [{"type": "correction"}, {"type": "retraction"}]}, {"status": "retracted"}),
        ({"updated-by": [{"type": "expression_of_concern"}]}, {"status": "concern"}),
        ({"title": "As CSL has it", "container-title": "Journal of Sheep"},
         {"title": "As CSL has it: A study"}),
    ],
)  # fmt: skip
def test_what_a_work_says(fields: dict[str, Any], values: dict[str, str]) -> None:
    found = only({"message": work(**fields)})
    assert {name: found.get(name) for name in values} == values


def test_what_is_registered_beside_works_is_counted_and_told() -> None:
    found = read([work(), work(type="journal-issue"), work(type="peer-review"), work()])
    assert (len(found.records), found.rejected) == (2, 2)
    assert found.problems == [
        "saved.txt:1: 1 entry is left out: registered as journal-issue, which is no paper",
        "saved.txt:1: 1 entry is left out: registered as peer-review, which is no paper",
    ]
