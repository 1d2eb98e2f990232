"""What the command line prints, its exit codes, and that wrong input costs no good site."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.commands.app import main
from tests.conftest import ROOT, build_project
from tests.posix import POSIX


@dataclass(frozen=True)
class Done:
    """A run of the command line that has ended."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str, program: Callable[[], None] = main) -> Done:
    """Run the command line in this process: starting another takes longer than most commands."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.chdir(folder)
        patch.setenv("COLUMNS", "200")
        patch.setattr(sys, "argv", ["generator", *arguments])
        try:
            program()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return Done(code, out.getvalue(), err.getvalue())


def run_as_a_program(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for part in ("docs", "site")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }


def without_sources(project: Path) -> Path:
    settings = project / "catalogue" / "catalogue.yml"
    settings.write_text(settings.read_text().replace("sources: [sources/]", "sources: []"))
    return project


@pytest.mark.slow
def test_build_ends_with_a_summary_whose_counts_add_up(project: Path) -> None:
    done = run_as_a_program(project, "build")
    assert done.returncode == 0, done.stderr
    assert "9 entries and 2 records read = 11 merged + 0 rejected; 6 papers" in done.stdout
    sources = ("2 compact.txt", "2 daily.json", "2 more.jsonl", "3 spaced.txt")
    for line in ("2 catalogue/papers", *sources):
        assert line in done.stdout
    assert "without a topic" in done.stdout
    assert "written, 0 unchanged, 0 removed" in done.stdout
    assert "seconds: read " in done.stdout
    assert "paper-catalogue serve" in done.stdout
    # In a pipe there is no bar and no colour.
    assert "\x1b" not in done.stdout + done.stderr


def test_help_says_what_each_command_does(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert done.returncode == 0
    for command in ("build", "serve", "check", "explain", "schema", "topics"):
        assert command in done.stdout
        assert run(tmp_path, command, "--help").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "nonsense"),
        (("build", "--nonsense"), "nonsense"),
        (("build", "missing.txt"), "missing.txt: no such file"),
        (("build", "no/*.txt"), "no/*.txt: no file matches"),
        (("build", "empty"), "empty: the folder holds no source"),
        (("explain", "zzz"), "names no single paper"),
        (("serve", "--port", "99999"), "65535"),
        (("serve", "--no-watch"), "paper-catalogue build"),
    ],
)
def test_wrong_use_is_exit_code_2_and_a_message(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    (project / "empty").mkdir()
    done = run(project, *arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("when", ["while it builds", "while it waits"])
def test_serving_ends_with_ctrl_c_without_a_word_too_many(project: Path, when: str) -> None:
    # An error ends the build early.
    (project / "catalogue" / "topics.yml").write_text("areas: 1\n")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "serve", "--port", "0"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        said = ""
        while when == "while it waits" and "the last good site stays" not in said:
            said = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out.endswith("ended\n")
    assert "Traceback" not in err


BAD = {
    "binary.txt": b"Title\n\x00\x01\x02",
    "not-utf-8.txt": b"Subscribe\nA Title\n\xff\xfe rest of the abstract\n",
    "long.txt": b"A Title\n" + b"word " * 10_000_000,
    "list.yml": b"- title: a list\n",
    "unknown.dat": b"neither this nor that\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_exit_code_1_and_leaves_pages_and_site_untouched(
    project: Path, name: str
) -> None:
    without_sources(project)
    build_project(project, with_site=True)
    before = snapshot(project)
    is_record = name.endswith(".yml")
    folder = project / "catalogue" / "papers" if is_record else project
    (folder / name).write_bytes(BAD[name])
    done = run(project, "build", *([] if is_record else [name]))
    assert done.returncode == 1, done.stdout + done.stderr
    assert name in done.stderr
    assert "nothing was written" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(project) == before


def test_every_mistake_in_every_record_is_reported_in_one_run(project: Path) -> None:
    papers = project / "catalogue" / "papers"
    (papers / "one.yml").write_text("title: One\nsummery: typo\nyear: 20x4\n")
    (papers / "two.yml").write_text("title: Two\nsummary: Fine.\nkind: nonsense\n")
    (papers / "Three.yml").write_text("title: Three\nsummary: Fine.\n")
    done = run(project, "check")
    assert done.returncode == 1
    for line in (
        "catalogue/papers/one.yml:2: summery: is not a known field (did you mean summary?)",
        'catalogue/papers/one.yml:3: year: "20x4" is not a year (write four digits)',
        "catalogue/papers/one.yml:1: summary: is missing",
        'catalogue/papers/two.yml:3: kind: "nonsense" is not one of the known values',
        "catalogue/papers/Three.yml: the file's name is no paper's id",
    ):
        assert line in done.stderr


def test_a_topic_that_does_not_exist_is_an_error_with_its_line(project: Path) -> None:
    record = project / "catalogue" / "papers" / "two.yml"
    record.write_text("title: Two\nsummary: Fine.\ntopics: [nothing]\n")
    done = run(project, "check")
    assert done.returncode == 1
    assert 'two.yml:3: topics: "nothing" is no topic of topics.yml' in done.stderr


DOUBTED = """title: Whistling
summary: Fine.
authors: [Ada Quill,
  Ben SAMPLE]
year: 1999
identifiers:
  doi: 10.1234/tea
  arxiv: "2401.01234"
"""
ALLOWED = """checked:
  - paper: whistling
    check: year-before-arxiv
    why: An old proof, put on arXiv late.
  - {paper: whistling, check: author-capitals}
"""


def test_check_names_the_line_of_a_fact_that_cannot_be(project: Path) -> None:
    (project / "catalogue" / "papers" / "whistling.yml").write_text(DOUBTED)
    done = run(project, "check")
    assert done.returncode == 0
    assert "whistling.yml:5: year: 1999, but arXiv id 2401.01234 was given in 2024" in done.stderr
    assert 'whistling.yml:4: authors[2]: "Ben SAMPLE" has a word in capitals' in done.stderr


def test_strict_check_fails_on_what_nobody_has_checked(project: Path) -> None:
    without_sources(project)
    (project / "catalogue" / "papers" / "whistling.yml").write_text(DOUBTED)
    (project / "catalogue" / "decisions.yml").write_text("")
    (project / "catalogue" / "papers" / "grow-slowly.yml").unlink()
    (project / "catalogue" / "addresses.yml").unlink()
    done = run(project, "check", "--strict")
    assert done.returncode == 1
    assert "2 warnings, and --strict allows none" in done.stderr
    (project / "catalogue" / "decisions.yml").write_text(ALLOWED)
    done = run(project, "check", "--strict")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_day_that_check_compares_with_can_be_set(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "catalogue" / "papers" / "whistling.yml").write_text(DOUBTED)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    assert "arxiv: 2401.01234 is of 2024-01, which has not come yet" in run(project, "check").stderr


def test_check_writes_nothing(project: Path) -> None:
    before = snapshot(project)
    done = run(project, "check")
    assert done.returncode == 0
    assert snapshot(project) == before
    assert not (project / "site").exists()


def test_an_empty_catalogue_is_an_error_that_says_what_to_do(project: Path) -> None:
    without_sources(project)
    for record in (project / "catalogue" / "papers").iterdir():
        record.unlink()
    (project / "catalogue" / "decisions.yml").unlink()
    done = run(project, "build", "--pages-only")
    assert done.returncode == 1
    assert "write a record, or name a source" in done.stderr


def test_missing_settings_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 1
    assert "catalogue/catalogue.yml: is not there" in done.stderr


def test_explain_says_where_values_come_from_and_why(project: Path) -> None:
    done = run(project, "explain", "grow slowly grafting")
    assert done.returncode == 0, done.stderr
    assert "grow-slowly" in done.stdout
    assert "year: 2031  [catalogue/papers/grow-slowly.yml:6" in done.stdout
    assert "same title" in done.stdout
    assert "Network gardening (named by the people who keep the catalogue)" in done.stdout
    assert "        mentions slow_graft\n" in done.stdout
    assert "        shared: layer\n" in done.stdout
    assert "both in Network gardening" in done.stdout
    storms = run(project, "explain", "gently introduced").stdout
    assert "a person's decision" in storms
    assert "not taken: A Gentle Introduction to Storms" in storms or (
        "not taken: Storms, Gently Introduced" in storms
    )


def test_explain_names_the_venue_and_why(project: Path) -> None:
    record = project / "catalogue" / "papers" / "grow-slowly.yml"
    text = record.read_text()
    record.write_text(text.replace("Journal of Invented Results", "NIPS 2016"))
    known = run(project, "explain", "grow-slowly").stdout
    assert "venue page: neurips, NeurIPS: the table of venues knows the name" in known
    record.write_text(text.replace("Journal of Invented Results", "Milk Days 2019"))
    other = run(project, "explain", "grow-slowly").stdout
    assert "venue page: milk-days, Milk Days: no table has it" in other
    (project / "catalogue" / "venues.yml").write_text(
        "venues: [{slug: mida, name: Milk Days, short: MiDa, kind: conference}]\n"
    )
    assert "venue page: mida, MiDa: the table" in run(project, "explain", "grow-slowly").stdout


def test_mistakes_in_the_venues_of_a_catalogue_stop_a_build(project: Path) -> None:
    (project / "catalogue" / "venues.yml").write_text("venues:\n  - slug: neurip\n")
    done = run(project, "build")
    assert done.returncode == 1
    assert "catalogue/venues.yml:2: " in done.stdout + done.stderr
    assert "did you mean neurips?" in done.stdout + done.stderr


def test_explain_says_what_was_kept_apart(project: Path) -> None:
    decisions = project / "catalogue" / "decisions.yml"
    decisions.write_text(decisions.read_text().replace("same:", "different:"))
    storms = run(project, "explain", "storms-gently-introduced").stdout
    assert "kept apart from a-gentle-introduction-to-storms: a person's decision" in storms
    assert "almost this paper, but kept apart: a person's decision" in storms


def test_explain_says_who_is_who(project: Path) -> None:
    papers = project / "catalogue" / "papers"
    for name, author in (("a-fold", "Oda Quillington"), ("b-fold", "O. Quillington")):
        (papers / f"{name}.yml").write_text(
            f"title: Folding {name}\nsummary: It folds.\nyear: 2020\n"
            f"authors: [{author}, Bo Samplington]\n"
        )
    (papers / "c-fold.yml").write_text(
        "title: Unfolding\nsummary: It unfolds.\nyear: 2020\nauthors: [O. Quillington]\n"
    )
    for named in ("oda quillington", "oda-quillington", "authors/oda-quillington/"):
        done = run(project, "explain", named)
        assert done.returncode == 0, done.stderr
        assert "also written: O. Quillington" in done.stdout
        assert "O. Quillington of b-fold: alike names, and co-authors in common" in done.stdout
        assert "O. Quillington, authors/o-quillington/: initials alone" in done.stdout
    both = run(project, "explain", "Quillington, O.").stdout
    assert "authors/oda-quillington/" in both
    assert "only initials are known: this may be several people" in both
    paper = run(project, "explain", "a-fold").stdout
    assert "Oda Quillington: authors/oda-quillington/, 2 papers, 1 others of this name" in paper


def test_people_yml_is_read_with_the_rest_and_its_mistakes_told_with_theirs(project: Path) -> None:
    (project / "catalogue" / "people.yml").write_text("same:\n  - people: [Nobody At All]\n")
    done = run(project, "check")
    assert done.returncode == 0
    assert 'catalogue/people.yml:2: no author is named "Nobody At All"' in done.stderr
    (project / "catalogue" / "people.yml").write_text("other: 1\n")
    (project / "catalogue" / "decisions.yml").write_text("more: 1\n")
    done = run(project, "check")
    assert done.returncode == 1
    assert "catalogue/people.yml:1: other: is not a known field" in done.stderr
    assert "catalogue/decisions.yml:1: more: is not a known field" in done.stderr


def test_topics_suggest_prints_a_vocabulary_also_where_there_is_none(project: Path) -> None:
    done = run(project, "topics", "suggest", "--count", "2")
    assert done.returncode == 0, done.stderr
    assert "# Suggested from the words of 6 papers." in done.stdout
    (project / "catalogue" / "topics.yml").unlink()
    before = snapshot(project)
    again = run(project, "topics", "suggest", "--count", "2")
    assert again.returncode == 0, again.stderr
    assert "areas:" in again.stdout
    assert snapshot(project) == before
    assert run(project, "build").returncode == 1


def test_schemas_in_the_repository_are_those_of_the_models(project: Path) -> None:
    assert run(project, "schema").returncode == 0
    for name in ("record", "topics", "people", "venues", "catalogue"):
        path = Path("catalogue") / "schemas" / f"{name}.schema.json"
        assert (project / path).read_text() == (ROOT / path).read_text(), "run `make schema`"


def test_a_folder_that_is_not_ours_is_never_overwritten(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.txt").write_text("years of work")
    done = run(project, "build")
    assert done.returncode == 2
    assert "holds files that are not from a build" in done.stderr
    assert (project / "site" / "thesis.txt").read_text() == "years of work"


def test_a_page_written_by_hand_in_the_way_is_an_error_that_names_both(project: Path) -> None:
    page = project / "docs" / "papers" / "grow-slowly.md"
    page.parent.mkdir()
    page.write_text("written by hand")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 1
    assert "docs/papers/grow-slowly.md" in done.stderr
    assert "catalogue/papers/grow-slowly.yml" in done.stderr
    assert page.read_text() == "written by hand"
    assert not (project / "docs" / "index.md").exists()
