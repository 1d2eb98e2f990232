"""How often services counted a paper, and on which day they listed it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.values.count import MOST, CountKind, counts_of
from tests.unit.sources.services.answers import read


def told(answer: object) -> tuple[str, list[tuple[CountKind, int, str, str]]]:
    """Return the day of the list and the counts of the one entry of an answer."""
    (record,) = read(answer).records
    counts = [
        (one.kind, one.number, one.by, one.day.isoformat() if one.day else "")
        for one in record.counts
    ]
    return record.saved, counts


def daily(**fields: Any) -> dict[str, Any]:
    paper = {
        "id": "2101.00010",
        "title": "Counting sheep",
        "authors": [],
        "publishedAt": "2021-01-03T17:50:01.000Z",
        "upvotes": 27,
    }
    return {"paper": paper | fields, "publishedAt": "2021-02-03T03:44:01.558Z"}


def test_a_daily_paper_has_its_upvotes_and_the_day_of_its_list() -> None:
    upvotes = [("upvotes", 27, "Hugging Face", "")]
    assert told([daily()]) == ("2021-02-03", upvotes)
    newer = daily(submittedOnDailyAt="2021-02-04T00:00:00.000Z")
    assert told([newer]) == ("2021-02-04", upvotes)


def test_when_a_paper_came_out_is_not_when_it_was_listed() -> None:
    same = daily(publishedAt="2021-02-03T03:44:01.558Z")
    assert told([same])[0] == ""
    assert told(daily()["paper"])[0] == ""
    assert told([daily(submittedOnDailyAt="soon")])[0] == ""


def test_services_tell_citations_and_some_of_them_when_they_counted() -> None:
    openalex = {"id": "https://openalex.org/W1", "title": "Counting sheep", "cited_by_count": 12}
    assert told({**openalex, "updated_date": "2024-02-03T08:27:05.588079"})[1] == [
        ("citations", 12, "OpenAlex", "2024-02-03")
    ]
    scholar = {"paperId": "1", "title": "Counting sheep", "citationCount": 7}
    assert told(scholar)[1] == [("citations", 7, "Semantic Scholar", "")]
    crossref = {
        "DOI": "10.1234/sheep",
        "title": ["Counting sheep"],
        "is-referenced-by-count": 5,
        "indexed": {"date-time": "2024-05-06T07:08:09Z"},
    }
    assert told({"message": crossref})[1] == [("citations", 5, "Crossref", "2024-05-06")]


@pytest.mark.parametrize("number", [0, -3, 2.5, "7", True, None, [7], MOST + 1])
def test_what_is_no_number_of_papers_or_people_is_no_count(number: object) -> None:
    assert counts_of("citations", number, "Barn") == ()
