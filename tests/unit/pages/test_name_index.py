"""The index of people by family name: in which order, under which letter, on which page."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Person
from generator.pages.name_index import OTHERS, letters, shown
from generator.values.name import Name
from generator.values.text import Text


def person(name: str, slug: str = "") -> Person:
    return Person(slug or name, Name.read(Text(name)) or Name(literal=name), ("x",))


@pytest.mark.parametrize(
    ("name", "letter", "printed"),
    [
        ("Ada Example", "E", "Example, Ada"),
        ("Ludwig van Sample", "V", "van Sample, Ludwig"),
        ("Óscar Élan", "E", "Élan, Óscar"),
        ("Jo Łąka", "L", "Łąka, Jo"),
        ("Jo Ørsample", "O", "Ørsample, Jo"),
        ("Þór Þorn", "T", "Þorn, Þór"),
        ("Pat O'Sample", "O", "O'Sample, Pat"),
        ("Max d'Example", "D", "d'Example, Max"),
        ("Sam Sample Jr.", "S", "Sample, Sam, Jr."),
        ("Sheep Counting Team", "S", "Sheep Counting Team"),
        ("Plato", "P", "Plato"),
        ("王小明", OTHERS, "王小明"),
        ("Ада Пример", OTHERS, "Пример, Ада"),
        ("نور مثال", OTHERS, "مثال, نور"),
        ("01.Sheep", OTHERS, "01.Sheep"),
    ],
)
def test_a_name_stands_under_the_letter_of_its_family_name(
    name: str, letter: str, printed: str
) -> None:
    (found,) = letters([person(name)])
    assert found.name == letter
    assert shown(found.parts[0].people[0].name) == printed


def test_names_are_sorted_as_people_sort_them() -> None:
    order = ["Ada De Smet", "Ada Dean", "Abe Élan", "Ada Elan", "Ada Elan Sample", "Ada Elander"]
    names = [Name("De Smet", "Ada"), Name("Dean", "Ada"), Name("Élan", "Abe"), Name("Elan", "Ada"),
             Name("Elan Sample", "Ada"), Name("Elander", "Ada")]  # fmt: skip
    people = [Person(slug, name, ()) for slug, name in zip(order, names, strict=True)]
    found = letters(people[::-1])
    assert [one.slug for letter in found for part in letter.parts for one in part.people] == order


def test_others_come_last_whatever_their_code_points() -> None:
    found = letters([person("01.Sheep"), person("Ada Zebra"), person("王小明")])
    assert [letter.name for letter in found] == ["Z", OTHERS]


def test_a_letter_of_many_names_is_divided_where_their_beginnings_change() -> None:
    families = ["Sab", "Sad", "Sca", "Sha", "Shy", "Sti"]
    people = [person(f"{given} {family}") for family in families for given in ("Ada", "Ben", "Cy")]
    (found,) = letters(people, most=7)
    assert [(part.label, len(part.people)) for part in found.parts] == [
        ("Sa", 6),
        ("Sc", 3),
        ("Sh", 6),
        ("St", 3),
    ]
    assert [part.label for part in letters(people, most=9)[0].parts] == ["Sa – Sc", "Sh – St"]


def test_one_family_name_of_many_people_is_divided_by_given_names() -> None:
    people = [person(f"{first}o Sample") for first in "ABCDEFGH"]
    (found,) = letters(people, most=4)
    assert [part.label for part in found.parts] == [
        "Sample, A – Sample, D",
        "Sample, E – Sample, H",
    ]


def test_people_of_one_name_are_divided_by_number() -> None:
    people = [person("Jo Sample", f"jo-sample-{n}") for n in range(5)]
    (found,) = letters(people, most=2)
    assert [part.label for part in found.parts] == [
        "Sample, Jo",
        "Sample, Jo (2)",
        "Sample, Jo (3)",
    ]


@given(st.lists(st.text("abä ,.-李д9", min_size=1, max_size=6), max_size=40), st.integers(1, 5))
def test_everybody_stands_in_the_index_once_and_no_page_has_too_many(
    names: list[str], most: int
) -> None:
    people = [person(name, f"{name}-{number}") for number, name in enumerate(names)]
    found = letters(people, most)
    parts = [part for letter in found for part in letter.parts]
    assert all(0 < len(part.people) <= most for part in parts)
    listed = [one.slug for part in parts for one in part.people]
    assert sorted(listed) == sorted(one.slug for one in people)
    assert len({letter.name for letter in found}) == len(found)
    for letter in found:
        labels = [part.label for part in letter.parts]
        assert len(set(labels)) == len(labels)
    assert [one.name == OTHERS for one, _ in itertools.pairwise(found)].count(True) == 0
