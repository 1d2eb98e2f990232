"""A machine of GitHub for the steps of the action that read issues, push and send."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.package.workflow import ACTION, filled, read
from tests.projects import ROOT

_ACTION = read(ACTION)
_INPUTS = {name: one["default"] for name, one in _ACTION["inputs"].items()}
_STEPS = {step["id"]: step for step in _ACTION["runs"]["steps"] if "run" in step}
#: A token that must stand in no command.
TOKEN = "token-of-the-workflow"
TODAY = "2026-11-23"
WORKFLOW = "41898282+github-actions[bot]@users.noreply.github.com"

#: Answers as the test wishes, keeps a body that it is given, and notes what it is asked.
_GH = """#!/usr/bin/env bash
printf '%s\\0' gh "$@" $'\\n' >> "{folder}/calls"
for given in "$@"; do case "$given" in
  page=*) cat "{folder}/issues-${{given#page=}}.json" ;;
  */pulls) if [ -e "{folder}/number" ]; then cat "{folder}/number"; fi ;;
  body=@*) cp "${{given#body=@}}" "{folder}/body" ;;
esac; done
while [ $# -gt 0 ]; do if [ "$1" = --body-file ]; then cp "$2" "{folder}/body"; fi; shift; done
"""
#: The generator: does what a script of the test says in the catalogue, and ends as it says.
_GENERATOR = """#!/usr/bin/env bash
printf '%s\\0' generator "$@" $'\\n' >> "{folder}/calls"
. "{folder}/does"
"""
_GIT = """#!/usr/bin/env bash
printf '%s\\0' git "$@" $'\\n' >> "{folder}/calls"
exec "{git}" "$@"
"""
#: A fixed day; where the days before one are asked for, something may happen first.
_DATE = """#!/usr/bin/env bash
case " $* " in
  *" --date "*) . "{folder}/meanwhile"; exec "{date}" "$@" ;;
  *) echo {today} ;;
esac
"""


@dataclass(frozen=True)
class Ran:
    """A step that has ended."""

    code: int
    said: str
    outputs: dict[str, str]
    summary: str


class Desk:
    """A repository at its host, a checkout of it, and programs that note how they are called."""

    def __init__(self, folder: Path) -> None:
        self.origin = folder / "origin.git"
        self.checkout = folder / "checkout"
        self.temp = folder / "temp"
        self.programs = folder / "programs"
        for made in (self.temp, self.programs):
            made.mkdir(parents=True)
        found = {name: shutil.which(name) for name in ("git", "date")}
        programs = {
            "gh": _GH,
            "generator": _GENERATOR,
            "git": _GIT,
            "date": _DATE,
            "sleep": "#!/bin/sh",
        }
        for name, text in programs.items():
            path = self.programs / name
            path.write_text(text.format(folder=self.programs, today=TODAY, **found))
            path.chmod(0o755)
        for name in ("issues-1.json", "issues-2.json"):
            (self.programs / name).write_text("[]")
        self.does("")
        self.meanwhile("")
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.origin), at=folder)
        first = folder / "first"
        self.git("clone", "--quiet", str(self.origin), str(first), at=folder)
        (first / "catalogue" / "papers").mkdir(parents=True)
        (first / "catalogue" / "papers" / "sheep.yml").write_text("title: Sheep\n")
        (first / "catalogue" / "addresses.yml").write_text("papers: {}\n")
        self.commit(first, "Begin")
        self.check_out()

    def check_out(self) -> None:
        """Check out what the host has, as shallow as GitHub's own action does."""
        shutil.rmtree(self.checkout, ignore_errors=True)
        address = self.origin.as_uri()
        self.git("clone", "--quiet", "--depth=1", address, str(self.checkout), at=self.temp)

    def git(self, *arguments: str, at: Path | None = None) -> str:
        """Run git, as somebody with a name, in the repository of the host or elsewhere."""
        who = ("-c", "user.name=Ada Quill", "-c", "user.email=ada@example.org")
        run = ["git", *who, *arguments]
        return subprocess.check_output(run, cwd=at or self.origin, text=True).strip()

    def commit(self, folder: Path, message: str, branch: str = "main") -> None:
        """Commit all that a checkout has, and push it."""
        self.git("add", "--all", at=folder)
        self.git("commit", "--quiet", "--message", message, at=folder)
        self.git("push", "--quiet", "origin", f"HEAD:refs/heads/{branch}", at=folder)

    def elsewhere(self, path: str, text: str) -> None:
        """Have somebody push a change of a file to main."""
        other = self.temp.parent / "other"
        shutil.rmtree(other, ignore_errors=True)
        self.git("clone", "--quiet", str(self.origin), str(other), at=self.temp)
        (other / path).write_text(text)
        self.commit(other, "Change it meanwhile")

    def refs(self, kind: str) -> list[str]:
        """Return the branches or tags of the host."""
        return self.git("for-each-ref", "--format=%(refname:short)", f"refs/{kind}").splitlines()

    def does(self, script: str) -> None:
        """Say in bash what the generator does."""
        (self.programs / "does").write_text(script)

    def meanwhile(self, script: str) -> None:
        """Say in bash what others do after the tags were asked for."""
        (self.programs / "meanwhile").write_text(script)

    def hand_over(self, *names: str, report: str = "Taken.\n") -> Path:
        """Lay down what the job that read issues hands to the one that proposes."""
        handed = self.temp / "intake"
        shutil.rmtree(handed, ignore_errors=True)
        (handed / "papers").mkdir(parents=True)
        (handed / "report.md").write_text(report, "utf-8")
        for name in names:
            (handed / "papers" / name).write_text(f"title: {name} as corrected\n")
        return handed / "papers"

    def run(self, step: str, **inputs: str) -> Ran:
        """Run a step of the action with these inputs."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(_INPUTS)
        given = {**_INPUTS, "token": TOKEN, **given}
        values = {f"inputs.{name}": value for name, value in given.items()}
        values["steps.install.outputs.command"] = str(self.programs / "generator")
        told, summary = self.temp / "output", self.temp / "summary"
        for path in (told, summary, self.programs / "calls"):
            path.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", _STEPS[step]["run"]],
            cwd=self.checkout,
            env={
                "PATH": f"{self.programs}:{os.environ['PATH']}",
                "HOME": str(self.temp),
                "LANG": "C.UTF-8",
                "GITHUB_ACTION_PATH": str(ROOT),
                "GITHUB_OUTPUT": str(told),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_REPOSITORY": "flock/sheep",
                "GITHUB_REF_NAME": "main",
                "GITHUB_RUN_ID": "1",
                "RUNNER_TEMP": str(self.temp),
                **{n: filled(text, values) for n, text in _STEPS[step].get("env", {}).items()},
            },
            capture_output=True,
            check=False,
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        outputs = dict(line.split("=", 1) for line in told.read_text("utf-8").splitlines())
        return Ran(done.returncode, said, outputs, summary.read_text("utf-8"))

    def calls(self, program: str) -> list[list[str]]:
        """Return with what a program was called by the last step."""
        told = (self.programs / "calls").read_text("utf-8").split("\0\n\0")
        return [call.split("\0")[1:] for call in told if call.split("\0")[0] == program]

    def secrets_in_commands(self) -> list[str]:
        """Return the calls of the last step that name the token, as it is or as it is sent."""
        sent = base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
        told = (self.programs / "calls").read_text("utf-8").split("\0\n\0")
        return [call for call in told if TOKEN in call or sent in call]
