from __future__ import annotations

import pytest

from generator.merge.alignment import align, before_a_citation, is_citation, misread
from generator.merge.titles import title_parts

CLEAN = "Efficient Drying of Woolly Sheep in Windy Fields"


def found(other: str, clean: str = CLEAN) -> tuple[int, int, int, int]:
    """Return slips, and words that are small, left out and exchanged."""
    one = align(title_parts(clean), title_parts(other))
    assert align(title_parts(other), title_parts(clean)) == one
    return one.slips, one.small, one.left_out, one.exchanged


@pytest.mark.parametrize(
    ("title", "differences"),
    [
        ("efficient drying of woolly sheep in windy fields", (0, 0, 0, 0)),
        ("Effident Drying of Woolly Sheep in Windy Fie1ds", (2, 0, 0, 0)),
        ("E cient Drying of Woolly Sheep in Windy Fields", (1, 0, 0, 0)),
        ("Efficient Drying of VVoolly Sheep in Windy Fields", (1, 0, 0, 0)),
        ("EfficientDrying of Woolly Sheep in WindyFields", (2, 0, 0, 0)),
        ("Effi- cient Drying of Woolly Sheep in Windy Fields", (1, 0, 0, 0)),
        ("Efficient Drying ofrWoolly Sheep in Windy Fields", (1, 0, 0, 0)),
        ("Efficient Drying of Woolly Shepe in Windy Fields", (1, 0, 0, 0)),
        ("Efficient Drying for Woolly Sheep in Windy Fields", (0, 1, 0, 0)),
        ("Efficient Drying 0f Woolly Sheep in Windy Fields", (0, 1, 0, 0)),
        ("Efficient Drying of Sheep in Windy Fields", (0, 0, 1, 0)),
        ("Efficient Drying of Woolly Goats in Windy Fields", (0, 0, 0, 1)),
        ("Efficient Washing of Woolly Sheep in Windy Fields", (0, 0, 0, 1)),
    ],
)
def test_what_differs_is_counted_by_how_it_came_about(
    title: str, differences: tuple[int, int, int, int]
) -> None:
    assert found(title) == differences


def test_words_around_a_title_are_kept_apart_from_those_in_it() -> None:
    one = align(title_parts(CLEAN), title_parts("and A. Quill: " + CLEAN + ". Proc. Wool, 1-9"))
    assert one.before == ("quill",) or one.before[-1:] == ("quill",)
    assert "proc" in one.behind
    assert (one.left_out, one.exchanged) == (0, 0)


def test_title_that_ends_inside_a_word_is_cut() -> None:
    one = align(title_parts(CLEAN), title_parts("Efficient Drying of Wool"))
    assert one.is_cut
    assert one.behind[-1:] == ("field",)
    assert not align(title_parts(CLEAN), title_parts("Efficient Drying of")).is_cut


@pytest.mark.parametrize(
    ("a", "b"),
    [("Sheep 1.1 Sleeps Well", "Sheep 11 Sleeps Well"), ("Ten Sheep Sleep", "Eleven Sheep Sleep")],
)
def test_numbers_inside_a_title_are_told(a: str, b: str) -> None:
    assert align(title_parts(a), title_parts(b)).numbers


def test_another_letter_makes_another_name_of_a_model() -> None:
    assert found("SheepBert: Counting at Night", "SheepBort: Counting at Night")[3] == 1
    assert found("SheepNteX: Counting at Night", "SheepNetX: Counting at Night")[0] == 1


def test_what_programs_take_for_each_other_has_one_form() -> None:
    for one, other in (("modern", "modem"), ("dup1icates", "duplicates"), ("vvith", "with")):
        assert misread(one) == misread(other)


def test_what_stands_behind_a_title_is_told_from_a_citation() -> None:
    assert is_citation(("in", "proc", "wool"))
    assert is_citation(("1997",))
    assert not is_citation(("for", "goat"))
    assert before_a_citation(("for", "goat", "in", "proc", "wool")) == ("goat",)
    assert before_a_citation(("for", "goat")) == ()


def test_alignment_of_long_hostile_titles_ends() -> None:
    one, other = title_parts("a1 b2 " * 30), title_parts("rn vv cl " * 20)
    assert align(one, other) == align(other, one)
