"""What a release says of itself, and which tags are refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

CHANGELOG = """# Changelog

## [Unreleased]

- Not yet.

## [0.2.0] - 2026-01-31

### Added

- Sheep are counted.

## [0.1.0] - 2025-12-01

- Sheep.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "release_notes.py", tmp_path / ".ci")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    return tmp_path


def notes(repository: Path, tag: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, repository / ".ci" / "release_notes.py", tag],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_release_says_what_the_changelog_says_of_its_version(repository: Path) -> None:
    done = notes(repository, "v0.2.0")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "### Added\n\n- Sheep are counted.\n"


def test_a_tag_of_another_version_and_a_missing_section_are_both_told(repository: Path) -> None:
    (repository / "CHANGELOG.md").write_text(CHANGELOG.replace("0.2.0", "0.1.9"))
    done = notes(repository, "v0.3.0")
    assert (done.returncode, done.stdout) == (1, "")
    assert 'the tag is "v0.3.0", and pyproject.toml says version 0.2.0' in done.stderr
    assert 'no section "## [0.2.0] - YYYY-MM-DD"' in done.stderr


def test_what_is_unreleased_is_no_release_yet(repository: Path) -> None:
    (repository / "pyproject.toml").write_text('[project]\nversion = "Unreleased"\n')
    assert notes(repository, "vUnreleased").returncode == 1


def test_a_section_without_a_word_is_refused(repository: Path) -> None:
    (repository / "CHANGELOG.md").write_text("## [0.2.0] - 2026-01-31\n\n## [0.1.0] - 2025-12-01\n")
    done = notes(repository, "v0.2.0")
    assert done.returncode == 1
    assert "says nothing under [0.2.0]" in done.stderr
