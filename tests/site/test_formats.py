"""A catalogue of each released version is read as it is, or mended by the doctor and then read."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.doctor import OF_EARLIER_VERSIONS, Desk, Mended, mend
from generator.problems import BuildFailed, Problems
from generator.settings import Settings
from generator.version import version
from tests.projects import build_project

pytestmark = pytest.mark.slow

FORMATS = Path(__file__).parents[1] / "formats"
#: Addresses that each version published.
PUBLISHED = {
    "0.1.0": (
        "papers/grow-slowly",
        "papers/on-silence",
        "papers/schrodinger-s-network-dead-or-alive",
        "topics/gardening",
        "topics/weather",
        "guide",
        "map",
        "stats",
        "search",
        "reading-list",
        "data",
    ),
    "0.2.0": (
        "papers/counting-sheep",
        "papers/grow2-slowly-grafting-without-a-plan",
        "papers/on-silence",
        "topics/gardening",
        "authors/ada-quill",
        "venues/quiet",
        "years/2024",
        "about",
        "guide",
    ),
}


def copy(name: str, folder: Path) -> Path:
    return shutil.copytree(FORMATS / name, folder / "project")


def loaded(project: Path) -> Settings:
    found = settings_module.load(project, Problems())
    assert found is not None
    return found


def told(project: Path) -> list[str]:
    return [f"{ailment.where}: {ailment.what}" for _, ailment in desk(project).examine()]


def desk(project: Path) -> Desk:
    return Desk(loaded(project), dt.date(2026, 11, 28), OF_EARLIER_VERSIONS)


def mended(project: Path) -> Mended:
    return mend(desk(project))


def test_there_is_a_catalogue_of_this_version() -> None:
    released = ".".join(version().split(".")[:2])
    assert any(name.startswith(f"{released}.") for name in PUBLISHED)
    assert set(PUBLISHED) == {path.name for path in FORMATS.iterdir()}


@pytest.mark.parametrize("name", PUBLISHED)
def test_once_the_doctor_was_there_it_is_built_and_every_address_is_there(
    name: str, tmp_path: Path
) -> None:
    project = copy(name, tmp_path)
    mended(project)
    _, problems = build_project(project, with_site=True)
    assert not [str(problem) for problem in problems if "javascript:" not in str(problem)]
    for address in PUBLISHED[name]:
        page = (project / "site" / address / "index.html").read_text("utf-8")
        assert "assets/stylesheets/base.css" in page
        assert 'class="cat-header"' in page or "class=cat-header" in page


def test_that_of_this_version_needs_no_doctor(tmp_path: Path) -> None:
    assert told(copy("0.2.0", tmp_path)) == []


def test_that_of_0_1_is_not_built_before_and_says_what_to_do(tmp_path: Path) -> None:
    project = copy("0.1.0", tmp_path)
    with pytest.raises(BuildFailed) as failed:
        build_project(project, with_site=True)
    errors = [str(p) for p in failed.value.problems if p.severity.name == "ERROR"]
    assert errors == [
        "mkdocs.yml: the theme is material, for which pages are not made"
        " (write `theme: {name: paper-catalogue}`; `paper-catalogue doctor --fix` does it)"
    ]
    assert not (project / "docs" / "papers").exists()


def test_the_doctor_mends_all_of_0_1_but_what_a_person_must_decide(tmp_path: Path) -> None:
    project = copy("0.1.0", tmp_path)
    assert told(project) == [
        "mkdocs.yml:8: the theme is material, for which pages are not made",
        "theme: holds the theme of version 0.1, which is a part of the package now",
        "mkdocs.yml:47: nav does not lead to authors/index.md, venues/index.md, years/index.md",
        "docs/guide.md: is that of an earlier version, unchanged",
    ]
    before = (project / "mkdocs.yml").read_text("utf-8")
    assert len(mended(project).found) == 3
    after = (project / "mkdocs.yml").read_text("utf-8")
    gone = set(before.splitlines()) - set(after.splitlines())
    assert set(after.splitlines()) - set(before.splitlines()) == {"  name: paper-catalogue"}
    assert "  name: material" in gone
    assert "  footer:" in after
    assert told(project) == [
        "theme: holds the theme of version 0.1, which is a part of the package now"
    ]
    assert mended(project).changes == ()
