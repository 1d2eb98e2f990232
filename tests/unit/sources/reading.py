"""Reads a text as a file of a name for tests, and gives what readers said of it."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problems
from generator.sources.base import Reader, Reading, SourceFile


def file_of(name: str) -> SourceFile:
    return SourceFile(Path(name), name, name)


def read(reader: Reader, text: str, name: str = "given") -> tuple[Reading, list[str]]:
    """Return the reading of a text, and the problems as people see them."""
    problems = Problems()
    reading = reader.read(file_of(name), text, problems)
    return reading, [str(problem) for problem in problems]


def titles(reading: Reading) -> list[str]:
    return [record.work.title.plain for record in reading.records]


def lines(reading: Reading) -> list[int]:
    return [record.place.line or 0 for record in reading.records]
