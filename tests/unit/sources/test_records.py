"""Records: one paper a file, every mistake in it reported with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.record_model import RecordModel, json_schema
from generator.sources.records import RecordReader
from generator.values.date import Date
from generator.values.fields import FIELDS, Field
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.name import Name
from generator.values.paper import Rank
from generator.values.text import NO_TEXT, Text

FULL = """\
title: Watched kettles and $n^2$ teas
summary: Steam waits until nobody looks.
authors:
  - Ada Kettle
  - Bo Léaf
year: 2021
venue: Journal of Tea
abstract: >-
  Steam waits until
  nobody looks.
kind: analysis
introduces: [KettleBench]
topics: [tea, kettles]
links:
  code: https://git.example.org/kettles
  data:
    - https://data.example.org/one
    - https://data.example.org/two
identifiers:
  doi: https://doi.org/10.1234/Kettles
  arxiv: "2101.00010v2"
  openreview: aB3xyz_9
  acl: P19-1001
added: 2022-03-04
type: chapter
editors: ["Pot, Cleo"]
container_title: The Whole Journal of Tea
event: First Day of Tea
volume: "12"
issue: 3a
pages: 12–19
publisher: Kettle University Press
language: en
keywords: [steam, $n^2$]
note: Best brew
status: corrected
"""
SHORT = "title: Kettles\nsummary: They boil.\n"


def read(text: str, name: str = "foo.yml") -> tuple[Reading, list[str]]:
    file = SourceFile(Path(name), f"catalogue/papers/{name}", f"papers/{name}")
    problems = Problems()
    return RecordReader().read(file, text, problems), [str(p) for p in problems]


def test_everything_a_record_says_is_read() -> None:
    reading, problems = read(FULL)
    assert problems == []
    (record,) = reading.records
    assert reading.entries == 1
    assert record.rank is Rank.RECORD
    assert record.name == "foo"
    assert record.source == "papers/foo.yml"
    assert record.place == Place("catalogue/papers/foo.yml", 1)
    work, curation = record.work, record.curation
    assert work.title == Text("Watched kettles and n² teas")
    assert curation.summary == work.abstract == Text("Steam waits until nobody looks.")
    assert [name.natural for name in work.authors] == ["Ada Kettle", "Bo Léaf"]
    assert (work.issued, work.venue.plain) == (Date(2021), "Journal of Tea")
    assert curation.kind == "analysis"
    assert curation.introduces == (Text("KettleBench"),)
    assert curation.topics == ("tea", "kettles")
    assert work.links == (
        Link("code", "https://git.example.org/kettles"),
        Link("data", "https://data.example.org/one"),
        Link("data", "https://data.example.org/two"),
    )
    assert work.identifiers == (
        Identifier("doi", "10.1234/kettles"),
        Identifier("arxiv", "2101.00010"),
        Identifier("openreview", "aB3xyz_9"),
        Identifier("acl", "P19-1001"),
    )
    assert curation.added == dt.date(2022, 3, 4)
    assert work.type == "chapter"
    assert [name.sorted for name in work.editors] == ["Pot, Cleo"]
    assert work.container_title == Text("The Whole Journal of Tea")
    assert work.event == Text("First Day of Tea")
    assert (work.volume, work.issue, work.pages) == ("12", "3a", "12–19")
    assert work.publisher == Text("Kettle University Press")
    assert (work.language, work.keywords) == ("en", (Text("steam"), Text("n²")))
    assert work.note == Text("Best brew")
    assert work.status == "corrected"


#: What a record may write for a field, by the shape of its value.
WRITTEN = {"text": "Tea", "line": '"12"', "texts": "[tea]", "names": "[Ada Kettle]"}
WRITTEN |= {"venue": "Tea", "year": "2021", "slugs": "[tea]", "day": "2022-03-04"}
WRITTEN |= {"status": "withdrawn"}


@pytest.mark.parametrize(
    "field", [f for f in FIELDS if f.shape.name in WRITTEN], ids=lambda field: field.name
)
def test_every_field_there_is_is_read(field: Field) -> None:
    title = "" if field.name == "title" else "title: Kettles\n"
    summary = "" if field.name == "summary" else "summary: They boil.\n"
    written = WRITTEN[field.shape.name]
    reading, problems = read(f"{title}{summary}{field.name}: {written}\n")
    assert problems == []
    assert field.of(reading.records[0])


def test_a_name_may_be_written_in_either_order() -> None:
    reading, problems = read(f"{SHORT}authors: ['Quill, Ada', 'Ñandú, José']\n")
    assert problems == []
    authors = reading.records[0].work.authors
    assert [name.natural for name in authors] == ["Ada Quill", "José Ñandú"]
    assert authors == read(f"{SHORT}authors: [Ada Quill, José Ñandú]\n")[0].records[0].work.authors


PARTS = """\
authors:
  - {family: Example, given: Ada, orcid: https://orcid.org/0000-0002-1825-0097}
  - Ben Sample
  - family: Pond
    given: Ludwig
    particle: van
    suffix: Jr.
  - literal: Kettle and Pot
editors: [{family: Nguyễn, given: Văn An}]
"""


def test_a_name_may_be_written_in_parts_with_its_orcid() -> None:
    reading, problems = read(f"{SHORT}{PARTS}")
    assert problems == []
    work = reading.records[0].work
    assert work.authors == (
        Name("Example", "Ada"),
        Name("Sample", "Ben"),
        Name("Pond", "Ludwig", "van", "Jr."),
        Name(literal="Kettle and Pot"),
    )
    assert work.authors[0].orcid == "0000-0002-1825-0097"
    assert work.editors == (Name("Nguyễn", "Văn An"),)
    assert schema_errors(f"{SHORT}{PARTS}") == []


def test_a_wrong_orcid_in_a_text_is_left_out_with_a_warning() -> None:
    reading, problems = read(f"{SHORT}authors: [Ada Example (0000-0002-1825-0098)]\n")
    assert reading.records[0].work.authors == (Name("Example", "Ada"),)
    assert problems == [
        'catalogue/papers/foo.yml:3: authors[1]: "0000-0002-1825-0098" is not an ORCID iD; left out'
        " (copy it from orcid.org)"
    ]


def test_a_title_and_a_summary_are_enough() -> None:
    reading, problems = read(SHORT)
    assert problems == []
    assert reading.records[0].work.issued is None
    assert reading.records[0].work.links == ()


@pytest.mark.parametrize(
    "year", ["2021.0", "２０２１", "2021-05-01", "May 2021", "2021a", "(2021)"]
)
def test_a_year_may_be_written_as_a_date(year: str) -> None:
    reading, problems = read(f"{SHORT}year: {year}\n")
    assert problems == []
    assert reading.records[0].work.year == 2021


@pytest.mark.parametrize("kind", ["paper", "pdf"])
def test_an_identifier_is_read_from_an_address_of_the_paper_too(kind: str) -> None:
    reading, problems = read(f"{SHORT}links: {{{kind}: https://arxiv.org/pdf/2401.00011v2}}\n")
    assert problems == []
    assert reading.records[0].work.identifiers == (Identifier("arxiv", "2401.00011"),)


def test_an_address_that_contradicts_an_identifier_is_reported_with_its_line() -> None:
    text = "links:\n  code: https://git.example.org/x\n  pdf: https://arxiv.org/pdf/2401.00012\n"
    reading, problems = read(f'{SHORT}identifiers: {{arxiv: "2401.00011"}}\n{text}')
    assert reading.records[0].work.identifiers == (Identifier("arxiv", "2401.00011"),)
    (warning,) = problems
    assert (
        ':6: links.pdf: holds arXiv id "2401.00012", but identifiers.arxiv: "2401.00011"' in warning
    )


def test_a_field_without_a_value_is_as_good_as_none() -> None:
    reading, problems = read(f"{SHORT}year:\nvenue:\nabstract:\nkind:\nadded:\n")
    assert problems == []
    assert reading == read(SHORT)[0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("year: 20x4", 'year: "20x4" is not a year (write four digits)'),
        ("year: true", 'year: "true" is not a year (write four digits)'),
        ("year: 2021.5", 'year: "2021.5" is not a year (write 2021, if that is the year)'),
        ("year: 2021-2022", 'year: "2021-2022" holds the years 2021 and 2022 (write one of them)'),
        ("year: ca. 2021", 'year: "ca. 2021" is not a year (write 2021, if that is the year)'),
        ("year: in press", 'year: "in press" is not a year (write four digits)'),
        ("year: 21", 'year: "21" is not a year (write four digits)'),
        ("year: [2021]", 'year: "[2021]" is not a year (write 2021, if that is the year)'),
        ("year: 1066", "year: 1066 is not a likely year (write one from 1600 to 2100)"),
        ("added: 4.3.2022", 'added: "4.3.2022" is not a date (write year-month-day: 2026-03-12)'),
        ("added: 86400", 'added: "86400" is not a date'),
        ("added: '86400'", 'added: "86400" is not a date'),
        ("added: 2022-02-30", 'added: "2022-02-30" is not a date'),
        (
            "citation_key: a b",
            'citation_key: "a b" cannot be cited (write letters, digits and any of - _ : . / +)',
        ),
        ("citation_key: 'a,b}'", 'citation_key: "a,b}" cannot be cited'),
        ("added: 2022-02-03T10:00", 'added: "2022-02-03T10:00" is not a date'),
        ("venue: 1984", 'venue: "1984" is not text (put it between quotes)'),
        ("venue: '  '", 'venue: "" is not text that says something'),
        ("authors: Ada Kettle", 'authors: "Ada Kettle" is not a list (write [one, two]'),
        ("authors: [Ada, 7]", 'authors[2]: "7" is not text (put it between quotes)'),
        (
            "authors: [{famly: Ada}]",
            "authors[1].famly: is not a known field (did you mean family?)",
        ),
        ("authors: [{given: Ada}]", "authors[1]: family is missing (add it; a group has literal"),
        ("authors: [{}]", "authors[1]: family is missing"),
        ("authors: [{family: 7}]", 'authors[1].family: "7" is not text (put it between quotes)'),
        ("authors: [{literal: A, given: B}]", "authors[1]: a literal name has no other parts"),
        (
            "authors: [Ada, {family: Example, orcid: 0000-0002-1825-0098}]",
            'authors[2].orcid: "0000-0002-1825-0098" is not an ORCID iD: its last sign does not fit'
            " the others (copy it from orcid.org)",
        ),
        (
            "authors:\n  - family: Example\n    orcid: '12'",
            'authors[1].orcid: "12" is not an ORCID iD: one has 16 digits (copy it',
        ),
        ("authors: {family: Example}", 'authors: "{"family": "Example"}" is not a list'),
        ("kind: novel", 'kind: "novel" is not one of the known values (write'),
        ("links: {cod: x}", "links.cod: is not a known field (did you mean code?)"),
        ("links: [x]", 'links: "["x"]" is not a group of fields'),
        ("links: {code: 7}", 'links.code: "7" is not a list'),
        ("links: {code: [a, 7]}", 'links.code[2]: "7" is not text'),
        ("identifiers: {doi: x}", 'identifiers.doi: "x" is not of the form of this identifier'),
        (
            'identifiers: {doi: "https://arxiv.org/abs/2401.00011v1"}',
            'identifiers.doi: "https://arxiv.org/abs/2401.00011v1" holds an arXiv id, no DOI'
            ' (write it under arxiv: "2401.00011")',
        ),
        ("identifiers: {arxiv: 2101.00010}", "identifiers.arxiv: 2101.0001 is a number (put it"),
        ("identifiers: {acl: [P19-1001]}", 'identifiers.acl: "["P19-1001"]" is not text'),
        ("autors: [Ada]", "autors: is not a known field (did you mean authors?)"),
        ('venue: "\\u200b"\ntitel: x', "titel: is not a known field (did you mean title?)"),
    ],
)
def test_a_mistake_says_where_what_and_what_to_do(line: str, message: str) -> None:
    reading, problems = read(f"{SHORT}{line}\n")
    assert reading == Reading(rejected=1)
    number = 2 + len(line.splitlines())
    assert len(problems) == 1
    assert problems[0].startswith(f"catalogue/papers/foo.yml:{number}: {message}")


def test_a_title_that_looks_like_a_number_must_be_quoted() -> None:
    _, problems = read("title: 1984\nsummary: A novel.\n")
    assert problems == [
        'catalogue/papers/foo.yml:1: title: "1984" is not text (put it between quotes)'
    ]
    assert read("title: '1984'\nsummary: A novel.\n")[0].records[0].work.title == Text("1984")


def test_every_mistake_is_reported_in_one_run() -> None:
    _, problems = read(
        "titel: x\nyear: 20x4\nauthors: [1]\nlinks:\n  cod: x\nkind: y\n", name="Foo.yml"
    )
    places = [problem.split(": ")[0].removeprefix("catalogue/papers/") for problem in problems]
    assert places == ["Foo.yml", *(["Foo.yml:1"] * 3), *(f"Foo.yml:{n}" for n in (2, 3, 5, 6))]


def test_mistakes_elsewhere_do_not_matter_to_a_record() -> None:
    problems = Problems()
    problems.error(Place("other.yml"), "wrong")
    file = SourceFile(Path("foo.yml"), "foo.yml", "foo.yml")
    assert len(RecordReader().read(file, SHORT, problems).records) == 1


@pytest.mark.parametrize(
    "name", ["Foo.yml", "two words.yml", "ümlaut.yml", "con.yml", "index.yml", f"{'x' * 81}.yml"]
)
def test_a_file_name_that_is_no_address_is_an_error(name: str) -> None:
    reading, problems = read(SHORT, name)
    assert reading == Reading(rejected=1)
    (problem,) = problems
    assert problem.startswith(f"catalogue/papers/{name}: the file's name is no paper's id: ")
    assert problem.endswith("(rename the file)")


@pytest.mark.parametrize("summary", ["TODO", '"TODO: say it"', ">-\n  TODO, but how"])
def test_a_summary_that_is_still_to_be_written_is_none(summary: str) -> None:
    reading, problems = read(SHORT.replace("They boil.", summary))
    assert problems == []
    assert reading.records[0].curation.summary == NO_TEXT
    assert reading.records[0].work.title == Text("Kettles")


@pytest.mark.parametrize("summary", ["Todo lists.", "TODOs are found.", "A TODO is left."])
def test_a_summary_of_other_words_is_one(summary: str) -> None:
    reading, _ = read(SHORT.replace("They boil.", summary))
    assert reading.records[0].curation.summary == Text(summary)


@pytest.mark.parametrize("field", ["title", "summary"])
def test_a_text_of_invisible_characters_is_an_error(field: str) -> None:
    text = SHORT.replace(f"{field}: ", f'{field}: "\\u200b\\u00ad" #')
    reading, problems = read(text)
    assert reading == Reading(rejected=1)
    assert problems == [
        f"catalogue/papers/foo.yml:{1 if field == 'title' else 2}: {field}: holds nothing that"
        " can be shown (write it)"
    ]


def test_addresses_that_could_run_are_left_out_with_a_warning() -> None:
    reading, problems = read(
        f"{SHORT}links:\n  code: javascript:alert(1)\n  data:\n"
        "    - https://data.example.org\n    - data:text/html,x\n"
    )
    assert reading.records[0].work.links == (Link("data", "https://data.example.org"),)
    assert problems == [
        f'catalogue/papers/foo.yml:{line}: links.{kind}: "{url}" is not an address that a page'
        " may link to; left out (only http, https, mailto and relative addresses are linked)"
        for line, kind, url in ((4, "code", "javascript:alert(1)"), (7, "data", "data:text/html,x"))
    ]


def test_topics_that_the_vocabulary_does_not_have_are_errors() -> None:
    file = SourceFile(Path("foo.yml"), "foo.yml", "foo.yml")
    text = f"{SHORT}topics:\n  - tea\n  - ketles\n  - zzz\n"
    problems = Problems()
    RecordReader(["tea", "kettles"]).read(file, text, problems)
    assert [str(problem) for problem in problems] == [
        'foo.yml:5: topics: "ketles" is no topic of topics.yml (did you mean kettles?)',
        'foo.yml:6: topics: "zzz" is no topic of topics.yml (write a slug of topics.yml)',
    ]
    assert read(text)[1] == []


@pytest.mark.parametrize("text", ["", "- a", "words", "5", "title: [", "\x01", "a: *b"])
def test_what_is_no_record_counts_as_one_rejected_entry(text: str) -> None:
    reading, problems = read(text)
    assert reading == Reading(rejected=1)
    assert problems != []


@pytest.mark.parametrize("name", ["foo.yml", "foo.yaml"])
def test_the_ending_tells_a_record(name: str) -> None:
    file = SourceFile(Path(name), name, name)
    assert RecordReader().recognises(file, "")
    assert not RecordReader().recognises(SourceFile(Path("foo.txt"), "", ""), SHORT)


def schema_errors(text: str) -> list[str]:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    values: Any = yaml.load(text, Loader=yaml.BaseLoader)
    if "year" in values:
        values["year"] = int(values["year"])
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(values)]


def test_the_schema_for_editors_accepts_what_the_reader_accepts() -> None:
    assert schema_errors(FULL) == []
    assert schema_errors(SHORT) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{SHORT}unknown: x",
        f"{SHORT}links: {{cod: x}}",
        f"{SHORT}identifiers: {{isbn: x}}",
        f"{SHORT}kind: novel",
        f"{SHORT}authors: Ada",
        f"{SHORT}authors: [{{given: Ada}}]",
        f"{SHORT}authors: [{{family: Example, literal: Kettle Team}}]",
        f"{SHORT}authors: [{{family: Example, name: Ada}}]",
        "title: Kettles",
        "title: ''\nsummary: x",
    ],
)
def test_the_schema_for_editors_refuses_what_the_reader_refuses(text: str) -> None:
    assert schema_errors(text) != []
    assert read(text)[0].rejected == 1


def test_the_schema_describes_every_field() -> None:
    properties = json_schema()["properties"]
    assert set(properties) == set(RecordModel.model_fields)
    assert all(field.get("description") for field in properties.values())
