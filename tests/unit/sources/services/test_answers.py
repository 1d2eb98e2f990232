"""Saved answers of services: told by what is in them, each entry read or told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Problems
from generator.sources.base import SourceFile
from generator.sources.services import answers
from generator.sources.services.answers import JsonAnswersReader, XmlAnswersReader
from generator.sources.services.known import JSON_SERVICES, XML_SERVICES
from tests.unit.sources.services.answers import read

FILE = SourceFile(Path("saved.json"), "saved.json", "saved.json")
PAPER: dict[str, Any] = {"paperId": "1", "title": "Counting sheep", "externalIds": {}}


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "Watched kettles", "authors": ["Ada Example"], "year": 2021, "venue": "ICIR"}',
        '[{"id": "x", "type": "article-journal", "title": "As CSL has it", "DOI": "10.1234/abc",'
        ' "issued": {"date-parts": [[2021]]}}]',
        '[{"key": "ABC", "version": 1, "data": {"itemType": "book", "title": "Zotero\'s"}}]',
        '{"config": {}, "collections": {}, "items": [{"itemType": "book", "DOI": "10.1234/abc"}]}',
        '{"data": [{"title": "Some data"}], "results": [1, 2], "papers": "none"}',
        "[]",
        "{}",
        "[1, 2, 3]",
        "",
        "not JSON",
        "# A list\n- [Sheep](https://example.org)",
        "@article{sheep, title = {Sheep}}",
    ],
)
def test_files_of_others_are_left_to_others(text: str) -> None:
    assert not JsonAnswersReader().recognises(FILE, text)
    assert not XmlAnswersReader().recognises(FILE, text)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE html><html><body><article key="1">Sheep</article></body></html>',
        '<?xml version="1.0"?><rss><channel><item><title>Sheep</title></item></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A blog</title></entry></feed>',
        "<collection><document><id>BioC</id></document></collection>",
        "<records><record><title>EndNote</title></record></records>",
    ],
)
def test_xml_of_others_is_left_to_others(text: str) -> None:
    assert not XmlAnswersReader().recognises(FILE, text)


def test_a_file_in_one_line_tells_which_of_its_entries_is_meant() -> None:
    found = read([PAPER, {**PAPER, "title": ""}, {**PAPER, "title": 5}, PAPER])
    assert (len(found.records), found.rejected) == (2, 2)
    assert found.problems == [
        'saved.txt:1: no "title"; entry 2 left out (every paper needs one)',
        'saved.txt:1: no "title"; entry 3 left out (every paper needs one)',
        'saved.txt:1: title: "5" is not text; left out (write a string)',
    ]


def test_a_broken_entry_is_told_with_its_number_and_its_line() -> None:
    text = json.dumps([PAPER, PAPER, PAPER], indent=2).split("\n")
    text[7] = text[7].replace('"1",', '"1"')
    found = read("\n".join(text))
    assert (found.lines, found.rejected) == ([2, 12], 1)
    assert found.problems == [
        "saved.txt:7: entry 2 of Semantic Scholar: not JSON: Expecting ',' delimiter;"
        " entry left out (correct it there, or save the answer again)"
    ]


def test_the_first_entries_tell_the_service_also_behind_what_was_not_found() -> None:
    assert read([None, None, PAPER]).titles == ["Counting sheep"]


def test_a_file_has_room_for_so_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MAX_ENTRIES", 2)
    found = read(json.dumps([PAPER] * 4, indent=1))
    assert (len(found.records), found.rejected) == (2, 0)
    assert found.problems == [
        "saved.txt:12: more entries than the 2 that a file may have; they are not read"
        " (split it into several files)"
    ]


HOSTILE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE dblp [
  <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;"> <!ENTITY secret SYSTEM "file:///etc/passwd">
]>
<dblp xmlns:xi="http://www.w3.org/2001/XInclude">
<article key="1"><title>Sheep &b; &secret;<xi:include href="/etc/passwd"/>.</title></article>
<article key="2"><title>Lambs &uuml;.</title></article>
</dblp>"""


def test_nothing_that_a_file_asks_for_is_fetched_and_it_is_told() -> None:
    found = read(HOSTILE)
    assert found.titles == ["Sheep &b; &secret;", "Lambs ü"]
    assert found.problems == [
        "saved.txt: asks for parts of other files (XInclude); they are not read (put them in)",
        "saved.txt: declares entities of its own; they are not read (write the signs themselves)",
    ]


def test_a_file_that_no_service_answered_is_an_error_where_it_is_read_all_the_same() -> None:
    for reader in (JsonAnswersReader(), XmlAnswersReader()):
        problems = Problems()
        assert reader.read(FILE, "[]", problems).entries == 0
        assert problems.has_errors


def test_the_names_of_services_are_different() -> None:
    for services in (JSON_SERVICES, XML_SERVICES):
        names = [service.name for service in services]
        assert len(set(names)) == len(names)


def test_every_service_stands_in_the_documentation() -> None:
    said = (Path(__file__).parents[4] / "docs" / "maintainers" / "sources.md").read_text("utf-8")
    rows = {line.split("|")[1].strip() for line in said.splitlines() if line.startswith("| ")}
    names = [*(one.name for one in JSON_SERVICES), *(one.name for one in XML_SERVICES)]
    assert [name for name in names if not any(name.startswith(row) for row in rows if row)] == []


def test_an_answer_without_entries_is_told() -> None:
    found = read('<result><query>goats</query><hits total="0" sent="0"></hits></result>')
    assert found.problems == ["saved.txt: no entry of DBLP search is there (save the answer again)"]


PLAIN: dict[str, Any] = {
    "title": "Counting sheep",
    "authors": ["Ada Example", "Ben Sample"],
    "venue": "ICIR",
    "year": 2021,
}
#: What people copy from services into rows of their own.
COPIED: tuple[dict[str, Any], ...] = (
    {"url": "https://openreview.net/forum?id=aBcD1234ef"},
    {"site": "https://openreview.net/forum?id=aBcD1234ef", "status": "retracted"},
    {"url": "https://arxiv.org/abs/2101.00010", "categories": ["cs.CL"], "update_date": "2021-02"},
    {"doi": "10.1234/abc", "url": "https://doi.org/10.1234/abc"},
    {"DOI": "10.1234/abc"},
    {"url": "https://www.semanticscholar.org/paper/0a1b", "paperId": "0a1b"},
    {"externalIds": {"DOI": "10.1234/abc"}},
    {"id": "https://openalex.org/W123", "url": "https://openalex.org/W123"},
    {"paper_url": "https://paperswithcode.com/paper/counting-sheep", "arxiv_id": "2101.00010"},
    {"id": "2101.00010", "upvotes": 3, "url": "https://huggingface.co/papers/2101.00010"},
    {"source": "a list of ours", "pmid": "12345678"},
    {"url": "https://dblp.org/rec/conf/icir/Example21", "key": "conf/icir/Example21"},
    {"url": "https://aclanthology.org/2021.icir-main.1"},
)


def _lines(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


@pytest.mark.parametrize("copied", COPIED, ids=lambda row: next(iter(row)))
@pytest.mark.parametrize("name", ["rows.jsonl", "rows.json", "rows.txt"])
def test_a_row_with_an_address_or_id_of_a_service_is_no_answer_of_it(
    copied: dict[str, Any], name: str
) -> None:
    row = PLAIN | copied
    text = json.dumps([row, row, row]) if name == "rows.json" else _lines(row, row, row)
    found = read(text, name)
    assert found.reader == ("JSON list" if name == "rows.json" else "JSON Lines")
    for record in found.records:
        work = record.work
        assert [name.natural for name in work.authors] == PLAIN["authors"]
        assert (work.year, work.venue.plain, len(found.records)) == (2021, "ICIR", 3)


NOTE: dict[str, Any] = {
    "id": "aBcD1234ef",
    "forum": "aBcD1234ef",
    "invitation": "ICIR.cc/2019/Conference/-/Blind_Submission",
    "content": {"title": "Counting sheep", "authors": ["Ada Example"]},
}


@pytest.mark.parametrize(
    "rows",
    [
        [NOTE, PLAIN, PLAIN, PLAIN],
        [PLAIN, PLAIN, NOTE],
        [{"exported": "2021-01-01"}, PLAIN | COPIED[0], PLAIN],
        [PLAIN | COPIED[0], {"title": "Goats", "year": 2020}, PLAIN | COPIED[2]],
        [{**PLAIN, "authors": []} | COPIED[0], PLAIN],
    ],
)
def test_a_file_of_plain_rows_is_none_of_a_service_that_one_of_them_is_from(rows: Any) -> None:
    found = read(_lines(*rows), "rows.jsonl")
    assert found.reader == "JSON Lines"
    plain = [record for record in found.records if record.work.title.plain == "Counting sheep"]
    assert {record.work.year for record in plain} <= {2021, None}
    assert sum(record.work.year == 2021 for record in plain) == sum(
        row.get("year") == 2021 for row in rows
    )


#: A work of each service, as one line of a file holds it.
WORKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("OpenAlex", {"id": "https://openalex.org/W1", "title": "Sheep", "authorships": []}),
    ("OpenAlex", {"id": "https://openalex.org/W1", "title": "Sheep", "publication_year": 2021}),
    ("Semantic Scholar", {**PAPER, "authors": [{"authorId": "1", "name": "Ada"}], "year": 2021}),
    ("Semantic Scholar", {"paperId": "1", "title": "Sheep", "authors": [], "year": 2021}),
    ("Crossref", {"DOI": "10.1234/abc", "title": ["Sheep"], "author": []}),
    ("OpenReview", NOTE),
    (
        "OpenReview",
        {
            "title": "Sheep",
            "authors": ["Ada Example"],
            "url": "https://openreview.net/forum?id=aBcD1234ef",
            "decision": "Reject",
        },
    ),
    (
        "Papers with Code",
        {
            "paper_url": "https://paperswithcode.com/paper/sheep",
            "paper_title": "Sheep",
            "repo_url": "https://github.com/example/sheep",
        },
    ),
    (
        "arXiv snapshot",
        {
            "id": "2101.00010",
            "title": "Sheep",
            "authors": "Ada Example",
            "categories": "cs.CL",
            "update_date": "2021-01-02",
        },
    ),
    (
        "Hugging Face",
        {"id": "2101.00010", "title": "Sheep", "upvotes": 1, "authors": [{"name": "Ada"}]},
    ),
    ("Europe PMC", {"title": "Sheep", "source": "MED", "pmid": "1", "authorString": "Example A."}),
    ("DBLP search", {"info": {"title": "Sheep.", "key": "conf/icir/E21", "venue": "ICIR"}}),
    ("DataCite", {"attributes": {"titles": [], "creators": [], "doi": "10.1234/abc"}}),
)


@pytest.mark.parametrize(("service", "work"), WORKS)
@pytest.mark.parametrize("before", [[], [None], [{"error": "not found"}], [None, PLAIN]])
def test_works_of_a_service_a_line_are_its_answer_whatever_the_first_line_is(
    service: str, work: dict[str, Any], before: list[Any]
) -> None:
    text = _lines(*before, work, work)
    assert JsonAnswersReader().recognises(FILE, text)
    # A work without anything in it is told by the name of its service.
    told = read(text + '{"title": ', "saved.jsonl").problems
    assert any(f" of {service}: not JSON" in one for one in told)
