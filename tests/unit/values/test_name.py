"""Names: in parts where a person's name has one reading, whole where it has several or none."""

from __future__ import annotations

import pytest

from generator.values.name import Name
from generator.values.text import Text


def name(text: str) -> Name | None:
    return Name.read(Text(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Lovelace", Name("Lovelace", "Ada")),
        ("Lovelace, Ada", Name("Lovelace", "Ada")),
        ("J. R. R. Pebble", Name("Pebble", "J. R. R.")),
        ("Anne-Marie O'Brien", Name("O'Brien", "Anne-Marie")),
        ("Ludwig van Pond", Name("Pond", "Ludwig", "van")),
        ("van Pond, Ludwig", Name("Pond", "Ludwig", "van")),
        ("Juan de la Rivera", Name("Rivera", "Juan", "de la")),
        ("Maria da Silva Santos", Name("Silva Santos", "Maria", "da")),
        ("Alexander G. de G. Miller", Name("Miller", "Alexander G. de G.")),
        ("Luc Van Gouda", Name("Van Gouda", "Luc")),
        ("Guy Van den Berg", Name("Van den Berg", "Guy")),
        ("Nguyen Van Anh", Name("Anh", "Nguyen Van")),
        ("Quoc Van Lê", Name("Lê", "Quoc Van")),
        ("John Smith Jr.", Name("Smith", "John", suffix="Jr.")),
        ("John Smith, Jr.", Name("Smith", "John", suffix="Jr.")),
        ("Smith, John, III", Name("Smith", "John", suffix="III")),
        ("Smith, Jr., John", Name("Smith", "John", suffix="Jr.")),
        ("Jaromı\u0301r Guang–Li", Name("Guang–Li", "Jaromı\u0301r")),
        ("WEI FU", Name("FU", "WEI")),
    ],
)
def test_a_name_with_one_reading_comes_in_parts(text: str, parts: Name) -> None:
    assert name(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Plato",
        "The Kettle Team",
        "Tea Research Institute, University of Ponds",
        "Salt and Pepper",
        "Ada Lovelace et al.",
        "Meera S J",
        "Raman S.",
        "王 小明",
        "김 민준",
        "Shane (Sean) Gu",
        "Hao Liu*",
        "agent 007",
        "a, b, c, d",
        "Lovelace,",
        ", Ada",
        "x@example.org",
    ],
)
def test_a_name_with_several_readings_or_none_stays_whole(text: str) -> None:
    found = name(text)
    assert found == Name(literal=text)
    assert found.natural == found.sorted == text


@pytest.mark.parametrize(
    ("text", "natural", "in_lists"),
    [
        ("Ada Quill", "Ada Quill", "Quill, Ada"),
        ("Quill, Ada", "Ada Quill", "Quill, Ada"),
        ("Ñandú, José", "José Ñandú", "Ñandú, José"),
        ("van Pond, Ludwig, Jr.", "Ludwig van Pond Jr.", "van Pond, Ludwig, Jr."),
        ("Juan de la Rivera", "Juan de la Rivera", "de la Rivera, Juan"),
        ("Quill, Ada, Ph.D.", "Ada Quill Ph.D.", "Quill, Ada, Ph.D."),
        (r"\(\alpha\) Quill", "α Quill", "Quill, α"),
    ],
)
def test_a_name_in_parts_is_printed_naturally_and_listed_by_its_family(
    text: str, natural: str, in_lists: str
) -> None:
    found = name(text)
    assert found is not None
    assert str(found) == found.natural == natural
    assert found.sorted == in_lists


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Quill", "Quill, Ada"),
        ("José Ñandú", "Ñandú, José"),
        ("Ludwig van Pond", "van Pond, Ludwig"),
        ("Luc Van Gouda", "Van Gouda, Luc"),
        ("John Smith Jr.", "Smith, John, Jr."),
        ("J. R. R. Pebble", "Pebble, J. R. R."),
        ("Ada Quill PhD", "Quill, Ada, PhD"),
    ],
)
def test_a_name_is_the_same_in_either_order_and_remembers_how_it_was_printed(
    one: str, other: str
) -> None:
    a, b = name(one), name(other)
    assert a is not None
    assert b is not None
    assert a == b
    assert hash(a) == hash(b)
    assert a.folded == b.folded
    assert (a.printed, b.printed) == (one, other)


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Ñandú, José", "nandu", ("jose",)),
        ("Ludwig van Pond", "pond", ("ludwig", "van")),
        ("Anne-Marie O'Brien", "obrien", ("anne", "marie")),
        ("Smith, John, Jr.", "smith", ("john",)),
        ("Ada Quill PhD", "quill", ("ada",)),
        ("Qu?ll, J\N{REPLACEMENT CHARACTER}", "qu?ll", ("j?",)),
        ("Plato", "plato", ()),
        ("Jos? N??ez Jr.", "n??ez", ("jos?",)),
        ("N??ez, Jos?, Jr.", "n??ez", ("jos?",)),
        ("王 小明", "小明", ("王",)),
        ("王, 小明", "王", ("小明",)),
    ],
)
def test_names_are_compared_without_case_accents_signs_and_degrees(
    text: str, family: str, given: tuple[str, ...]
) -> None:
    found = name(text)
    assert found is not None
    assert found.folded is not None
    assert (found.folded.family, found.folded.given) == (family, given)


@pytest.mark.parametrize(
    "text", ["?", "et al.", "others", "anonymous", ", ", "Area 51 Team", "a " * 20]
)
def test_what_names_nobody_is_compared_with_no_name(text: str) -> None:
    found = name(text)
    assert found is not None
    assert found.folded is None


def test_an_empty_name_is_no_name() -> None:
    assert name(" \n") is None
