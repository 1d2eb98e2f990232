"""Lines are counted as editors count them, and values of several lines are put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources import entries
from generator.sources.base import SourceFile
from generator.sources.tagged.lines import Entry, Value, lines_of
from generator.sources.tagged.ris import RisReader
from generator.sources.tagged.values import urls_in


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", [(1, "a"), (2, "b")]),
        ("a\r\nb\r\n", [(1, "a"), (2, "b"), (3, "")]),
        ("a\rb", [(1, "a"), (2, "b")]),
        ("a\rb\nc", [(1, "a"), (1, "b"), (2, "c")]),
        ("a\r\r\nb", [(1, "a"), (2, "b")]),
        ("", [(1, "")]),
    ],
)
def test_a_carriage_return_counts_only_where_there_are_no_line_feeds(
    text: str, lines: list[tuple[int, str]]
) -> None:
    assert list(lines_of(text)) == lines


def test_a_blank_line_parts_paragraphs_of_a_value() -> None:
    entry = Entry(1)
    entry.add("AB", "One", 1)
    for line in ("more.", "", "", "Two.", ""):
        entry.go_on(line)
    assert entry.text("AB") == "One more. \n\n Two."


@pytest.mark.parametrize(
    ("lines", "urls"),
    [
        (["https://example.org/a;b=1"], ["https://example.org/a;b=1"]),
        (["https://example.org/a;https://example.org/b"], ["https://example.org/a", "https://example.org/b"]),
        (["https://example.org/a, https://example.org/b"], ["https://example.org/a", "https://example.org/b"]),
        (["https://example.org/a", "https://example.org/b"], ["https://example.org/a", "https://example.org/b"]),
        (["https://example.org/long-", "address"], ["https://example.org/long-address"]),
        (["example.org"], ["https://example.org"]),
        ([""], []),
    ],
)  # fmt: skip
def test_addresses_of_one_tag_are_parted_or_joined(lines: list[str], urls: list[str]) -> None:
    assert urls_in(Value(1, lines)) == urls


def test_a_file_with_too_many_papers_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MAX_ENTRIES", 2)
    problems = Problems()
    file = SourceFile(Path("a.ris"), "a.ris", "a.ris")
    reading = RisReader().read(file, "TY  - JOUR\nTI  - A\nER  - \n" * 3, problems)
    assert len(reading.records) == 2
    assert [str(problem) for problem in problems] == [
        "a.ris:7: more than the 2 papers that a file may have (split it into several files)"
    ]
