"""A small catalogue without a fault, which tests spoil, and looking at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from generator import settings as settings_module
from generator.doctor import CHECKS, Desk, Mended, chosen, mend, reading
from generator.problems import Problems

DAY = dt.date(2026, 11, 28)

RECORDS = {
    "counting-sheep": """\
# Kept by Ada.
title: Counting Sheep with Small Networks
summary: >-
  Counts sheep in aerial pictures,
  # seen from above
  also where they overlap.
authors: [Ada Example, Ben Sample]
year: 2024
venue: ICML
topics: [counting]
links:
  code: https://example.org/sheep
identifiers:
  doi: 10.1234/sheep  # of the journal
  arxiv: '2301.01234'
""",
    "herding-goats": """\
title: "Herding Goats by Ear"
summary: Bells tell where a goat is.
authors:
  - Cleo Instance
  - {family: Quill, given: Dora, orcid: 0000-0002-1825-0097}
year: 2023
venue: ICML
topics:
  - herding
identifiers: {doi: 10.1234/goats}
""",
    "weighing-wool": """\
title: Weighing Wool While It Grows
summary: A scale that a sheep wears.
authors: [Eve Placeholder]
year: 2025
venue: ICML
topics: [counting, herding]
identifiers:
  doi: 10.1234/wool
""",
}
TOPICS = """\
areas:
  - slug: farm
    name: Farm
    topics:
      - slug: counting
        name: Counting
        description: How many there are.
        phrases: [counting sheep, aerial picture]
      - slug: herding
        name: Herding
        description: Where they go.
        phrases:
          - bells
          - {phrase: Goats, case: true}
"""
ABOUT = """\
# About us

See [the sheep](papers/counting-sheep.md), [all](papers/index.md), [goats](../papers/herding-goats/)
and [below](#who-we-are), a [map](map.md), [the guide](guide.md) and <https://example.org/>.

## Who we are

![Us](us.svg) and [more](notes/more.md#a-part).
"""


def catalogue(root: Path) -> Path:
    """Write the catalogue into a folder, and return that."""
    write(root, "mkdocs.yml", "theme: {name: paper-catalogue}\n")
    write(root, "catalogue/catalogue.yml", "name: Farm\n")
    write(root, "catalogue/topics.yml", TOPICS)
    for name, text in RECORDS.items():
        write(root, record(name), text)
    write(root, "docs/about.md", ABOUT)
    write(root, "docs/us.svg", "<svg/>")
    write(root, "docs/notes/more.md", "# More\n\n## A part\n\n[Back](../about.md)\n")
    return root


def record(name: str) -> str:
    """Return the path of a record."""
    return f"catalogue/papers/{name}.yml"


def write(root: Path, path: str, text: str) -> None:
    """Write a file, with the folders that it needs."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def read(root: Path, path: str) -> str:
    """Return what is in a file, its ends of lines as they are."""
    return (root / path).read_bytes().decode()


def change(root: Path, path: str, before: str, after: str) -> None:
    """Put one text in the place of another in a file."""
    text = read(root, path)
    assert before in text, f"{before!r} is not in {path}"
    write(root, path, text.replace(before, after))


def desk(root: Path, only: Sequence[str] = (), sources: Sequence[str] = ()) -> Desk:
    """Return a desk with a catalogue on it, and all checks or some."""
    settings = settings_module.load(root, Problems())
    assert settings is not None
    checks = chosen(only, ()) if only else CHECKS
    return Desk(reading(settings, sources, root), DAY, checks)


def found(root: Path, *only: str, sources: Sequence[str] = ()) -> list[str]:
    """Return all that is found: the check, where, what."""
    findings = desk(root, only, sources).examine()
    assert not findings.not_looked
    return [f"{check.name}: {ailment.where}: {ailment.what}" for check, ailment in findings]


def mended(root: Path, *only: str, sources: Sequence[str] = ()) -> Mended:
    """Mend what can be mended, and return what was."""
    return mend(desk(root, only, sources))
