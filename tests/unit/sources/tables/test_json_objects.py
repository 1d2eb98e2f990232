"""Lists of plain objects in JSON: conference sites, Mendeley, our own downloads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.formats import papers_json, spreadsheet
from generator.sources.tables.csv_table import CsvReader
from generator.sources.tables.json_objects import JsonObjectsReader
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import Paper, SourceRecord
from tests import given
from tests.unit.sources.reading import file_of, lines, read, titles

READER = JsonObjectsReader()

#: Papers with everything that a download has.
PAPERS = (
    given.paper(
        "sheep",
        "=Counting sheep: a −survey",
        authors=("Ada Example", "Ben von Sample", "Sheep Consortium"),
        year=2021,
        venue="Journal of Sheep",
        abstract="+We count; -slowly | @night.",
        links=(
            Link("paper", "https://example.org/a"),
            Link("paper", "https://example.org/b"),
            Link("code", "https://example.org/c"),
        ),
        doi="10.1234/abc",
        arxiv="2101.00010",
        openreview="aBcD1234ef",
        acl="2020.acl-main.1",
        status="retracted",
        type="article-journal",
        editors=("Cleo Instance",),
        container_title="The Journal of Sheep and Goats",
        event="Conference on Sheep",
        volume="12",
        issue="3",
        pages="12–19",
        publisher="Wool Press",
        language="en",
        keywords=("sheep", "counting, slow"),
        note="Best paper",
    ),
    given.paper("rams", "Rams", authors=("Example",), type="article", arxiv="2101.00020"),
    given.paper("ewes", "'-Ewes'"),
)
CATALOGUE = Catalogue(PAPERS)
#: The fields of a paper that a bibliography may fill.
FIELDS = (
    "title authors issued venue abstract links identifiers type editors container_title event"
    " volume issue pages publisher language keywords note status"
).split()
#: Those that a table has.
IN_TABLES = "title authors issued venue abstract links identifiers status".split()


def told(held: SourceRecord | Paper, names: list[str]) -> dict[str, Any]:
    values = {name: getattr(held.work, name) for name in names}
    for name in ("authors", "editors"):
        if name in values:
            values[name] = [person.natural for person in values[name]]
    values["links"] = sorted(values["links"])
    return values


def test_papers_json_of_a_catalogue_comes_back_whole() -> None:
    rows = ",\n".join(papers_json.paper_line(CATALOGUE, paper) for paper in PAPERS)
    text = f"[\n{rows}\n]\n"
    assert READER.recognises(file_of("papers.json"), text)
    reading, problems = read(READER, text)
    assert problems == []
    for record, paper in zip(reading.records, PAPERS, strict=True):
        assert told(record, FIELDS) == told(paper, FIELDS)


def test_papers_csv_of_a_catalogue_comes_back_whole() -> None:
    text = spreadsheet.header(with_abstract=True) + "".join(
        spreadsheet.row(CATALOGUE, paper, "https://example.org/", with_abstract=True)
        for paper in PAPERS
    )
    assert CsvReader().recognises(file_of("papers.csv"), text.lstrip("\ufeff"))
    reading, problems = read(CsvReader(), text.lstrip("\ufeff"))
    assert problems == []
    for record, paper in zip(reading.records, PAPERS, strict=True):
        assert told(record, IN_TABLES) == told(paper, IN_TABLES)


def only(row: dict[str, Any]) -> SourceRecord:
    (record,) = read(READER, json.dumps([row]))[0].records
    return record


@pytest.mark.parametrize(
    "row",
    [
        {"title": "Counting sheep", "authors": ["Ada Example"], "year": 2021, "doi": "10.1234/abc"},
        {"Title": "Counting sheep", "Author(s)": "Ada Example", "Year": "2021",
         "DOI": "10.1234/abc"},
        {
            "title": "Counting sheep",
            "authors": [{"first_name": "Ada", "last_name": "Example"}],
            "year": 2021,
            "identifiers": {"doi": "10.1234/abc", "issn": "1"},
            "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
            "type": "journal",
            "source": "Journal of Sheep",
        },
        {
            "title": "Counting sheep",
            "authors": [{"name": "Ada Example", "affiliation": "Pond"}],
            "publication_date": "2021-03-12",
            "externalIds": {"DOI": "10.1234/abc"},
        },
        {
            "id": "7",
            "content": {
                "title": "Counting sheep", "authors": ["Ada Example"], "year": 2021,
                "doi": "10.1234/abc",
            },
        },
        {"paper_title": "Counting sheep", "author_names": "Ada Example;", "pub_year": 2021.0,
         "doi_link": "https://doi.org/10.1234/abc"},
    ],
)  # fmt: skip
def test_keys_are_known_by_many_names(row: dict[str, Any]) -> None:
    text = json.dumps([row])
    assert READER.recognises(file_of("x"), text)
    work = only(row).work
    assert (work.title.plain, work.year) == ("Counting sheep", 2021)
    assert [name.natural for name in work.authors] == ["Ada Example"]
    assert work.identifiers == (Identifier("doi", "10.1234/abc"),)


def test_objects_stand_in_a_list_alone_or_under_a_key() -> None:
    row = '{"title": "Rams", "authors": ["Ada"], "year": 2020}'
    for text in (f"[{row}]", row, f'{{"total": 1, "papers": [{row}]}}', f'{{"data": [{row}]}}'):
        assert READER.recognises(file_of("x"), text)
        assert titles(read(READER, text)[0]) == ["Rams"]


def test_an_article_is_what_its_source_means_by_it() -> None:
    ours = {"title": "Rams", "authors": ["Ada"], "venue": "arXiv", "type": "article"}
    assert only(ours).work.type == "article"
    theirs = {"title": "Rams", "Authors": ["Ada"], "Type": "Journal Article"}
    assert only(theirs).work.type == "article-journal"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "[[1]]", '["title"]', '[{"name": "a", "url": "b"}]', '[{"title": "a"}]',
     '{"title": "A page", "description": "x"}', '{"name": "a", "version": "1", "type": "x"}',
     '[{"name": "a", "author": "b", "keywords": []}]',
     '{"name": "a", "version": "1", "author": "b", "keywords": [], "license": "c"}',
     '{"title": "A book of pages", "author": "b", "language": "en", "url": "c"}'],
)  # fmt: skip
def test_what_is_no_list_of_papers_is_refused(text: str) -> None:
    assert not READER.recognises(file_of("x.json"), text)


@pytest.mark.parametrize(
    "fault",
    ['{"title": "Lambs" "year": 1}', "null", '{"year": 2020}', '{"title": null, "authors": []}',
     '{"title": ["", {}]}', '"Lambs"'],
)  # fmt: skip
def test_a_fault_costs_its_own_object_only(fault: str) -> None:
    before, after = '{"title": "Rams", "year": 2020}', '{"title": "Ewes", "year": 2021}'
    reading, problems = read(READER, f"[{before},\n{fault},\n{after}]", "x.json")
    assert (titles(reading), lines(reading), reading.rejected) == (["Rams", "Ewes"], [1, 3], 1)
    assert [p.startswith("x.json:2: ") for p in problems] == [True]


def test_values_of_the_wrong_kind_cost_the_value_only() -> None:
    row = {
        "title": "Rams",
        "authors": {"a": 1},
        "year": {},
        "doi": 3,
        "url": 7,
        "keywords": [[1]],
        "venue": {"x": 1},
        "links": 3,
        "pages": [1],
        "type": [],
        "abstract": {"value": "We."},
    }
    work = only(row).work
    assert (work.title.plain, work.abstract.plain) == ("Rams", "We.")


@pytest.mark.parametrize("said", ["sheep|wool", "sheep; wool", "sheep, wool", ["sheep", "wool"]])
def test_keywords_in_one_text_are_parted(said: Any) -> None:
    record = only({"title": "Sheep", "authors": "Ada Example|Ben Sample", "keywords": said})
    assert [word.plain for word in record.work.keywords] == ["sheep", "wool"]
