"""Digests of files count names and bytes; those of trees, where builds write, sizes and times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cache.files import digest_of_files, is_as_it_was, tree_of, write_whole
from tests.posix import ANY_BYTES


def test_it_counts_names_and_bytes_of_all_files_and_no_times(tmp_path: Path) -> None:
    def of(endings: tuple[str, ...] = ("",)) -> str:
        return digest_of_files(tmp_path, endings=endings)

    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "sheep.py").write_text("one")
    first = of()
    os.utime(tmp_path / "room" / "sheep.py", (1, 1))
    (tmp_path / "room" / "__pycache__").mkdir()
    (tmp_path / "room" / "__pycache__" / "sheep.pyc").write_text("compiled")
    assert of() == first
    (tmp_path / "room" / "sheep.py").write_text("two")
    assert of() != first
    (tmp_path / "room" / "sheep.py").write_text("one")
    assert of() == first
    (tmp_path / "room" / "sheep.py").rename(tmp_path / "room" / "goat.py")
    assert of() != first
    before = of(endings=(".py",))
    (tmp_path / "words.txt").write_text("one")
    assert of(endings=(".py",)) == before
    assert digest_of_files(tmp_path, lambda name: name != "room") != of()


def test_links_count_as_what_they_lead_to_and_may_lead_round(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    for path in (folder, elsewhere):
        path.mkdir()
        (path / "sheep.txt").write_text("one")
    (folder / "round").symlink_to(folder)
    (folder / "other").symlink_to(elsewhere)
    (folder / "file.txt").symlink_to(elsewhere / "sheep.txt")
    before = digest_of_files(folder)
    assert digest_of_files(folder) == before
    (elsewhere / "sheep.txt").write_text("two")
    assert digest_of_files(folder) != before


def test_a_pipe_is_refused_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="is no file"):
        digest_of_files(tmp_path)


@ANY_BYTES
def test_names_may_be_any_bytes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("one")
    assert digest_of_files(tmp_path)
    assert is_as_it_was(tree_of(tmp_path, set()))


def test_a_tree_is_not_as_it_was_when_a_link_leads_to_something_else(tmp_path: Path) -> None:
    tree, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    for path in (tree, elsewhere):
        path.mkdir()
    (elsewhere / "page.md").write_text("one")
    (tree / "linked").symlink_to(elsewhere)
    (tree / "page.md").symlink_to(elsewhere / "page.md")
    was = tree_of(tree, set())
    assert is_as_it_was(was)
    (elsewhere / "page.md").write_text("two")
    assert not is_as_it_was(was)


def test_what_a_build_sets_apart_in_a_tree_does_not_count(tmp_path: Path) -> None:
    tree = tmp_path / "site"
    (tree / "deep" / ".site.next").mkdir(parents=True)
    was = tree_of(tree)
    (tree / ".site.next").mkdir()
    (tree / ".site.next" / "lock").touch()
    assert is_as_it_was(was)
    (tree / "deep" / ".site.next" / "lock").touch()
    assert not is_as_it_was(was)


def test_a_file_is_written_whole_and_not_through_a_link(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "file", b"one")
    write_whole(tmp_path / "new" / "file", b"two")
    assert [path.read_bytes() for path in (tmp_path / "new").iterdir()] == [b"two"]
    (tmp_path / "link").symlink_to(tmp_path / "new")
    with pytest.raises(OSError, match="is a link"):
        write_whole(tmp_path / "link" / "file", b"three")
    assert [path.read_bytes() for path in (tmp_path / "new").iterdir()] == [b"two"]
