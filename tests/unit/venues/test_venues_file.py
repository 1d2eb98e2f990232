"""What catalogue/venues.yml may say, and what is said of its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.values.venue_meant import meant
from generator.values.venue_table import Table, known_venues
from generator.venues import load_venues


def loaded(folder: Path, text: str) -> tuple[Table, list[str]]:
    (folder / "venues.yml").write_text(text, "utf-8")
    problems = Problems()
    table = load_venues(folder / "venues.yml", "catalogue/venues.yml", problems)
    return table, [str(problem) for problem in problems]


def test_a_file_adds_venues_and_spellings(tmp_path: Path) -> None:
    table, problems = loaded(
        tmp_path,
        """
venues:
  - slug: tea
    name: Journal of Tea
    short: JTea
    kind: journal
  - slug: wool
    name: Workshop on Wool
    kind: workshop
    part_of: icml
    spellings: [ICML Wool Day]
  - slug: icml
    spellings: [Machine Milking]
  - slug: neurips
    short: NIPS
""",
    )
    assert problems == []
    for name, slug in (
        ("J. Tea 3", "tea"),
        ("ICML Wool Day 2019", "wool"),
        ("Workshop on Wool", "wool"),
        ("Machine Milking", "icml"),
        ("ICML 2019", "icml"),
        ("NeurIPS", "neurips"),
    ):
        found = meant(name, table).entry
        assert found, name
        assert found.slug == slug, name
    assert table.entries["neurips"].short == "NIPS"
    assert table.entries["wool"].part_of == "icml"


@pytest.mark.parametrize("text", ["", "venues:\n", "venues: []\n", "# nothing\n"])
def test_a_file_that_says_nothing_is_no_mistake(tmp_path: Path, text: str) -> None:
    table, problems = loaded(tmp_path, text)
    assert (table, problems) == (known_venues(), [])


def test_there_need_be_no_file(tmp_path: Path) -> None:
    problems = Problems()
    assert load_venues(tmp_path / "venues.yml", "venues.yml", problems) is known_venues()
    assert not list(problems)


MISTAKES = [
    ("venues: 3\n", 'venues: "3" is not a list'),
    (
        "venues:\n  - slug: Tea Time\n    name: Tea\n    kind: journal\n",
        "2: slug: an id is made of",
    ),
    ("venues:\n  - slug: neurip\n", 'no known venue has the slug "neurip" (did you mean neurips?)'),
    ("venues:\n  - slug: tea\n    kind: journal\n", "2: name: is missing"),
    ("venues:\n  - slug: tea\n    name: Tea\n    kind: paper\n", "4: venues[1].kind: "),
    ("venues:\n  - slug: icml\n    spelling: [Tea]\n", "did you mean spellings?"),
    ("venues:\n  - slug: icml\n  - slug: icml\n", '3: slug: "icml" stands twice (first in line 2)'),
    ("venues:\n  - slug: icml\n    spellings: ['2019']\n", "has no word that tells a venue"),
    (
        "venues:\n  - slug: icml\n    spellings: [Tea Day]\n"
        "  - slug: iclr\n    spellings: [the tea day]\n",
        'is also of "icml" (line 3)',
    ),
    (
        "venues:\n  - slug: icml\n    spellings: [ICLR]\n",
        'spellings: "ICLR" is the name of the known venue "iclr"',
    ),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES, ids=lambda value: value[-30:])
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    table, problems = loaded(tmp_path, text)
    assert table is known_venues()
    assert any(told in problem for problem in problems), problems
    assert all("catalogue/venues.yml" in problem for problem in problems)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, problems = loaded(
        tmp_path, "venues:\n  - slug: A B\n  - slug: icml\n    spellings: [ICLR, '3']\n"
    )
    assert len(problems) >= 4
