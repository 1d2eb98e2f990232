"""Zotero's and Better BibTeX's JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.sources.csl.zotero_json import ZoteroJsonReader
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import SourceRecord
from tests.unit.sources.reading import file_of, lines, read, titles

READER = ZoteroJsonReader()
ARTICLE = {
    "itemType": "journalArticle",
    "title": "Counting sheep",
    "creators": [
        {"creatorType": "author", "firstName": "Ada", "lastName": "Example"},
        {"creatorType": "author", "name": "Sheep Consortium"},
        {"creatorType": "editor", "firstName": "Cleo", "lastName": "Instance"},
        {"creatorType": "translator", "firstName": "Not", "lastName": "Anauthor"},
    ],
    "publicationTitle": "Journal of Sheep",
    "journalAbbreviation": "J. Sheep",
    "volume": "12",
    "issue": "3",
    "pages": "12-19",
    "date": "September 1, 1978",
    "DOI": "10.1234/abc",
    "url": "https://example.org/a",
    "abstractNote": "We count.",
    "language": "Anglais",
    "extra": "arXiv: 2101.00001 [cs.CL]\nCitation Key: example1978",
    "tags": [{"tag": "sheep, black", "type": 1}, {"tag": "/unread"}, {"tag": "wool", "type": 0}],
}


def only(item: dict[str, Any]) -> SourceRecord:
    (record,) = read(READER, json.dumps([item]))[0].records
    return record


@pytest.mark.parametrize(
    "item",
    [
        ARTICLE,
        {"key": "ABCD2345", "version": 1, "library": {}, "links": {}, "meta": {}, "data": ARTICLE},
    ],
)
def test_everything_of_an_article_is_read(item: dict[str, Any]) -> None:
    work = only(item).work
    assert [name.natural for name in work.authors] == ["Ada Example", "Sheep Consortium"]
    assert [name.natural for name in work.editors] == ["Cleo Instance"]
    assert (work.venue.plain, work.type) == ("Journal of Sheep", "article-journal")
    assert (work.volume, work.issue, work.pages, work.language) == ("12", "3", "12–19", "en")
    assert str(work.issued) == "1978-09-01"
    assert work.identifiers == (Identifier("doi", "10.1234/abc"), Identifier("arxiv", "2101.00001"))
    assert work.links == (Link("paper", "https://example.org/a"),)
    assert work.abstract.plain == "We count."
    assert [word.plain for word in work.keywords] == ["sheep, black", "wool"]
    assert work.note.plain == ""


def test_better_bibtex_has_its_items_beside_collections() -> None:
    text = json.dumps(
        {
            "config": {"label": "BetterBibTeX JSON"},
            "collections": {"c": {"items": [1, 2], "collections": [{"items": [3]}]}},
            "items": [
                {"itemType": "attachment", "title": "A file", "path": "/home/ada/a.pdf"},
                {"itemType": "note", "note": "A note"},
                {**ARTICLE, "citationKey": "example1978", "extra": ["DOI: 10.1234/abc", "OCLC: 3"]},
                {"itemType": "annotation", "title": "A mark"},
            ],
        },
        indent=2,
    )
    assert READER.recognises(file_of("x"), text)
    reading, problems = read(READER, text)
    assert (titles(reading), reading.rejected, problems) == (["Counting sheep"], 0, [])
    assert text.splitlines()[lines(reading)[0]].strip() == '"itemType": "journalArticle",'


@pytest.mark.parametrize(
    ("item", "type_", "venue"),
    [
        (
            {
                "itemType": "conferencePaper",
                "proceedingsTitle": "Proc. Sheep",
                "conferenceName": "Sheep",
            },
            "paper-conference",
            "Proc. Sheep",
        ),
        ({"itemType": "conferencePaper", "conferenceName": "Sheep"}, "paper-conference", "Sheep"),
        (
            {"itemType": "bookSection", "bookTitle": "All of Wool", "publisher": "P"},
            "chapter",
            "All of Wool",
        ),
        (
            {"itemType": "encyclopediaArticle", "encyclopediaTitle": "Sheep, A to Z"},
            "chapter",
            "Sheep, A to Z",
        ),
        ({"itemType": "book", "publisher": "Wool Press"}, "book", "Wool Press"),
        (
            {"itemType": "thesis", "university": "University of Pond"},
            "thesis",
            "University of Pond",
        ),
        ({"itemType": "report", "institution": "Institute of Hay"}, "report", "Institute of Hay"),
        (
            {"itemType": "preprint", "repository": "arXiv", "archiveID": "arXiv:2101.00001"},
            "article",
            "arXiv",
        ),
        ({"itemType": "computerProgram", "company": "Hay"}, "software", "Hay"),
        ({"itemType": "webpage", "websiteTitle": "Sheep online"}, "webpage", "Sheep online"),
        ({"itemType": "presentation", "meetingName": "Sheep"}, "document", "Sheep"),
        ({"itemType": "podcast"}, "document", ""),
    ],
)
def test_types_and_venues(item: dict[str, Any], type_: str, venue: str) -> None:
    work = only({"title": "Counting sheep", **item}).work
    assert (work.type, work.venue.plain) == (type_, venue)


def test_preprints_of_old_libraries_are_preprints() -> None:
    work = only(
        {"itemType": "journalArticle", "title": "S", "publicationTitle": "arXiv:2101.00001 [cs]"}
    ).work
    assert (work.type, work.identifiers) == ("article", (Identifier("arxiv", "2101.00001"),))


def test_a_pdf_on_the_web_is_a_link_and_a_file_on_a_disk_is_told_to_nobody() -> None:
    attachments = [
        {"title": "PDF", "url": "https://example.org/a.pdf", "path": "/home/ada/a.pdf"},
        {"title": "PDF", "url": "https://example.org/b", "mimeType": "application/pdf"},
        {"title": "Snapshot", "url": "https://example.org/c", "mimeType": "text/html"},
        {"title": "Mine", "path": "C:\\Users\\ada\\a.pdf"},
        {"title": "Mine", "url": "file:///home/ada/a.pdf"},
        "nonsense",
    ]
    reading, problems = read(
        READER, json.dumps([{**ARTICLE, "url": "", "attachments": attachments}])
    )
    assert [link.url for link in reading.records[0].work.links] == [
        "https://example.org/a.pdf",
        "https://example.org/b",
    ]
    assert problems == []


def test_the_date_that_zotero_understood_helps_where_a_person_wrote_none_clearly() -> None:
    item = {
        "meta": {"parsedDate": "2020-03"},
        "data": {**ARTICLE, "date": "third moon of 2020 or 2021"},
    }
    assert str(only(item).work.issued) == "2020-03"


def test_makers_of_other_works_are_their_authors() -> None:
    creators = [
        {"creatorType": "programmer", "firstName": "Ada", "lastName": "Example"},
        {"creatorType": "contributor", "firstName": "Ben", "lastName": "Sample"},
    ]
    work = only({"itemType": "computerProgram", "title": "Sheep", "creators": creators}).work
    assert [name.natural for name in work.authors] == ["Ada Example"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"items": []}', '[{"title": "a", "type": "book"}]', "[1]"]
)
def test_other_formats_are_refused(text: str) -> None:
    assert not READER.recognises(file_of("x.json"), text)


def test_a_fault_costs_its_own_item_only() -> None:
    good = json.dumps(ARTICLE)
    reading, problems = read(
        READER, f'[{good},\n{{"itemType": "book" "title": "x"}},\n{{"itemType": "book"}},\n{good}]'
    )
    assert (len(reading.records), reading.rejected, lines(reading)) == (2, 2, [1, 4])
    assert len(problems) == 2


def test_values_of_the_wrong_kind_cost_the_value_only() -> None:
    item = {"itemType": "book", "title": "S", "creators": {"a": 1}, "tags": "x", "extra": 3,
            "date": [1], "DOI": {}, "attachments": 3, "language": None, "volume": 3.0}  # fmt: skip
    work = only(item).work
    assert (work.title.plain, work.volume) == ("S", "3")


def test_identifiers_and_keywords_in_lines_of_the_note_are_read() -> None:
    extra = "OpenReview: aBcD1234ef\nACL: P19-1001\nkeywords: wool; goats\neprint: hal-1234"
    work = only({"itemType": "document", "title": "Sheep", "extra": extra}).work
    assert work.identifiers == (
        Identifier("openreview", "aBcD1234ef"),
        Identifier("acl", "P19-1001"),
    )
    assert [word.plain for word in work.keywords] == ["wool", "goats"]
