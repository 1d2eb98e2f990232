"""What was written is brought to the disk, in one call or file by file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output import disk
from tests.posix import POSIX


@POSIX
def test_one_call_is_enough_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(disk, "SYNC_ALL", asked.append)
    disk.sync(tmp_path, ["not looked at.md"])
    assert asked == [tmp_path]


def test_each_file_is_waited_for_where_there_is_no_such_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "SYNC_ALL", None)
    (tmp_path / "p").mkdir()
    for name in ("a.md", "p/b.md", "unchanged.md"):
        (tmp_path / name).write_text(name)
    synced: list[int] = []
    sync = os.fsync

    def fsync(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    disk.sync(tmp_path, ["a.md", "p/b.md"])
    assert set(synced) == {(tmp_path / name).stat().st_ino for name in ("a.md", "p/b.md")}


@pytest.mark.parametrize("all_at_once", [True, False])
def test_what_is_not_there_is_an_error(
    tmp_path: Path, all_at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not all_at_once:
        monkeypatch.setattr(disk, "SYNC_ALL", None)
    elif disk.SYNC_ALL is None:
        pytest.skip("NOT TESTED: this system has no call for all files")
    with pytest.raises(FileNotFoundError):
        disk.sync(tmp_path / "nowhere", ["a.md"])
