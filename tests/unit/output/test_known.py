"""What a tree holds is told from its index where nothing changed, else by reading it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.output import Draft, KnownTree
from generator.output.manifest import digest

LONG_AGO = 1_000_000_000
A = digest(b"A")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tree with the file p/a, which was written long ago, and its index."""
    (tmp_path / "tree" / "p").mkdir(parents=True)
    place = tmp_path / "tree" / "p" / "a"
    place.write_bytes(b"A")
    os.utime(place, (LONG_AGO, LONG_AGO))
    KnownTree(tmp_path / "tree", tmp_path / "index").keep({"p/a": A})
    return tmp_path


def known(folder: Path) -> KnownTree:
    return KnownTree(folder / "tree", folder / "index")


def test_a_file_that_is_as_it_was_is_not_read(folder: Path) -> None:
    place = folder / "tree" / "p" / "a"
    # Other bytes of the same size and time: only who reads them sees it.
    place.write_bytes(b"B")
    os.utime(place, (LONG_AGO, LONG_AGO))
    assert known(folder).digest_of("p/a") == A
    assert KnownTree(folder / "tree").digest_of("p/a") == digest(b"B")


def test_a_file_of_another_time_or_size_is_read(folder: Path) -> None:
    place = folder / "tree" / "p" / "a"
    place.write_bytes(b"B")
    assert known(folder).digest_of("p/a") == digest(b"B")
    place.write_bytes(b"longer")
    os.utime(place, (LONG_AGO, LONG_AGO))
    assert known(folder).digest_of("p/a") == digest(b"longer")


def test_what_changed_just_now_is_not_believed(folder: Path) -> None:
    place = folder / "tree" / "p" / "b"
    place.write_bytes(b"B")
    known(folder).keep({"p/a": A, "p/b": digest(b"B")})
    before = place.stat()
    place.write_bytes(b"C")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert known(folder).digest_of("p/b") == digest(b"C")


def test_on_a_memory_stick_what_changed_within_two_seconds_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder / "tree" / "p" / "b"
    place.write_bytes(b"B")
    # FAT has no other times; it is a second later now.
    stamp = time.time_ns() // 2_000_000_000 * 2_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: stamp + 1_000_000_000)
    for age in (0, 2_000_000_000_000):
        os.utime(place, ns=(stamp - age, stamp - age))
        known(folder).keep({"p/b": digest(b"B")})
        place.write_bytes(b"C")
        os.utime(place, ns=(stamp - age, stamp - age))
        assert known(folder).digest_of("p/b") == digest(b"B" if age else b"C")
        place.write_bytes(b"B")


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"paper catalogue: files of a tree, 1\nx"])
def test_a_damaged_index_says_nothing(folder: Path, damage: bytes) -> None:
    (folder / "index").write_bytes(damage)
    assert known(folder).digest_of("p/a") == A


def test_what_is_no_file_behind_real_folders_has_no_digest(folder: Path) -> None:
    tree = folder / "tree"
    (tree / "link").symlink_to(tree / "p" / "a")
    (tree / "q").symlink_to(tree / "p")
    for path in ("link", "q/a", "p", "none", "p/a/b", "a\0b"):
        assert known(folder).digest_of(path) is None


def test_a_draft_holds_what_the_tree_has_not(folder: Path) -> None:
    draft = Draft(folder / "next", known(folder))
    assert not draft.put("p/a", b"A", "the same").written
    assert draft.put("p/b", b"B", "another").written
    assert {path.name for path in (folder / "next").rglob("*") if path.is_file()} == {"b"}
    draft.bring("p/a")
    assert (folder / "next/p/a").stat().st_mtime == LONG_AGO


@pytest.mark.parametrize("path", ["../a", "p/../../a", "/a", "a//b", "p/b/c"])
def test_a_draft_takes_no_path_that_leads_outside_or_through_a_file(
    folder: Path, path: str
) -> None:
    draft = Draft(folder / "next", known(folder))
    draft.put("p/b", b"B", "in the way")
    with pytest.raises(ValueError, match=r"outside|in its way"):
        draft.put(path, b"x", "a page")


def test_a_file_that_lies_somewhere_is_linked(folder: Path) -> None:
    source = folder / "source"
    source.write_bytes(b"S")
    draft = Draft(folder / "next", known(folder))
    made = draft.put("s", b"S", "a file")
    (folder / "next" / "s").unlink()
    assert draft.link(source, made).written
    assert (folder / "next" / "s").samefile(source)
