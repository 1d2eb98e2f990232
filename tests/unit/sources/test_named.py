"""Where the sources lie that catalogue.yml names: here, at home, elsewhere, or fetched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.problems import Problems, WrongUse
from generator.settings import Settings
from generator.sources.files import source_files
from generator.sources.named import paths_named, paths_to_read
from tests.projects import SAMPLE, build_project

BIB = "@article{sheep, title = {Counting Sheep}, author = {Example, Ada}, year = 2020}\n"


def catalogue(root: Path, *sources: object) -> Settings:
    (root / "catalogue/papers").mkdir(parents=True, exist_ok=True)
    shutil.copy(SAMPLE / "catalogue/topics.yml", root / "catalogue")
    lines = ["name: Sheep", "sources:", *(f'  - "{source}"' for source in sources), ""]
    (root / "catalogue/catalogue.yml").write_text("\n".join(lines))
    problems = Problems()
    found = settings_module.load(root, problems)
    assert found is not None, list(problems)
    return found


def titles(root: Path) -> list[str]:
    build_project(root)
    return sorted(path.stem for path in (root / "docs/papers").glob("*.md") if path.stem != "index")


def test_a_file_at_home_or_anywhere_is_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, other, root = (tmp_path / name for name in ("home", "other", "root"))
    for folder in (home / "Zotero", other):
        folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    (home / "Zotero/library.bib").write_text(BIB)
    (other / "more.bib").write_text(BIB.replace("Counting", "Herding"))
    catalogue(root, "~/Zotero/library.bib", other / "more.bib")
    assert titles(root) == ["counting-sheep", "herding-sheep"]
    (root / "catalogue" / "addresses.yml").unlink()  # it would keep a page of what went
    catalogue(root, "~/Zotero/*.bib")
    assert titles(root) == ["counting-sheep"]


def test_the_path_of_a_home_is_published_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ada"))
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada/library.bib").write_text(BIB)
    catalogue(tmp_path / "root", "~/library.bib")
    titles(tmp_path / "root")
    pages = [path for path in (tmp_path / "root/docs").rglob("*") if path.is_file()]
    assert pages
    assert not [path for path in pages if str(tmp_path).encode() in path.read_bytes()]


def test_a_file_that_is_not_at_home_is_named_with_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ada"))
    found = catalogue(tmp_path, "~/library.bib", "~nobody-of-this-name/library.bib")
    with pytest.raises(WrongUse) as refused:
        source_files(paths_named(found, [], tmp_path), tmp_path)
    first, second = str(refused.value).splitlines()
    assert first.startswith("ada/library.bib: no such file or folder")
    assert second.startswith("~nobody-of-this-name/library.bib: no such file or folder")


def test_what_is_fetched_is_its_file_there_or_not(tmp_path: Path) -> None:
    found = catalogue(tmp_path, "zotero:groups/1", "refs.bib")
    named = ["catalogue/fetched/zotero-groups-1.json", "refs.bib", "zotero.bib"]
    assert paths_named(found, ["zotero.bib"], tmp_path) == named
    problems = Problems()
    assert paths_to_read(found, ["zotero.bib"], tmp_path, problems) == named[1:]
    assert [str(problem) for problem in problems] == [
        "catalogue/catalogue.yml:3: sources: zotero:groups/1 was never fetched"
        " (run `paper-catalogue fetch`; builds ask nobody)"
    ]
    (tmp_path / "catalogue/fetched").mkdir()
    (tmp_path / named[0]).touch()
    assert paths_to_read(found, [], tmp_path, problems) == named[:2]
