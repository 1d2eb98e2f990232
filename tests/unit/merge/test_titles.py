from __future__ import annotations

import time

import pytest

from generator.merge.titles import title_parts


@pytest.mark.parametrize(
    "spelling",
    [
        "Café-Kettles for \\(k\\) Means",
        "CAFÉ KETTLES FOR K-MEANS",
        "Cafe\u0301 kettles for $k$-means.",
        "“Café Kettles” for k‐Means",
        "  ＣＡＦＥ   kettles: for k – means ",
    ],
)
def test_spellings_of_one_title_have_one_key(spelling: str) -> None:
    assert title_parts(spelling).key == "cafekettlesforkmeans"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UNet", "UNet++"),
        ("DARTS", "DARTS+"),
        ("C", "C++"),
        ("C", "C#"),
        ("C++", "C#"),
        ("R-Tree", "R*-Tree"),
        ("B-Tree", "B⁺-Tree"),
        ("L_1 Norms", "L_2 Norms"),
        ("The α Kettle", "The β Kettle"),
        ("???", "!!!"),
        ("क", "की"),
        ("が", "ぎ"),
    ],
)
def test_titles_of_different_things_have_different_keys(one: str, other: str) -> None:
    assert title_parts(one).key != title_parts(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SL²A", "SL2A"),
        ("H₂O", "H2O"),
        ("Straße", "STRASSE"),
        ("Øresund æ", "oresund ae"),
        ("\\(\\alpha\\)-Tea", "α-tea"),
        ("\\(\\ell_0\\) Tea", "ℓ₀ tea"),
        ("\\(3 \\times 3\\) Tea", "3×3 tea"),
        ("\\(\\mathrm{T}^2\\) Tea", "T² tea"),
        ("Tea + Milk", "Tea Milk"),
        ("Tea & Milk", "Tea and Milk"),
        ("Title*", "Title"),
        ("Th?mis", "Th\N{REPLACEMENT CHARACTER}mis"),
    ],
)
def test_writing_makes_no_difference_to_the_key(one: str, other: str) -> None:
    assert title_parts(one).key == title_parts(other).key


@pytest.mark.parametrize(
    ("title", "numbers", "part"),
    [
        ("Kettles Part II: Steam", ("2",), ("2",)),
        ("Kettles, volume three", ("3",), ("3",)),
        ("Kettles Part B", (), ("b",)),
        ("Kettle 2.0 after Kettle v1.1", ("2.0", "1.1"), ()),
        ("Parrot-3 on BirdNet-21K", ("3", "21"), ()),
        ("The Third Kettle of 10,000", ("3", "10000"), ()),
        ("Sorting I: Theory", ("1",), ()),
        ("Am I a Kettle", (), ()),
        ("Kettles VI of XII", ("6", "12"), ()),
    ],
)
def test_numbers_and_parts_are_found_in_order(
    title: str, numbers: tuple[str, ...], part: tuple[str, ...]
) -> None:
    parts = title_parts(title)
    assert (parts.numbers, parts.part) == (numbers, part)


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Kettles: A Survey", "kettles"),
        ("Kettles – A Survey", "kettles"),
        ("Kettles—A Survey", "kettles"),
        ("Are Kettles All You Need? A Survey", "arekettlesallyouneed"),
        ("Kettles (Extended Abstract)", "kettles"),
        ("Well-Known Kettles", "wellknownkettles"),
        ("Kettles 3:1", "kettles31"),
    ],
)
def test_main_part_stands_before_the_subtitle(title: str, main: str) -> None:
    assert title_parts(title).main_key == main


def test_names_are_words_of_mixed_case_with_digits_or_of_capitals() -> None:
    assert title_parts("KettleNet and wav2tea beat GPT on Tea").names == {
        "kettlenet",
        "wav2tea",
        "gpt",
    }
    assert not title_parts("KETTLES BEAT TEAPOTS ON TEA").names


@pytest.mark.parametrize("bit", ["+#*", "\\a", "\\", "1.1", "a - ", "? ", "(abc ", "aB ", "$^"])
def test_hostile_titles_of_100_000_characters_are_read_in_linear_time(bit: str) -> None:
    start = time.process_time()
    title_parts(bit * (100_000 // len(bit)))
    assert time.process_time() - start < 3
