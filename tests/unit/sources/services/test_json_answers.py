"""Works in JSON answers: each with its line, and a fault in one costs no other."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.sources.services.json_answers import MAX_LISTS, works

LISTS = (("message", "items"), ("message",), ("results",))
A, B, C = ({"id": letter, "by": [{"id": 1}, {"id": 2}]} for letter in "abc")


def ids(text: str) -> list[Any]:
    """The id of each work, or None for what cannot be read."""
    return [None if item.fault else item.value["id"] for item in works(text, LISTS)]


def lines(text: str) -> list[int]:
    return [item.line for item in works(text, LISTS)]


@pytest.mark.parametrize("indent", [None, 0, 1, 4])
@pytest.mark.parametrize(
    "answer",
    [
        [A, B, C],
        {"results": [A, B, C]},
        {"meta": {"results": [1]}, "results": [A, B, C], "group_by": []},
        {"status": "ok", "message": {"total": 3, "items": [A, B, C], "query": {}}},
        [{"results": [A]}, {"results": [B, C]}],
        [{"message": A}, {"message": {"items": [B, C]}}],
        {"results": {"id": "a"}},
    ],
)
def test_works_of_answers(answer: object, indent: int | None) -> None:
    expected = ["a"] if answer == {"results": {"id": "a"}} else ["a", "b", "c"]
    assert ids(json.dumps(answer, indent=indent)) == expected


def test_answers_behind_each_other() -> None:
    one, two = json.dumps({"results": [A, B]}, indent=2), json.dumps({"results": [C]})
    assert ids(f"{one}\n{two}") == ["a", "b", "c"]
    assert ids(f"{one},{two},\n") == ["a", "b", "c"]
    assert ids("\n".join(map(json.dumps, (A, B, C)))) == ["a", "b", "c"]
    assert ids("\x1e" + "\n\x1e".join(map(json.dumps, (A, B, C)))) == ["a", "b", "c"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_an_editor(end: str) -> None:
    text = json.dumps({"results": [A, B]}, indent=1).replace("\n", end)
    assert lines(text) == [3, 14]


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": "b", "by": [{"id": 1}, {"id": 2},]}',
        '{"id": "b" "by": [{"id": 1}, {"id": 2}]}',
        '{"id": "b", "by": [{"id": 1}, {\'id\': 2}]}',
        '{"id": "b", "by": [{"id": undefined}, {"id": 2}]}',
        '{"id": "b", "by": [{"id": "\\x"}, {"id": 2}]}',
        '{"id": "b", "by": [{"id": 1}, {"id": 2}]',
        '{"id": "b", "by": [{"id": 1}, {"id": "2]}',
        "nothing",
    ],
)
@pytest.mark.parametrize("sep", [",\n", ",\n  ", "\n"])
def test_a_broken_work_costs_no_other(broken: str, sep: str) -> None:
    begin, end = ("[" + sep[1:], "\n]") if "," in sep else ("", "\n")
    found = ids(begin + sep.join([json.dumps(A), broken, json.dumps(C)]) + end)
    assert (found[0], found[-1]) == ("a", "c")
    assert None in found


@pytest.mark.parametrize(
    "broken", ['{"id": "b",}', '{"id": b}', '{"id": "b", "by": [{"id": 1} {"id": 2}]}', '{"id"}']
)
def test_a_broken_work_in_one_long_line(broken: str) -> None:
    inside = ", ".join([json.dumps(A), broken, json.dumps(C)])
    assert ids(f"[{inside}]") == ["a", None, "c"]
    assert ids(f'{{"meta": 1, "results": [{inside}], "more": 2}}') == ["a", None, "c"]


def test_a_broken_work_of_many_lines() -> None:
    text = json.dumps({"results": [A, B, C]}, indent=2).replace('"b",', '"b"')
    assert ids(text) == ["a", None, "c"]
    assert lines(text) == [3, 14, 25]


def test_a_file_that_was_cut() -> None:
    text = json.dumps({"results": [A, B, C]}, indent=2)
    found = ids(text[: text.index('"c"')])
    assert found[:2] == ["a", "b"]
    assert None in found


def test_what_is_no_object_is_given_too() -> None:
    assert [item.value for item in works("[null, 1, {}]", LISTS)] == [None, 1, {}]


def test_lists_in_lists_end() -> None:
    deep = "[" * 100_000
    assert all(item.fault for item in works(deep, LISTS))
    pages: Any = A
    for _ in range(3 * MAX_LISTS):
        pages = {"results": [pages]}
    assert len(list(works(json.dumps(pages), LISTS))) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        '{"a":[},' * 30_000,
        '[{"a":x\n' * 30_000,
        '{"a' * 50_000,
        '\\"' * 50_000,
        '["' + '\\"' * 50_000,
        "{x" + '"\\"' * 50_000,
        "[x," * 30_000,
        '{"results":' * 30_000,
        '{"results":[x' * 10_000,
        " " * 100_000 + "x",
        "\n" * 100_000,
        "," * 100_000,
    ],
)
def test_hostile_text_ends(hostile: str) -> None:
    assert all(item.fault or not isinstance(item.value, dict) for item in works(hostile, LISTS))
