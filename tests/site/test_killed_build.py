"""A build that is killed at any moment leaves the old pages and site whole, or the new ones."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_project
from tests.posix import POSIX

#: How often a build is killed; `make benchmark` asks for more.
KILLS = int(os.environ.get("KILLS", "2"))


def state(folder: Path) -> dict[str, bytes]:
    """Return every visible file of a tree; the generator's own marks are hidden ones."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def set_summary(project: Path, text: str) -> None:
    """Change what many pages say: the name of the catalogue and a paper's summary."""
    settings = project / "catalogue" / "catalogue.yml"
    lines = settings.read_text().splitlines()
    lines[0] = f"name: Papers {text}"
    settings.write_text("\n".join(lines) + "\n")
    record = project / "catalogue" / "papers" / "hostile.yml"
    first = record.read_text().splitlines()[0]
    record.write_text(f"{first}\nsummary: Now it says {text}.\n")


def start(project: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@POSIX
@pytest.mark.slow
def test_killed_builds_never_leave_a_mix(project: Path) -> None:
    states: dict[str, list[dict[str, bytes]]] = {"docs": [], "site": []}
    for text in ("one thing", "another"):
        set_summary(project, text)
        build_project(project, with_site=True)
        for part, found in states.items():
            found.append(state(project / part))
    began = time.monotonic()
    assert start(project).wait() == 0
    whole = time.monotonic() - began
    # The seed is fixed so that a failure can be looked into; the moments still differ by load.
    moments = random.Random(20).sample(range(1000), KILLS)
    for number, moment in enumerate(sorted(moments)):
        set_summary(project, ("one thing", "another")[number % 2])
        build = start(project)
        time.sleep(whole * moment / 1000)
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        for part, complete in states.items():
            assert state(project / part) in complete, f"{part} is a mix after kill {number}"
    set_summary(project, "another")
    assert start(project).wait() == 0
    for part, complete in states.items():
        assert state(project / part) == complete[1]
    left = {path.name for path in project.iterdir() if path.name.startswith(".")}
    assert left <= {".build"}
