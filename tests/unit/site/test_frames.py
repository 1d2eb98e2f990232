"""Frames are built when something that they are made of changed, and kept until then."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.language import ENGLISH, Language
from generator.pages import frames as layouts
from generator.problems import Problems
from generator.settings import Settings
from generator.site import frames as module
from generator.site import mkdocs
from generator.site.frames import Frames, build_frames
from generator.site.mkdocs import MkDocsFailed
from tests.projects import make_project

OWN_THEME = "name: paper-catalogue", "name: paper-catalogue\n  custom_dir: own"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("frames") / "project")


def loaded(project: Path) -> Settings:
    found = settings_module.load(project, Problems())
    assert found is not None
    return found


class Runs:
    """Builds the frames of a project, and counts how often MkDocs ran for it."""

    def __init__(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project = project
        self.count = 0
        self.problems = Problems()
        run = mkdocs.run_mkdocs

        def counted(*given: object) -> object:
            self.count += 1
            return run(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(module, "run_mkdocs", counted)

    def frames(self, url: str = "", language: Language = ENGLISH) -> Frames:
        self.problems = Problems()
        return build_frames(loaded(self.project), url, layouts(), self.problems, language)


@pytest.fixture
def runs(project: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(project, monkeypatch)


def test_they_are_kept_until_a_page_of_people_changes(runs: Runs) -> None:
    first = runs.frames()
    runs.count = 0
    again = runs.frames()
    assert runs.count == 0
    assert again == first
    page = runs.project / "docs" / "about.md"
    page.write_text(page.read_text() + "\nMore.\n")
    assert "More." in (runs.frames().folder / "about" / "index.html").read_text()
    assert runs.count == 1


@pytest.mark.parametrize("change", ["url", "environment", "mkdocs.yml", "theme"])
def test_what_else_they_are_made_of_makes_them_anew(
    runs: Runs, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs.frames()
    runs.count = 0
    settings = runs.project / "mkdocs.yml"
    text = settings.read_text()
    if change == "environment":
        monkeypatch.setenv("REPOSITORY_URL", "https://example.org/other")
    elif change == "mkdocs.yml":
        settings.write_text(text.replace("name: Guide", "name: Handbook"))
    elif change == "theme":
        (runs.project / "own").mkdir()
        (runs.project / "own" / "main.html").write_text('{% extends "frame.html" %}')
        settings.write_text(
            text.replace("name: paper-catalogue", "name: paper-catalogue\n  custom_dir: own")
        )
    runs.frames("https://example.org/" if change == "url" else "")
    settings.write_text(text)
    assert runs.count == 1


def test_a_lock_of_an_editor_in_the_folder_of_the_theme_is_nothing(runs: Runs) -> None:
    settings = runs.project / "mkdocs.yml"
    text = settings.read_text()
    own = runs.project / "locked"
    own.mkdir()
    settings.write_text(text.replace(OWN_THEME[0], OWN_THEME[1].replace("own", "locked")))
    runs.frames()
    runs.count = 0
    (own / ".#main.html").symlink_to("editor@host.1234")
    runs.frames()
    settings.write_text(text)
    assert runs.count == 0


@pytest.mark.parametrize("damage", ["{", "[]", '{"format": 1}', ""])
def test_what_is_kept_and_damaged_is_made_anew(runs: Runs, damage: str) -> None:
    first = runs.frames()
    (first.folder.parent / "frames.json").write_text(damage)
    runs.count = 0
    assert runs.frames() == first
    assert runs.count == 1


def test_a_kept_file_that_is_gone_is_made_anew(runs: Runs) -> None:
    first = runs.frames()
    (first.folder / "404.html").unlink()
    assert runs.frames() == first
    assert (first.folder / "404.html").is_file()


def test_a_plugin_may_read_anything_so_mkdocs_runs_each_time(runs: Runs) -> None:
    settings = runs.project / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(text.replace("plugins: []", "plugins: [search]"))
    runs.frames()
    runs.frames()
    settings.write_text(text)
    assert runs.count == 2


def test_what_mkdocs_warns_of_comes_again(runs: Runs) -> None:
    page = runs.project / "docs" / "warns.md"
    page.write_text("# Warns\n\n[to](#nowhere)\n")
    runs.frames()
    first = [str(problem) for problem in runs.problems]
    runs.frames()
    page.unlink()
    assert any("#nowhere" in problem for problem in first)
    assert [str(problem) for problem in runs.problems] == first


def test_links_of_pages_of_people_to_files_of_ours_are_noted(runs: Runs) -> None:
    linked = runs.frames().linked
    assert ("data/feed.xml", "guide.md") in linked
    assert not [page for _, page in linked if "frame-" in page]


def test_no_page_of_a_frame_is_a_file_of_the_site(runs: Runs) -> None:
    found = runs.frames("https://example.org/")
    assert not [file.path for file in found.made if "/frame-" in file.path]
    assert "papers/index.html" not in {file.path for file in found.made}
    assert "/frame-" not in (found.folder / "sitemap.xml").read_text()


def test_a_theme_without_a_place_for_the_article_is_told(
    runs: Runs,
) -> None:
    own = runs.project / "own"
    own.mkdir(exist_ok=True)
    (own / "main.html").write_text(
        '{% extends "frame.html" %}{% block container %}Nothing.{% endblock %}'
    )
    settings = runs.project / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(text.replace(*OWN_THEME))
    with pytest.raises(MkDocsFailed, match="0 places for the article"):
        runs.frames()
    settings.write_text(text)


def test_addresses_are_of_folders_whatever_mkdocs_yml_says(runs: Runs) -> None:
    settings = runs.project / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(f"{text}\nuse_directory_urls: false\n")
    found = runs.frames()
    settings.write_text(text)
    assert "about/index.html" in {file.path for file in found.made}


def test_what_is_kept_is_no_more_than_text(runs: Runs) -> None:
    first = runs.frames()
    data = json.loads((first.folder.parent / "frames.json").read_text())
    assert set(data) == {"format", "key", "made", "frames", "linked", "pages", "problems"}


def test_the_frame_and_the_page_for_what_is_not_there_speak_the_language(runs: Runs) -> None:
    said = {"Search papers": ("Artikel <suchen>",), "There is no such page": ("Nichts & niemand",)}
    said["It may be an old or mistyped address. Every paper keeps its address, so a {search} by"
         " its title will find it, and so will the lists of {papers} and {topics}."] = (
        "{topics}, {papers}, {search}",
    )  # fmt: skip
    frames = runs.frames(language=Language("de-AT", said))
    pages = [(frames.folder / name).read_text() for name in ("about/index.html", "404.html")]
    for page in pages:
        assert re.search(r'<html [^>]*lang="?de-AT\b', page)
        assert "Artikel &lt;suchen>" in page
    assert "Zum Inhalt" in pages[0], "Material speaks the nearest language that it has"
    assert re.search("<h1>Nichts &(amp;)? niemand</h1>", pages[1])
    article = pages[1].partition("<h1>")[2]
    assert re.findall(r"<a href=\S*?(\w+)/\S*>", article.partition("</p>")[0]) == [
        "topics",
        "papers",
        "search",
    ]


def test_a_language_that_material_has_not_is_named_all_the_same(runs: Runs) -> None:
    frames = runs.frames(language=Language("tlh", {"Clear": ("Teq",)}))
    page = (frames.folder / "about" / "index.html").read_text()
    assert re.search(r'aria-label="?Teq\b', page)
    assert re.search(r'<html [^>]*lang="?tlh\b', page)
