"""Workflows, the action, and those that the documentation shows: pinned and sparing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.package.workflow import ACTION, PAGES, PUBLISHING, WORKFLOWS, blocks, read, steps_of
from tests.projects import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
VERSION = PROJECT["version"]
#: The action of this version, as catalogues name it.
OURS = f"{PROJECT['urls']['Repository'].removeprefix('https://github.com/')}@v{VERSION}"
FILES = (ACTION, *WORKFLOWS)
SHOWN = [(page, text) for page in PAGES for text in blocks(page)]


@pytest.mark.parametrize("path", [*FILES, *PAGES], ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        if found := re.match(r"\s*(?:- )?uses: (\S+)(.*)", line):
            used, comment = found[1], found[2]
            ours = used in ("./", OURS)
            pinned = re.search(r"@[0-9a-f]{40}$", used) and re.fullmatch(
                r" # v\d+(\.\d+)*", comment
            )
            assert ours or pinned, line


def test_an_action_is_of_one_version_everywhere() -> None:
    versions: dict[str, set[str]] = {}
    for path in (*FILES, *PAGES):
        pin = r"uses: (?:https://[^/]+/)?([\w-]+/[\w-]+)(?:/\w+)?@([0-9a-f]{40})"
        for action, commit in re.findall(pin, path.read_text("utf-8")):
            versions.setdefault(action, set()).add(commit)
    assert {action: len(commits) for action, commits in versions.items() if len(commits) > 1} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_expression_becomes_part_of_a_command(path: Path) -> None:
    for step in steps_of(read(path)):
        assert "${{" not in step.get("run", ""), step


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_allowed_by_default_and_every_job_says_what_it_needs(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert "timeout-minutes" in job, name


def test_only_the_job_that_publishes_can_prove_who_it_is() -> None:
    (release,) = [read(path) for path in WORKFLOWS if path.name == "release.yml"]
    proving = [name for name, job in release["jobs"].items() if "id-token" in job["permissions"]]
    assert proving == ["publish"]
    assert release["jobs"]["publish"]["environment"]["name"] == "pypi"
    # Nothing of the repository, nor of what it is built of, runs in that job.
    assert not [step for step in steps_of(release) if "pypi-publish" in step.get("uses", "")][1:]
    for step in release["jobs"]["publish"]["steps"]:
        assert "checkout" not in step.get("uses", "")
        assert "python" not in step.get("run", "")


@pytest.mark.parametrize(
    ("page", "text"), SHOWN, ids=[f"{p.name}-{n}" for n, (p, _) in enumerate(SHOWN)]
)
def test_yaml_in_the_documentation_can_be_read_and_names_inputs_that_there_are(
    page: Path, text: str
) -> None:
    inputs = set(read(ACTION)["inputs"])
    named = list(used_with(yaml.safe_load(text)))
    assert all(set(given) <= inputs for given in named), named


def test_the_workflow_of_a_new_catalogue_is_shown_and_is_under_forty_lines() -> None:
    (whole,) = [text for _, text in SHOWN if "deploy-pages" in text]
    assert len(whole.splitlines()) < 40
    template = (ROOT / "generator" / "new" / "files" / "publish.yml").read_text("utf-8")
    assert whole == template.replace("<< action >>", OURS)


@pytest.mark.parametrize("name", ["intake.yml", "digest.yml"])
def test_a_workflow_that_is_shown_does_and_may_do_what_ours_does(name: str) -> None:
    (ours,) = [read(path) for path in WORKFLOWS if path.name == name]
    (shown,) = [yaml.safe_load(t) for _, t in SHOWN if t.startswith(f"name: {ours['name']}\n")]
    assert {**shown, "jobs": {}} == {**ours, "jobs": {}}
    assert shown["jobs"].keys() == ours["jobs"].keys()
    for job, its in shown["jobs"].items():
        for part in ("permissions", "concurrency", "needs"):
            assert its.get(part) == ours["jobs"][job].get(part), (job, part)
        checkout, ours_checkout = its["steps"][0], ours["jobs"][job]["steps"][0]
        assert checkout == ours_checkout
        given, more = its["steps"][1]["with"], ours["jobs"][job]["steps"][1]["with"]
        assert given.items() <= more.items()


def test_what_reads_issues_may_write_nothing_and_what_writes_runs_no_generator() -> None:
    (intake,) = [read(path) for path in WORKFLOWS if path.name == "intake.yml"]
    assert set(intake["jobs"]["read"]["permissions"].values()) == {"read"}
    assert "accepted" in intake["jobs"]["read"]["if"]
    assert intake["jobs"]["propose"]["steps"][1]["with"] == {"command": "propose"}
    (installs,) = [s for s in steps_of(read(ACTION)) if s.get("id") == "install"]
    (python,) = [s for s in steps_of(read(ACTION)) if s.get("id") == "python"]
    # Without a Python of the action nothing is installed.
    assert installs["if"] == "steps.python.outputs.python-version != ''"
    assert "inputs.command != 'propose'" in python["if"]
    for script in ("propose.sh", "addresses.sh"):
        assert "COMMAND" not in (ROOT / "action" / script).read_text("utf-8")


def test_the_documentation_names_the_version_that_this_is() -> None:
    text = PUBLISHING.read_text("utf-8")
    named = re.findall(r"paper-catalogue(?:@v|==|-)(\d+\.\d+\.\d+)", text)
    assert len(named) > 5
    assert set(named) == {VERSION}


def used_with(shown: Any) -> Iterator[dict[str, Any]]:
    """Give what the action of the generator is given, wherever it stands."""
    if isinstance(shown, dict):
        if str(shown.get("uses", "")).startswith(f"{OURS.partition('@')[0]}@"):
            yield shown.get("with", {})
        for value in shown.values():
            yield from used_with(value)
    elif isinstance(shown, list):
        for value in shown:
            yield from used_with(value)
