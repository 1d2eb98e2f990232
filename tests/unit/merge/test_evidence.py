from __future__ import annotations

import pytest

from generator.merge.evidence import (
    author_name,
    author_names,
    is_journal,
    same_abstracts,
    same_authors,
    same_person,
    same_years,
)
from tests.unit.merge.records import ABOUT_KETTLES, ABOUT_PENGUINS


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
    a, b = author_name(one), author_name(other)
    assert a is not None
    assert b is not None
    assert same_person(a, b) is same
    assert same_person(b, a) is same


@pytest.mark.parametrize("text", ["", "?", "et al.", "others", ", ", "Area 51 Team", "a " * 20])
def test_what_is_no_name_is_none(text: str) -> None:
    assert author_name(text) is None


def test_first_author_may_stand_anywhere_in_the_other_list() -> None:
    tea, milk, jam = (author_names((name,)) for name in ("Ana Tea", "Bo Milk", "Cy Jam"))
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
    ("venue", "journal"),
    [
        ("Journal of Tea", True),
        ("ACM Trans. Tea Syst.", True),
        ("TEA Conference", False),
        ("JTEA", None),
        ("arXiv", None),
        ("", None),
    ],
)
def test_journals_are_told_from_other_venues(venue: str, journal: bool | None) -> None:
    assert is_journal(venue) is journal
