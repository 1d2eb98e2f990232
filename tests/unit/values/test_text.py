"""Texts: each says one thing in every form, and no TeX gets out of the forms for people."""

from __future__ import annotations

import pytest

from generator.text.html import Html
from generator.text.markdown import Markdown
from generator.text.repair import HAND_STEPS, LATEX_STEPS
from generator.values.text import NO_TEXT, Text

SHOWN = Text(r"The \(\frac{a}{b}\) of \(\mathcal{O}(n)\) & *tea*")


def test_a_text_is_shown_as_plain_text_wherever_no_form_is_named() -> None:
    assert SHOWN.plain == "The a/b of O(n) & *tea*"
    assert str(SHOWN) == f"{SHOWN}" == SHOWN.plain


def test_in_markdown_formulas_are_said_and_marks_are_escaped() -> None:
    assert isinstance(SHOWN.markdown, Markdown)
    assert SHOWN.markdown == r"The a/b of O(n) & \*tea\*"
    assert Text("<b> & &amp;").markdown == "&lt;b&gt; & &amp;amp;"


def test_in_html_formulas_are_said_and_marks_stay() -> None:
    assert isinstance(SHOWN.html, Html)
    assert SHOWN.html == "The a/b of O(n) &amp; *tea*"


def test_typeset_it_has_its_formulas_as_mathml_and_marks_stay() -> None:
    assert isinstance(SHOWN.typeset, Html)
    assert '<math alttext="a/b"><mrow><mfrac>' in SHOWN.typeset
    assert SHOWN.typeset.endswith(" &amp; *tea*")
    assert SHOWN.in_link == SHOWN.typeset


def test_in_latex_formulas_are_tex_and_the_rest_is_escaped() -> None:
    assert SHOWN.latex == r"The $\frac{a}{b}$ of $\mathcal{O}(n)$ \& *tea*"
    assert Text("Deep RNA and tea").latex_title == "Deep {RNA} and tea"
    assert Text("Deep RNA and tea").latex == "Deep RNA and tea"


@pytest.mark.parametrize("form", ["plain", "markdown", "html", "key", "opening"])
def test_no_tex_stands_in_a_form_that_people_read_or_lists_are_sorted_by(form: str) -> None:
    said = str(getattr(SHOWN, form))
    assert "\\frac" not in said
    assert "mathcal" not in said
    assert "\\(" not in said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Élan for All", "elan for all"),
        ("“Quoted” Tea", "quoted” tea"),
        ("'s Tea", "s tea"),
        ("(Un)watched Kettles", "un)watched kettles"),
        ("$1 Tea", "1 tea"),
        (r"\(\mathcal{O}(n)\) Sorting", "o(n) sorting"),
        (r"\(k\)-Means", "k-means"),
        ("SL²A", "sl2a"),
        ("", ""),
    ],
)
def test_lists_are_sorted_by_what_is_said_without_case_accents_and_leading_signs(
    text: str, key: str
) -> None:
    assert Text(text).key == key


def test_the_opening_is_whole_or_ends_with_three_points() -> None:
    assert Text("Steam waits.").opening == "Steam waits."
    long = Text(r"\(n^2\) " + "steam " * 100)
    assert long.opening.startswith("n² steam")
    assert long.opening.endswith("steam …")
    assert len(long.opening.split()) < 60


def test_a_text_is_mended_as_it_is_read() -> None:
    assert Text.read(r"Caf\'e  $n^2$", LATEX_STEPS) == Text("Café n²")
    assert Text.read("\u200b\u00ad", HAND_STEPS) == NO_TEXT


def test_a_text_that_says_nothing_is_false_and_texts_compare_by_what_they_say() -> None:
    assert not NO_TEXT
    assert Text("tea")
    assert Text("tea") == Text("tea") != Text("Tea")
    assert {Text("tea"), Text("tea")} == {Text("tea")}
    assert sorted([Text("b"), Text("a")]) == [Text("a"), Text("b")]
