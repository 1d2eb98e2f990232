"""Issues are read from what GitHub, Forgejo and GitLab give, and what is none is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.intake import Issue, read_issues
from generator.problems import Problems
from tests.issues import github

GITLAB = {
    "iid": 7,
    "id": 1007,
    "title": "Correction: sheep",
    "description": "### Page\r\n\r\npapers/sheep/",
    "author": {"username": "ada"},
    "labels": ["accepted", "correction"],
}


def read(tmp_path: Path, *said: Any) -> tuple[list[Issue], list[str]]:
    files = []
    for number, item in enumerate(said):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(item if isinstance(item, str) else json.dumps(item), "utf-8")
    problems = Problems()
    found = read_issues(files, problems)
    return found, [str(problem) for problem in problems]


def test_an_issue_of_github_has_all_that_matters(tmp_path: Path) -> None:
    (found,), told = read(tmp_path, github(3, "### Page\r\n\r\nx\r\n", title="A"))
    assert not told
    assert found == Issue(3, "A", "### Page\n\nx\n", "reader", ("accepted",))


def test_an_issue_of_gitlab_is_read_by_its_own_names(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, GITLAB)
    assert (found.number, found.author, found.labels) == (7, "ada", ("accepted", "correction"))
    assert found.body == "### Page\n\npapers/sheep/"


def test_events_and_lists_are_read_and_sorted_by_number(tmp_path: Path) -> None:
    event = {"action": "labeled", "issue": github(9, "x")}
    found, told = read(tmp_path, [github(12, "y"), GITLAB], event)
    assert [issue.number for issue in found] == [7, 9, 12]
    assert not told


def test_an_issue_that_stands_there_twice_is_one_unless_they_differ(tmp_path: Path) -> None:
    found, told = read(tmp_path, github(1, "x"), [github(1, "x")])
    assert (len(found), told) == (1, [])
    found, told = read(tmp_path, github(1, "x"), [github(1, "y")])
    assert len(found) == 1
    assert told == ["issue 1: stands there twice, and not the same (keep one)"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("{", "0.json: is no JSON"),
        ("[" * 100_000, "0.json: is no JSON"),
        ([3], "0.json: holds something that is no issue"),
        ({"message": "Not Found"}, "0.json: holds an issue without a number"),
        (github(True, "x"), "0.json: holds an issue without a number"),
        (github(-1, "x"), "0.json: holds an issue without a number"),
        (github(4, "x", pull_request={"url": "y"}), "issue 4: is a pull request; passed over"),
        (github(4, "x" * 300_000), "issue 4: has more than 200,000 characters; not read"),
    ],
    ids=["cut", "deep", "number", "message", "true", "negative", "pull request", "long"],
)
def test_what_is_no_issue_is_told_and_others_are_read(tmp_path: Path, said: Any, what: str) -> None:
    found, told = read(tmp_path, said, github(1, "x"))
    assert [issue.number for issue in found] == [1]
    assert len(told) == 1
    assert told[0].startswith(what)


def test_any_value_may_be_of_any_kind(tmp_path: Path) -> None:
    odd = {"number": 5, "title": [], "body": {}, "user": "x", "labels": [3, {}]}
    (found,), told = read(tmp_path, odd)
    assert found == Issue(5)
    assert not told
    (found,), _ = read(tmp_path, '{"number": 5, "body": "a\\u0000b\\ud800c\\u2028d\\u001b[1m"}')
    assert found.body == "ab\ufffdc\nd[1m"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    problems = Problems()
    assert read_issues([tmp_path / "none.json"], problems) == []
    assert "none.json: cannot be read" in str(next(iter(problems)))
