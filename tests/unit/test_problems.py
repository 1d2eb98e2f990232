"""Problems: what a person reads, and that it is safe to show."""

from __future__ import annotations

import pytest

from generator.problems import (
    MAX_MESSAGE,
    MAX_OF_A_FILE,
    BuildFailed,
    InOrder,
    Place,
    Problems,
    Severity,
    printable,
    quoted,
)


def test_a_message_says_where_what_and_what_to_do() -> None:
    problems = Problems()
    problems.error(Place("a.yml", 7), 'year: "20x4" is not a year', "write four digits")
    assert str(*problems) == 'a.yml:7: year: "20x4" is not a year (write four digits)'


def test_a_place_without_a_line_names_the_file_alone() -> None:
    problems = Problems()
    problems.note(Place("a.yml"), "is empty")
    assert str(*problems) == "a.yml: is empty"


def test_problems_come_errors_first_then_by_file_and_line() -> None:
    problems = Problems()
    problems.note(Place("a", 1), "note")
    problems.warning(Place("a", 10), "later")
    problems.warning(Place("a", 9), "sooner")
    problems.error(Place("b", 1), "error of b")
    problems.error(Place("a", 2), "error of a")
    assert [p.what for p in problems] == ["error of a", "error of b", "sooner", "later", "note"]


def test_the_same_problem_is_told_once() -> None:
    problems = Problems()
    for _ in range(3):
        problems.warning(Place("a", 1), "odd")
    assert len(problems) == 1


def test_counts_are_kept_for_each_severity() -> None:
    problems = Problems()
    problems.error(Place("a"), "one")
    problems.error(Place("a"), "two")
    problems.note(Place("a"), "three")
    assert [problems.count(severity) for severity in Severity] == [2, 0, 1]


def test_only_errors_stop_a_build() -> None:
    problems = Problems()
    problems.warning(Place("a"), "odd")
    problems.note(Place("a"), "new")
    problems.stop_if_errors()
    assert not problems.has_errors


def test_a_failed_build_carries_everything_that_was_found() -> None:
    problems = Problems()
    problems.error(Place("a"), "wrong")
    problems.warning(Place("a"), "odd")
    with pytest.raises(BuildFailed, match="1 errors") as failure:
        problems.stop_if_errors()
    assert [p.what for p in failure.value.problems] == ["wrong", "odd"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("one\ntwo", "one\\ntwo"),
        ("right \u202eto left", "right \\u202eto left"),
        ("\ud800", "\\ud800"),
        ("Grüße – 統計", "Grüße – 統計"),
    ],
)
def test_a_message_cannot_drive_the_terminal(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_a_quotation_is_one_line_and_cut_with_an_ellipsis() -> None:
    assert quoted("  two\n  lines ") == '"two lines"'
    assert quoted("x" * 70) == '"' + "x" * 70 + '"'
    assert quoted("x" * 71) == '"' + "x" * 69 + '…"'
    assert quoted(1984) == '"1984"'


def test_no_text_of_a_source_makes_a_message_that_hides_the_others() -> None:
    problems = Problems()
    problems.warning(Place("a.jsonl", 1), "x" * 900_000, "y" * 900_000)
    assert str(next(iter(problems))) == (
        f"a.jsonl:1: {'x' * (MAX_MESSAGE - 1)}… ({'y' * (MAX_MESSAGE - 1)}…)"
    )


def test_of_one_file_so_many_problems_are_told_and_the_others_counted() -> None:
    problems = Problems()
    for line in range(1, MAX_OF_A_FILE + 1_500):
        problems.warning(Place("a.jsonl", line), "not JSON")
    problems.warning(Place("b.jsonl", 1), "not JSON")
    problems.error(Place("a.jsonl", 9), "an error all the same")
    said = [str(problem) for problem in problems]
    assert len(said) == MAX_OF_A_FILE + 3
    assert said[0] == "a.jsonl:9: an error all the same"
    assert said[MAX_OF_A_FILE] == f"a.jsonl:{MAX_OF_A_FILE}: not JSON"
    assert said[MAX_OF_A_FILE + 1 :] == ["a.jsonl: and 1,499 more warnings", "b.jsonl:1: not JSON"]
    assert problems.count(Severity.WARNING) == MAX_OF_A_FILE + 1_500
    assert len(problems) == MAX_OF_A_FILE + 1_501


def test_errors_that_are_only_counted_stop_a_build_too() -> None:
    problems = Problems()
    for line in range(MAX_OF_A_FILE + 1):
        problems.error(Place("a.jsonl", line), "wrong")
    with pytest.raises(BuildFailed, match=str(MAX_OF_A_FILE + 1)):
        problems.stop_if_errors()


def test_what_is_kept_in_order_is_told_later_as_if_it_were_told_then() -> None:
    at_once, later, kept = Problems(), Problems(), InOrder()
    for problems in (at_once, kept):
        for line in range(MAX_OF_A_FILE, -2, -1):
            problems.warning(Place("sheep.txt", line), "is no sheep")
            problems.warning(Place("sheep.txt", line), "is no sheep")
    assert not later
    kept.tell(later)
    assert list(later) == list(at_once)
    assert len(kept.told) > len(at_once)
