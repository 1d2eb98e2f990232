"""The beginning of a text: whole, to the end of a sentence, or to the end of a word."""

from __future__ import annotations

import pytest

from generator.text.beginning import beginning

LONG = "It goes on with many more words than anybody has room for in the list of what was found."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # Sentences.
        ("Sheep are counted in aerial pictures.", "Sheep are counted in aerial pictures."),
        ("Counts sheep where they overlap? It does!", "Counts sheep where they overlap? It does!"),
        ("We ask: “how many sheep are there?”", "We ask: “how many sheep are there?”"),
        ("The flock is counted (twice by day.)", "The flock is counted (twice by day.)"),
        ("Errors fall by 12.5% on every meadow.", "Errors fall by 12.5% on every meadow."),
        ("It runs on Python 3.11 and on GPT-4.", "It runs on Python 3.11 and on GPT-4."),
        ("All of it is at https://example.org/a.b.", "All of it is at https://example.org/a.b."),
        ("The tool is written for Python 3.11.", "The tool is written for Python 3.11."),
        ("Nobody had counted them before 2019.", "Nobody had counted them before 2019."),
        ("羊を空から撮った写真の中で数える方法を提案する。",) * 2,
        ("هل يمكن عد الخراف من الصور الجوية؟", "هل يمكن عد الخراف من الصور الجوية؟"),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_the_end_of_the_last_sentence_that_fits(text: str, kept: str) -> None:
    between = "" if text.endswith("。") else " "
    assert beginning(f"{text}{between}{LONG}", 60) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Sheep, goats, etc. Are counted",
        "As Shepherd et al. Have shown",
        "Flocks (cf. Fig. 3 and Sec. 4) are",
        "The method of J. R. Shepherd is",
        "Animals, e.g. Merino and Suffolk sheep,",
        "The U.S. Department of Sheep counts",
        "Dr. Shepherd and Prof. Lamb count",
        "In vol. 12 of the Journal of Wool we",
        "Yahoo! answers and why? questions are",
        "A flock of ca. 300 vs. Flocks of 20 and",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    found = beginning(f"{text} {LONG}", 60)
    assert found.startswith(text.rstrip(","))
    assert found.endswith("…")


def test_a_text_that_fits_is_whole() -> None:
    assert beginning("Counting sheep", 14) == "Counting sheep"
    assert beginning("Counting  sheep ", 14) == "Counting sheep"
    assert beginning("", 10) == ""


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Counting many sheep", 15, "Counting many…"),
        ("Counting many sheep", 14, "Counting many…"),
        ("Counting many sheep", 13, "Counting…"),
        ("Counting, many sheep", 12, "Counting…"),
        ("Sheep – and many goats", 9, "Sheep…"),
        ("Sheep (and many goats)", 9, "Sheep…"),
        ("As Lamb et al. have shown before", 15, "As Lamb et al…"),
        ("Counting...sheep in many meadows", 18, "Counting...sheep…"),
        # Too short to say anything.
        ("Motivation. Counting many sheep is hard", 30, "Motivation. Counting many…"),
        # Without spaces a cut is between letters.
        ("羊を数える方法を提案する", 6, "羊を数える…"),
        ("On 羊を数える方法を提案する", 10, "On 羊を数える方…"),
        ("e\u0301e\u0301e\u0301e\u0301", 6, "e\u0301e\u0301…"),
        ("👩‍🔬👩‍🔬👩‍🔬", 5, "👩‍🔬…"),
    ],
)  # fmt: skip
def test_else_it_is_cut_at_the_end_of_a_word(text: str, most: int, kept: str) -> None:
    assert beginning(text, most) == kept


def test_no_formula_is_cut() -> None:
    text = r"Sheep are counted in time \(O(n \log n + m)\) where others need \(O(n^2)\) of it"
    for most in range(20, 80):
        found = beginning(text, most)
        assert ("O(n" in found) == ("log n + m)" in found), found
        assert len(found) <= most
    assert beginning(r"\(a + b + c + d + e + f + g\) is a sum", 12) == ""


def test_a_full_stop_in_a_formula_ends_no_sentence() -> None:
    text = r"Sheep are counted for \(x = 1. Y\) many days, which is a long time for a sheep to wait"
    assert beginning(text, 60).endswith("…")
