"""Entries become records together, on any number of cores, and nothing of it can be seen."""

from __future__ import annotations

import json

import pytest

from generator.problems import InOrder
from generator.sources import entries
from generator.sources.base import Reader, Reading
from generator.sources.bibtex.reader import BibtexReader
from generator.sources.csl.csl_json import CslJsonReader
from generator.sources.identifiers import IdentifierReader
from generator.sources.jsonl import JsonLinesReader
from generator.sources.markdown.reader import MarkdownReader
from generator.sources.services.answers import JsonAnswersReader
from generator.sources.tables.csv_table import CsvReader
from generator.sources.tables.json_objects import JsonObjectsReader
from generator.sources.tagged.ris import RisReader
from generator.workers import workers
from tests.unit.sources.reading import file_of

COUNT = 23
#: A year that is none in every third, and no title in every seventh.
ROWS = [
    {
        "title": "" if at % 7 == 3 else f"Counting sheep {at}",
        "authors": [f"Ada Example{at}", "Ben Sample"],
        "year": "20x4" if at % 3 == 1 else "2024",
    }
    for at in range(COUNT)
]


def _lines() -> str:
    lines = [json.dumps(row) for row in ROWS]
    return "\n".join([*lines[:5], "{broken", *lines[5:], "[]"])


def _objects() -> str:
    return json.dumps([*ROWS[:5], 7, *ROWS[5:]])


def _csl() -> str:
    made: list[object] = [
        {"type": "article-journal", "title": row["title"], "volume": {}} for row in ROWS
    ]
    return json.dumps([*made[:5], "broken", *made[5:]])


def _notes() -> str:
    notes = [{"content": row, "forum": f"sheep{at}"} for at, row in enumerate(ROWS)]
    return json.dumps({"notes": [*notes[:5], None, *notes[5:]]})


def _bibtex() -> str:
    made = [
        f'@article{{k{at}, title={{{row["title"]}}}, author={{Ada Example}}, year="{row["year"]}"}}'
        for at, row in enumerate(ROWS)
    ]
    return "\n".join([*made[:5], "@article{broken, title={Sheep", *made[5:]])


def _csv() -> str:
    made = [f"{row['title']},Ada Example,{row['year']}" for row in ROWS]
    return "\n".join(["title,authors,year", *made[:5], "a,b,c,d,e", *made[5:]])


def _ris() -> str:
    return "\n".join(
        f"TY  - JOUR\nTI  - {row['title']}\nPY  - {row['year']}\nER  - \n" for row in ROWS
    )


def _identifiers() -> str:
    made = [f"10.1234/sheep{at} Counting sheep {at}" for at in range(COUNT)]
    return "\n".join([*made[:5], "nothing at all", *made[5:]])


def _markdown() -> str:
    return "\n".join(
        ["# Sheep", "## 2024"]
        + [f"- [Counting sheep {at}](https://arxiv.org/abs/2401.{at:05})" for at in range(COUNT)]
    )


FORMATS: list[tuple[Reader, str]] = [
    (JsonLinesReader(), _lines()),
    (JsonObjectsReader(), _objects()),
    (CslJsonReader(), _csl()),
    (JsonAnswersReader(), _notes()),
    (BibtexReader(), _bibtex()),
    (CsvReader(), _csv()),
    (RisReader(), _ris()),
    (IdentifierReader(), _identifiers()),
    (MarkdownReader(), _markdown()),
]


def _read(reader: Reader, text: str, count: int) -> tuple[Reading, InOrder]:
    told = InOrder()
    return reader.read(file_of("sheep"), text, told, workers(count)), told


@pytest.mark.parametrize(("reader", "text"), FORMATS, ids=[reader.name for reader, _ in FORMATS])
def test_records_and_messages_are_the_same_in_the_same_order_however_many_work(
    reader: Reader, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, told = _read(reader, text, 1)
    assert len(alone.records) > 10
    for chunk, most in ((1, 8), (3, 9), (5, 40)):
        monkeypatch.setattr(entries, "CHUNK", chunk)
        monkeypatch.setattr(entries, "MOST_WAITING", most)
        again, told_again = _read(reader, text, 3)
        assert again == alone
        assert [r.work.title.protected for r in again.records] == [
            r.work.title.protected for r in alone.records
        ]
        assert told_again.told == told.told


def test_messages_come_in_the_order_of_the_lines_they_are_on() -> None:
    _, told = _read(JsonLinesReader(), _lines(), 1)
    lines = [problem.where.line for problem in told.told if problem.where.line]
    assert lines == sorted(lines)
    assert 6 in lines  # what is no JSON, between entries with other faults


def test_an_entry_counts_while_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MAX_ENTRIES", 4)
    reading, told = _read(CslJsonReader(), _csl(), 1)
    assert reading.entries == 4
    assert "more than the 4 papers" in str(told.told[-1])
