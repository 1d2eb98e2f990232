"""`add` and `enrich` from the command line, against services that are played on this machine."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.services.service import Service
from tests.asked_services import Clock
from tests.posix import POSIX
from tests.projects import ROOT
from tests.services_played import faults
from tests.services_played.faults import ServiceFault
from tests.services_played.papers import Played
from tests.services_server import ServicesServer, services_server
from tests.unit.commands.test_app import run as run_in_this_process

WORDS = "Wool Grass Hill Rain Dog Shears Lamb Moor Fence Wind Wolf Milk Bell Hay Dew Ram".split()
MORE = "Counting Herding Feeding Shearing Naming Finding Losing Drawing".split()
KEY = "invented-key-of-nobody"


def paper(number: int) -> Played:
    """Return an invented paper, of which no two have a title that is nearly the same."""
    one, two = WORDS[number % 16], WORDS[(number * 5 + 3) % 16]
    return Played(
        f"{MORE[number % 8]} {one} by {two} {number}: a {WORDS[(number * 3 + 1) % 16]} Approach",
        (f"Ada {one}er", f"Bela {two}son"),
        2020 + number % 4,
        arxiv=f"21{number % 12 + 1:02}.{number:05}",
        doi=f"10.5555/flocks.{number}",
        venue="Conference on Flocks",
        abstract=f"Flock {number} is counted.",
        code=f"https://github.com/example/flock-{number}",
        citations=number,
        upvotes=number,
    )


PAPERS = [paper(number) for number in range(1, 21)]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ServicesServer]:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with services_server(PAPERS) as running:
        # Time is another one in the process that asks.
        running.patient = True
        monkeypatch.setenv("CATALOGUE_SERVICES_ADDRESS", running.address)
        monkeypatch.setenv("CATALOGUE_CONTACT", "ada@example.org")
        monkeypatch.setenv("OPENALEX_API_KEY", KEY)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
        yield running


def catalogue(folder: Path, records: Mapping[str, Played]) -> Path:
    """Make a catalogue of papers of which the title and one identifier are known."""
    (folder / "catalogue" / "papers").mkdir(parents=True)
    (folder / "catalogue" / "catalogue.yml").write_text("name: Flocks\n")
    (folder / "catalogue" / "topics.yml").write_text(
        "areas:\n- slug: animals\n  name: Animals\n  topics:\n  - slug: sheep\n    name: Sheep\n"
        "    description: All.\n    phrases: [sheep]\n"
    )
    for name, one in records.items():
        (folder / "catalogue" / "papers" / f"{name}.yml").write_text(
            f'title: "{one.title}"\nsummary: A paper.\nidentifiers:\n  arxiv: "{one.arxiv}"\n'
        )
    return folder


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hurried", *arguments, "--root", str(folder)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(folder: Path, *arguments: str, lines: str = "") -> tuple[int, str, str]:
    """Return the exit code of a command, and what it said on both streams.

    It runs in this process, by a clock that goes on when somebody sleeps.
    """
    clock, defaults = Clock(), Service.asking.__kwdefaults__
    assert defaults
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(defaults, "clock", clock)
        patch.setitem(defaults, "sleep", clock.sleep)
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        done = run_in_this_process(ROOT, *arguments, "--root", str(folder))
    return done.returncode, done.stdout, done.stderr


def facts(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_text("utf-8")
        for path in sorted((folder / "catalogue" / "facts").glob("*"))
    }


def records(folder: Path) -> dict[str, str]:
    return {
        path.stem: path.read_text("utf-8")
        for path in sorted((folder / "catalogue" / "papers").glob("*.yml"))
    }


@pytest.mark.slow
def test_of_twenty_papers_fifteen_are_added_and_five_are_said_to_be_there(
    tmp_path: Path, server: ServicesServer
) -> None:
    folder = catalogue(tmp_path, {"first": paper(99)})
    code, out, err = run(folder, "add", *(one.arxiv for one in PAPERS[:5]))
    assert (code, err) == (0, ""), out + err
    assert "5 of 5 papers added, 0 there already" in out
    five = records(folder)
    bibliography = tmp_path / "more.bib"
    bibliography.write_text(
        f"@misc{{a, title={{{PAPERS[5].title}}}, eprint={{{PAPERS[5].arxiv}}},"
        f" archivePrefix={{arXiv}}}}\n@misc{{b, title={{{PAPERS[6].title}}},"
        f" doi={{{PAPERS[6].doi}}}}}\n"
    )
    code, out, err = run(
        folder, "add", "-", str(bibliography),
        # Those that are there, under another name each.
        PAPERS[0].doi, f"https://doi.org/{PAPERS[1].doi.upper()}", f"arXiv:{PAPERS[2].arxiv}v1",
        f"https://huggingface.co/papers/{PAPERS[3].arxiv}", PAPERS[4].title,
        # New ones.
        PAPERS[7].arxiv, PAPERS[8].doi, PAPERS[9].title,
        f"https://arxiv.org/abs/{PAPERS[10].arxiv}v1", f"https://doi.org/{PAPERS[11].doi}",
        f"https://huggingface.co/papers/{PAPERS[12].arxiv}",
        lines="".join(f"{one.arxiv}\n" for one in PAPERS[13:]),
    )  # fmt: skip
    assert (code, err) == (0, ""), out + err
    assert "15 of 20 papers added, 5 there already" in out
    assert out.count("the catalogue has it: papers/") == 5
    assert len(records(folder)) == 21
    assert {name: records(folder)[name] for name in five} == five
    for one in PAPERS:
        assert sum(f'arxiv: "{one.arxiv}"' in text for text in records(folder).values()) == 1
        assert sum(f"doi: {one.doi}\n" in text for text in records(folder).values()) == 1
    assert server.complaints == [one for one in server.complaints if "too soon" in one]
    code, out, err = run(folder, "check")
    assert code == 0, out + err


def test_what_no_service_knows_is_told_and_the_rest_is_added(
    tmp_path: Path, server: ServicesServer
) -> None:
    folder = catalogue(tmp_path, {"first": paper(99)})
    server.always["arxiv"] = faults.web_page()
    code, out, err = run(
        folder,
        "add",
        PAPERS[0].arxiv,
        "2199.99999",
        "10.5555/nobody",
        "On the Dreams of Quite Other Animals",
    )
    assert code == 1
    assert "1 of 4 papers added" in out
    assert "arXiv: a web page came in place of data" in err
    assert "10.5555/nobody: not added" in err
    assert len(records(folder)) == 2


#: A test of its own of seconds, which `make benchmark` asks for.
KILLED = pytest.param(
    signal.SIGKILL,
    marks=pytest.mark.skipif("KILLS" not in os.environ, reason="`make benchmark` asks for it"),
)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("ends", [signal.SIGINT, KILLED], ids=["interrupted", "killed"])
def test_an_enrichment_that_was_ended_goes_on_and_comes_to_the_same_facts(
    tmp_path: Path, server: ServicesServer, ends: signal.Signals
) -> None:
    known = {f"flock-{number}": one for number, one in enumerate(PAPERS)}
    whole, ended = catalogue(tmp_path / "a", known), catalogue(tmp_path / "b", known)
    assert run(whole, "enrich")[0] == 0
    asked_once = server.requests()
    server.asked.clear()

    process: list[subprocess.Popen[str]] = []
    kills = ServiceFault(then=lambda: process[0].send_signal(ends))
    server.faults["hugging-face"].extend([*[None] * 7, kills])
    process.append(started(ended, "enrich"))
    out, err = process[0].communicate()
    if ends == signal.SIGINT:
        assert process[0].returncode == 130
        assert "the next enrich goes on from here" in err
        assert len(facts(ended)["hugging-face.jsonl"].splitlines()) == 7
    else:
        assert process[0].returncode == -signal.SIGKILL
    code, out, err = run(ended, "enrich")
    assert (code, err) == (0, ""), out + err
    assert facts(ended) == facts(whole)
    assert len(facts(whole)["hugging-face.jsonl"].splitlines()) == 20
    if ends == signal.SIGINT:
        # Only what was asked when it ended is asked for a second time.
        again = asked_once.copy()
        again["hugging-face"] += 1
        assert server.requests() == again
    code, out, err = run(ended, "enrich")
    assert (code, err) == (0, ""), out + err
    assert "nothing to ask" in out
    assert facts(ended) == facts(whole)


def test_a_dry_run_asks_nobody_and_says_what_a_run_then_does(
    tmp_path: Path, server: ServicesServer
) -> None:
    folder = catalogue(tmp_path, {f"flock-{n}": one for n, one in enumerate(PAPERS)})
    these = ("--service", "arxiv", "--service", "hugging-face")
    code, dry, err = run(folder, "enrich", "--dry-run", *these)
    assert (code, err) == (0, ""), dry + err
    assert not server.asked
    assert not (folder / "catalogue" / "facts").exists()
    assert "arXiv: 20 papers in 1 request" in dry
    assert "Hugging Face: 20 papers in 20 requests" in dry
    run(folder, "enrich", *these)
    assert server.requests() == {"arxiv": 1, "hugging-face": 20}


def test_one_service_that_fails_is_told_and_others_are_asked(
    tmp_path: Path, server: ServicesServer
) -> None:
    folder = catalogue(tmp_path, {f"flock-{n}": one for n, one in enumerate(PAPERS)})
    server.always["arxiv"] = faults.spent_for_today()
    server.always["openalex"] = faults.too_often()
    server.always["crossref"] = faults.web_page()
    code, out, err = run(folder, "enrich")
    assert code == 1
    assert "arXiv: it asks for a pause of" in err
    assert "OpenAlex: it asks for a pause of" in err
    assert "Crossref: a web page came in place of data, with status 200" in err
    assert "Hugging Face: 20 of 20 papers known, 20 requests" in out
    assert KEY not in out + err
    held = {one.slug for one in server.asked if KEY in str(one)}
    assert held == {"openalex"}
    assert all(KEY not in text for text in facts(folder).values())
    for path in (folder / ".build").rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes()
