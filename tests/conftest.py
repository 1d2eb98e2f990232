"""What several tests share: a small invented catalogue, and building it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.pipeline import BuildReport
from generator.problems import Problems
from tests.first_catalogue import first_site
from tests.packaged import installed, package, wheel
from tests.posix import skip_what_is_missing
from tests.projects import ROOT, SAMPLE, build_project, make_project
from tests.served_site import site

__all__ = [
    "ROOT",
    "SAMPLE",
    "build_project",
    "first_site",
    "installed",
    "make_project",
    "package",
    "site",
    "wheel",
]

skip_what_is_missing()

# On a desk, hypothesis looks for new counterexamples in every run. CI tries the same examples each
# time, so that a change is never refused for what another one did: fewer, as more tell no more. No
# test fails for being slow.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", derandomize=True, max_examples=60, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_configure(config: pytest.Config) -> None:
    """Let Ctrl-C be heard by the programs that tests start: what runs behind a shell ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with the sample catalogue, not yet built."""
    return make_project(tmp_path / "project")


@pytest.fixture
def build() -> Callable[..., tuple[BuildReport, Problems]]:
    """Build a project: see `build_project`."""
    return build_project


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every worker begin with its share of the slow tests, and end with quick ones.

    Each gets a run of as many tests of this list, and takes from others when it is done: what is
    left at the end should be short.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    slow = [item for item in items if any(map(item.get_closest_marker, ("slow", "browser")))]
    there = set(slow)
    quick = [item for item in items if item not in there]
    parts = (
        part[len(part) * number // workers : len(part) * (number + 1) // workers]
        for number in range(workers)
        for part in (slow, quick)
    )
    items[:] = [item for part in parts for item in part]
