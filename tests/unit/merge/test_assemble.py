"""What a paper says, when its entries say different things, and where each value came from."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.problems import Place
from generator.values.date import Date
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import Paper, Rank
from generator.values.text import Text
from tests.given import entry, record
from tests.unit.merge.abstracts import ABOUT_KETTLES
from tests.unit.merge.test_merge import merged

OWN = record(
    "tea",
    "Kettle Networks",
    arxiv="2001.00001",
    abstract="By hand.",
    year=2021,
    topics=("tea",),
    added=dt.date(2024, 1, 2),
)
JSONL = entry(
    "KETTLE NETWORKS",
    5,
    file="papers.jsonl",
    rank=Rank.BIBLIOGRAPHY,
    authors=("Lopez, Ana",),
    year=2020,
    abstract=ABOUT_KETTLES,
    venue="TEA",
    pages="12–19",
    links=(Link("code", "https://example.org/code"), Link("video", "https://example.org/talk")),
)
LISTED = entry(
    "Kettle networks",
    7,
    authors=("Ana Lopez", "Bo Chen", "Cy Jam"),
    abstract=ABOUT_KETTLES + " More.",
    links=(Link("paper", "https://example.org/paper"), Link("code", "https://example.org/code")),
    saved="Mar 12",
)


def authors(paper: Paper) -> list[str]:
    return [name.natural for name in paper.work.authors]


def test_each_field_is_taken_by_its_policy() -> None:
    found, problems = merged([LISTED, JSONL, OWN])
    (paper,) = found.papers
    assert not list(problems)
    assert paper.id == "tea"
    assert paper.work.title == Text("Kettle Networks")
    assert paper.work.abstract == Text("By hand.")
    assert paper.work.issued == Date(2021)
    assert authors(paper) == ["Ana Lopez"]
    assert paper.work.venue.plain == "TEA"
    assert paper.work.pages == "12–19"
    assert paper.curation.topics == ("tea",)
    assert paper.curation.added == dt.date(2024, 1, 2)
    assert paper.work.identifiers == (Identifier("arxiv", "2001.00001"),)
    assert [link.kind for link in paper.work.links] == ["paper", "code", "video"]
    assert [(e.source, e.line, e.saved) for e in paper.entries] == [
        ("catalogue/papers/tea.yml", 1, ""),
        ("listing.txt", 7, "Mar 12"),
        ("papers.jsonl", 5, ""),
    ]


def test_longest_abstract_wins_when_no_record_has_one() -> None:
    (paper,) = merged([JSONL, LISTED])[0].papers
    assert paper.work.abstract == LISTED.work.abstract


def test_a_source_fills_no_field_that_only_better_sources_may_fill() -> None:
    listed = entry("On Tea", 1, volume="12", topics=("tea",), summary="Said by nobody.")
    cited = entry("On Tea", 2, rank=Rank.BIBLIOGRAPHY, volume="13", summary="Said by no person.")
    (paper,) = merged([listed])[0].papers
    assert (paper.work.volume, paper.curation.topics, paper.curation.summary) == ("", (), Text())
    (paper,) = merged([listed, cited])[0].papers
    assert (paper.work.volume, paper.curation.summary) == ("13", Text())
    assert paper.provenance["volume"].lost == ()


def test_longest_list_of_authors_wins_among_sources_of_the_best_kind() -> None:
    longer = entry(
        "Kettle Networks",
        6,
        file="papers.jsonl",
        rank=Rank.BIBLIOGRAPHY,
        authors=("Ana Lopez", "Chen, Bo"),
    )
    (paper,) = merged([JSONL, LISTED, longer])[0].papers
    assert authors(paper) == ["Ana Lopez", "Bo Chen"]


def test_authors_in_another_order_of_their_names_have_not_lost() -> None:
    listed = entry("Kettle Networks", 8, authors=("Ana Lopez",))
    (paper,) = merged([JSONL, listed])[0].papers
    assert authors(paper) == ["Ana Lopez"]
    assert paper.provenance["authors"].places == (JSONL.place, listed.place)
    assert paper.provenance["authors"].lost == ()


def test_a_value_has_the_line_of_its_own_field_where_the_source_tells_it() -> None:
    lines = {"title": 1, "authors": 4, "authors[2]": 5, "identifiers": 7, "identifiers.doi": 8}
    written = record("tea", "On Tea", authors=("A. Quill", "B. Sample"), doi="10.1/t", lines=lines)
    listed = entry("On Tea", 12, authors=("A. Quill",), doi="10.1/t", arxiv="2401.01234")
    (paper,) = merged([written, listed])[0].papers
    file = "catalogue/papers/tea.yml"
    assert paper.place("authors[2]") == Place(file, 5)
    assert paper.place("authors[1]") == Place(file, 4)
    assert paper.place("identifiers.doi") == Place(file, 8)
    assert paper.place("identifiers.arxiv") == listed.place
    assert paper.place("venue") == Place("papers/tea")
    assert paper.provenance["authors"].lost == ((listed.place, listed.work.authors),)


def test_provenance_names_who_gave_a_value_and_keeps_what_lost() -> None:
    (paper,) = merged([LISTED, JSONL, OWN])[0].papers
    year = paper.provenance["year"]
    assert year.places == (OWN.place,)
    assert year.lost == ((JSONL.place, Date(2020)),)
    assert paper.provenance["links"].places == (JSONL.place, LISTED.place)
    assert paper.provenance["title"].lost == (
        (JSONL.place, Text("KETTLE NETWORKS")),
        (LISTED.place, Text("Kettle networks")),
    )
    assert "summary" not in paper.provenance


def test_second_identifier_of_a_kind_is_a_warning_and_is_kept_as_lost() -> None:
    fields: dict[str, Any] = {"authors": ("Ana Lopez",), "year": 2020}
    first = entry("Kettle Networks", 1, openreview="aBcD1234ef", **fields)
    second = entry("Kettle Networks", 2, openreview="aBcD1234eg", **fields)
    found, problems = merged([second, first])
    (paper,) = found.papers
    assert paper.work.identifiers == (Identifier("openreview", "aBcD1234ef"),)
    assert paper.provenance["identifiers"].lost == (
        (Place("listing.txt", 2), Identifier("openreview", "aBcD1234eg")),
    )
    (warning,) = problems
    assert "aBcD1234eg" in warning.what
