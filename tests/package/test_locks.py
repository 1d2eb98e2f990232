"""The locks have all that pyproject.toml asks for, with hashes, from no place but the index."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.projects import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNS = SETTINGS["project"]["dependencies"]
BUILDS = SETTINGS["build-system"]["requires"]
#: What each lock is for.
LOCKS = {
    "constraints.txt": [*RUNS, *BUILDS],
    "constraints-dev.txt": [*RUNS, *BUILDS, *SETTINGS["project"]["optional-dependencies"]["dev"]],
    "constraints-release.txt": SETTINGS["dependency-groups"]["release"],
}


def locked(name: str) -> dict[str, Version]:
    """Return the version of each package in a lock."""
    text = (ROOT / name).read_text("utf-8")
    lines = re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE)
    assert len(lines) == len(dict(lines)), "a package has several versions"
    return {canonicalize_name(package): Version(version) for package, version in lines}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_version_of_everything_that_is_asked_for(name: str) -> None:
    versions = locked(name)
    for wanted in map(Requirement, LOCKS[name]):
        version = versions.get(canonicalize_name(wanted.name))
        assert version, f"{name} has no {wanted.name}: run `make lock`"
        assert version in wanted.specifier, f"{name} has {wanted.name} {version}: run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_everything_in_a_lock_has_a_hash_and_no_address(name: str) -> None:
    text = re.sub(r" *\\\n *", " ", (ROOT / name).read_text("utf-8"))
    for line in text.splitlines():
        assert line.startswith("#") or "--hash=sha256:" in line, line
    assert "://" not in text


def test_tests_run_with_the_versions_that_builds_have() -> None:
    tested = locked("constraints-dev.txt")
    runs = locked("constraints.txt")
    assert {name: tested.get(name) for name in runs} == runs


def test_what_builds_a_checkout_is_named_once_more_for_the_lock() -> None:
    assert SETTINGS["dependency-groups"]["build"] == BUILDS
