"""`intake` takes issues into records, writes a report, and its exit code says if any is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.issues import body, github, paper_body, prefilled
from tests.unit.commands.test_app import run

GROW = "catalogue/papers/grow-slowly.yml"


def issues(project: Path) -> list[object]:
    changed = prefilled(project, "grow-slowly") | {"year": "2030", "comment": "See @you, fixes #1"}
    new = paper_body({"title": "Counting sheep", "summary": "Counts sheep."})
    return [github(4, new), github(3, body(changed).replace("\n", "\r\n"))]


def test_issues_become_records_and_a_report(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935792000")  # 6 May 2031
    (project / "issues.json").write_text(json.dumps(issues(project)), "utf-8")
    done = run(project, "intake", "issues.json", "--report", "report.md")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "issue 3: papers/grow-slowly/: year",
        "issue 4: papers/counting-sheep/: title, summary",
        "2 of 2 issues taken; 2 records changed or new",
    ]
    assert "year: 2030\n" in (project / GROW).read_text("utf-8")
    assert "added: 2031-05-06" in (project / "catalogue/papers/counting-sheep.yml").read_text()
    report = (project / "report.md").read_text("utf-8")
    assert report.startswith("- Closes #3\n- Closes #4\n")
    assert "```text\nSee @you, fixes #1\n```" in report


def test_a_dry_run_writes_the_report_alone(project: Path) -> None:
    (project / "issues.json").write_text(json.dumps(issues(project)), "utf-8")
    before = (project / GROW).read_bytes()
    done = run(project, "intake", "issues.json", "--report", "report.md", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "2 records would be changed or new" in done.stdout
    assert (project / GROW).read_bytes() == before
    assert not (project / "catalogue/papers/counting-sheep.yml").exists()
    assert "Closes #3" in (project / "report.md").read_text("utf-8")


def test_an_issue_that_is_not_taken_is_told_and_the_others_are_taken(project: Path) -> None:
    wrong = [github(5, "Please fix\x1b[2J"), {"message": "Not Found"}]
    (project / "issues.json").write_text(json.dumps([*issues(project), *wrong]), "utf-8")
    done = run(project, "intake", "issues.json")
    assert done.returncode == 1
    assert "issue 5: not taken: it is none of the forms" in done.stderr
    assert "issues.json: holds an issue without a number" in done.stderr
    assert "2 of 3 issues taken" in done.stdout
    assert "year: 2030\n" in (project / GROW).read_text("utf-8")


def test_a_catalogue_with_errors_takes_nothing_and_says_what_to_mend(project: Path) -> None:
    (project / "issues.json").write_text(json.dumps(issues(project)), "utf-8")
    (project / "catalogue/papers/odd.yml").write_text("title: x\n", "utf-8")
    done = run(project, "intake", "issues.json")
    assert done.returncode == 1
    assert "catalogue/papers/odd.yml:1: summary: is missing (add it)" in done.stderr
    assert "no issue was taken" in done.stderr
    assert "year: 2031\n" in (project / GROW).read_text("utf-8")
