"""Workers that keep what they made make it once, for all that it depends on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.cache.keeping import Keeping
from generator.cache.store import NO_CACHE, Cache
from generator.problems import Place
from generator.workers import HERE, Processes

MADE: list[object] = []


def _shown(shared: str, chunk: tuple[object, ...]) -> list[str]:
    MADE.append(chunk)
    return [f"{shared} {one}" for one in chunk]


def _loud(shared: str, chunk: tuple[object, ...]) -> list[str]:
    return [text.upper() for text in _shown(shared, chunk)]


Function = Callable[[str, tuple[object, ...]], list[str]]
Chunks = list[tuple[object, ...]]


def test_a_chunk_is_made_again_for_another_function_chunk_or_share(tmp_path: Path) -> None:
    chunks: Chunks = [(Place("a.bib", 1), "b"), ("c",)]

    def made(function: Function, chunks: Chunks, shared: str, stage: str = "entries") -> int:
        MADE.clear()
        result = list(Keeping(stage, Cache(tmp_path), HERE).map(function, chunks, shared))
        count = len(MADE)
        assert result == [function(shared, chunk) for chunk in chunks]
        return count

    assert made(_shown, chunks, "of") == 2
    assert made(_shown, chunks, "of") == 0
    assert made(_shown, [chunks[0], ("d",)], "of") == 1
    assert made(_shown, chunks, "by") == 2
    assert made(_loud, chunks, "of") == 2
    assert made(_shown, chunks, "of", "others") == 2


def test_chunks_may_hold_work_that_is_still_to_be_done(tmp_path: Path) -> None:
    def made() -> int:
        MADE.clear()
        list(Keeping("entries", Cache(tmp_path), HERE).map(_shown, [(partial(_shown, "x"),)], "of"))
        return len(MADE)

    assert (made(), made()) == (1, 0)


def test_it_works_with_as_many_as_there_are() -> None:
    assert Keeping("entries", NO_CACHE, Processes(3)).count == 3
    assert list(Keeping("entries", NO_CACHE, HERE).map(_loud, [("a",)], "of")) == [["OF A"]]
