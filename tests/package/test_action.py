"""The steps of the action, run by bash on this machine as GitHub would run them.

What other actions do (Python, the caches, Pages) is not done here; what they would say is given.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.built_once import built_once
from tests.package.workflow import ACTION, filled, read
from tests.packaged import copy_checkout
from tests.projects import ROOT, SAMPLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the steps are for bash"),
]

STEPS = {step["id"]: step for step in read(ACTION)["runs"]["steps"] if "run" in step}
INPUTS = {name: one["default"] for name, one in read(ACTION)["inputs"].items()}
#: Python, but environments that it makes have the libraries of the tests: nothing is fetched.
PYTHON = """#!/usr/bin/env bash
if [ "$1 $2" = "-m venv" ]; then
  PYTHONPATH="{root}" exec "{python}" -c "
import pathlib, sys; from tests.packaged import make_environment
make_environment(pathlib.Path(sys.argv[1]))" "${{@: -1}}"
fi
exec "{python}" "$@"
"""
#: Stands for the generator: writes what it is called with and where, and does as the test wishes.
RECORDER = """#!/usr/bin/env bash
{{ printf '%s\\0' "$PWD" "${{SITE_URL-}}" "${{REPOSITORY_URL-}}" "$@"; printf '\\n'; }} >> "{calls}"
[ "$1" != "{failing}" ]
"""


@dataclass(frozen=True)
class Call:
    """How the generator was called by a step."""

    where: str
    site_url: str
    repository_url: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Ran:
    """A step that has ended, and what it gives to later ones."""

    code: int
    said: str
    outputs: dict[str, str]


@dataclass(frozen=True)
class Machine:
    """A machine of GitHub: the action, a repository, and a folder for what is in between."""

    action: Path
    repository: Path
    between: Path

    def run(self, step: str, values: dict[str, str]) -> Ran:
        """Run a step, its expressions filled from `values`."""
        told = self.between / f"{step}.output"
        told.write_text("")
        wanted = STEPS[step].get("env", {}).items()
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]],
            cwd=self.repository,
            env={
                "PATH": f"{self.between}:{os.environ['PATH']}",
                "HOME": str(self.between),
                "LANG": "C.UTF-8",
                "PIP_NO_INDEX": "1",
                "GITHUB_OUTPUT": str(told),
                "GITHUB_SHA": "f" * 40,
                "GITHUB_WORKSPACE": str(self.repository),
                "GITHUB_ACTION_PATH": str(self.action),
                "RUNNER_TEMP": str(self.between),
                **{name: filled(text, values) for name, text in wanted},
            },
            capture_output=True,
            text=True,
            check=False,
        )
        outputs = dict(line.split("=", 1) for line in told.read_text().splitlines())
        return Ran(done.returncode, done.stdout + done.stderr, outputs)

    def build(self, command: Path, **inputs: str) -> Ran:
        """Run the step that builds, with these inputs and this command for the generator."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(INPUTS)
        values = {f"inputs.{name}": given.get(name, default) for name, default in INPUTS.items()}
        values["steps.pages.outputs.base_url"] = "https://pages.example.org/sheep"
        values["github.server_url"] = "https://forge.example.org"
        values["github.repository"] = "flock/sheep"
        values["steps.install.outputs.command"] = str(command)
        return self.run("build", values)

    def calls(self, failing: str = "", **inputs: str) -> tuple[Ran, list[Call]]:
        """Run the step that builds; return how it called the generator, whose `failing` fails."""
        calls = self.between / "calls"
        calls.write_bytes(b"")
        recorder = self.between / "recorder"
        recorder.write_text(RECORDER.format(calls=calls, failing=failing))
        recorder.chmod(0o755)
        ran = self.build(recorder, **inputs)
        told = [line.split("\0")[:-1] for line in calls.read_text().splitlines()]
        return ran, [Call(where, site, forge, tuple(rest)) for where, site, forge, *rest in told]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the action, and the generator as its steps installed it."""

    def prepare(folder: Path) -> None:
        action = copy_checkout(folder / "action")
        shutil.copy(ROOT / "constraints.txt", action)
        write_python(folder)
        ran = Machine(action, folder, folder).run("install", {})
        assert ran.code == 0, ran.said
        (folder / "install.said").write_text("\n".join(map("=".join, ran.outputs.items())))

    return built_once(tmp_path_factory, "action", prepare)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with a catalogue in a folder of its repository."""
    root = tmp_path / "repository" / "my papers"
    (root / "catalogue").mkdir(parents=True)
    (root / "catalogue" / "catalogue.yml").write_text("name: Sheep\n")
    shutil.copy(SAMPLE / "catalogue" / "topics.yml", root / "catalogue")
    (root / "mkdocs.yml").write_text(
        "site_name: Sheep\ntheme: {name: paper-catalogue}\nplugins: []\n"
    )
    (root / "more refs.bib").write_text("@article{heard, title={Herding by ear}, year={2024}}\n")
    between = tmp_path / "between"
    between.mkdir()
    write_python(between)
    return Machine(ROOT, tmp_path / "repository", between)


def write_python(folder: Path) -> None:
    (folder / "python").write_text(PYTHON.format(root=ROOT, python=sys.executable))
    (folder / "python").chmod(0o755)


def test_every_input_is_used_and_every_one_that_is_used_is_declared() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", ACTION.read_text("utf-8")))
    assert used == set(INPUTS)


def test_every_input_and_output_says_what_it_is() -> None:
    action = read(ACTION)
    for name, one in [*action["inputs"].items(), *action["outputs"].items()]:
        assert one["description"].endswith("."), name


def test_what_a_step_reads_of_another_is_what_that_one_gives() -> None:
    text = ACTION.read_text("utf-8")
    for step, ran in STEPS.items():
        scripts = re.findall(r"action/\w+\.sh", ran["run"])
        whole = ran["run"] + "".join((ROOT / script).read_text("utf-8") for script in scripts)
        given = set(re.findall(r'echo "([a-z-]+)=', whole))
        assert set(re.findall(rf"steps\.{step}\.outputs\.([a-z-]+)", text)) == given, step


def test_the_generator_is_that_of_the_action_itself(prepared: Path) -> None:
    outputs = dict(
        line.split("=", 1) for line in (prepared / "install.said").read_text().splitlines()
    )
    assert outputs["command"] == str(prepared / "paper-catalogue" / "bin" / "paper-catalogue")
    assert f'version = "{outputs["version"]}"' in (ROOT / "pyproject.toml").read_text()
    asked = "import generator; print(generator.__file__)"
    python = Path(outputs["command"]).with_name("python")
    where = subprocess.check_output([python, "-c", asked], text=True, cwd=prepared, env={})
    assert Path(where.strip()).is_relative_to(prepared / "paper-catalogue")


def test_a_catalogue_in_a_folder_is_built(machine: Machine, prepared: Path) -> None:
    command = prepared / "paper-catalogue" / "bin" / "paper-catalogue"
    ran = machine.build(command, root="my papers", sources="more refs.bib")
    assert ran.code == 0, ran.said
    site = machine.repository / "my papers" / "site"
    assert ran.outputs == {"site": str(site)}
    page = (site / "papers" / "herding-by-ear" / "index.html").read_text("utf-8")
    assert "https://pages.example.org/sheep/papers/herding-by-ear/" in page
    assert "https://forge.example.org/flock/sheep/issues/new" in page


def test_sources_are_one_a_line_and_may_have_spaces(machine: Machine) -> None:
    ran, calls = machine.calls(
        root="my papers", sources="refs.bib\n\n  more refs.bib  \nsaved/*.txt\n"
    )
    assert ran.code == 0, ran.said
    (call,) = calls
    assert call.arguments == ("build", "--", "refs.bib", "more refs.bib", "saved/*.txt")
    assert call.where == str(machine.repository / "my papers")


def test_without_inputs_the_catalogue_at_the_top_is_built(machine: Machine) -> None:
    ran, calls = machine.calls()
    assert ran.outputs == {"site": str(machine.repository / "site")}
    assert [call.arguments for call in calls] == [("build", "--")]


def test_addresses_that_are_given_come_before_those_that_github_tells(machine: Machine) -> None:
    _, (told,) = machine.calls()
    assert told.site_url == "https://pages.example.org/sheep"
    assert told.repository_url == "https://forge.example.org/flock/sheep"
    site, forge = "https://sheep.example.org/", "https://elsewhere.example.org/sheep"
    _, (given,) = machine.calls(site_url=site, repository_url=forge)
    assert (given.site_url, given.repository_url) == (site, forge)


def test_a_warning_fails_only_where_that_is_wished(machine: Machine) -> None:
    ran, calls = machine.calls(failing="check", sources="refs.bib")
    assert (ran.code, len(calls)) == (0, 1)
    ran, calls = machine.calls(failing="check", sources="refs.bib", strict="true")
    assert ran.code == 1
    assert ran.outputs == {}
    assert calls[-1].arguments == ("check", "--strict", "--", "refs.bib")


def test_a_build_that_fails_hands_nothing_over(machine: Machine) -> None:
    ran, calls = machine.calls(failing="build", strict="true")
    assert (ran.code, ran.outputs, len(calls)) == (1, {}, 1)


@pytest.mark.parametrize("hostile", ["$(touch mark)", "`touch mark`", '"; touch mark; "', "*"])
def test_nothing_that_an_input_says_is_run(machine: Machine, hostile: str) -> None:
    ran, (call,) = machine.calls(
        root="my papers", sources=hostile, site_url=hostile, repository_url=hostile, strict=hostile
    )
    assert ran.code == 0, ran.said
    assert call.arguments == ("build", "--", hostile)
    assert (call.site_url, call.repository_url) == (hostile, hostile)
    assert machine.calls(root=f"my papers/{hostile}")[0].code != 0
    assert not list(machine.repository.rglob("mark"))


def test_what_is_kept_is_named_by_the_catalogue_and_by_the_lock(machine: Machine) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Sheep", "-c", "user.email=sheep@example.org")
        subprocess.run(["git", *who, *arguments], cwd=machine.repository, check=True)

    values = {"inputs.root": "my papers"}
    without = machine.run("keys", values).outputs
    assert without["catalogue"] == "f" * 40, "no repository: the commit that GitHub names"
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Count sheep")
    first = machine.run("keys", values).outputs
    (machine.repository / "README.md").write_text("Beside the catalogue\n")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Say what this is")
    assert machine.run("keys", values).outputs == first
    (machine.repository / "my papers" / "mkdocs.yml").write_text("site_name: Other sheep\n")
    git("commit", "--quiet", "--all", "--message", "Count other sheep")
    second = machine.run("keys", values).outputs
    assert second["catalogue"] != first["catalogue"]
    assert {**second, "catalogue": ""} == {**first, "catalogue": ""}
    assert first["kept"] == str(machine.repository / "my papers" / ".build" / "cache")
    assert Path(first["pip"]).is_absolute()
    assert len(first["lock"]) == 40
