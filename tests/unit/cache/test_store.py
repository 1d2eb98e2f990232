"""What was made is kept; whatever happens to its files costs time, never a build."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import system
from generator.cache import store
from generator.cache.packing import digest
from generator.cache.store import Cache, Found
from generator.values.text import Text
from generator.workers import HERE, Workers
from generator.workers.processes import Processes


def _only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_is_put_is_found_by_stage_and_key(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("read", "one", (Text("sheep"), None))
    cache.put("read", "two", None)
    again = Cache(tmp_path / "cache")
    assert again.get("read", "one") == Found((Text("sheep"), None))
    assert again.get("read", "two") == Found(None)
    assert again.get("terms", "one") is None
    assert again.get("read", "three") is None


def test_another_version_of_the_code_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path).put("read", "one", 1)
    monkeypatch.setattr(store, "code_digest", lambda: "another")
    assert Cache(tmp_path).get("read", "one") is None


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)


def _of_another(path: Path) -> None:
    Cache(path.parent).put("read", "two", "another")
    (other,) = set(path.parent.iterdir()) - {path}
    other.replace(path)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: list[Callable[[Path], object]] = [
    _cut,
    _flip,
    _of_another,
    _pipe,
    _link,
    _folder,
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(b"\x80\x05cos\nsystem\n."),
    lambda path: path.unlink(),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_counts_as_none_and_is_made_again(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    Cache(tmp_path).put("read", "one", "sheep")
    damage(_only_file(tmp_path))
    cache = Cache(tmp_path)
    assert cache.get("read", "one") is None
    cache.put("read", "one", "sheep")
    if damage is not _folder:
        assert Cache(tmp_path).get("read", "one") == Found("sheep")


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(5):
        cache.put("read", str(number), random.Random(number).randbytes(1000))
        os.utime(max(tmp_path.iterdir(), key=lambda p: p.stat().st_mtime_ns), (number, number))
    assert cache.get("read", "0")
    Cache(tmp_path, limit=3500).bound()
    kept = [number for number in range(5) if cache.get("read", str(number))]
    assert kept == [0, 3, 4]


def test_fresh_reads_nothing_that_was_kept_before_and_keeps_anew(tmp_path: Path) -> None:
    Cache(tmp_path).put("read", "one", "old")
    fresh = Cache(tmp_path, fresh=True)
    assert fresh.get("read", "one") is None
    fresh.put("read", "one", "new")
    for cache in (fresh, Cache(tmp_path)):
        assert cache.get("read", "one") == Found("new")


def test_one_that_only_reads_writes_nothing(tmp_path: Path) -> None:
    Cache(tmp_path).put("read", "one", 1)
    os.utime(_only_file(tmp_path), (1, 1))
    cache = Cache(tmp_path, keeps=False)
    assert cache.get("read", "one") == Found(1)
    cache.put("read", "two", 2)
    assert list(cache.map("read", _doubled, [1, 2], 2, digest)) == [2, 4]
    assert _only_file(tmp_path).stat().st_mtime == 1


def test_no_folder_keeps_nothing() -> None:
    store.NO_CACHE.put("read", "one", 1)
    assert store.NO_CACHE.get("read", "one") is None
    store.NO_CACHE.bound()


def test_a_full_disk_is_told_once_and_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    cache = Cache(tmp_path)
    monkeypatch.setattr(system, "replace", full)
    cache.put("read", "one", 1)
    first = cache.refused
    assert first is not None
    assert first.errno == errno.ENOSPC
    cache.put("read", "two", 2)
    assert cache.refused is first
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", ["a file", "a link"])
def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, at: str) -> None:
    folder = tmp_path / "cache"
    if at == "a file":
        folder.write_text("mine")
    else:
        (tmp_path / "elsewhere").mkdir()
        folder.symlink_to(tmp_path / "elsewhere")
    cache = Cache(folder)
    cache.put("read", "one", 1)
    assert cache.refused
    assert cache.get("read", "one") is None
    assert list(cache.map("read", _doubled, [1, 2], 2, digest)) == [2, 4]
    cache.bound()
    assert at == "a file" or not any((tmp_path / "elsewhere").iterdir())


def _doubled(shared: int, chunk: int) -> int:
    return shared * chunk


def _not_to_be_made(shared: int, chunk: int) -> int:
    raise AssertionError(f"{chunk} was made again")


@pytest.mark.parametrize("workers", [HERE, Processes(2)], ids=["here", "two"])
def test_a_map_makes_only_what_is_not_kept_and_stays_in_order(
    tmp_path: Path, workers: Workers
) -> None:
    chunks = list(range(20))
    cold = list(Cache(tmp_path).map("read", _doubled, chunks[::2], 2, digest, workers))
    assert cold == [2 * chunk for chunk in chunks[::2]]
    warm = list(Cache(tmp_path).map("read", _doubled, chunks, 2, digest, workers))
    assert warm == [2 * chunk for chunk in chunks]
    kept = list(Cache(tmp_path).map("read", _not_to_be_made, chunks, 2, digest, workers))
    assert kept == warm
    with pytest.raises(AssertionError, match="20 was made again"):
        list(Cache(tmp_path).map("read", _not_to_be_made, [*chunks, 20], 2, digest, workers))


def test_a_map_makes_again_what_is_damaged_under_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert list(cache.map("read", _doubled, [1, 2, 3], 2, digest)) == [2, 4, 6]
    for path in tmp_path.iterdir():
        _flip(path)
    assert list(cache.map("read", _doubled, [1, 2, 3], 2, digest)) == [2, 4, 6]
    assert list(cache.map("read", _not_to_be_made, [1, 2, 3], 2, digest)) == [2, 4, 6]


def test_a_map_without_a_folder_asks_for_no_key() -> None:
    def key(chunk: int) -> str:
        raise AssertionError("a key was asked for")

    assert list(store.NO_CACHE.map("read", _doubled, [1, 2], 2, key)) == [2, 4]
