from __future__ import annotations

import pytest

from generator.merge.evidence import same_person
from generator.merge.people import Agreement, agreement, are_mostly_others, compared_names
from generator.values.name import FoldedName, Name
from generator.values.text import Text


def names(*texts: str) -> tuple[FoldedName, ...]:
    return compared_names([name for text in texts if (name := Name.read(Text(text)))])


@pytest.mark.parametrize(
    "other",
    ["AB Quill", "A. B. Quill", "A Quill", "QUILL AB", "Quill A.B.", "and AB Quill", "AB Quill -"],
)
def test_names_of_one_person_are_told_by_initials_in_any_order(other: str) -> None:
    (one,), (same,) = names("Ada Beatrix Quill"), names(other)
    assert same_person(one, same) is True
    assert same_person(same, one) is True


@pytest.mark.parametrize("other", ["CB Quill", "QUILL CB", "AB Quorum", "Q Ada", "AB"])
def test_names_of_others_are_not(other: str) -> None:
    (one,), (different,) = names("Ada Beatrix Quill"), names(other)
    assert same_person(one, different) is not True


def test_what_a_list_left_around_a_name_is_no_part_of_it() -> None:
    assert names("Ben Sample et al.") == names("Ben Sample")
    assert names("The Sheep Team") == names("CORPORATE The Sheep Team")
    assert names("et al.", "...", "-") == ()


def test_authors_are_counted_each_once_in_any_order() -> None:
    three = names("Ada Quill", "Ben Sample", "Cy Example")
    cut = names("C Example", "A Quill")
    assert agreement(three, cut) == agreement(cut, three) == Agreement(2, 2, 3, first=False)
    assert agreement(three, three).whole
    assert agreement(names("A Quill", "A Quill"), names("Ada Quill", "Ben Sample")).agreed == 1
    assert not agreement(three, ()).known


def test_one_common_name_of_many_says_little() -> None:
    one = names("Ada Quill", "Ben Sample", "Cy Example")
    assert are_mostly_others(agreement(one, names("Ada Quill", "Di Other", "Ed Other")))
    assert not are_mostly_others(agreement(one, names("Ada Quill")))
