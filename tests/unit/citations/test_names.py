"""Names: in parts where a person's name has one reading, whole where it has several or none."""

from __future__ import annotations

import pytest

from generator.citations.names import Name, name


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
    assert name(text) == Name(literal=text)


def test_a_name_in_parts_is_printed_in_its_natural_order() -> None:
    found = name("van Pond, Ludwig, Jr.")
    assert found is not None
    assert found.natural == "Ludwig van Pond Jr."


def test_an_empty_name_is_no_name() -> None:
    assert name(" \n") is None
