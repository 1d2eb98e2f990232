"""Other desks make the same bytes: those of Windows and macOS, and people's line ends on them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.output import long_paths
from generator.pipeline import Pipeline
from generator.problems import BuildFailed, Problems
from generator.workers import HERE, Started, Workers
from tests.other_desks import as_windows
from tests.projects import build_project, make_project

pytestmark = pytest.mark.slow


def made(folder: Path) -> dict[str, bytes]:
    """Return all files that a build made; the hand-written pages are inputs."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for tree in ("docs", "site")
        for path in sorted((folder / tree).rglob("*"))
        if path.is_file()
    }


def built(folder: Path, workers: Workers = HERE) -> dict[str, bytes]:
    problems = Problems()
    settings = settings_module.load(folder, problems)
    assert settings is not None
    Pipeline(settings, problems, workers=workers).build([], folder)
    return made(folder)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build of the sample makes here."""
    return built(make_project(tmp_path_factory.mktemp("here") / "project"))


def same(one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    assert one.keys() == other.keys()
    return [name for name in one if one[name] != other[name]] == []


def test_processes_that_are_started_make_the_same_bytes(
    project: Path, here: dict[str, bytes]
) -> None:
    assert same(here, built(project, Started(2, alone=0)))


@pytest.mark.parametrize("links", [True, False])
def test_without_the_calls_that_windows_has_not_the_same_bytes_are_made(
    project: Path, here: dict[str, bytes], links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_windows(monkeypatch, links=links)
    assert same(here, built(project))
    record = project / "catalogue" / "papers" / "grow-slowly.yml"
    before = record.read_bytes()
    record.write_bytes(before + b"year: 1999\n" if b"year:" not in before else before + b"\n")
    built(project)
    record.write_bytes(before)
    assert same(here, built(project))
    assert not list(project.glob(".*.next"))


def test_people_s_line_ends_change_no_byte(project: Path, here: dict[str, bytes]) -> None:
    by_hand = made(project).keys()
    for path in sorted(project.rglob("*")):
        if path.suffix in {".yml", ".md", ".txt", ".jsonl"}:
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    found = built(project)
    assert same(
        {name: data for name, data in here.items() if name not in by_hand},
        {name: data for name, data in found.items() if name not in by_hand},
    )
    assert "site/papers/grow-slowly/index.html" in found.keys() - by_hand


def test_a_root_with_a_long_path_is_built(tmp_path: Path, here: dict[str, bytes]) -> None:
    root = tmp_path.joinpath(*["a folder with a long name, as some people like them"] * 12)
    assert same(here, built(make_project(root)))


def test_where_paths_are_limited_nothing_is_written_that_has_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path / "project", documentation=True)
    monkeypatch.setattr(long_paths, "longest_path", lambda: len(str(project)) + 100)
    before = sorted(path.name for path in (project / "docs").iterdir())
    with pytest.raises(BuildFailed) as failed:
        build_project(project, with_site=True)
    said = [str(problem) for problem in failed.value.problems if "have paths of" in problem.what]
    assert [line.partition(":")[0] for line in said] == ["docs", "site"]
    assert sorted(path.name for path in (project / "docs").iterdir()) == before
    assert not (project / "site").exists()


def test_no_path_is_longer_than_is_reckoned_with(here: dict[str, bytes]) -> None:
    around = long_paths.longest_of([], [])
    slugs = {name.split("/")[2] for name in here if name.count("/") > 2}
    for name in here:
        path = name.partition("/")[2]
        own = [part for part in path.split("/") if part.removesuffix(".md") in slugs]
        hand_written = path.startswith(("decisions/", "maintainers/", "assets/"))
        assert hand_written or len(path) - max(map(len, own), default=0) <= around, path


def is_case_insensitive(folder: Path) -> bool:
    probe = folder / "a"
    probe.touch()
    found = probe.with_name("A").exists()
    probe.unlink()
    return found


@pytest.fixture
def one_case(tmp_path: Path) -> Path:
    """A folder where capitals make no difference: macOS and Windows have no other."""
    if is_case_insensitive(tmp_path):
        return tmp_path
    folder = tmp_path / "mounted"
    folder.mkdir()
    mount = shutil.which("mount")
    means = [mount or "mount", "-t", "tmpfs", "-o", "casefold", "tmpfs", str(folder)]
    done = subprocess.run(means, capture_output=True, text=True, check=False) if mount else None
    if done is None or done.returncode:
        why = done.stderr.strip().split("\n")[0] if done else "there is no mount"
        pytest.skip(f"NOT TESTED: no folder here takes capitals for small letters ({why})")
    (folder / "in").mkdir()
    subprocess.run(["chattr", "+F", str(folder / "in")], check=True)
    return folder / "in"


def test_where_capitals_make_no_difference_the_same_bytes_are_made(
    one_case: Path, here: dict[str, bytes]
) -> None:
    root = make_project(one_case / "Project")
    assert same(here, built(root))
    assert same(here, built(one_case / "project"))
    assert [path.name.lower() for path in one_case.iterdir()] == ["project"]
