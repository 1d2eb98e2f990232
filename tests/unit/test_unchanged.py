"""A build of what is there already is over at once, and says what the last build said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator import unchanged
from generator.cache.files import tree_of
from generator.commands.app import main
from generator.console import Line, tell
from generator.last_build import LastBuild
from generator.problems import Problems
from generator.unchanged import said_by_last_build
from tests.projects import ROOT, build_project, make_project
from tests.unit.commands.test_app import Done
from tests.unit.commands.test_app import run as run_in_this_process

SAID = [Line("warning", "warning: a.bib:3: no title"), Line("done", "nothing changed: 2 pages")]
WRITTEN = {"papers/sheep.md", "index.md"}
BUILD = ["build", "sources", "more/*.bib"]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue after a build that left a record of itself."""
    for name in ("index.md", "papers/sheep.md", "about.md", "notes/deep.md"):
        write(tmp_path / "docs" / name, f"the page {name}")
    for name in ("index.html", "papers/sheep/index.html", "about/index.html"):
        write(tmp_path / "site" / name, f"the site's {name}")
    write(
        tmp_path / "catalogue" / "catalogue.yml",
        "name: Sheep\nsources: [sources/, zotero:groups/1]\n",
    )
    write(tmp_path / "catalogue" / "papers" / "sheep.yml", "title: Counting sheep\n")
    write(tmp_path / "sources" / "listing.txt", "Counting sheep\n")
    write(tmp_path / "more" / "a.bib", "@misc{a}\n")
    write(tmp_path / "looks" / "main.html", "a template\n")
    write(
        tmp_path / "mkdocs.yml",
        "site_name: x\ntheme: {name: paper-catalogue, custom_dir: looks}\n"
        "extra:\n  shown: !ENV\n    - OUR_BANNER\n    - none\n",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    keep(tmp_path, BUILD)
    assert said_by_last_build(BUILD) == SAID
    return tmp_path


def keep(folder: Path, arguments: list[str]) -> None:
    settings = settings_module.load(folder, Problems())
    assert settings
    last = LastBuild(settings, arguments[1:], arguments)
    last.keep([tree_of(folder / "docs", WRITTEN), tree_of(folder / "site")], SAID)


def rewrite(name: str, text: str = "another text") -> Callable[[Path], object]:
    return lambda folder: write(folder / name, text)


def same_size(name: str) -> Callable[[Path], object]:
    """Return a change that neither the size nor the time of a file tells."""

    def change(folder: Path) -> None:
        path = folder / name
        before = path.stat()
        path.write_bytes(path.read_bytes()[::-1])
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


def remove(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def link(name: str, to: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(folder / to)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a fact of a service": rewrite("catalogue/facts/openalex.jsonl"),
    "a generated page was edited": rewrite("docs/papers/sheep.md"),
    "a generated page was removed": remove("docs/papers/sheep.md"),
    "a generated page was touched": lambda folder: os.utime(folder / "docs/index.md", (1, 1)),
    "a page of the site was edited": rewrite("site/papers/sheep/index.html"),
    "a page of the site was removed": remove("site/index.html"),
    "a file was put into the site": rewrite("site/mine.html"),
    "a page was written": rewrite("docs/new.md"),
    "a hidden page was written": rewrite("docs/.pages.yml"),
    "a written page was edited": rewrite("docs/about.md"),
    "a written page has other letters": same_size("docs/notes/deep.md"),
    "a written page was removed": remove("docs/about.md"),
    "a written page is a link": link("docs/linked.md", "more/a.bib"),
    "a link leads nowhere": link("docs/linked.md", "nowhere"),
    "the settings were edited": rewrite("catalogue/catalogue.yml", "name: Goats\n"),
    "a record was edited": rewrite("catalogue/papers/sheep.yml"),
    "a record has other letters": same_size("catalogue/papers/sheep.yml"),
    "a record was added": rewrite("catalogue/papers/goat.yml"),
    "a record was removed": remove("catalogue/papers/sheep.yml"),
    "topics were written": rewrite("catalogue/topics.yml"),
    "somebody wrote in the ledger": rewrite("catalogue/addresses.yml"),
    "a record is called as the ledger": rewrite("catalogue/papers/addresses.yml"),
    "facts were added": rewrite("catalogue/facts/a.json"),
    "a library was fetched": rewrite("catalogue/fetched/zotero-groups-1.json"),
    "a source was edited": rewrite("sources/listing.txt"),
    "a source has other letters": same_size("sources/listing.txt"),
    "a source was added to a folder": rewrite("sources/second.ris"),
    "a source of a pattern was edited": rewrite("more/a.bib"),
    "a source fits a pattern": rewrite("more/b.bib"),
    "a source was removed": remove("more/a.bib"),
    "mkdocs.yml was edited": rewrite("mkdocs.yml", "site_name: y\n"),
    "mkdocs.yml was removed": remove("mkdocs.yml"),
    "a template of one's own was edited": rewrite("looks/main.html"),
    "a template of one's own was added": rewrite("looks/partials/footer.html"),
    "a build is under way": lambda folder: (folder / ".docs.next").mkdir(),
    "a build was killed in a mounted site": lambda folder: (folder / "site/.site.next").mkdir(),
    "the catalogue went away": lambda folder: (folder / "catalogue").rename(folder / "gone"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_it_builds_when(built: Path, change: Callable[[Path], object]) -> None:
    change(built)
    assert said_by_last_build(BUILD) is None


NO_CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing happened": lambda folder: None,
    "a record was touched": lambda folder: os.utime(folder / "catalogue/papers/sheep.yml", (1, 1)),
    "a source was touched": lambda folder: os.utime(folder / "sources/listing.txt", (1, 1)),
    "a written page was touched": lambda folder: os.utime(folder / "docs/about.md", (1, 1)),
    "an editor left a file": rewrite("catalogue/papers/.sheep.yml.swp"),
    "something else lies in the folder": rewrite("notes.txt"),
    "the list of problems was removed": lambda folder: write(folder / ".build/problems.txt", ""),
}


@pytest.mark.parametrize("change", NO_CHANGES.values(), ids=NO_CHANGES.keys())
def test_it_does_not_build_when(built: Path, change: Callable[[Path], object]) -> None:
    change(built)
    assert said_by_last_build(BUILD) == SAID


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["build"],
        ["check", *BUILD[1:]],
        [*BUILD, "--pages-only"],
        [*BUILD, "--fresh"],
        ["build", "more/*.bib", "sources"],
        [*BUILD, "--root", "elsewhere"],
        [*BUILD, "--root=elsewhere"],
        [*BUILD, "--root"],
    ],
)
def test_it_builds_for_another_command(built: Path, arguments: list[str]) -> None:
    assert said_by_last_build(arguments) is None


def test_it_builds_when_it_is_started_elsewhere(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built / "more")
    assert said_by_last_build([*BUILD, "--root", ".."]) is None


@pytest.mark.parametrize("root", [["--root", ".."], ["--root=.."]])
def test_the_catalogue_may_be_elsewhere(
    built: Path, monkeypatch: pytest.MonkeyPatch, root: list[str]
) -> None:
    monkeypatch.chdir(built / "more")
    arguments = ["build", "a.bib", *root]
    settings = settings_module.load(Path(".."), Problems())
    assert settings
    LastBuild(settings, ["a.bib"], arguments).keep([tree_of(built / "docs", WRITTEN)], SAID)
    assert said_by_last_build(arguments) == SAID
    rewrite("sources/second.ris")(built)
    assert said_by_last_build(arguments) is None


@pytest.mark.parametrize("name", ["SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "OUR_BANNER"])
def test_it_builds_in_another_environment(
    built: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "https://sheep.example/")
    assert said_by_last_build(BUILD) is None
    monkeypatch.delenv(name)
    monkeypatch.setenv("SOMETHING_ELSE", "1")
    assert said_by_last_build(BUILD) == SAID


def test_it_builds_with_another_version(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "package_digest", lambda: "another")
    assert said_by_last_build(BUILD) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "1", '{"trees": 1}', "[" * 100_000, "\x00\xff", '{"command": {}}'],
    ids=range(9),
)
def test_it_builds_without_a_record_that_can_be_read(built: Path, text: str) -> None:
    record = built / ".build" / "last-build.json"
    whole = record.read_text()
    for damaged in (text, whole[: len(whole) // 2], whole.replace('"done"', '"shout"')):
        record.write_text(damaged)
        assert said_by_last_build(BUILD) is None
    record.write_text(whole)
    assert said_by_last_build(BUILD) == SAID
    record.unlink()
    assert said_by_last_build(BUILD) is None
    os.mkfifo(record)
    assert said_by_last_build(BUILD) is None


@pytest.mark.parametrize(
    "line",
    [
        "plugins: [search]",
        "hooks: [mine.py]",
        "INHERIT: base.yml",
        "markdown_extensions: [pymdownx.snippets]",
        "markdown_extensions: {pymdownx.b64: {base_path: .}}",
        "markdown_extensions: [toc, mine.own]",
    ],
)
def test_nothing_is_kept_where_mkdocs_may_read_anything(built: Path, line: str) -> None:
    write(built / "base.yml", "site_name: x\n")
    write(built / "mkdocs.yml", f"site_name: x\n{line}\n")
    keep(built, BUILD)
    assert said_by_last_build(BUILD) is None


def test_what_changed_while_it_was_built_is_built_again(built: Path) -> None:
    settings = settings_module.load(built, Problems())
    assert settings
    last = LastBuild(settings, BUILD[1:], BUILD)
    rewrite("catalogue/papers/sheep.yml", "title: Counting goats\n")(built)
    last.keep([tree_of(built / "docs", WRITTEN)], SAID)
    assert said_by_last_build(BUILD) is None


def test_a_record_that_cannot_be_written_is_no_error(built: Path) -> None:
    (built / ".build" / "last-build.json").unlink()
    (built / ".build").rmdir()
    write(built / ".build", "a file")
    keep(built, BUILD)
    assert said_by_last_build(BUILD) is None


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample without a ledger, whose news would be told once."""
    folder = make_project(tmp_path / "project")
    (folder / "catalogue" / "addresses.yml").unlink()
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def run_here(folder: Path, *arguments: str) -> Done:
    """Do what the program does in this process, which takes half as long."""
    return run_in_this_process(folder, *arguments, program=program)


def program() -> None:
    said = said_by_last_build(sys.argv[1:])
    if said is None:
        main()
    else:
        tell(said)


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in sorted(folder.rglob("*"))}


def test_the_program_says_again_what_it_said_and_writes_nothing(project: Path) -> None:
    first = run(project, "build", "--pages-only")
    assert first.returncode == 0, first.stderr
    assert "warning: " in first.stderr
    before = times(project)
    again = run(project, "build", "--pages-only")
    assert (again.returncode, again.stderr) == (0, first.stderr)
    assert "nothing changed since the last build" in again.stdout
    counts = first.stdout.split("pages:")[0]
    assert counts in again.stdout
    assert first.stdout.splitlines()[-1] in again.stdout
    assert times(project) == before
    fresh = run(project, "build", "--pages-only", "--fresh")
    assert "0 written" in fresh.stdout
    assert "nothing changed" in run(project, "build", "--pages-only").stdout
    # The pages are those of any build, too.
    assert build_project(project)[0].written.written == 0  # type: ignore[union-attr]


def test_the_seconds_of_a_build_of_nothing_are_those_of_no_stage(project: Path) -> None:
    command = ("build", "--pages-only", "--seconds", "seconds.json")
    file = project / "seconds.json"
    assert run_here(project, *command).returncode == 0
    assert "read" in json.loads(file.read_text())["wall"]
    assert "nothing changed" in run_here(project, *command).stdout
    assert json.loads(file.read_text()) == {"wall": {}, "processor": {}}
    file.unlink()
    file.mkdir()
    assert "nothing changed" not in run_here(project, *command).stdout


def test_the_program_builds_again_what_it_told_once(project: Path) -> None:
    assert run_here(project, "build", "--pages-only").returncode == 0
    page = project / "docs" / "papers" / "hostile.md"
    page.write_text("edited\n")
    told = run_here(project, "build", "--pages-only")
    assert "edited by hand" in told.stderr
    for said in ("0 written", "nothing changed"):
        again = run_here(project, "build", "--pages-only")
        assert "edited by hand" not in again.stderr
        assert said in again.stdout


def test_an_address_that_moved_is_told_once_and_the_ledger_is_no_change(project: Path) -> None:
    record = project / "catalogue" / "papers" / "grow-slowly.yml"
    ledger = project / "catalogue" / "addresses.yml"
    assert run_here(project, "build", "--pages-only").returncode == 0
    assert "nothing changed" in run_here(project, "build", "--pages-only").stdout
    record.rename(record.with_name("slow-growth.yml"))
    told = "papers/grow-slowly/ leads on to papers/slow-growth/"
    assert told in run_here(project, "build", "--pages-only").stderr
    again = run_here(project, "build", "--pages-only")
    assert told not in again.stderr
    assert "nothing changed" not in again.stdout
    assert "nothing changed" in run_here(project, "build", "--pages-only").stdout
    before = ledger.read_bytes()
    ledger.unlink()
    assert "nothing changed" not in run_here(project, "build", "--pages-only").stdout
    assert ledger.read_bytes() != before  # what only it knew is forgotten


def test_a_build_that_failed_is_no_last_build(project: Path) -> None:
    assert run_here(project, "build", "--pages-only").returncode == 0
    record = project / "catalogue" / "papers" / "hostile.yml"
    good = record.read_text()
    record.write_text("title: [")
    for _ in range(2):
        assert run_here(project, "build", "--pages-only").returncode == 1
    record.write_text(good)
    assert "nothing changed" in run_here(project, "build", "--pages-only").stdout


def test_what_says_that_nothing_changed_loads_no_stage() -> None:
    code = (
        "import sys, generator.unchanged, generator.console;"
        "print(*(name for name in sys.modules if name.split('.')[0] in"
        " ('numpy', 'scipy', 'sklearn', 'mkdocs', 'pydantic', 'yaml', 'typer', 'jinja2')"
        " or name in ('generator.pipeline', 'generator.settings')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
