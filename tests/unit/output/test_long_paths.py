"""Where paths are limited, a build says so before it writes, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import has_room, long_paths, longest_of
from generator.problems import Problems


def test_what_is_too_long_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    problems = Problems()
    monkeypatch.setattr(long_paths, "longest_path", lambda: 259)
    root = Path("/" + "a" * 100)
    longest = longest_of(["b" * 80], ["guide.md"])
    assert has_room(root / "site", longest, "site", problems)
    assert not has_room(root / ("c" * 60) / "site", longest, "site", problems)
    (said,) = map(str, problems)
    assert said.startswith("site: files in it would have paths of ")
    assert "Windows allows 259 here (move the catalogue into a folder with a shorter path" in said


def test_elsewhere_there_is_room(tmp_path: Path) -> None:
    problems = Problems()
    assert has_room(tmp_path / "site", 10_000, "site", problems) is (
        long_paths.longest_path() is None
    )


def test_a_long_page_of_people_counts() -> None:
    assert longest_of(["b" * 80], [f"{'c' * 150}.md"]) == len("c" * 150 + ".md/index.html")
    assert longest_of([], []) > 0
