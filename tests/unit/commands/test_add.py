"""`add` and `enrich` from the command line: what they say, and what builds make of it.

The services are played on this machine; each is asked once or twice, so that nobody waits long.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services_played.papers import Played
from tests.services_server import ServicesServer, services_server
from tests.unit.commands.test_app import run

SHEEP = Played(
    "Counting Sheep with Small Networks",
    arxiv="2401.00001",
    doi="10.5555/sheep.1",
    venue="Journal of Invented Results",
    journal=True,
)
GOATS = Played("Herding Goats by Gradient", arxiv="2402.00002")
GROW = Played(
    "GROW² slowly: grafting without a plan",
    authors=("Ada Quill", "José Ñandú", "O'Brien & Sons"),
    doi="10.5555/GROW.2031",
    year=2031,
    venue="Journal of Invented Results",
    journal=True,
    citations=4,
)


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[ServicesServer]:
    with services_server([SHEEP, GOATS, GROW]) as server:
        monkeypatch.setenv("CATALOGUE_SERVICES_ADDRESS", server.address)
        monkeypatch.setenv("CATALOGUE_CONTACT", "curator@example.org")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935792000")  # 6 May 2031
        yield server


def test_papers_are_added_once_and_the_same_command_again_adds_nothing(
    project: Path, services: ServicesServer
) -> None:
    done = run(project, "add", "2401.00001", "10.5555/grow.2031")
    assert done.returncode == 0, done.stderr
    first, *rest = done.stdout.splitlines()
    assert first.startswith("2401.00001: papers/counting-sheep-with-small-networks/ (arXiv, ")
    assert rest == [
        "10.5555/grow.2031: the catalogue has it: papers/grow-slowly/",
        "1 of 2 papers added, 1 there already",
        "look the records over and write their summaries: paper-catalogue doctor lists them",
    ]
    record = project / "catalogue/papers/counting-sheep-with-small-networks.yml"
    assert "added: 2031-05-06\n" in record.read_text("utf-8")
    before = {path: path.read_bytes() for path in (project / "catalogue").rglob("*.*")}
    asked = len(services.asked)
    again = run(project, "add", "2401.00001", "10.5555/grow.2031")
    assert again.stdout.splitlines()[-1] == "0 of 2 papers added, 2 there already"
    assert len(services.asked) == asked
    assert {path: path.read_bytes() for path in (project / "catalogue").rglob("*.*")} == before
    assert services.complaints == []
    checked = run(project, "check")
    assert checked.returncode == 0, checked.stderr


def test_lines_of_standard_input_are_added_and_a_dry_run_prints_the_records(
    project: Path, services: ServicesServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "# to read\nhttps://huggingface.co/papers/2402.00002\nsheep\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    done = run(project, "add", "--dry-run")
    assert done.returncode == 1
    assert "standard input:2: papers/herding-goats-by-gradient/ (arXiv, " in done.stdout
    assert "\ntitle: Herding Goats by Gradient\n" in done.stdout
    assert "1 of 1 paper would be added" in done.stdout
    assert 'error: standard input:3: "sheep" names no paper and no file' in done.stderr
    assert not (project / "catalogue/papers/herding-goats-by-gradient.yml").exists()
    assert not (project / "catalogue/facts").exists()


def test_what_a_dry_run_asked_is_not_asked_again_on_that_day(
    project: Path, services: ServicesServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(project, "add", "2401.00001", "--dry-run").returncode == 0
    asked = services.requests()
    assert asked["arxiv"] == asked["crossref"] == 1
    assert run(project, "add", "2401.00001").returncode == 0
    assert services.requests() == asked
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935878400")  # a day later
    assert run(project, "add", "2402.00002").returncode == 0
    answers = project / ".build" / "answers"
    assert [path.name for path in answers.iterdir()] == ["2031-05-07"]


def test_what_is_enriched_is_read_by_the_next_build_and_not_asked_for_again(
    project: Path, services: ServicesServer
) -> None:
    planned = run(project, "enrich", "grow-slowly", "--only", "citations", "--dry-run")
    assert planned.returncode == 0, planned.stderr
    assert not services.asked
    assert "Semantic Scholar: 1 paper in 1 request" in planned.stdout
    assert f"POST {services.address}/semantic-scholar/graph/v1/paper/batch" in planned.stdout
    done = run(project, "enrich", "grow-slowly", "--only", "citations")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Semantic Scholar: 1 of 1 paper known, 1 request"
    facts = (project / "catalogue/facts/semantic-scholar.jsonl").read_text("utf-8")
    assert facts.startswith(
        '{"paper": "grow-slowly", "of": "doi:10.5555/grow.2031", "on": "2031-05-06"'
    )
    again = run(project, "enrich", "grow-slowly", "--only", "citations")
    assert "nothing to ask" in again.stdout
    assert len(services.asked) == 1


def test_wrong_names_are_told_all_at_once_and_nobody_is_asked(
    project: Path, services: ServicesServer
) -> None:
    for arguments, told in (
        (("nobody", "sheep-without"), ["nobody", "sheep-without"]),
        (("--only", "yaer,dio"), ['"yaer"', '"dio"']),
        (("--service", "arxvi"), ['"arxvi"', "arxiv"]),
    ):
        done = run(project, "enrich", *arguments)
        assert done.returncode == 2
        assert all(name in done.stderr for name in told)
    assert not services.asked


def test_a_mail_address_that_is_none_is_told_before_anybody_is_asked(
    project: Path, services: ServicesServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CATALOGUE_CONTACT", "nobody")
    done = run(project, "enrich", "grow-slowly")
    assert done.returncode == 2
    assert 'CATALOGUE_CONTACT: "nobody" is no mail address' in done.stderr
    assert not services.asked
