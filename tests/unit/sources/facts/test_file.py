"""Files of facts: a bad line costs only itself, and a file is written only if that changes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.problems import Place, Problems, Severity
from generator.sources.facts.file import read_facts_file, write_facts_file
from generator.sources.facts.line import FactLine
from generator.sources.said import Said
from generator.values.asked import Asked

SHOWN = "catalogue/facts/openalex.jsonl"
DAY = dt.date(2026, 11, 28)


def line(paper: str, *, day: dt.date = DAY, title: str = "", number: int = 1) -> FactLine:
    said = Said(Place(SHOWN), {"title": title}) if title else None
    return FactLine(paper, Asked("arxiv", f"2101.{number:05}"), day, said)


def read(path: Path) -> tuple[list[FactLine], list[str]]:
    problems = Problems()
    found = read_facts_file(path, SHOWN, problems)
    assert all(one.severity is Severity.WARNING for one in problems)
    return found, [str(problem) for problem in problems]


def texts(lines: list[FactLine]) -> list[str]:
    return [line.as_text() for line in lines]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts" / "openalex.jsonl"


def test_lines_are_written_sorted_and_read_back(path: Path) -> None:
    lines = [line("tea"), line("sheep", number=2), line("sheep", title="Zählen")]
    assert write_facts_file(path, lines)
    found, told = read(path)
    assert texts(found) == texts([lines[2], lines[1], lines[0]])
    assert told == []
    assert found[1].said is None
    assert found[0].said is not None
    assert found[0].said.place == Place(SHOWN, 1)


def test_a_file_that_would_be_the_same_is_left_alone(path: Path) -> None:
    lines = [line("tea"), line("sheep")]
    write_facts_file(path, lines)
    before = path.stat()
    assert not write_facts_file(path, lines[::-1])
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_no_file_is_made_of_no_lines_and_none_is_read_where_none_is(path: Path) -> None:
    assert not write_facts_file(path, [])
    assert not path.exists()
    assert read(path) == ([], [])


def test_of_two_lines_of_one_question_the_newer_is_taken(path: Path) -> None:
    older = line("sheep", day=dt.date(2025, 1, 1), title="Old")
    newer = line("sheep", title="New")
    path.parent.mkdir()
    path.write_text(f"{newer.as_text()}\n{older.as_text()}\n")
    assert texts(read(path)[0]) == texts([newer])
    write_facts_file(path, [newer, older])
    assert path.read_text() == f"{newer.as_text()}\n"


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b'{"paper": "cut", "of": "arx', "not JSON"),
        (b"<<<<<<< HEAD", "a mark of two versions"),
        (b"=======", "a mark of two versions"),
        (b">>>>>>> other", "a mark of two versions"),
        (b"\xff\xfe", "not text in UTF-8"),
        (b'{"paper": "sheep"}', "of: "),
        (b"\0", "not JSON"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_costs_only_itself(
    path: Path, bad: bytes, told: str
) -> None:
    before, after = line("sheep").as_text().encode(), line("tea").as_text().encode()
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + before + b"\r\n\n" + bad + b"\n" + after)
    found, problems = read(path)
    assert [one.paper for one in found] == ["sheep", "tea"]
    (problem,) = problems
    assert problem.startswith(f"{SHOWN}:3: {told}")


def test_a_file_of_no_known_service_is_told_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "oracle.jsonl"
    path.write_text(line("sheep").as_text())
    found, (problem,) = read(path)
    assert found == []
    assert "is of no service that is known; not read (known are arxiv, openalex" in problem
