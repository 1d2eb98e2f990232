"""A record is changed where it changes, and keeps all its other bytes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from generator.records.text import with_values

RECORD = """\
# yaml-language-server: $schema=../schemas/record.schema.json
title: "Counting sheep"   # as printed
summary: >-
  Counts sheep, also
  # 3 and 4.

# Who wrote it.
authors:
  - Ada Example # she
  - {family: Sample, given: Ben}
year: 2024  # of the journal
links:
  # where it is
  code: https://a.org/x
  data: [https://a.org/1,
    https://a.org/2]
identifiers: {doi: 10.1234/abc}
"""


def changed(before: str, after: str) -> str:
    assert before in RECORD
    return RECORD.replace(before, after)


@pytest.mark.parametrize(
    ("values", "after"),
    [
        ({"year": 2025}, changed("year: 2024  # of", "year: 2025  # of")),
        ({"title": "Sheep: a"}, changed('title: "Counting sheep"   #', "title: 'Sheep: a'  #")),
        ({"summary": "Counts."}, changed("Counts sheep, also\n  # 3 and 4.", "Counts.")),
        (
            {"authors": ["Ada Example", {"family": "Sample", "given": "Ben"}, "Cy Quill"]},
            changed(
                "authors:\n  - Ada Example # she\n  - {family: Sample, given: Ben}\n",
                "# she\nauthors: [Ada Example, {family: Sample, given: Ben}, Cy Quill]\n",
            ),
        ),
        (
            {"links": {"code": "https://a.org/y", "data": ["https://a.org/1", "https://a.org/2"]}},
            changed("code: https://a.org/x", "code: https://a.org/y"),
        ),
        (
            {"links": {"code": "https://a.org/x", "video": "https://a.org/v"}},
            changed(
                "  data: [https://a.org/1,\n    https://a.org/2]\n", "  video: https://a.org/v\n"
            ),
        ),
        ({"links": None}, changed(RECORD[RECORD.index("links:") : RECORD.index("identi")], "")),
        (
            {"identifiers": {"arxiv": "2401.01234"}},
            changed("identifiers: {doi: 10.1234/abc}", 'identifiers:\n  arxiv: "2401.01234"'),
        ),
        ({"venue": "VLDB"}, changed("of the journal\n", "of the journal\nvenue: VLDB\n")),
        ({"kind": "method"}, changed("of the journal\n", "of the journal\nkind: method\n")),
        ({"year": None}, changed("year: 2024  # of the journal\n", "")),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_only_what_changes_is_written_anew(values: dict[str, Any], after: str) -> None:
    assert with_values(RECORD, values) == after
    windows = RECORD.replace("\n", "\r\n")
    assert with_values(windows, values) == after.replace("\n", "\r\n")


def test_a_record_without_a_last_line_end_gets_one_only_where_something_follows() -> None:
    assert with_values("title: a\nyear: 2024", {"year": 2025}) == "title: a\nyear: 2025"
    assert with_values("title: a\nyear: 2024", {"venue": "B"}) == "title: a\nyear: 2024\nvenue: B\n"


def test_a_new_record_has_the_form_of_those_there_are() -> None:
    text = with_values(
        "",
        {
            "added": dt.date(2031, 5, 6),
            "identifiers": {"arxiv": "2401.01234", "doi": "10.1234/abc"},
            "links": {"pdf": "https://a.org/a.pdf", "data": ["https://a.org/1", "https://a.org/2"]},
            "topics": ["sheep"],
            "authors": ["Ada Example", "Ben Sample, Jr."],
            "summary": "Counts sheep in aerial pictures, also where they overlap."
            " Counts sheep there.",
            "title": "Counting sheep: A study",
            "year": 2031,
        },
    )
    assert text == (
        "title: 'Counting sheep: A study'\n"
        "summary: >-\n"
        "  Counts sheep in aerial pictures, also where they overlap. Counts sheep there.\n"
        "authors: [Ada Example, 'Ben Sample, Jr.']\n"
        "year: 2031\n"
        "topics: [sheep]\n"
        "links:\n"
        "  pdf: https://a.org/a.pdf\n"
        "  data: ['https://a.org/1', 'https://a.org/2']\n"
        "identifiers:\n"
        '  arxiv: "2401.01234"\n'
        "  doi: 10.1234/abc\n"
        "added: 2031-05-06\n"
    )
