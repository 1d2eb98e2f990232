from __future__ import annotations

import pytest

from generator.merge.evidence import (
    same_abstracts,
    same_authors,
    same_person,
    same_venues,
    same_years,
)
from generator.values.name import FoldedName, Name
from generator.values.text import Text
from generator.values.venue import Venue
from tests.unit.merge.abstracts import ABOUT_KETTLES, ABOUT_PENGUINS


def folded(text: str) -> FoldedName:
    name = Name.read(Text(text))
    assert name is not None
    assert name.folded is not None
    return name.folded


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John Smith", "J. Smith", True),
        ("John Smith", "Smith, John", True),
        ("John A. Smith", "John Smith", True),
        ("John A. Smith", "John B. Smith", False),
        ("John Smith", "Mary Smith", False),
        ("John Smith", "James Smith", None),
        ("John Smith", "John Jones", False),
        ("Wei Zhang", "Zhang Wei", True),
        ("Xiaoming Zhang", "Zhang Xiaoming", True),
        ("José Núñez", "Jose Nunez", True),
        ("Jos? N??ez", "José Núñez", True),
        ("N??ez, Jos?", "José Núñez", True),
        ("Hector Garcia-Molina", "H. García Molina", True),
        ("Maria van der Berg", "van der Berg, Maria", True),
        ("Sammy Davis Jr.", "Sammy Davis", True),
        ("Rafael Camps", "Rafael Camps Puig", True),
        ("Exarkhopoulo", "Exarkhopoulos", True),
        ("Jean-Pierre Tea", "J.-P. Tea", True),
        ("李雷", "李雷", True),
    ],
)
def test_names_of_one_person_are_compatible(one: str, other: str, same: bool | None) -> None:
    a, b = folded(one), folded(other)
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_first_author_may_stand_anywhere_in_the_other_list() -> None:
    tea, milk, jam = ((folded(name),) for name in ("Ana Tea", "Bo Milk", "Cy Jam"))
    assert same_authors(tea + milk, milk + tea) is True
    assert same_authors(tea + jam, milk + jam) is None
    assert same_authors(tea, milk) is False
    assert same_authors(tea, ()) is None


def test_years_of_a_preprint_and_its_publication_are_the_same() -> None:
    assert same_years(2020, 2021) is True
    assert same_years(2020, 2022) is False
    assert same_years(2020, None) is None


def test_abstracts_are_alike_also_when_one_is_cut_short() -> None:
    assert same_abstracts(ABOUT_KETTLES, ABOUT_KETTLES[:150]) is True
    assert same_abstracts(ABOUT_KETTLES, ABOUT_PENGUINS) is False
    assert same_abstracts(ABOUT_KETTLES, "") is None
    assert same_abstracts(ABOUT_KETTLES, "Short.") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Journal of Tea", "TEA Conference", False),
        ("ACM Trans. Tea Syst.", "Kettle University Press", False),
        ("Journal of Tea", "Journal of Pots", None),
        ("TEA Conference", "Kettle University Press", None),
        ("Journal of Tea", "JTEA", None),
        ("TEA Conference", "arXiv", None),
        ("Journal of Tea", "", None),
    ],
)
def test_only_a_journal_and_a_conference_or_book_speak_against_each_other(
    one: str, other: str, same: bool | None
) -> None:
    a, b = Venue(Text(one)), Venue(Text(other))
    assert same_venues(a, b) is same
    assert same_venues(b, a) is same
