"""From a bibliography to a built site in one command."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.new import ENOUGH
from tests.posix import POSIX
from tests.site.audit.links import wrong_links
from tests.site.audit.site import Site
from tests.unit.commands.test_app import run as run_here

with contextlib.suppress(ImportError):
    # Windows has none.
    import pty

pytestmark = pytest.mark.slow

#: Words that make two topics of invented papers.
SUBJECTS = ("counting sheep", "brewing tea")


def entry(number: int) -> str:
    subject = SUBJECTS[number % 2]
    return (
        f"@article{{key{number}, title = {{{subject.title()} at Night, Part {number}}},"
        f" author = {{Quill, Ada and Ñandú, José}}, year = {2000 + number % 20},"
        f" journal = {{Journal of {subject.title()}}},"
        f" abstract = {{We study {subject} with care. {subject.capitalize()} is hard.}}}}\n"
    )


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("new")
    text = "".join(map(entry, range(ENOUGH + 6)))
    (folder / "refs.bib").write_text(text + "@article{bad, year = 2001}\n", "utf-8")
    return folder / "my-papers", run(folder, "new", "my-papers", "--from", "refs.bib")


def test_the_site_is_there_and_what_could_not_be_read_is_told(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, done = made
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stderr.splitlines() if line]
    assert len(told) == 1
    assert told[0].startswith(f"warning: my-papers/sources/refs.bib:{ENOUGH + 7}: ")
    assert "37 entries and 0 records read = 36 merged + 1 rejected" in done.stdout
    assert done.stdout.endswith("Next:\n  cd my-papers\n  paper-catalogue serve\n")
    home = (project / "site" / "index.html").read_text("utf-8")
    assert "My papers" in home
    assert wrong_links(Site(project / "site")) == []


def test_topics_are_a_draft_of_the_papers_words(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, done = made
    assert "in catalogue/topics.yml, a draft to be edited" in done.stdout
    topics = (project / "catalogue" / "topics.yml").read_text("utf-8")
    assert topics.startswith("# yaml-language-server: $schema=schemas/topics.schema.json\n")
    assert "A place to begin" in topics
    papers = json.loads((project / "site" / "data" / "papers.json").read_text("utf-8"))
    of_subject = [
        {t for p in papers if s in p["title"].lower() for t in p["topics"]} for s in SUBJECTS
    ]
    assert all(of_subject)
    assert not of_subject[0] & of_subject[1]


def test_the_first_build_leaves_nothing_that_git_must_be_told_of(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, _ = made
    subprocess.run(["git", "init", "--quiet", project], check=True)
    done = subprocess.run(
        ["git", "-C", project, "ls-files", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    )
    seen = {name.partition("/")[0] for name in done.stdout.splitlines()}
    assert seen == {
        ".gitattributes", ".github", ".gitignore", "README.md", "catalogue", "docs", "mkdocs.yml",
        "sources",
    }  # fmt: skip
    assert [name for name in done.stdout.splitlines() if name.startswith("docs/")] == [
        "docs/about.md"
    ]


def test_it_is_built_again_from_within(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, _ = made
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert "pages: 0 written" in done.stdout


def test_a_plain_mkdocs_build_of_it_is_complete(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, _ = made
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "plain"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Counting Sheep" in (project / "plain" / "papers" / "index.html").read_text("utf-8")


def test_a_catalogue_without_papers_begins_with_an_example(tmp_path: Path) -> None:
    done = run(tmp_path, "new", "tea", "--name", "Tea & <pebbles>")
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 entries and 1 record read = 1 merged + 0 rejected; 1 paper\n" in done.stdout
    assert "without a topic" not in done.stdout
    home = (tmp_path / "tea/site/index.html").read_text("utf-8")
    assert "Attention Is All You Need" in home
    assert "Tea &amp; &lt;pebbles" in home


def test_a_library_of_zotero_is_named_and_to_be_fetched_first(tmp_path: Path) -> None:
    done = run_here(tmp_path, "new", "tea", "--from", "zotero:groups/12345")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("  cd tea\n  paper-catalogue fetch\n  paper-catalogue serve\n")
    said = (tmp_path / "tea" / "catalogue" / "catalogue.yml").read_text("utf-8")
    assert "sources:\n  - 'zotero:groups/12345'\n" in said
    done = run_here(tmp_path / "tea", "build")
    assert done.returncode == 1
    assert "paper-catalogue fetch" in done.stderr


def test_a_source_that_cannot_be_read_is_told_and_the_catalogue_stays(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(b"\0\1\2\3" * 100)
    done = run_here(tmp_path, "new", "tea", "--from", "refs.bib")
    assert done.returncode == 1
    assert "error: tea/sources/refs.bib" in done.stderr
    assert done.stderr.endswith("  cd tea\n  paper-catalogue build\n")
    assert (tmp_path / "tea" / "sources" / "refs.bib").is_file()
    assert not (tmp_path / "tea" / "site").exists()


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--url", "tea", '--url: "tea" is not a web address'),
        ("--name", " ", "--name: is empty"),
        ("--language", "xx", '--language: there is no translation into "xx"; choose one of de, en'),
        ("--from", "none.bib", "--from none.bib: there is no such file"),
        ("--from", "zotero:group/1", '"zotero:group/1" names no library'),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_written(
    tmp_path: Path, option: str, value: str, told: str
) -> None:
    done = run_here(tmp_path, "new", "tea", option, value)
    assert done.returncode == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_on_a_terminal_the_name_is_asked(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "new", "my-papers", "--no-build"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as asking:
        os.close(theirs)
        said = b""
        while b"[My papers]" not in said:
            said += os.read(ours, 1000)
        os.write(ours, b"Tea: a list\n")
        assert asking.wait(timeout=60) == 0
    os.close(ours)
    assert b"What is the catalogue called?" in said
    text = (tmp_path / "my-papers" / "catalogue" / "catalogue.yml").read_text("utf-8")
    assert "name: 'Tea: a list'\n" in text
