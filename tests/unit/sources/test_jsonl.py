"""JSON Lines: a bad line never takes a good one with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Place, Problems, Severity
from generator.sources import jsonl, taking
from generator.sources.base import Reading, SourceFile
from generator.sources.jsonl import MAX_LINE, JsonLinesReader
from generator.values.date import Date
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.name import Name
from generator.values.paper import Rank, SourceRecord
from generator.values.text import Text

FILE = SourceFile(Path("saved.jsonl"), "saved.jsonl", "saved.jsonl")
BEFORE = '{"title": "Watched kettles", "year": 2021}'
AFTER = '{"title": "The price of pebbles", "year": "2022"}'


def read(text: str) -> tuple[Reading, Problems]:
    problems = Problems()
    return JsonLinesReader().read(FILE, text, problems), problems


def only(**fields: Any) -> tuple[SourceRecord, list[str]]:
    """The record of one line, and what was said about it."""
    reading, problems = read(json.dumps({"title": "Kettles", **fields}))
    (record,) = reading.records
    return record, [str(problem) for problem in problems]


def names(record: SourceRecord) -> list[str]:
    return [name.natural for name in record.work.authors]


def test_everything_a_line_says_is_read() -> None:
    record, problems = only(
        title="Rates of $n^2$ for caf\\'e tables",
        abstract="Steam waits.\nNobody looks.",
        authors=["Ada Kettle", "Bo L\\'eaf"],
        venue="Journal of Tea",
        year=2021,
        url="https://tea.example.org/kettles",
        pdf="https://tea.example.org/kettles.pdf",
        github="https://github.com/tea/kettles",
        doi="https://doi.org/10.1234/Kettles",
        arxiv="arXiv:2101.00010v2",
    )
    assert problems == []
    assert record.rank is Rank.BIBLIOGRAPHY
    assert (record.source, record.place) == ("saved.jsonl", Place("saved.jsonl", 1))
    work = record.work
    assert work.title == Text("Rates of n² for café tables")
    assert work.abstract == Text("Steam waits. Nobody looks.")
    assert names(record) == ["Ada Kettle", "Bo Léaf"]
    assert (work.venue.plain, work.issued) == ("Journal of Tea", Date(2021))
    assert work.links == (
        Link("code", "https://github.com/tea/kettles"),
        Link("paper", "https://tea.example.org/kettles"),
        Link("pdf", "https://tea.example.org/kettles.pdf"),
    )
    assert work.identifiers == (
        Identifier("doi", "10.1234/kettles"),
        Identifier("arxiv", "2101.00010"),
    )


def test_what_only_bibliographies_say_is_read() -> None:
    record, problems = only(
        editors="Pot, Cleo; Cup, Di",
        container_title="The Whole Journal of T\\'ea",
        event="First Day of Tea",
        volume=12,
        issue="3a",
        pages="12--19",
        publisher="Kettle University Press",
        language="en",
        keywords=["steam", "$n^2$"],
        note="Best brew",
    )
    assert problems == []
    work = record.work
    assert [name.natural for name in work.editors] == ["Cleo Pot", "Di Cup"]
    assert work.container_title == Text("The Whole Journal of Téa")
    assert work.event == Text("First Day of Tea")
    assert (work.volume, work.issue, work.pages) == ("12", "3a", "12–19")
    assert work.publisher == Text("Kettle University Press")
    assert (work.language, work.keywords) == ("en", (Text("steam"), Text("n²")))
    assert work.note == Text("Best brew")


def test_authors_may_be_one_text_with_semicolons() -> None:
    assert names(only(authors="Kettle, Ada; Léaf, Bo;")[0]) == ["Ada Kettle", "Bo Léaf"]


@pytest.mark.parametrize(
    "authors",
    [
        "Ada Kettle, Bo Léaf, Cy Pot",
        "Ada Kettle, Bo Léaf and Cy Pot",
        "Kettle, Ada and Léaf, Bo and Pot, Cy",
        ["Ada Kettle,", "Bo Léaf,", "and Cy Pot"],
        ["Ada Kettle and Bo Léaf", "Cy Pot"],
    ],
)
def test_several_names_in_one_text_are_parted(authors: str | list[str]) -> None:
    record, problems = only(authors=authors)
    assert (names(record), problems) == (["Ada Kettle", "Bo Léaf", "Cy Pot"], [])


def test_a_text_that_may_be_one_name_or_several_is_reported_and_kept_whole() -> None:
    record, problems = only(authors="Ada Kettle, Bo Léaf")
    assert names(record) == ["Ada Kettle, Bo Léaf"]
    assert problems == [
        'saved.jsonl:1: authors: "Ada Kettle, Bo Léaf" may be one name or several; kept as one'
        ' (write a list: ["…", "…"], or ; between names)'
    ]


def test_a_list_that_went_on_is_known_to_have() -> None:
    record, problems = only(authors=["Ada Kettle", "et al."])
    assert (names(record), problems) == (["Ada Kettle"], [])
    assert record.work.authors[-1].others


def test_a_name_may_be_written_in_either_order() -> None:
    turned, _ = only(authors=["Quill, Ada", "Ñandú, José"])
    assert names(turned) == ["Ada Quill", "José Ñandú"]
    assert turned == only(authors=["Ada Quill", "José Ñandú"])[0]


ADA = {"family": "Example", "given": "Ada", "ORCID": "https://orcid.org/0000-0002-1825-0097"}


def test_names_may_be_objects_with_their_parts() -> None:
    pond = {"family": "Pond", "given": "Ludwig", "non-dropping-particle": "van", "suffix": "Jr."}
    listed = [ADA, "Sample, Ben", pond, {"literal": "Kettle Team"}, {"name": "Cleo Instance"}]
    record, problems = only(authors=listed, editors=ADA)
    assert problems == []
    assert record.work.authors == (
        Name("Example", "Ada"),
        Name("Sample", "Ben"),
        Name("Pond", "Ludwig", "van", "Jr."),
        Name(literal="Kettle Team"),
        Name("Instance", "Cleo"),
    )
    assert record.work.authors[0].orcid == "0000-0002-1825-0097"
    assert record.work.editors == record.work.authors[:1]


def test_a_name_that_is_none_costs_no_other() -> None:
    record, problems = only(authors=["Ada Example", {"family": 7}, "Ben Sample"])
    assert names(record) == ["Ada Example", "Ben Sample"]
    assert problems == [
        "saved.jsonl:1: authors: \"{'family': 7}\" is not a name; left out"
        ' (write "…" or {"family": "…", "given": "…"})'
    ]


def test_a_wrong_orcid_is_reported_and_the_name_kept() -> None:
    wrong = "0000-0002-1825-0098"
    record, problems = only(authors=[{**ADA, "ORCID": wrong}])
    assert [name.orcid for name in record.work.authors] == [""]
    assert names(record) == ["Ada Example"]
    assert only(authors=[f"Ada Example ({wrong})"]) == (record, problems)
    assert only(authors=f"Ada Example ({wrong})") == (record, problems)
    assert problems == [
        'saved.jsonl:1: authors: "0000-0002-1825-0098" is not an ORCID iD; left out'
        " (copy it from orcid.org)"
    ]


def test_addresses_in_the_abstract_become_links_unless_a_field_names_them() -> None:
    record, _ = only(
        abstract="Code: https://tea.example.org/x and https://tea.example.org/y",
        project="https://tea.example.org/y",
    )
    assert record.work.links == (
        Link("code", "https://tea.example.org/x"),
        Link("project", "https://tea.example.org/y"),
    )


def test_a_page_that_is_a_pdf_is_called_so() -> None:
    assert only(url="https://tea.example.org/a.pdf")[0].work.links[0].kind == "pdf"


@pytest.mark.parametrize("field", ["url", "paper", "pdf"])
def test_an_identifier_is_read_from_an_address_of_the_paper_too(field: str) -> None:
    record, problems = only(**{field: "https://arxiv.org/abs/2401.00011v1"})
    assert record.work.identifiers == (Identifier("arxiv", "2401.00011"),)
    assert [link.url for link in record.work.links] == ["https://arxiv.org/abs/2401.00011v1"]
    assert problems == []


def test_identifiers_may_stand_in_an_object_as_papers_jsonl_has_them() -> None:
    record, problems = only(identifiers={"arxiv": "2401.00011", "tea": "5"}, doi="10.1234/tea")
    assert not problems
    assert {(one.kind, one.value) for one in record.work.identifiers} == {
        ("arxiv", "2401.00011"),
        ("doi", "10.1234/tea"),
    }


@pytest.mark.parametrize("identifiers", [None, 7, [], {}, "2401.00011", {"arxiv": ""}])
def test_other_values_of_identifiers_say_nothing(identifiers: object) -> None:
    record, problems = only(identifiers=identifiers)
    assert not problems
    assert not record.work.identifiers


@pytest.mark.parametrize(
    "links",
    [
        "https://arxiv.org/pdf/2401.00011.pdf",
        ["https://arxiv.org/pdf/2401.00011.pdf"],
        {"pdf": "https://arxiv.org/pdf/2401.00011.pdf"},
        {"pdf": ["https://arxiv.org/pdf/2401.00011.pdf"]},
        [{"kind": "pdf", "url": "https://arxiv.org/pdf/2401.00011.pdf"}],
    ],
)
def test_links_may_be_a_list_or_by_kind(links: object) -> None:
    record, problems = only(links=links)
    assert problems == []
    assert record.work.links == (Link("pdf", "https://arxiv.org/pdf/2401.00011.pdf"),)
    assert record.work.identifiers == (Identifier("arxiv", "2401.00011"),)


@pytest.mark.parametrize(
    "links", [7, [7], {"tea": "https://a.example"}, [{"url": 1}], {"pdf": None}]
)
def test_links_of_no_known_form_are_reported(links: object) -> None:
    record, (problem,) = only(links=links)
    assert record == only()[0]
    assert problem.startswith("saved.jsonl:1: links: ")


@pytest.mark.parametrize("field", ["code", "github", "data", "project", "video"])
def test_an_identifier_in_another_address_is_not_the_papers(field: str) -> None:
    record, _ = only(**{field: "https://doi.org/10.1234/data"})
    assert record.work.identifiers == ()


@pytest.mark.parametrize("url", ["arxiv.org/abs/2401.00011", "doi:10.1234/abc", "10.1234/abc"])
def test_an_identifier_in_place_of_an_address_makes_no_link(url: str) -> None:
    record, problems = only(url=url)
    assert (len(record.work.identifiers), record.work.links, problems) == (1, (), [])


@pytest.mark.parametrize(
    ("field", "said", "url"),
    [
        ("url", "https://tea.example.org/?a=1&amp;b=2", "https://tea.example.org/?a=1&b=2"),
        ("code", '<a href="https://tea.example.org/c">code</a>', "https://tea.example.org/c"),
        ("code", "[code](https://tea.example.org/c)", "https://tea.example.org/c"),
        ("code", r"https://tea.example.org/a\_b", "https://tea.example.org/a_b"),
        ("code", r"\url{https://tea.example.org/c}", "https://tea.example.org/c"),
    ],
)
def test_an_address_may_be_wrapped_in_markup(field: str, said: str, url: str) -> None:
    record, problems = only(**{field: said})
    assert ([link.url for link in record.work.links], problems) == ([url], [])


@pytest.mark.parametrize("said", ["java&#115;cript:x", "[x](javascript:y)", "data&colon;x"])
def test_no_wrapping_makes_an_address_safe(said: str) -> None:
    record, problems = only(url=said)
    assert (record.work.links, len(problems)) == ((), 1)


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("doi", '<a href="https://doi.org/10.1234/tea">10.1234/tea</a>', "10.1234/tea"),
        ("url", "&lt;a href='https://doi.org/10.1234/tea'&gt;Tea&lt;/a&gt;", "10.1234/tea"),
        ("doi", "<i>10.1234/tea</i>", "10.1234/tea"),
        ("arxiv", "&lt;arXiv:2401.00011&gt;", "2401.00011"),
        ("pdf", "https://arxiv.org/pdf/2401.00011v3&gt;", "2401.00011"),
    ],
)
def test_an_identifier_may_be_wrapped_in_markup(field: str, said: str, value: str) -> None:
    record, _ = only(**{field: said})
    assert [item.value for item in record.work.identifiers] == [value]


def test_an_address_may_begin_with_www() -> None:
    assert only(url="www.tea.example.org")[0].work.links[0].url == "https://www.tea.example.org"


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("doi", "https://arxiv.org/abs/2401.00011", Identifier("arxiv", "2401.00011")),
        ("arxiv", "10.1234/abc", Identifier("doi", "10.1234/abc")),
        ("openreview", "https://aclanthology.org/P99-1001/", Identifier("acl", "P99-1001")),
    ],
)
def test_an_identifier_in_the_field_of_another_is_read(
    field: str, text: str, found: Identifier
) -> None:
    record, problems = only(**{field: text})
    assert (record.work.identifiers, problems) == ((found,), [])


def test_one_identifier_in_two_forms_is_no_contradiction() -> None:
    record, problems = only(
        arxiv="2401.00011",
        doi="10.48550/arXiv.2401.00011",
        url="https://huggingface.co/papers/2401.00011",
        pdf="https://arxiv.org/pdf/2401.00011v3",
    )
    assert problems == []
    assert record.work.resolved_identifiers == (Identifier("arxiv", "2401.00011"),)


def test_two_identifiers_of_one_kind_are_reported_and_that_in_its_field_is_taken() -> None:
    record, problems = only(arxiv="2401.00011", url="https://arxiv.org/abs/2401.00012")
    assert record.work.identifiers == (Identifier("arxiv", "2401.00011"),)
    assert problems == [
        'saved.jsonl:1: url: holds arXiv id "2401.00012", but arxiv: "2401.00011"; the second is'
        " taken (correct the one that is another paper's)"
    ]


@pytest.mark.parametrize("year", [2020.0, "2020.0", "2020-05-01", "May 2020", "2020a", "(2020)"])
def test_a_year_is_read_however_it_is_written(year: object) -> None:
    record, problems = only(year=year)
    assert (record.work.year, problems) == (2020, [])


FAULTS = {
    "half a line": ('{"title": "Kett', "not JSON: Unterminated string"),
    "no JSON": ("title: Kettles", "not JSON: Expecting value"),
    "two objects": ('{"title": "a"} {"title": "b"}', "not JSON: Extra data"),
    "a list": ('["Kettles"]', "not a JSON object"),
    "a number": ("17", "not a JSON object"),
    "nothing": ("null", "not a JSON object"),
    "no title": ('{"abstract": "Steam waits."}', 'no "title"'),
    "empty title": ('{"title": "  "}', 'no "title"'),
    "invisible title": ('{"title": "\\u200b\\u0000"}', 'no "title"'),
    "null title": ('{"title": null}', 'no "title"'),
    "numeric title": ('{"title": 1984}', 'no "title"'),
    "deep nesting": ("[" * 100_000, "not JSON: nested too deep"),
    "deep objects": ('{"title":' * 50_000, "not JSON: nested too deep"),
    "huge number": ('{"title": "a", "year": ' + "9" * 5000 + "}", "not JSON: Exceeds the limit"),
    "huge line": ('{"title": "' + "x" * MAX_LINE + '"}', "the line has 1.0 million characters"),
    "control character": ('{"title": "a\tb"}', "not JSON: Invalid control character"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_line_is_reported_and_its_neighbours_are_read(fault: str) -> None:
    line, what = FAULTS[fault]
    reading, problems = read(f"{BEFORE}\n{line}\n{AFTER}\n")
    assert [record.work.title.plain for record in reading.records] == [
        "Watched kettles",
        "The price of pebbles",
    ]
    assert [record.place.line for record in reading.records] == [1, 3]
    assert (reading.rejected, reading.entries) == (1, 3)
    assert any(str(problem).startswith(f"saved.jsonl:2: {what}") for problem in problems)
    assert all(problem.where == Place("saved.jsonl", 2) for problem in problems)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("year", "last", 'year: "last" is not a year; left out (four digits)'),
        ("year", True, 'year: "True" is not a year'),
        ("year", 1066, 'year: "1066" is not a year'),
        ("year", 2021.5, 'year: "2021.5" is not a year'),
        ("year", "in press", 'year: "in press" is not a year'),
        (
            "year",
            "2020-2021",
            'year: "2020-2021" holds the years 2020 and 2021; left out (write one of them)',
        ),
        ("abstract", 7, 'abstract: "7" is not text; left out'),
        ("venue", ["a"], "venue: \"['a']\" is not text; left out"),
        ("authors", [{"id": 7}], "authors: \"{'id': 7}\" is not a name; left out"),
        ("authors", [["Ada"]], "authors: \"['Ada']\" is not a name; left out"),
        ("authors", [None], 'authors: "None" is not a name; left out'),
        ("authors", 7, "authors: not a list of names; left out"),
        ("editors", 7, "editors: not a list of names; left out"),
        ("keywords", {"a": 1}, "keywords: not a list of texts; left out"),
        ("volume", True, 'volume: "True" is not text; left out'),
        ("pages", 12.5, 'pages: "12.5" is not text; left out'),
        ("url", "javascript:alert(1)", 'url: "javascript:alert(1)" is not an address'),
        ("code", {"a": 1}, "code: \"{'a': 1}\" is not text"),
        ("doi", "none", 'doi: "none" is not of that form'),
        ("arxiv", 2101.00010, 'arxiv: "2101.0001" is not text'),
    ],
)
def test_a_faulty_field_is_left_out_and_the_line_is_kept(
    field: str, value: object, message: str
) -> None:
    record, problems = only(**{field: value})
    assert len(problems) == 1
    assert problems[0].startswith(f"saved.jsonl:1: {message}")
    assert record == only()[0]


def test_fields_without_a_value_are_no_fault() -> None:
    empty = dict.fromkeys(["abstract", "authors", "year", "venue", "url", "doi"])
    assert only(**empty) == only()
    assert only(year="", authors=[], url="", doi="") == only()


def test_fields_that_are_not_read_are_named_once_a_file() -> None:
    lines = [json.dumps({"title": f"Tea {n}", "score": n, "tags": []}) for n in range(3)]
    _, problems = read("\n".join(lines))
    (note,) = problems
    assert note.severity is Severity.NOTE
    assert str(note) == 'saved.jsonl: fields that are not read: "score", "tags"'


def test_lone_surrogates_become_characters_that_can_be_written() -> None:
    record, _ = only(title="Tea \ud800 pots", abstract="\udfff", authors=["\ud83d"], venue="\udc80")
    work = record.work
    for text in (work.title.plain, work.abstract.plain, *names(record), work.venue.plain):
        text.encode("utf-8")
    assert work.title.plain.startswith("Tea ")


def test_only_a_line_feed_ends_a_line() -> None:
    text = json.dumps({"title": "Tea\u2028and\u2029pots"}, ensure_ascii=False)
    reading, problems = read(f"\n{text}\r\n\n  \n{AFTER}")
    assert [(r.work.title.plain, r.place.line) for r in reading.records] == [
        ("Tea and pots", 2),
        ("The price of pebbles", 5),
    ]
    assert len(problems) == 0


@pytest.mark.parametrize("text", ["", "\n\n", "  "])
def test_an_empty_file_has_no_entries(text: str) -> None:
    assert read(text)[0] == Reading()


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("a.jsonl", "", True),
        ("a.ndjson", "x", True),
        ("a.jsonl.gz", "x", True),
        ("a.txt", '\n{"title": "a"}', True),
        ("a.txt", '{ "title": "a"}', True),
        ("a.txt", "Watched kettles", False),
        ("a.txt", "", False),
        ("a.json", '{"title": "a",\n "year": 2024}', False),
        ("a.json", '{"message": {"title": ["a"]}}', False),
    ],
)
def test_the_ending_or_the_first_line_tells_the_format(name: str, text: str, known: bool) -> None:
    file = SourceFile(Path(name), name, name)
    assert JsonLinesReader().recognises(file, text) is known


def test_a_file_of_too_many_entries_is_an_error_that_says_how_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jsonl, "MAX_ENTRIES", 3)
    lines = ['{"title": "Counting Sheep"}', "{}", "", "not JSON", "{}", "", '{"title": "Goats"}']
    reading, problems = read("\n".join(lines))
    assert (len(reading.records), reading.rejected) == (1, 2)
    (error, *others) = map(str, problems)
    assert error == (
        "saved.jsonl:5: 3 lines more than the 3 papers that a file may have"
        " (split it into several files)"
    )
    assert len(others) == 2


def test_a_paper_of_too_many_authors_keeps_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "MAX_ITEMS", 2)
    record, problems = only(authors=["Ada One", "Ben Two", "Cora Three"])
    assert names(record) == ["Ada One", "Ben Two"]
    assert problems == [
        "saved.jsonl:1: authors: 1 more than 2; those are left out (a paper has fewer)"
    ]


@pytest.mark.parametrize(
    ("said", "status"),
    [("retracted", "retracted"), ("Withdrawn", "withdrawn"), (" CONCERN ", "concern"), ("", None)],
)
def test_a_status_may_be_said(said: str, status: str | None) -> None:
    record, problems = only(status=said)
    assert (record.work.status or None, problems) == (status, [])


@pytest.mark.parametrize("said", ["Poster", "accepted", 3, ["retracted"], {"a": 1}])
def test_a_status_of_another_kind_is_told_once_for_a_file(said: object) -> None:
    record, problems = only(status=said)
    assert not record.work.status
    (message,) = problems
    assert message.startswith("saved.jsonl: status: ")
    assert "is not read (known are retracted, withdrawn, concern, corrected)" in message


def test_a_title_tells_the_status_by_itself() -> None:
    assert only(title="RETRACTED: Watched Kettles")[0].work.resolved_status == "retracted"
    assert only(title="RETRACTED: Kettles", status="concern")[0].work.resolved_status == "concern"
    assert only(title="Erratum: Watched Kettles")[0].work.resolved_status is None


def test_the_semicolon_of_an_entity_parts_no_names() -> None:
    record, _ = only(
        authors="Ada M&uuml;ller; Ben &#346;ample", title="Caf&eacute; &amp; CO<sub>2</sub>"
    )
    assert names(record) == ["Ada Müller", "Ben Śample"]
    assert record.work.title.plain == "Café & CO₂"


@pytest.mark.parametrize(
    "authors",
    ['["Ada Kettle", "Léaf, Bo"]', "['Ada Kettle', \"Léaf, Bo\"]", "[ 'Ada Kettle' , 'Bo Léaf' ]"],
)
def test_a_list_that_a_program_wrote_as_text_is_one(authors: str) -> None:
    record, problems = only(authors=authors, keywords=authors)
    assert (names(record), problems) == (["Ada Kettle", "Bo Léaf"], [])
    assert len(record.work.keywords) == 2


def test_entities_in_keywords_part_none() -> None:
    record, _ = only(keywords="Sheep &amp;amp; Goats; <i>Ovis</i>；M&amp;uuml;ller")
    assert [str(word) for word in record.work.keywords] == ["Sheep & Goats", "Ovis", "Müller"]


def test_a_long_abstract_is_repaired() -> None:
    record, _ = only(abstract=r"We count $x_1^2$ \emph{sheep}. " * 10_000)
    assert record.work.abstract.plain == " ".join(["We count x₁² sheep."] * 10_000)


def test_lines_are_counted_over_blank_ones() -> None:
    reading, problems = read('\n \n{"title": "Counting Sheep"}\n\n\t\n  {"title": 3}\n\nnot JSON')
    assert [record.place.line for record in reading.records] == [3]
    assert sorted(problem.where.line for problem in problems) == [6, 6, 8]


def test_names_of_fields_that_are_not_read_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_KNOWN_UNREAD", 2)
    rows = [{"title": "Counting Sheep", f"field{number}": 1} for number in range(9)]
    _, problems = read("\n".join(map(json.dumps, rows)))
    assert [p.what for p in problems] == ['fields that are not read: "field0", "field1"']


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("thesis", "thesis"),
        ("Journal Article", "article-journal"),
        ("journalArticle", "article-journal"),
        ("proceedings-article", "paper-conference"),
        ("PhD Thesis", "thesis"),
        ("", None),
    ],
)
def test_the_type_of_a_work_may_be_said_in_any_words(said: str, type_: str | None) -> None:
    record, problems = only(type=said)
    assert (record.work.type or None, problems) == (type_, [])


def test_a_word_that_is_no_type_is_told() -> None:
    record, (problem,) = only(type="Poster")
    assert not record.work.type
    assert problem.startswith('saved.jsonl: type: "Poster" is not read (known are article-journal,')


def test_a_date_keeps_its_month_and_day() -> None:
    record, _ = only(year="2024-03-12")
    assert record.work.issued == Date(2024, 3, 12)


@pytest.mark.parametrize(
    ("year", "date", "read"),
    [
        (2021, "2021-03-09", Date(2021, 3, 9)),
        ("2021", "2021-03", Date(2021, 3)),
        (2021, "2021", Date(2021)),
        # Of another year it is the day of something else.
        (2021, "2023-01-01", Date(2021)),
        (2021, None, Date(2021)),
        (2021, ["2021-03-09"], Date(2021)),
        (None, "2021-03-09", None),
    ],
)
def test_a_date_of_the_year_says_more_than_the_year(
    year: object, date: object, read: Date | None
) -> None:
    record, _ = only(year=year, date=date)
    assert record.work.issued == read
