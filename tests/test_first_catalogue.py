"""The catalogue in this repository: 547 papers, with and without the listings they were read in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.records import LISTINGS
from benchmarks.records import main as measure_records
from generator import settings as settings_module
from generator.catalogue import Catalogue
from generator.pipeline import BuildReport, Pipeline
from generator.problems import Problems, Severity
from tests.conftest import ROOT
from tests.first_catalogue import is_ours

PAPERS = 547
ENTRIES = 626


pytestmark = pytest.mark.skipif(not is_ours(), reason="this is another catalogue than the first")
needs_listings = pytest.mark.skipif(
    not LISTINGS.is_dir(), reason="the saved listings are not in shared/ beside this tree"
)


def decided(*sources: str, root: Path = ROOT) -> tuple[Catalogue, BuildReport]:
    problems = Problems()
    settings = settings_module.load(root, problems)
    assert settings is not None
    pipeline = Pipeline(settings, problems)
    found = pipeline.decide(sources, ROOT)
    assert [p for p in problems if p.severity is not Severity.NOTE] == []
    return found.catalogue, pipeline.report


def test_the_clone_alone_gives_every_paper_with_a_summary() -> None:
    catalogue, report = decided()
    assert (report.papers, report.rejected) == (PAPERS, 0)
    assert all(paper.summary and paper.kind and paper.added for paper in catalogue.papers)
    assert catalogue.unsorted == ()
    assert {slug for slug, papers in catalogue.papers_of.items() if not papers} == set()


@needs_listings
def test_with_the_listings_every_paper_has_its_abstract_too() -> None:
    catalogue, report = decided(str(LISTINGS))
    assert report.entries - report.records == ENTRIES
    assert report.merged == ENTRIES + PAPERS
    assert report.papers == PAPERS
    assert all(paper.summary and paper.abstract for paper in catalogue.papers)
    assert all(len(paper.entries) > 1 for paper in catalogue.papers)
    assert catalogue.unsorted == ()
    assert all(
        2 <= len(item.terms) <= 5 and item.id != paper
        for paper, related in catalogue.related.items()
        for item in related
    )


@needs_listings
def test_the_listings_alone_give_the_same_papers_at_the_same_addresses(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue")
    shutil.rmtree(tmp_path / "catalogue" / "papers")
    with_records, _ = decided(str(LISTINGS))
    alone, _ = decided(str(LISTINGS), root=tmp_path)
    assert alone.by_id.keys() == with_records.by_id.keys()


@needs_listings
def test_the_records_are_true_to_their_listings_as_far_as_can_be_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert measure_records([]) == 0
    assert f"records {PAPERS}, beside an abstract {PAPERS}" in capsys.readouterr().out
