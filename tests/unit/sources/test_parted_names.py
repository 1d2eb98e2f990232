"""Names in a YAML list that a comma parted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems, Severity
from generator.sources.base import SourceFile
from generator.sources.records import RecordReader


def warnings(authors: str, field: str = "authors") -> list[str]:
    problems = Problems()
    text = f"title: Sheep\nsummary: We count.\n{field}: {authors}\n"
    reading = RecordReader().read(SourceFile(Path("a.yml"), "a.yml", "a.yml"), text, problems)
    assert reading.records
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("authors", "whole"),
    [
        ("[Example, Ada, Sample, Ben]", "Ada Example"),
        ("[Example, Ada]", "Ada Example"),
        ("[Example, A., Sample, B.]", "A. Example"),
        ("[Example, A. B.]", "A. B. Example"),
        ("[Example, Ada B., Sample, Ben C.]", "Ada B. Example"),
        ("[van Example, Ada]", "Ada van Example"),
        ("[de la Instance, Cleo]", "Cleo de la Instance"),
        ("[O’Sample, Ada]", "Ada O’Sample"),
        ("[Sample-Example, Ada]", "Ada Sample-Example"),
        ("[Ñandú, José]", "José Ñandú"),
        ("[Ada Example, Sample, Ben]", "Ben Sample"),
        ("[Пример, Анна]", "Анна Пример"),
        ("\n  - Example\n  - Ada", "Ada Example"),
    ],
)
def test_a_family_name_and_a_given_name_are_not_two_people(authors: str, whole: str) -> None:
    (message,) = warnings(authors)
    assert "are two names here, a comma parts them" in message
    assert f'write "{whole}"' in message


@pytest.mark.parametrize(
    ("authors", "item"),
    [
        ("[Ada Example, Jr., Ben Sample]", 'authors[2]: "Jr." is no name'),
        ("[Ada Example, Sr]", 'authors[2]: "Sr" is no name'),
        ("[Ada Example, III, Ben Sample]", 'authors[2]: "III" is no name'),
        ("[Ada Example, PhD]", 'authors[2]: "PhD" is no name'),
        ("[Ada Example, Ph.D., Ben Sample]", 'authors[2]: "Ph.D." is no name'),
        ("[Ada Example, M.D.]", 'authors[2]: "M.D." is no name'),
        ("['Ada Example', 'Jr.']", 'authors[2]: "Jr." is no name'),
        ("[Ada Example, and Ben Sample]", 'authors[2]: "and Ben Sample" begins with a word'),
    ],
)
def test_what_belongs_to_the_name_before_is_no_name(authors: str, item: str) -> None:
    (message,) = warnings(authors)
    assert message.startswith(f"a.yml:3: {item}")


@pytest.mark.parametrize(
    "authors",
    [
        "[Ada Example, Ben Sample]",
        "['Example, Ada', 'Sample, Ben']",
        "\n  - Example, Ada\n  - Sample, Ben",
        '["Ada", "Ben"]',
        "[Ada]",
        "[Ada, Ben Sample]",
        "[Ben Sample, Ada]",
        "[王小明, 李雷]",
        "[Example A., Sample B.]",
        "[A. Example, B. Sample]",
        "[Andy Sample, Etta Example]",
        "[Yi Example, 01.AI]",
        "[Ma Example, Md Sample]",
        "['Ada Example, Jr.', Ben Sample]",
        "[Ada van Example, Ben O’Sample]",
    ],
)
def test_names_that_are_whole_are_no_news(authors: str) -> None:
    assert warnings(authors) == []


def test_a_name_on_two_lines_is_two_names_without_a_dash() -> None:
    (message,) = warnings("\n  - Ada Example\n    Ben Sample\n  - Cleo Instance")
    assert message.startswith('a.yml:4: authors[1]: "Ada Example Ben Sample" stands on two lines')
    assert warnings("[Ada Example, Ben\n  Sample]") == []
    assert warnings("\n  - >-\n    Ada\n    Example\n  - Ben Sample") == []


def test_editors_are_looked_at_as_authors_are() -> None:
    (message,) = warnings("[Example, Ada]", "editors")
    assert message.startswith("a.yml:3: editors[1]: ")
