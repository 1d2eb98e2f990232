"""The guide comes with the package, until somebody has one of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.default_pages import default_pages
from generator.output import manifest
from tests.projects import build_project, make_project

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def guide(project: Path) -> str:
    return (project / "site" / "guide" / "index.html").read_text("utf-8")


def test_a_catalogue_without_a_guide_gets_one_that_git_passes_over(project: Path) -> None:
    build_project(project, with_site=True)
    assert "How to use this catalogue" in guide(project)
    shipped = default_pages("en")["guide.md"].read_bytes()
    assert (project / "docs" / "guide.md").read_bytes() == shipped
    assert "/guide.md" in (project / "docs" / ".gitignore").read_text("utf-8").splitlines()
    assert not (project / "site" / "guide.md").exists()


def test_a_guide_that_somebody_edits_is_theirs(project: Path) -> None:
    build_project(project, with_site=True)
    (project / "docs" / "guide.md").write_text("# Our guide\n\nAsk Quill.\n", "utf-8")
    _, problems = build_project(project, with_site=True)
    told = [str(problem) for problem in problems if "guide" in str(problem)]
    assert told == [
        "docs/guide.md: was edited, and is yours from now on"
        " (remove it to have the generator's again)"
    ]
    assert "Ask Quill." in guide(project)
    assert "/guide.md" not in (project / "docs" / ".gitignore").read_text("utf-8").splitlines()
    assert "guide.md" not in manifest.read(project / "docs")
    assert not (project / ".build" / "edited").exists()

    _, problems = build_project(project, with_site=True)
    assert not [problem for problem in problems if "guide" in str(problem)]
    assert "Ask Quill." in guide(project)

    (project / "docs" / "guide.md").unlink()
    build_project(project, with_site=True)
    assert "How to use this catalogue" in guide(project)


@pytest.mark.parametrize("path", ["guide.md", "guide/index.md"])
def test_a_guide_that_was_there_before_stays(project: Path, path: str) -> None:
    own = project / "docs" / path
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("# Our guide\n", "utf-8")
    build_project(project, with_site=True)
    assert own.read_text("utf-8") == "# Our guide\n"
    assert "Our guide" in guide(project)
    assert [p.name for p in (project / "docs").glob("guide*")] == [path.partition("/")[0]]


def test_a_gitignore_of_peoples_own_stays(project: Path) -> None:
    own = project / "docs" / ".gitignore"
    own.parent.mkdir(exist_ok=True)
    own.write_text("*.tmp\n", "utf-8")
    build_project(project)
    assert own.read_text("utf-8") == "*.tmp\n"


def test_a_language_without_a_guide_has_the_english_one() -> None:
    assert default_pages("xx-Yy") == default_pages("en")
    assert default_pages("en", {"guide.md"}) == {}
