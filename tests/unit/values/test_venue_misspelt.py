"""Which misspelt names of venues are known, and which are left alone."""

from __future__ import annotations

import pytest

from generator.values.venue_misspelt import Misspelt, corrected


def known() -> Misspelt:
    names = Misspelt()
    names.add("conference", ("counting", "invented", "sheep"), "cosh")
    names.add("conference", ("shearing", "invented", "sheep"), "shis")
    names.add("", ("wool", "days"), "wool")
    names.add("", ("meadows", "valleys", "mountain"), "mvm")
    names.add("", ("meadows", "valleys", "mountains"), "mvms")
    return names


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("counting invnted sheep", "cosh"),
        ("counting invneted sheep", "cosh"),
        ("countingg invented sheep", "cosh"),
        ("counting invented shep", None),
        ("mounting invented sheep", None),
        ("cownting invnted sheep", None),
        ("invented sheep", None),
    ],
)
def test_one_slip_in_one_long_word_is_known(name: str, slug: str | None) -> None:
    assert known().named("conference", tuple(name.split())) == slug


def test_a_slip_that_two_venues_could_have_is_of_neither() -> None:
    assert known().named("", ("meadows", "valleys", "mountainz")) is None
    assert known().named("", ("wooll", "days")) is None
    assert known().named("symposium", ("counting", "invnted", "sheep")) is None


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("confernce", "conference"),
        ("procedings", "proceedings"),
        ("transaction", "transactions"),
        ("conferences", "conferences"),
        ("confidence", "confidence"),
        ("national", "national"),
    ],
)
def test_words_of_most_names_are_corrected(word: str, whole: str) -> None:
    assert corrected(word) == whole
