"""Authors that cannot be."""

from __future__ import annotations

import pytest

from tests.unit.checks.papers import found, paper


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ("Ada Quill 2 Pond", "has digits"),
        ("Ada*Quill", "has a sign"),
        ("<b>Ada</b> Quill", "has a sign"),
        ("ada@example.org", "holds an address"),
        ("Ada Quill et al.", "shortens the list"),
        ("and Ada Quill", "has a word or sign of the list around it"),
        ("Ada Quill and", "has a word or sign of the list around it"),
        ("Ada Quill and Ben Sample", "is several names"),
        ("Ada Quill; Ben Sample", "is several names"),
        ("Ada Quill, Ben Sample, Cy Pond, Di Lake", "is several names"),
    ],
)
def test_an_author_that_is_not_one_name_is_found(author: str, said: str) -> None:
    (one,) = found("author-name", paper("kettles", authors=("Ben Sample", author)))
    assert one.startswith(f'catalogue/papers/kettles.yml:2: authors[2]: "{author}" {said}')


@pytest.mark.parametrize("rest", ["et al", "others", "and others", "…", "and 3 more"])
def test_a_list_that_ends_with_others_is_found(rest: str) -> None:
    (one,) = found("author-name", paper("kettles", authors=("Ben Sample", "Ada Quill", rest)))
    assert one == "catalogue/papers/kettles.yml:2: authors[3] shortens the list (name every author)"


@pytest.mark.parametrize("author", ["Ada Quill 0002", "Ada Quill²", "Ada Quill*", "Ada Quill, PhD"])
def test_what_is_taken_off_a_name_anyway_is_not_doubted(author: str) -> None:
    assert found("author-name", paper("kettles", authors=(author,))) == []


@pytest.mark.parametrize(
    ("author", "normal"),
    [
        ("ADA QUILL", "Ada Quill"),
        ("ada quill", "Ada Quill"),
        ("Ada QUILL-POND", "Ada Quill-Pond"),
        ("Ada LI", "Ada Li"),
        ("ÅDA O'QUILL", "Åda O'Quill"),
    ],
)
def test_a_name_in_capitals_or_small_letters_is_found(author: str, normal: str) -> None:
    (one,) = found("author-capitals", paper("kettles", authors=(author,)))
    assert one.endswith(f"(write names in normal case: {normal})")


@pytest.mark.parametrize(
    "author",
    [
        "Ada Quill",
        "Ludwig van Pond",
        "AJ Quill",
        "J. D. Li",
        "Ada M. III",
        "Quill, Jr., Ada",
        "O'Brien & Sons",
        "BIG-bench Team",
        "Pond AI",
        "NASA",
        "Raj G",
        "李明",
        "Ñandú, José",
    ],
)
def test_the_name_of_a_person_or_group_is_not_doubted(author: str) -> None:
    assert found("author-name", paper("kettles", authors=(author,))) == []
    assert found("author-capitals", paper("kettles", authors=(author,))) == []


def test_an_author_named_twice_is_found_in_any_order_of_the_name() -> None:
    twice = paper("kettles", authors=("Ada Quill", "Ben Sample", "Quill, Ada", "BEN SAMPLE"))
    (one,) = found("author-twice", twice)
    assert 'authors[3]: "Quill, Ada" is author 1, too, and 1 more stand twice' in one
    assert found("author-twice", paper("kettles", authors=("A. Quill", "Ada Quill"))) == []
