"""Who has the same name, and whom initials may mean."""

from __future__ import annotations

import pytest

from generator.figures.namesakes import Namesakes
from generator.model import Person
from generator.values.name import Name
from generator.values.text import Text


def person(name: str, slug: str = "", papers: int = 1, *, unsure: bool = False) -> Person:
    read = Name.read(Text(name))
    assert read
    return Person(slug or name, read, ("x",) * papers, unsure=unsure)


def fitting(initials: str, *names: str) -> list[str]:
    asked = person(initials, unsure=True)
    found = Namesakes([asked, *map(person, names)]).fitting(asked)
    return [one.slug for one in found]


@pytest.mark.parametrize(
    ("initials", "fits", "does_not"),
    [
        ("J. Sample", ["Jo Sample", "James R. Sample"], ["Ada Sample", "Jo Example"]),
        ("J. R. Sample", ["James Robert Sample", "James Sample"], ["James Walter Sample"]),
        ("Jo R. Sample", ["Jo Sample", "Joan Robin Sample"], ["James Robin Sample"]),
        ("Ó. Sample", ["Oscar Sample", "Óscar Sample"], []),
        ("J. van Sample", ["Jo van Sample"], []),
    ],
)
def test_initials_may_mean_the_full_names_that_they_begin(
    initials: str, fits: list[str], does_not: list[str]
) -> None:
    assert set(fitting(initials, *fits, *does_not)) == set(fits)


def test_initials_may_not_mean_other_initials() -> None:
    asked, other = person("J. Sample", unsure=True), person("J. R. Sample", unsure=True)
    assert Namesakes([asked, other]).fitting(asked) == []


def test_a_name_that_cannot_be_compared_means_nobody() -> None:
    asked = person("et al.", unsure=True)
    assert Namesakes([asked, person("Ada Sample")]).fitting(asked) == []


def test_people_of_one_name_know_of_each_other_however_it_is_accented() -> None:
    one, other, third = person("Jo Sample", "a"), person("Jó  Sample", "b", 3), person("Jo S.", "c")
    found = Namesakes([one, other, third])
    assert found.same_name(one) == [other]
    assert found.same_name(other) == [one]
    assert found.same_name(third) == []
