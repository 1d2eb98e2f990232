"""`fetch` from the command line: what it says, its exit codes, and what builds make of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.local_server import Fault
from tests.projects import SAMPLE, build_project, make_project
from tests.unit.commands.test_app import Done, run, run_as_a_program
from tests.zotero_server import GROUP, ZoteroServer

NAME = f"zotero:groups/{GROUP}"
FILE = f"catalogue/fetched/zotero-groups-{GROUP}.json"


def name_sources(project: Path, *names: str) -> None:
    path = project / "catalogue" / "catalogue.yml"
    kept = [line for line in path.read_text().splitlines() if not line.startswith("sources:")]
    path.write_text("\n".join([*kept, f"sources: {json.dumps(names)}", ""]))


@pytest.fixture
def project(tmp_path: Path, zotero: ZoteroServer) -> Path:
    """The sample with a group library of two papers as its source; it was not fetched yet."""
    zotero.library.add(1, title="Shearing by moonlight", DOI="10.1234/moon")
    zotero.library.add(2, title="Shepherds who sing")
    folder = make_project(tmp_path, SAMPLE)
    name_sources(folder, NAME)
    return folder


def test_what_changed_is_said_and_nothing_else(project: Path, zotero: ZoteroServer) -> None:
    said = f"{NAME} (Flock Studies): "
    assert run(project, "fetch") == Done(0, f"{said}2 new, 0 changed, 0 gone; 2 in all\n", "")
    assert run(project, "fetch") == Done(0, f"{said}nothing changed; 2 in all\n", "")
    zotero.library.delete(next(iter(zotero.library.items)))
    assert run(project, "fetch") == Done(0, f"{said}0 new, 0 changed, 1 gone; 1 in all\n", "")
    assert run(project, "fetch", "--fresh").stdout == f"{said}nothing changed; 1 in all\n"


def test_every_source_is_tried_and_every_failure_told(project: Path, zotero: ZoteroServer) -> None:
    name_sources(project, "zotero:groups/1", NAME, f"{NAME}/collections/GQNE2345", "more.bib")
    done = run(project, "fetch")
    assert done.returncode == 1
    assert "2 new" in done.stdout
    told = done.stderr.splitlines()
    assert len(told) == 2
    assert told[0].startswith("zotero:groups/1: not fetched: it has no such thing (status 404)")
    assert "GQNE2345: not fetched: " in told[1]
    assert "the collection is gone" in told[1]
    assert [path.name for path in (project / FILE).parent.iterdir()] == [Path(FILE).name]


def test_a_failure_leaves_the_file_of_before(project: Path, zotero: ZoteroServer) -> None:
    run(project, "fetch")
    before = (project / FILE).read_bytes()
    zotero.faults.append(Fault(body=b"<html>", headers={"Content-Type": "text/html"}))
    done = run(project, "fetch")
    assert (done.returncode, done.stdout) == (1, "")
    assert "a web page came in place of data" in done.stderr
    assert "its file stays as it was" in done.stderr
    assert (project / FILE).read_bytes() == before


def test_libraries_can_be_named_on_the_command_line(project: Path, zotero: ZoteroServer) -> None:
    name_sources(project)
    assert "no source to fetch" in run(project, "fetch").stdout
    assert zotero.asked == []
    assert run(project, "fetch", NAME, NAME).stdout.count("2 new") == 1
    wrong = run(project, "fetch", "zotero:group/1", "zotero:users/x", NAME)
    assert wrong.returncode == 2
    assert wrong.stderr.count("names no library (write zotero:groups/12345, ") == 2


def test_a_private_library_needs_the_key_which_is_never_shown(
    project: Path, zotero: ZoteroServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    zotero.library.key = "0penSesame"
    assert "put a key that may read it into ZOTERO_API_KEY" in run(project, "fetch").stderr
    monkeypatch.setenv("ZOTERO_API_KEY", "wr0ng")
    refused = run(project, "fetch").stderr
    assert "the key in ZOTERO_API_KEY is wrong or may not read it" in refused
    assert "wr0ng" not in refused
    monkeypatch.setenv("ZOTERO_API_KEY", "not a key\nX-Other: 1")
    refused = run(project, "fetch").stderr
    assert "holds no key of Zotero's" in refused
    assert "X-Other" not in refused
    monkeypatch.setenv("ZOTERO_API_KEY", "0penSesame")
    assert run(project, "fetch").returncode == 0
    written = [path for path in project.rglob("*") if path.is_file()]
    assert not [path for path in written if b"0penSesame" in path.read_bytes()]


@pytest.mark.parametrize(
    "address", ["http://zotero.example.org", "ftp://127.0.0.1", "nowhere", "https://", "http://["]
)
def test_keys_are_sent_only_where_nobody_listens(
    project: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("ZOTERO_API_ADDRESS", address)
    done = run(project, "fetch")
    assert done.returncode == 2
    assert "is no address of a server" in done.stderr


def test_an_interruption_leaves_the_file_and_says_so(
    project: Path, zotero: ZoteroServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(project, "fetch")
    before = (project / FILE).read_bytes()
    zotero.library.add(3)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.services.zotero.Zotero.look", interrupted)
    done = run(project, "fetch")
    assert done.returncode == 130
    assert "the next fetch goes on from here" in done.stderr
    assert (project / FILE).read_bytes() == before


def test_it_runs_as_a_program_and_is_quiet_in_a_pipe(project: Path, zotero: ZoteroServer) -> None:
    done = run_as_a_program(project, "fetch")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_a_build_reads_what_was_fetched_and_asks_nobody(
    project: Path, zotero: ZoteroServer
) -> None:
    run(project, "fetch")
    zotero.paths()
    report, problems = build_project(project)
    assert [str(p) for p in problems if "zotero" in str(p)] == []
    assert report.per_source[Path(FILE).name] == (2, 0)
    assert zotero.asked == []
    page = (project / "docs/papers/shearing-by-moonlight.md").read_text()
    key = next(iter(zotero.library.items))
    where = (
        f"[Flock Studies (zotero:groups/12345)](https://www.zotero.org/groups/{GROUP}/items/{key})"
    )
    assert f"Read in {where}." in page


def test_items_of_a_private_library_are_linked_nowhere(project: Path, zotero: ZoteroServer) -> None:
    zotero.library.reading = "members"
    run(project, "fetch")
    build_project(project)
    page = (project / "docs/papers/shearing-by-moonlight.md").read_text()
    assert "zotero.org" not in page
    assert "Read in Flock Studies (zotero:groups/12345), line 9." in page
    assert "Shearing by moonlight" in (project / FILE).read_text().splitlines()[8]


def test_a_build_before_the_first_fetch_says_what_to_run(project: Path) -> None:
    done = run(project, "build", "--pages-only")
    assert done.returncode == 1
    line = len((project / "catalogue/catalogue.yml").read_text().splitlines())
    assert (
        f"error: catalogue/catalogue.yml:{line}: sources: zotero:groups/12345 was never fetched"
        " (run `paper-catalogue fetch`; builds ask nobody)"
    ) in done.stderr


def test_a_build_finds_a_library_that_the_command_line_names(project: Path) -> None:
    name_sources(project)
    run(project, "fetch", NAME)
    assert "zotero-groups-12345.json" in run(project, "check", NAME).stdout
    assert "names no library" in run(project, "check", "zotero:group/1").stderr
    never = run(project, "check", "zotero:users/1").stderr
    assert "error: zotero:users/1: was never fetched" in never


@pytest.mark.slow
def test_a_build_after_a_fetch_that_changed_something_builds(
    project: Path, zotero: ZoteroServer
) -> None:
    (project / "catalogue" / "addresses.yml").unlink()  # its news would be told once
    run(project, "fetch")
    assert run(project, "build").returncode == 0
    run(project, "fetch")
    assert "nothing changed since the last build" in run_as_a_program(project, "build").stdout
    zotero.library.change(next(iter(zotero.library.items)), title="Shearing at noon")
    run(project, "fetch")
    assert "nothing changed" not in run_as_a_program(project, "build").stdout
    page = (project / "site/papers/shearing-at-noon/index.html").read_text()
    key = next(iter(zotero.library.items))
    assert f'<a href="https://www.zotero.org/groups/{GROUP}/items/{key}">Flock Studies' in page
