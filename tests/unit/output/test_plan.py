"""What lies in a tree, and which paths lead inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import manifest, walk


def test_a_walk_finds_files_links_and_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "papers" / "old").mkdir(parents=True)
    (tmp_path / "papers" / "sheep.md").touch()
    (tmp_path / "index.md").touch()
    (tmp_path / "folder").symlink_to("papers")
    (tmp_path / "round").symlink_to(".")
    (tmp_path / "nowhere").symlink_to("gone")
    found = ["folder", "index.md", "nowhere", "papers/old", "papers/sheep.md", "round"]
    assert sorted(walk(tmp_path)) == found


def test_a_walk_passes_over_the_next_state_of_its_tree_alone(tmp_path: Path) -> None:
    tree = tmp_path / "docs"
    for folder in (".docs.next", "papers/.docs.next", ".site.next"):
        (tree / folder).mkdir(parents=True)
        (tree / folder / "sheep.md").touch()
    assert sorted(walk(tree)) == [".site.next/sheep.md", "papers/.docs.next/sheep.md"]


def test_an_empty_tree_holds_nothing_and_one_that_is_not_there_is_no_tree(tmp_path: Path) -> None:
    assert list(walk(tmp_path)) == []
    with pytest.raises(FileNotFoundError):
        list(walk(tmp_path / "gone"))


@pytest.mark.parametrize(
    "path", ["a", "a/b.md", "...", ".a", "a.", "..a/b..", "a/.b", "a\n/b", " "]
)
def test_it_leads_inside(path: str) -> None:
    assert manifest.leads_inside(path)


@pytest.mark.parametrize(
    "path", ["", "/", "/a", "a/", ".", "..", "a/..", "../a", "a/../b", "a//b", "./a", "a/.", "a\0b"]
)
def test_it_does_not_lead_inside(path: str) -> None:
    assert not manifest.leads_inside(path)
