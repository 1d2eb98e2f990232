"""The catalogue in this repository: 547 papers, with and without the listings they were read in."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.records import FACTS, LISTINGS
from benchmarks.records import main as measure_records
from generator import settings as settings_module
from generator.catalogue import Catalogue
from generator.formats import downloads
from generator.pipeline import BuildReport, Pipeline
from generator.problems import Problems, Severity
from tests.conftest import ROOT
from tests.first_catalogue import is_ours

PAPERS = 547
VENUES = 392
#: The paper of which no public source says anything.
UNKNOWN = "improved-neural-network-based-plant-diseases-identification"
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
    found = pipeline.check(sources, ROOT, dt.datetime.now(dt.UTC).date())
    assert [str(p) for p in problems if p.severity is not Severity.NOTE] == []
    return found.catalogue, pipeline.report


@pytest.fixture(scope="module")
def clone() -> tuple[Catalogue, BuildReport]:
    """What the clone alone gives; that no fact of it is doubted is part of deciding it here."""
    return decided()


@pytest.fixture(scope="module")
def with_listings() -> tuple[Catalogue, BuildReport]:
    """What the clone and the listings give together."""
    return decided(str(LISTINGS))


def test_the_clone_alone_gives_every_paper_with_a_summary(
    clone: tuple[Catalogue, BuildReport],
) -> None:
    catalogue, report = clone
    assert (report.papers, report.rejected) == (PAPERS, 0)
    curations = [paper.curation for paper in catalogue.papers]
    assert all(known.summary and known.kind and known.added for known in curations)
    assert catalogue.unsorted == ()
    assert {slug for slug, papers in catalogue.papers_of.items() if not papers} == set()


def test_who_wrote_a_paper_when_and_where_it_is_are_known_of_all_but_one(
    clone: tuple[Catalogue, BuildReport],
) -> None:
    catalogue, _ = clone
    works = {paper.id: paper.work for paper in catalogue.papers}
    unknown = [id_ for id_, w in works.items() if not (w.authors and w.year and w.identifiers)]
    assert unknown == [UNKNOWN]
    assert sum(bool(work.venue) for work in works.values()) == VENUES


@pytest.mark.parametrize(
    ("program", "arguments", "doubted"),
    [
        ("biber", ["--tool", "--validate-datamodel", "papers.bib"], r"WARN - (.*)|ERROR - (.*)"),
        ("bibtex", ["papers.aux"], r"Warning--(.*)|(.*error message.*)"),
    ],
)
def test_programs_for_bibliographies_miss_nothing_but_in_the_paper_of_which_nothing_is_known(
    clone: tuple[Catalogue, BuildReport],
    tmp_path: Path,
    program: str,
    arguments: list[str],
    doubted: str,
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    catalogue, _ = clone
    settings = settings_module.load(ROOT, Problems())
    assert settings is not None
    (bib,) = [f for f in downloads(catalogue, settings) if f.path == "data/papers.bib"]
    (tmp_path / "papers.bib").write_bytes(bib.data)
    (tmp_path / "papers.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{papers}\n")
    done = subprocess.run(
        [program, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    said = [line for line in done.stdout.splitlines() if re.match(doubted, line)]
    # The paper of which nothing is known has a key of the first word of its title.
    assert [line for line in said if "improved-nd" not in line] == []


@needs_listings
def test_with_the_listings_every_paper_has_its_abstract_too(
    with_listings: tuple[Catalogue, BuildReport],
) -> None:
    catalogue, report = with_listings
    assert report.entries - report.records == ENTRIES
    assert report.merged == ENTRIES + PAPERS
    assert report.papers == PAPERS
    assert all(paper.curation.summary and paper.work.abstract for paper in catalogue.papers)
    assert all(len(paper.entries) > 1 for paper in catalogue.papers)
    assert catalogue.unsorted == ()
    assert all(
        2 <= len(item.terms) <= 5 and item.id != paper
        for paper, related in catalogue.related.items()
        for item in related
    )


@needs_listings
def test_the_listings_alone_give_the_same_papers_at_the_same_addresses(
    tmp_path: Path, with_listings: tuple[Catalogue, BuildReport]
) -> None:
    shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue")
    shutil.rmtree(tmp_path / "catalogue" / "papers")
    # What it says was checked stands in the records.
    (tmp_path / "catalogue" / "decisions.yml").unlink()
    alone, _ = decided(str(LISTINGS), root=tmp_path)
    assert alone.by_id.keys() == with_listings[0].by_id.keys()


@needs_listings
def test_the_records_are_true_to_their_listings_as_far_as_can_be_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert measure_records([]) == 0
    said = capsys.readouterr().out
    assert f"records {PAPERS}, beside an abstract {PAPERS}" in said
    if FACTS.is_file():
        assert "arxiv: 546 as held\n" in said
