"""Names in a tree that people cannot take to another desk are told, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import report_names
from generator.problems import Problems
from tests.posix import POSIX


def told(tree: Path) -> list[str]:
    problems = Problems()
    report_names(tree, "docs", problems)
    return [str(problem) for problem in problems]


def write(tree: Path, *paths: str) -> Path:
    for path in paths:
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text(path)
    return tree


@POSIX
def test_a_name_that_windows_cannot_have_is_told(tmp_path: Path) -> None:
    write(tmp_path, "aux/guide.md", "what?.md", "context.md", ".hidden/con", "img/a.png")
    assert told(tmp_path) == [
        "docs/aux: Windows has a device of this name (rename it)",
        "docs/what?.md: Windows has no names with ? (rename it)",
    ]


@POSIX
def test_two_names_that_are_one_elsewhere_are_told_once(tmp_path: Path) -> None:
    write(tmp_path, "Topics/a.md", "topics/a.md", "topics/b.md", "other/a.md")
    if len(list(tmp_path.iterdir())) == 2:
        pytest.skip("NOT TESTED: this system takes capitals for small letters")
    assert told(tmp_path) == [
        "docs/topics: is the same as docs/Topics to macOS and Windows (rename one of them)"
    ]


def test_ordinary_names_are_not_told(tmp_path: Path) -> None:
    assert told(write(tmp_path, "index.md", "papers/index.md", "über/uns.md", "a b/c.d.png")) == []
