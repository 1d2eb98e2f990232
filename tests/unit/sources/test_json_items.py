"""A fault in one item of a JSON list costs that item only, and every line is right."""

from __future__ import annotations

import json

import pytest

from generator.sources.json_items import items, whole
from generator.sources.json_nesting import MAX_DEPTH

BEFORE = {"id": "before", "author": [{"family": "Example", "given": "Ada"}], "title": "Rams"}
AFTER = {"id": "after", "author": [{"family": "Sample", "given": "Ben"}], "title": "Ewes"}

#: Items with one fault each, as they stand on one line.
FAULTS = {
    "missing comma": '{"id": "x", "author": [{"family": "Pond"}] "title": "Lambs"}',
    "missing comma within": '{"id": "x", "author": [{"family": "P" "given": "Q"}], "title": "L"}',
    "trailing comma": '{"id": "x", "author": [{"family": "Pond"},], "title": "Lambs",}',
    "single quotes": "{'id': 'x', 'author': [{'family': 'Pond'}], 'title': 'Lambs'}",
    "a comment": '{"id": "x", /* why? */ "author": [{"family": "Pond"}], "title": "Lambs"}',
    "unescaped quotes": '{"id": "x", "author": [{"family": "Pond"}], "title": "On "Lambs" here"}',
    "unescaped, then comma": '{"id": "x", "title": "On "Lambs", and", "author": [{"family": "P"}]}',
    "unescaped, then brace": '{"id": "x", "title": "On "Lambs" {2}", "author": [{"family": "P"}]}',
    "bad escape": r'{"id": "x", "author": [{"family": "Pond"}], "title": "\alpha lambs"}',
    "cut escape": r'{"id": "x", "author": [{"family": "Pond"}], "title": "\u12 lambs"}',
    "key without value": '{"id": "x", "author": [{"family": "Pond"}], "title"}',
    "bare word": '{"id": "x", "author": [{"family": "Pond"}], "title": Lambs}',
    "None of Python": '{"id": "x", "author": [{"family": "Pond"}], "DOI": None}',
    "a number of many digits": '{"id": "x", "author": [{"family": "P"}], "year": '
    + "9" * 5000
    + "}",
}
#: … where a bracket or a quote is lost, so that what follows is in doubt.
TORN = {
    "brace lost": '{"id": "x", "author": [{"family": "Pond"}], "title": "Lambs"',
    "inner brace lost": '{"id": "x", "author": [{"family": "Pond"], "title": "Lambs"}',
    "bracket lost": '{"id": "x", "author": [{"family": "Pond"}, "title": "Lambs"}',
    "brace too many": '{"id": "x", "author": [{"family": "Pond"}}], "title": "Lambs"}',
    "quote lost": '{"id": "x", "author": [{"family": "Pond}], "title": "Lambs"}',
    "last quote lost": '{"id": "x", "author": [{"family": "Pond"}], "title": "Lambs}',
    "cut": '{"id": "x", "author": [{"family": "Po',
}

ONE_LINE = "[{before},{fault},{after}]"
A_LINE_EACH = "[\n{before},\n{fault},\n{after}\n]"
BELOW = "[{before},\n {fault},\n {after}]"
INDENTED = "[\n  {before},\n  {fault},\n  {after}\n]\n"


def _ids(text: str) -> list[str | None]:
    return [item.value["id"] if item.value else None for item in items(text)]


def _filled(form: str, fault: str, dump: object = json.dumps) -> str:
    text = form.replace("{before}", json.dumps(BEFORE)).replace("{after}", json.dumps(AFTER))
    return text.replace("{fault}", fault)


@pytest.mark.parametrize("form", [ONE_LINE, A_LINE_EACH, BELOW, INDENTED])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_its_own_item_only(fault: str, form: str) -> None:
    assert _ids(_filled(form, FAULTS[fault])) == ["before", None, "after"]


@pytest.mark.parametrize("form", [ONE_LINE, A_LINE_EACH, BELOW, INDENTED])
@pytest.mark.parametrize("fault", TORN)
def test_so_does_a_lost_bracket_or_quote(fault: str, form: str) -> None:
    assert _ids(_filled(form, TORN[fault])) == ["before", None, "after"]


def _printed(faulty: str, joint: str, indent: int) -> str:
    """Three items printed over many lines, the second of which has a fault."""
    before, after = (json.dumps(item, indent=indent) for item in (BEFORE, AFTER))
    return f"[{joint[1:]}{before}{joint}{faulty}{joint}{after}]"


@pytest.mark.parametrize("joint", [",\n", ", ", ",\n\n"])
@pytest.mark.parametrize("fault", [*FAULTS, *TORN])
def test_items_that_are_printed_over_lines_are_found_again(fault: str, joint: str) -> None:
    broken = (FAULTS | TORN)[fault].replace("[", "[\n  ").replace(", ", ",\n  ")
    assert _ids(_printed(broken, joint, 2)) == ["before", None, "after"]


@pytest.mark.parametrize("fault", TORN)
def test_the_first_and_the_last_item_may_be_the_broken_one(fault: str) -> None:
    good = json.dumps(AFTER)
    for form in ("[{},{}]", "[\n{},\n{}\n]", "[\n  {},\n  {}\n]"):
        first = form.replace("{}", TORN[fault], 1).replace("{}", good, 1)
        last = form.replace("{}", good, 1).replace("{}", TORN[fault], 1)
        assert _ids(first) == [None, "after"]
        assert _ids(last) == ["after", None]


def test_several_broken_items_one_after_another_cost_no_more() -> None:
    torn = [TORN["bracket lost"], TORN["quote lost"], FAULTS["bare word"]]
    text = "[\n" + ",\n".join([json.dumps(BEFORE), *torn, json.dumps(AFTER)]) + "\n]"
    assert _ids(text) == ["before", None, None, None, "after"]


def test_lines_are_those_that_editors_show() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = end.join(
            ["", "[", " {", '"id": 1', "}, {", '"id": "a', 'b"', "},", " {]", " {}", "]"]
        )
        assert [item.line for item in items(text)] == [3, 5, 9, 10]


def test_a_fault_is_told_with_the_line_on_which_it_stands() -> None:
    text = '[\n{"id": 1},\n{\n "id": 2\n "title": "x"\n},\n{"id": 3}]'
    assert [item.fault for item in items(text)] == [
        "",
        "not JSON: expecting ',' delimiter (line 5)",
        "",
    ]


def test_a_file_that_is_cut_says_so_once() -> None:
    whole_item, cut = '{"id": 1}', '{"id": 2, "author": [{"id": 3}, {"id": 4}, {"fam'
    for joint in (",", ",\n", ",\n  "):
        found = list(items(f"[{joint[1:]}{whole_item}{joint}{cut}"))
        assert [item.value for item in found] == [{"id": 1}, None]
        assert "no other was found behind it" in found[1].fault
    for end in ("", ",", "\n", ",\n"):
        found = list(items(f"[{whole_item}{end}"))
        assert [item.value for item in found] == [{"id": 1}, None]
        assert "the file ends within a list" in found[1].fault


def test_what_programs_write_and_json_does_not_have_costs_nothing() -> None:
    text = (
        '[{"id": 1, "year": NaN}, {"id": 2, "year": -Infinity}, // 2\n /* of */ {"id": "a\tb\nc"},]'
    )
    assert [item.value for item in items(text)] == [
        {"id": 1, "year": None},
        {"id": 2, "year": None},
        {"id": "a\tb\nc"},
    ]
    assert [item.value for item in items('[{"id": 1} {"id": 2},,{"id": 3}]')] == [
        {"id": 1},
        {"id": 2},
        {"id": 3},
    ]


def test_a_list_stands_under_one_of_the_keys_of_an_object() -> None:
    text = '{"total": 2, "links": [{"x": 1}], "results": [{"id": 1}, {"id": 2}], "more": []}'
    assert [item.value["id"] for item in items(text, ("results",))] == [1, 2]
    assert list(items(text, ("items",))) == []
    within = '{"status": "ok", "message": {"facets": {}, "items": [{"id": 1}]}}'
    assert [item.value["id"] for item in items(within, ("message", "items"))] == [1]


def test_a_fault_before_the_list_does_not_hide_it() -> None:
    text = '{"collections": {"a": {"items": [1, 2]}, "b" "c"}, "items": [{"id": 1}, {"id": 2}]}'
    assert [item.value["id"] for item in items(text, ("items",))] == [1, 2]


def test_what_is_no_list_has_no_items() -> None:
    for text in (
        "",
        " ",
        "{}",
        "{",
        "7",
        '"a"',
        "null",
        "@article{a,}",
        '{"items": 3}',
        '{"items":',
    ):
        assert list(items(text, ("items",))) == []
    assert list(items("[]")) == []


def test_nesting_is_bounded() -> None:
    deep = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    deeper = '{"a":' * 100_000 + "1" + "}" * 100_000
    for item in (deep, deeper, "[" * 100_000):
        found = list(items(f'[\n{{"id": 1}},\n{item},\n{{"id": 2}}]'))
        assert [one.value for one in found] == [{"id": 1}, None, {"id": 2}]
        assert "nested too deep" in found[1].fault
    assert whole(deeper).fault == "nested too deep"


def test_a_value_alone_is_read_whole() -> None:
    assert whole(' \n{"id": 1}\n').value == {"id": 1}
    assert whole(' \n{"id": 1}\n').line == 2
    assert whole('{"id": 1} {"id": 2}').fault
    assert whole('{"id": 1').fault


@pytest.mark.parametrize("stray", ["]", "],", ",],", "],\n]"])
def test_a_bracket_before_another_item_ends_no_list(stray: str) -> None:
    text = f'[{{"a": 1}}, {stray}, {{"a": 2}}]'
    assert [item.value for item in items(text)] == [{"a": 1}, {"a": 2}]
    under = f'{{"items": {text}, "more": [{{"a": 3}}]}}'
    assert [item.value for item in items(under, ("items",))] == [{"a": 1}, {"a": 2}]
