"""The same input gives the same bytes, whatever the hash seed, the locale, the order of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, make_project


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build_apart(folder: Path, *sources: str, workers: int = 1, **environment: str) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "generator", "build", "--root", str(folder)),
            *(f"--workers={workers}", *sources),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


#: Named on the command line, so that their order can differ.
SOURCES = [f"sources/{name}" for name in ("spaced.txt", "compact.txt", "more.jsonl", "daily.json")]


def unbuilt(folder: Path) -> Path:
    make_project(folder)
    settings = folder / "catalogue" / "catalogue.yml"
    settings.write_text(settings.read_text().replace("sources: [sources/]", "sources: []"))
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built in a process of its own."""
    folder = unbuilt(tmp_path_factory.mktemp("first") / "project")
    build_apart(folder, *SOURCES, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("workers", [2, 3])
def test_other_processes_give_the_same_pages_downloads_and_site(
    first: Path, tmp_path: Path, workers: int
) -> None:
    second = unbuilt(tmp_path / "second")
    environment = {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"}
    build_apart(second, *reversed(SOURCES), workers=workers, **environment)
    for part in ("docs", "site"):
        one, other = tree(first / part), tree(second / part)
        assert one.keys() == other.keys()
        assert [name for name in one if one[name] != other[name]] == []
    compared = tree(first / "docs").keys() | tree(first / "site").keys()
    assert {
        "papers/grow-slowly.md",
        "papers/grow-slowly/index.html",
        "topics/gardening.md",
        "data/papers.json",
        "data/feed.xml",
        "data/topics/gardening/papers.csv",
        "papers/grow-slowly/index.md",
        "authors/index.md",
        "authors/ada-quill/index.html",
        "data/venues/conf/papers.bib",
        "venues/conf/index.html",
        "years/2029/index.html",
        "search/authors/start.json",
        "search/index/start.json",
        "sitemap.xml",
        "sitemap.xml.gz",
    } <= compared


@pytest.mark.slow
def test_a_site_built_again_keeps_its_bytes_and_time_stamps(first: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(first, tmp_path / "project"))
    stamps = {
        path: path.stat().st_mtime_ns
        for part in ("docs", "site")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }
    record = folder / "catalogue" / "papers" / "hostile.yml"
    record.write_text(record.read_text().replace("kind: position", "kind: analysis"))
    build_apart(folder, *SOURCES)
    touched = {
        path.relative_to(folder).as_posix()
        for path, stamp in stamps.items()
        # Files of the search index have other names when they change.
        if path.exists() and path.stat().st_mtime_ns != stamp
    }
    assert "docs/papers/hostile.md" in touched
    assert "site/papers/hostile/index.html" in touched
    same = ("papers/grow-slowly", "authors/ada-quill", "venues/conf", "years/2029")
    assert not {f"docs/{page}.md" for page in same} & touched
    assert not {f"site/{page}/index.html" for page in same} & touched
    assert not {name for name in touched if "/search/authors/" in name}
    shutil.rmtree(folder)
