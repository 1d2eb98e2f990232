"""What services said of papers, from their files to pages, summaries and explanations."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.explain import explain_paper
from generator.ledger import NAME as LEDGER
from generator.pipeline import Pipeline
from generator.problems import Place, Problems
from generator.sources.facts.file import write_facts_file
from generator.sources.facts.line import FactLine
from generator.sources.said import Said
from generator.terminal import count_lines
from generator.values.asked import Asked
from tests.projects import build_project, make_project

DAY = dt.date(2026, 11, 28)
DOI = Asked("doi", "10.5555/grow.2031")
TITLE = "GROW² slowly: grafting without a plan"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def ask(project: Path, *lines: FactLine, service: str = "openalex") -> None:
    write_facts_file(project / "catalogue" / "facts" / f"{service}.jsonl", lines)


def says(asked: Asked = DOI, **values: object) -> FactLine:
    said = Said(Place("any"), {"title": TITLE, **values})
    return FactLine("grow-slowly", asked, DAY, said)


def test_a_page_tells_which_service_was_asked_and_when(project: Path) -> None:
    ask(project, says(pages="1-9"))
    build_project(project)
    page = (project / "docs" / "papers" / "grow-slowly.md").read_text()
    assert "OpenAlex, asked on 28 November 2026" in page
    assert "pages = {1--9}" in page
    (paper,) = [
        one
        for one in json.loads((project / "docs" / "data" / "papers.json").read_text())
        if one["id"] == "grow-slowly"
    ]
    sources = [entry["source"] for entry in paper["entries"]]
    assert "papers/grow-slowly.yml" in sources
    assert not any("openalex" in source.lower() for source in sources)


def test_the_summary_counts_facts_apart_from_entries(project: Path) -> None:
    before = count_lines(build_project(project)[0])
    ask(project, says(), says(Asked("arxiv", "2101.00009")))
    ask(project, says(), service="crossref")
    after = count_lines(build_project(project)[0])
    (line,) = [line for line in after if line not in before]
    assert line.text == "facts: 3 of 2 services, 1 of no paper"


def test_facts_that_are_gone_leave_everything_as_it_was(project: Path) -> None:
    build_project(project)
    page = project / "docs" / "papers" / "grow-slowly.md"
    ledger = project / "catalogue" / LEDGER
    before = page.read_bytes(), ledger.read_bytes()
    # The ledger knows a paper by what people say of it alone.
    ask(project, says(arxiv="3101.00001", pages="1-9"))
    build_project(project)
    assert page.read_bytes() != before[0]
    assert ledger.read_bytes() == before[1]
    ask(project)
    build_project(project)
    assert (page.read_bytes(), ledger.read_bytes()) == before


def test_an_explanation_names_the_service_the_day_and_what_was_not_taken(project: Path) -> None:
    ask(project, says(pages="1-9", year="2030", venue="Journal of Invented Results"))
    problems = Problems()
    settings = settings_module.load(project, problems)
    assert settings
    decided = Pipeline(settings, problems).decide([], project)
    paper = decided.catalogue.by_id["grow-slowly"]
    lines = explain_paper(decided.catalogue, decided.merged, paper).splitlines()
    place = "[catalogue/facts/openalex.jsonl:1]"
    assert f"    OpenAlex, asked for {DOI} on 2026-11-28  {place}" in lines
    assert f"pages: 1–9  {place}" in lines
    assert f"    not taken: 2030  {place}" in lines
