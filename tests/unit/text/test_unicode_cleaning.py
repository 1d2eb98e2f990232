"""One line of clean Unicode, whatever comes in."""

import pytest

from generator.text.unicode import (
    has_bidi_controls,
    has_right_to_left,
    is_right_to_left,
    normal,
    reread,
)


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("  two\n\n lines\tand\u00a0a\u2003gap ", "two lines and a gap"),
        ("sub\u00adword zero\u200bwidth \ufeffmark", "subword zerowidth mark"),
        ("bell\x07 and next\x9a", "bell and next"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("private \ue123 use", "private \ufffd use"),
        ("no\ufffe character", "no character"),
        ("e\u0301 and o\u0308", "é and ö"),
    ],
)
def test_spaces_controls_and_composition_are_normal(source: str, clean: str) -> None:
    assert normal(source) == clean


@pytest.mark.parametrize("kept", ["x² and ½ ﬁ", "क्\u200dष", "می\u200cخواهم", "\u202eabc\u202c"])
def test_compatibility_characters_joiners_and_bidi_characters_stay(kept: str) -> None:
    assert normal(kept) == kept


def test_a_pile_of_marks_is_cut_to_what_normalisation_can_bear() -> None:
    assert len(normal("a" + "\u0323\u0301" * 50_000)) <= 31


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("it\u00e2\u0080\u0099s", "it’s"),
        ("\x93quoted\x94 \x96 text", "“quoted” – text"),
        ("eﬃcient ﬁlters", "efficient filters"),
        ("$4\times4$ and $\theta$ and $\frac12$", r"$4\times4$ and $\theta$ and $\frac12$"),
        ("A\rightarrow B", r"A\rightarrow B"),
        ("a extbf{bold} claim", r"a \textbf{bold} claim"),
        ("SÃO PAULO", "SÃO PAULO"),
    ],
)
def test_characters_that_a_program_misread_are_read_again(source: str, clean: str) -> None:
    assert reread(source) == clean


def test_bidi_controls_are_noticed() -> None:
    for char in "\u202a\u202e\u2066\u2069\u061c\u200e\u200f":
        assert has_bidi_controls(f"a{char}b")
    assert not has_bidi_controls("עברית and English, with a joiner\u200d")


@pytest.mark.parametrize(
    ("text", "has", "runs"),
    [
        ("Counting sheep", False, False),
        ("Schafe zählen", False, False),
        ("数羊", False, False),
        ("ספירת כבשים?", True, True),
        ("عدّ الخراف", True, True),
        ("(2021) ספירת", True, True),
        ("ܫܪܒܐ ܕܥܢܐ", True, True),
        ("ދިވެހި", True, True),
        ("𞤀𞤁𞤂", True, True),
        ("BERT: ספירת", True, False),
        ("ספירת BERT", True, True),
        ("", False, False),
        ("123 !?", False, False),
    ],
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(
    text: str, has: bool, runs: bool
) -> None:
    assert has_right_to_left(text) is has
    assert is_right_to_left(text) is runs
