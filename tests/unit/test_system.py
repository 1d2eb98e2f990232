"""What systems do in different ways is done by one name, and as well as each can."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from generator import system
from tests.other_desks import as_windows


class Open:
    """A file that somebody has open for so many tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        self.asked = 0

    def __call__(self, what: str) -> str:
        self.asked += 1
        if self.asked <= self.tries:
            raise PermissionError(errno.EACCES, "is open")
        return what


def test_what_an_open_file_forbids_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    as_windows(monkeypatch)
    assert system.patiently(Open(2), "moved") == "moved"


def test_what_is_refused_to_the_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    as_windows(monkeypatch)
    does = Open(99)
    with pytest.raises(PermissionError):
        system.patiently(does, "moved")
    assert does.asked == len(system.WAITS) + 1


def test_where_open_files_forbid_nothing_nobody_waits() -> None:
    does = Open(1)
    with pytest.raises(PermissionError):
        system.patiently(does, "moved")
    assert does.asked == 1


def test_a_file_gets_a_second_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("A")
    system.link(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a").samefile(tmp_path / "b")


def test_a_file_is_copied_with_its_time_where_none_has_two_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    (tmp_path / "a").write_text("A")
    os.utime(tmp_path / "a", (1_000, 1_000))
    monkeypatch.setattr(os, "link", refuses)
    system.link(tmp_path / "a", tmp_path / "b")
    assert not (tmp_path / "a").samefile(tmp_path / "b")
    assert (tmp_path / "b").read_text() == "A"
    assert (tmp_path / "b").stat().st_mtime == 1_000


def test_a_file_that_is_read_only_can_go_from_one_folder_and_stays_so_in_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_windows(monkeypatch)
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    (before / "a").write_text("A")
    (before / "a").chmod(stat.S_IREAD)
    system.link(before / "a", after / "a")
    system.remove_tree(before)
    assert not before.exists()
    # On Windows, to make one name writable is to make all of them so.
    assert not (after / "a").stat().st_mode & stat.S_IWRITE
    assert (after / "a").read_text() == "A"


def test_a_path_on_another_drive_is_named_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_windows(path: object, base: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    assert system.relative("/a/b/c.bib", "/a") == str(Path("b", "c.bib"))
    monkeypatch.setattr(os.path, "relpath", on_windows)
    assert system.relative("D:/c.bib", "C:/a") == "D:/c.bib"


def test_no_folder_here_stands_for_another(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert not system.is_junction(str(tmp_path / "folder"))
    assert list(system.junctions_in(str(tmp_path))) == []


def test_a_name_with_blanks_stays_one_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    assert system.in_shell("tea") == "tea"
    assert system.in_shell("my 'papers' [x]") == """'my '"'"'papers'"'"' [x]'"""
    monkeypatch.setattr(system, "IS_WINDOWS", True)
    assert system.in_shell("my papers") == '"my papers"'
