"""The facts of a catalogue as builds read them: all of them, or what is wanted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.problems import Place, Problems
from generator.settings import Settings
from generator.sources.facts.file import write_facts_file
from generator.sources.facts.line import FactLine
from generator.sources.facts.reader import read_facts
from generator.sources.said import Address, Said
from generator.values.asked import Asked
from generator.values.count import Count
from generator.values.fact import Fact
from generator.values.identifier import Identifier
from tests.projects import make_project

DAY = dt.date(2026, 11, 28)
ASKED = Asked("arxiv", "2101.00001")
SAID = Said(
    Place("any"),
    {"title": "Counting Sheep", "authors": ("Ada Example",), "year": "2021", "venue": "ICLR"},
    [
        Address("a", "pdf", "https://arxiv.org/pdf/2101.00001"),
        Address("b", "code", "javascript:alert(1)//a b"),
    ],
    counts=(Count("citations", 7, "any"),),
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = settings_module.load(make_project(tmp_path), Problems())
    assert found
    return found


def write(settings: Settings, *said: Said | None, name: str = "openalex") -> None:
    lines = [FactLine(f"paper-{n}", ASKED, DAY, one) for n, one in enumerate(said)]
    write_facts_file(settings.catalogue_dir / "facts" / f"{name}.jsonl", lines)


def read(settings: Settings, *, whole: bool = True) -> tuple[list[Fact], list[str]]:
    problems = Problems()
    facts = read_facts(settings, problems, whole=whole)
    for fact in facts:
        fact.form(frozenset(("links",)))
    return facts, [str(problem) for problem in problems]


def test_a_catalogue_without_facts_has_none(settings: Settings) -> None:
    assert read(settings) == ([], [])


def test_a_line_is_a_fact_with_what_may_be_asked_of_it(settings: Settings) -> None:
    write(settings, SAID, None)
    (fact,), _ = read(settings)
    assert (fact.service, fact.asked, fact.on, fact.title) == (
        "OpenAlex",
        ASKED,
        DAY,
        "Counting Sheep",
    )
    assert fact.place == Place("catalogue/facts/openalex.jsonl", 1)
    assert fact.identifiers == (Identifier("arxiv", "2101.00001"),)
    assert fact.names == {"title", "authors", "year", "venue", "links"}
    assert fact.links == {"pdf", "code"}


def test_only_what_is_wanted_is_formed_and_only_all_of_it_is_examined(settings: Settings) -> None:
    write(settings, SAID)
    (lean,), told = read(settings, whole=False)
    assert told == []
    record = lean.form(frozenset(("year",)))
    assert (record.work.year, record.work.authors, record.work.links) == (2021, (), ())
    assert record.work.identifiers == lean.identifiers
    (whole,), told = read(settings)
    assert "not an address that a page may link to" in told[0]
    record = whole.form(frozenset())
    assert [name.natural for name in record.work.authors] == ["Ada Example"]
    assert record.counts == (Count("citations", 7, "OpenAlex", DAY),)
    assert (record.asked, record.asked_on) == (ASKED, DAY)


def test_a_line_without_a_title_is_left_out_and_told(settings: Settings) -> None:
    write(settings, Said(Place("any"), {"year": "2021"}), SAID)
    facts, told = read(settings)
    assert len(facts) == 1
    assert told[0].startswith("catalogue/facts/openalex.jsonl:1: says: no title")


def test_other_files_of_the_folder_are_told_and_hidden_ones_are_none(settings: Settings) -> None:
    write(settings, SAID)
    folder = settings.catalogue_dir / "facts"
    (folder / "notes.txt").write_text("x")
    (folder / ".openalex.jsonl.swp").write_text("x")
    facts, (told,) = read(settings, whole=False)
    assert len(facts) == 1
    assert told.startswith("catalogue/facts/notes.txt: is of no service that is known")


def test_a_file_in_place_of_the_folder_is_an_error(settings: Settings) -> None:
    (settings.catalogue_dir / "facts").write_text("x")
    problems = Problems()
    assert read_facts(settings, problems, whole=True) == []
    assert problems.has_errors
