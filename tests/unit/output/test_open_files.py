"""Where open files can be neither moved nor removed, as on Windows, builds go on all the same."""

from __future__ import annotations

import errno
import importlib
import os
import stat
from pathlib import Path

import pytest
from filelock import FileLock

from generator import system
from generator.output import claim
from generator.problems import Problems
from tests.other_desks import as_windows
from tests.unit.output.test_exchange import hand_write, neighbours, pages, put

staging_module = importlib.import_module("generator.output.staging")
mounts_module = importlib.import_module("generator.output.mounts")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A tree that was built once."""
    tree = tmp_path / "docs"
    put(tree, {"a.md": "A", "gone.md": "gone"})
    return tree


def is_open(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "is open")


def test_a_lock_is_let_go_before_its_file_is_removed(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locks: list[FileLock] = []
    unlink = Path.unlink

    def lock_of(path: Path) -> FileLock:
        locks.append(FileLock(path))
        return locks[-1]

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        if path.name == "lock" and locks[-1].is_locked:
            is_open()
        unlink(path, missing_ok)

    as_windows(monkeypatch)
    monkeypatch.setattr(staging_module, "FileLock", lock_of)
    monkeypatch.setattr(Path, "unlink", unlinked)
    with claim(docs):
        assert neighbours(docs) == {"docs", ".docs.next"}
    assert neighbours(docs) == {"docs"}


def test_a_lock_that_is_there_under_another_name_while_it_is_held_goes_after_it(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def as_nfs_does(path: Path, missing_ok: bool = False) -> None:
        if path.name == "lock":
            path.rename(path.with_name(".nfs0001"))
        else:
            unlink(path, missing_ok)

    release = FileLock.release

    def released(lock: FileLock, force: bool = False) -> None:
        release(lock, force)
        unlink(Path(lock.lock_file).with_name(".nfs0001"), missing_ok=True)

    monkeypatch.setattr(Path, "unlink", as_nfs_does)
    monkeypatch.setattr(staging_module.FileLock, "release", released)
    with claim(docs):
        pass
    assert neighbours(docs) == {"docs"}


def test_a_tree_with_an_open_file_gets_its_files_one_by_one(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = system.rename

    def refuses(source: Path, target: Path, **options: bool) -> None:
        if source == docs:
            is_open()
        rename(source, target, **options)

    as_windows(monkeypatch)
    hand_write(docs, "guide.md", "by hand")
    monkeypatch.setattr(system, "rename", refuses)
    inode = docs.stat().st_ino
    put(docs, {"a.md": "new", "p/b.md": "B"})
    assert pages(docs) == {"a.md": "new", "p/b.md": "B", "guide.md": "by hand"}
    assert docs.stat().st_ino == inode
    assert neighbours(docs) == {"docs"}


@pytest.mark.parametrize("holds", [True, False])
def test_an_old_tree_that_somebody_has_open_is_removed_by_a_later_build(
    docs: Path, holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_windows(monkeypatch)
    monkeypatch.setattr(system, "HOLDS_OPEN_FILES", holds)
    with monkeypatch.context() as patch:
        patch.setattr(system, "remove_tree", is_open)
        problems = Problems()
        if not holds:
            # Elsewhere the system has another reason, and people must know.
            with pytest.raises(AssertionError):
                put(docs, {"a.md": "new"}, problems)
            assert "is open" in str(*problems)
            return
        put(docs, {"a.md": "new"}, problems)
        put(docs, {"a.md": "newer"}, problems)
    assert pages(docs) == {"a.md": "newer"}
    assert [p for p in problems if "goes away" not in p.what] == []
    assert (docs.with_name(".docs.next") / "rubbish").is_dir()
    put(docs, {"a.md": "newest"})
    assert pages(docs) == {"a.md": "newest"}
    assert neighbours(docs) == {"docs"}


def test_a_folder_that_stands_for_another_stays_as_it_is(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_write(docs, "junction/theirs.md", "theirs")
    before = (docs / "junction").stat().st_ino, (docs / "junction" / "theirs.md").stat().st_nlink
    monkeypatch.setattr(
        system, "is_junction", lambda entry: os.fspath(entry).endswith(f"{os.sep}junction")
    )
    monkeypatch.setattr(system, "junctions_in", lambda folder: iter(["junction"]))
    assert mounts_module.mounted_in(docs) == {"junction"}
    # Nothing that is removed may hold one.
    monkeypatch.setattr(
        importlib.import_module("generator.output.stage"), "holds_mounts", nothing_is_mounted
    )
    linked: list[str] = []
    link = system.link

    def linking(source: str | Path, target: str | Path) -> None:
        linked.append(Path(source).name)
        link(source, target)

    monkeypatch.setattr(system, "link", linking)
    hand_write(docs, "guide.md", "by hand")
    put(docs, {"a.md": "new"})
    # It may lead round in a circle.
    assert "guide.md" in linked
    assert "theirs.md" not in linked
    assert pages(docs) == {"a.md": "new", "guide.md": "by hand", "junction/theirs.md": "theirs"}
    found = docs / "junction"
    assert (found.stat().st_ino, (found / "theirs.md").stat().st_nlink) == before


def nothing_is_mounted(folder: Path) -> bool:
    return False


@pytest.mark.parametrize("links", [True, False])
def test_a_tree_is_written_without_any_call_that_windows_has_not(
    tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_windows(monkeypatch, links=links)
    docs = tmp_path / "docs"
    put(docs, {"a.md": "A", "old/b.md": "B"})
    hand_write(docs, "guide.md", "by hand")
    (docs / "guide.md").chmod(0o444)
    for text in ("new", "newer"):
        put(docs, {"a.md": text, "c/d.md": "D"})
        assert pages(docs) == {"a.md": text, "c/d.md": "D", "guide.md": "by hand"}
    assert neighbours(docs) == {"docs"}
    assert not (docs / "guide.md").stat().st_mode & stat.S_IWRITE


def test_pages_that_git_gave_other_line_ends_were_not_edited_by_hand(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    put(docs, {"a.md": "A\nB\n", "gone.md": "C\n", "p/edited.md": "D\n"})
    hand_write(docs, "guide.md", "by hand\n")
    for path in docs.rglob("*.*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (docs / "p" / "edited.md").write_bytes(b"D\r\nand more\r\n")
    problems = Problems()
    put(docs, {"a.md": "A\nB\n", "p/edited.md": "D\n"}, problems)
    said = [str(problem) for problem in problems]
    assert [line for line in said if "edited by hand" in line] == [
        line for line in said if "p/edited.md" in line
    ]
    assert (docs / "a.md").read_bytes() == b"A\nB\n"
    assert (docs / "guide.md").read_bytes() == b"by hand\r\n"
    assert not (docs / "gone.md").exists()
    assert [p.name for p in (tmp_path / "kept").rglob("*.md")] == ["edited.md"]
