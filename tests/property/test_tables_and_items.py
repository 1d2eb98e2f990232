"""No text crashes the readers of tables and of lists in JSON, or loses an entry silently."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problems
from generator.sources.base import Reader
from generator.sources.csl.csl_json import CslJsonReader
from generator.sources.csl.zotero_json import ZoteroJsonReader
from generator.sources.json_items import items, whole
from generator.sources.tables.csv_table import CsvReader
from generator.sources.tables.json_objects import JsonObjectsReader
from tests.unit.sources.reading import file_of, titles

READERS: tuple[Reader, ...] = (
    CslJsonReader(), ZoteroJsonReader(), JsonObjectsReader(), CsvReader(),
)  # fmt: skip

#: Texts of the signs that mean something in these formats.
signs = st.text(
    st.sampled_from([*"{}[]\",:;|\t\n\r\\/*' atitle10", "\u2028", "\ufeff", "é", "\ud800"]),
    max_size=60,
)
#: Any value of JSON, with the keys that mean something.
keys = st.sampled_from(
    """
    id type title author authors issued date-parts itemType creators data items family given literal
    creatorType lastName name tags tag extra note year venue links identifiers DOI url pages keyword
""".split()
) | st.text(max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)
rows = st.dictionaries(keys, values, max_size=8)


def read_all(reader: Reader, text: str) -> tuple[int, int, int]:
    problems = Problems()
    reader.recognises(file_of("x.json"), text)
    reading = reader.read(file_of("x"), text, problems)
    return len(reading.records), reading.rejected, len(list(problems))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@given(text=signs | st.text(max_size=60))
def test_no_text_crashes_a_reader_and_what_is_rejected_is_told(reader: Reader, text: str) -> None:
    for whole_text in (
        text,
        f"title,year,doi\n{text}",
        f'[{{"title": "a", "type": "book"}},{text}',
    ):
        _, rejected, told = read_all(reader, whole_text)
        assert bool(told) or not rejected


@pytest.mark.parametrize("reader", READERS[:3], ids=lambda reader: reader.name)
@given(found=st.lists(rows, max_size=4))
def test_every_object_is_a_record_or_rejected(reader: Reader, found: list[dict[str, Any]]) -> None:
    kept = [row for row in found if not _is_child(row)]
    wanted = found if reader.name != "Zotero JSON" else kept
    records, rejected, told = read_all(reader, json.dumps(found))
    if found:
        assert records + rejected == len(wanted)
    assert bool(told) or not rejected


def _is_child(row: dict[str, Any]) -> bool:
    data = row.get("data")
    entry = data if isinstance(data, dict) and "itemType" in data else row
    return entry.get("itemType") in ("attachment", "note", "annotation")


@given(
    found=st.lists(rows, max_size=5),
    indent=st.sampled_from([None, 0, 2]),
    end=st.sampled_from("\n\r"),
)
def test_items_of_good_json_are_those_of_any_reader_of_json(
    found: list[dict[str, Any]], indent: int | None, end: str
) -> None:
    text = json.dumps(found, indent=indent).replace("\n", end)
    said = json.loads(text, parse_constant=lambda _: None)
    assert [item.value for item in items(text)] == said
    assert [item.value for item in items(f'{{"x": {text}, "items": {text}}}', ("items",))] == said
    lines = text.split(end)
    for item in items(text):
        assert lines[item.line - 1].strip()[:1] in ("{", "[")


@given(before=rows, fault=signs, after=rows)
def test_whatever_stands_between_two_items_the_one_before_it_is_read(
    before: dict[str, Any], fault: str, after: dict[str, Any]
) -> None:
    one, two = json.dumps(before), json.dumps(after)
    found = list(items(f"[\n{one},\n{fault},\n{two}\n]"))
    assert found[0].value == json.loads(one, parse_constant=lambda _: None)
    # A bracket ends the list, whatever commas stand before it.
    assert len(found) > 1 or fault.lstrip(" \t\r\n,").startswith("]")


@given(text=signs)
def test_whole_takes_what_json_takes(text: str) -> None:
    try:
        said = json.loads(text, strict=False)
    except ValueError:
        return
    assert whole(text).value == said


cells = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8) | st.sampled_from(
    ['a "b" c', "a, b", "a\nb", "a;b", "a|b", '"', "'"]
)


@settings(max_examples=60)
@given(
    found=st.lists(st.lists(cells, min_size=3, max_size=3), max_size=6),
    sign=st.sampled_from(",;\t|"),
)
def test_every_row_of_a_good_table_is_a_record_or_rejected(
    found: list[list[str]], sign: str
) -> None:
    rows = [[f"Title {n} {row[0]}", *row[1:]] for n, row in enumerate(found)]
    """Titles are numbered, as a row may be empty or like the header."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign).writerows([["title", "publisher", "language"], *rows])
    problems = Problems()
    reading = CsvReader().read(file_of("x.csv"), stream.getvalue(), problems)
    assert len(titles(reading)) == len(rows)
    assert reading.rejected == 0
    assert all(title.startswith(f"Title {n}") for n, title in enumerate(titles(reading)))
