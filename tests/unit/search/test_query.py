"""A query taken apart: which words are fields, phrases and exclusions, and which are only words."""

from __future__ import annotations

import pytest

from generator.search.query import MOST_CLAUSES, Clause, code, parsed, years


@pytest.mark.parametrize(
    ("query", "words", "clauses"),
    [
        ("counting sheep", "counting sheep", ()),
        ("author:quill", "", (Clause("author", "quill", unfinished=True),)),
        ("author:quill ", "", (Clause("author", "quill"),)),
        ("sheep Author:Quill wool", "sheep wool", (Clause("author", "Quill"),)),
        ("author: quill", "", (Clause("author", "quill", unfinished=True),)),
        ("author：quill ", "", (Clause("author", "quill"),)),
        ('author:"ada quill"', "", (Clause("author", "ada quill", quoted=True),)),
        ("author:“ada quill”", "", (Clause("author", "ada quill", quoted=True),)),
        ("author:o'brien x", "x", (Clause("author", "o'brien"),)),
        ("-author:quill x", "x", (Clause("author", "quill", excluded=True),)),
        ("transformer: attention", "transformer: attention", ()),
        ("coauthor:quill", "coauthor:quill", ()),
        ("author:", "", ()),
        ("sheep author:", "sheep ", ()),
        ("code:perhaps", "code:perhaps", ()),
        ("year:soon", "year:soon", ()),
        ("year:2031 x", "x", (Clause("year", "2031"),)),
        ('"counting sheep"', "", (Clause("", "counting sheep", quoted=True),)),
        ("„counting sheep“ x", "x", (Clause("", "counting sheep", quoted=True),)),
        ("«counting sheep» x", "x", (Clause("", "counting sheep", quoted=True),)),
        ('"counting sheep', '"counting sheep', ()),
        ('5" fences 6" posts', '5" fences 6" posts', ()),
        ('""', "", ()),
        ("sheep -wool", "sheep ", (Clause("", "wool", excluded=True, unfinished=True),)),
        ('-"black wool"', "", (Clause("", "black wool", quoted=True, excluded=True),)),
        ("pre-training", "pre-training", ()),
        ("sheep - wool", "sheep - wool", ()),
        ("--wool", "--wool", ()),
        ("-", "-", ()),
        ("", "", ()),
        ("\u200fauthor:\u200equill x", "x", (Clause("author", "quill"),)),
    ],
)
def test_a_query_is_taken_apart(query: str, words: str, clauses: tuple[Clause, ...]) -> None:
    found = parsed(query)
    assert found.words.replace("  ", " ") == words or found.words.strip() == words.strip()
    assert found.clauses == clauses


@pytest.mark.parametrize(
    ("value", "range_"),
    [
        ("2022", (2022, 2022)),
        ("２０２２", (2022, 2022)),
        ("202", (2020, 2029)),
        ("2020-2022", (2020, 2022)),
        ("2020–2022", (2020, 2022)),
        ("2020..2022", (2020, 2022)),
        ("2022-2020", (2020, 2022)),
        ("2020-22", (2020, 2022)),
        ("2020-", (2020, 9999)),
        ("-2020", (1, 2020)),
        (">=2021", (2021, 9999)),
        ("≥2021", (2021, 9999)),
        (">2021", (2022, 9999)),
        ("<2021", (1, 2020)),
        ("<=2021", (1, 2021)),
        ("unknown", (0, 0)),
        ("2022.", (2022, 2022)),
        ("2022a", None),
        ("20222", None),
        ("", None),
        ("2020-2021-2022", None),
    ],
)
def test_years_are_read(value: str, range_: tuple[int, int] | None) -> None:
    assert years(value) == range_


def test_code_is_yes_or_no() -> None:
    assert [code(value) for value in ("yes", "TRUE", "1", "No", "0", "maybe", "")] == [
        "yes", "yes", "yes", "no", "no", "", "",
    ]  # fmt: skip


def test_more_clauses_than_anyone_types_are_cut() -> None:
    found = parsed("author:quill " * 1000)
    assert len(found.clauses) == MOST_CLAUSES
    assert found.cut
