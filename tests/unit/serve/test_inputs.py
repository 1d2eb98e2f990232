"""What a build reads is seen to change, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.output import manifest
from generator.problems import Problems
from generator.serve.inputs import Looking, Seen, is_meant
from generator.serve.watch import changed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A catalogue of one paper with sources, pages of both kinds and a theme of its own."""
    root = tmp_path / "root"
    for path, text in {
        "catalogue/catalogue.yml": "name: Sheep\n"
        "sources: [refs.bib, saved/*/*.bib, folder, deep/**/*.txt, ../above.bib, later.bib,"
        " zotero:groups/1]\n",
        "catalogue/papers/counting-sheep.yml": "title: Counting sheep\n",
        "mkdocs.yml": "theme: {name: paper-catalogue, custom_dir: theme}\n"
        "watch: [snippets]\nhooks: [hook.py]\nextra: {key: !ENV [NAME, '']}\n",
        "refs.bib": "@misc{a}",
        "saved/one/a.bib": "@misc{a}",
        "folder/a.bib": "@misc{a}",
        "deep/er/a.txt": "A title",
        "../above.bib": "@misc{a}",
        "hook.py": "",
        "snippets/note.md": "note",
        "theme/main.html": "frame",
        "docs/about.md": "about",
        "docs/assets/sheep.png": "picture",
        "docs/index.md": "generated",
        "docs/papers/counting-sheep.md": "generated",
        "docs/data/topics/sheep/papers.bib": "generated",
    }.items():
        write(root / path, text)
    listed = ["index.md", "papers/counting-sheep.md", "data/topics/sheep/papers.bib"]
    (root / "docs" / manifest.NAME).write_bytes(manifest.encode(dict.fromkeys(listed, "0")))
    return root


@pytest.fixture
def look(root: Path) -> Callable[[], Seen]:
    (root / "given").mkdir()
    loaded = settings_module.load(root, Problems())
    assert loaded is not None
    base = root / "given"
    return Looking(loaded, ["named.ris"], base, lambda: settings_module.load(root, Problems())).look


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def seen_after(root: Path, look: Callable[[], Seen], change: Callable[[], object]) -> list[str]:
    before = look()
    change()
    return [os.path.relpath(file, root) for file in changed(before, look())]


@pytest.mark.parametrize(
    "path",
    [
        "catalogue/catalogue.yml",
        "catalogue/topics.yml",
        "catalogue/venues.yml",
        "catalogue/papers/counting-sheep.yml",
        "catalogue/papers/herding.yaml",
        "catalogue/facts/doi.json",
        "catalogue/fetched/zotero-groups-1.json",
        "mkdocs.yml",
        "refs.bib",
        "later.bib",
        "given/named.ris",
        "../above.bib",
        "saved/one/a.bib",
        "saved/two/b.bib",
        "folder/b.RIS",
        "deep/b.txt",
        "deep/er/and/deeper/b.txt",
        "docs/about.md",
        "docs/new/page.md",
        "docs/assets/sheep.png",
        "docs/papers/notes.md",
        "theme/main.html",
        "theme/assets/new/ours.css",
        "snippets/note.md",
        "hook.py",
    ],
)
def test_what_a_build_reads_is_seen_whether_it_changes_or_appears(
    root: Path, look: Callable[[], Seen], path: str
) -> None:
    there = (root / path).read_text() if (root / path).exists() else ""
    assert seen_after(root, look, lambda: write(root / path, f"{there}\n# changed\n")) == [path]


@pytest.mark.parametrize(
    "path", ["catalogue/papers/counting-sheep.yml", "refs.bib", "folder/a.bib", "docs/about.md"]
)
def test_what_goes_away_is_seen(root: Path, look: Callable[[], Seen], path: str) -> None:
    assert seen_after(root, look, (root / path).unlink) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "catalogue/papers/.counting-sheep.yml.swp",
        "catalogue/papers/counting-sheep.yml~",
        "catalogue/papers/4913",
        "catalogue/papers/#counting-sheep.yml#",
        "catalogue/papers/.#counting-sheep.yml",
        "catalogue/papers/counting-sheep.yml.bak",
        "catalogue/papers/counting-sheep.yml.sb-1a2b-Xy",
        "catalogue/papers/.goutputstream-ABC123",
        "catalogue/papers/sedXyZ12",
        "catalogue/papers/notes.txt",
        "docs/.about.md.kate-swp",
        "docs/about.md~",
        "docs/about.md.tmp",
        "docs/4913",
        "docs/index.md",
        "docs/papers/counting-sheep.md",
        "docs/data/topics/sheep/papers.bib",
        "folder/README",
        "folder/.hidden.bib",
        "saved/one/a.txt",
        "other.bib",
        "site/index.html",
        ".build/cache/x",
        ".site.next/next/index.html",
    ],
)
def test_what_no_build_reads_or_a_build_wrote_is_no_change(
    root: Path, look: Callable[[], Seen], path: str
) -> None:
    assert seen_after(root, look, lambda: write(root / path, "changed")) == []


def test_the_templates_and_the_theme_of_the_generator_are_read(look: Callable[[], Seen]) -> None:
    files = look().files
    assert any(file.endswith("theme/frame.html") for file in files)
    assert any(file.endswith("theme/assets/stylesheets/base.css") for file in files)
    assert any(file.endswith("pages/templates/paper.md.j2") for file in files)


def test_another_folder_in_the_place_of_one_is_another(
    root: Path, look: Callable[[], Seen]
) -> None:
    before = look()
    other = root / ".docs.next"
    (root / "docs").rename(other)
    write(root / "docs" / "about.md", "about")
    after = look()
    docs = str(root / "docs")
    assert before.folders[docs] != after.folders[docs]


def test_where_something_may_appear_is_watched(root: Path, look: Callable[[], Seen]) -> None:
    folders = {os.path.relpath(folder, root) for folder in look().folders}
    assert {
        *(".", "..", "given", "saved", "saved/one", "folder", "deep", "deep/er", "theme"),
        *("catalogue", "catalogue/papers", "docs", "docs/assets", "docs/papers", "snippets"),
    } <= folders
    # There are thousands of such.
    assert "docs/data/topics" not in folders


def test_settings_that_cannot_be_read_leave_what_was_known(
    root: Path, look: Callable[[], Seen]
) -> None:
    look()
    path = "catalogue/catalogue.yml"
    assert seen_after(root, look, lambda: write(root / path, "name: [")) == [path]
    assert seen_after(root, look, lambda: write(root / "refs.bib", "@misc{b, }")) == ["refs.bib"]


@pytest.mark.parametrize(
    "text",
    [
        "theme: [",
        "theme: {custom_dir: [1]}\nwatch: sheep\nhooks: {a: 1}",
        "- a list",
        "theme: {custom_dir: theme/main.html}\nwatch: [missing, 1]",
    ],
)
def test_whatever_stands_in_mkdocs_yml_the_rest_is_seen(
    root: Path, look: Callable[[], Seen], text: str
) -> None:
    (root / "mkdocs.yml").write_text(text)
    assert seen_after(root, look, lambda: write(root / "docs/about.md", "new")) == ["docs/about.md"]


@pytest.mark.parametrize("name", ["[", "a\0b", "x" * 5000, "**", "/no/such/place/*.bib", ".", ""])
def test_a_source_of_any_name_is_looked_for(root: Path, name: str) -> None:
    loaded = settings_module.load(root, Problems())
    assert loaded is not None
    seen = Looking(loaded, [name], root, lambda: None).look()
    assert str(root / "mkdocs.yml") in seen.files


def test_links_that_lead_round_in_a_circle_are_followed_once(
    root: Path, look: Callable[[], Seen]
) -> None:
    (root / "docs" / "round").symlink_to(root / "docs")
    (root / "docs" / "nowhere.md").symlink_to(root / "missing.md")
    assert seen_after(root, look, lambda: write(root / "docs/about.md", "new")) == ["docs/about.md"]


def test_a_source_behind_a_link_is_watched_where_it_is(
    root: Path, tmp_path: Path, look: Callable[[], Seen]
) -> None:
    write(tmp_path / "elsewhere" / "mine.bib", "@misc{a}")
    (root / "later.bib").symlink_to(tmp_path / "elsewhere" / "mine.bib")
    assert str(tmp_path / "elsewhere") in look().folders


@pytest.mark.parametrize("name", ["a.yml", "4913.yml", "a~b.md", "swp", "tmp.bib", "x#y.txt"])
def test_ordinary_names_are_meant(name: str) -> None:
    assert is_meant(name)
