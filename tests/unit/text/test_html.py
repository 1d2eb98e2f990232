"""Source text shows in HTML as the characters it is, and does nothing; formulas are typeset."""

from __future__ import annotations

import html5lib
import pytest

from generator.text.html import (
    ROOT,
    WIDE_FORMULA,
    attribute,
    direction,
    escaped,
    html_line,
    html_text,
    in_link,
    sentence,
    typeset,
)

LONG_FORMULA = "\\(" + "+".join(f"y_{{{n}}}" for n in range(30)) + "\\)"


def test_text_that_could_turn_the_order_of_a_line_is_isolated() -> None:
    for form in (typeset, in_link, html_line):
        assert form("\u202eabc").startswith("<bdi>")
        assert form("כבש").startswith("<bdi>")
        assert "<bdi>" not in form("abc")
    # What stands alone in its element needs none.
    assert html_text("כבש") == "כבש"


def test_a_sentence_of_ours_runs_from_the_left_whatever_it_quotes_first() -> None:
    quoted = "“כבשים” is the largest topic, with 2 papers."
    assert sentence(quoted) == f'<bdi dir="ltr">{quoted}</bdi>'
    assert sentence("“Sheep” is") == "“Sheep” is"
    assert sentence("“<b>” and כבש") == '<bdi dir="ltr">“&lt;b&gt;” and כבש</bdi>'


def test_a_block_of_text_from_right_to_left_says_so() -> None:
    assert direction("ספירת כבשים") == ' dir="rtl"'
    assert direction("BERT: ספירת כבשים") == direction("Sheep") == direction("") == ""


def test_nothing_in_a_link_takes_the_focus() -> None:
    assert "tabindex" in typeset(LONG_FORMULA)
    said = in_link(f"Bounds of {LONG_FORMULA}")
    assert said.startswith("Bounds of y₀+y₁+y₂")
    assert "math" not in said
    for text in (r"Bounds of \(n^{2}\)", "a *b* & <c>", "\u202eabc", "כבש"):
        assert in_link(text) == typeset(text)


def test_a_formula_is_typeset_where_elements_may_stand_and_said_elsewhere() -> None:
    text = r"The \(\frac{a}{b}\) of <sheep>"
    assert "<mfrac>" in typeset(text)
    assert typeset(text).endswith(" of &lt;sheep&gt;")
    for form in (html_line, html_text, attribute):
        assert form(text) == "The a/b of &lt;sheep&gt;"


def test_only_a_formula_that_may_be_wider_than_a_phone_is_scrolled() -> None:
    short = r"\(" + "x" * (WIDE_FORMULA - 1) + r"\)"
    assert "tabindex" not in typeset(short)
    assert 'class="formula" tabindex="0"><math' in typeset(LONG_FORMULA)


def test_a_formula_that_cannot_be_typeset_shows_its_text() -> None:
    found = typeset("x \\(" + "{" * 3000 + "\\) y")
    assert "<" not in found
    assert found.startswith("x ")
    assert found.endswith(" y")


@pytest.mark.parametrize("form", [typeset, in_link, sentence, html_line, html_text, attribute])
def test_no_text_holds_the_sign_that_stands_for_the_way_to_the_root(form: object) -> None:
    assert callable(form)
    assert form(f"a{ROOT}b\x03c\x00d") == "abcd"


@pytest.mark.parametrize("text", ['"><script>', "a & b &amp; c", "it's", "<b>"])
def test_an_attribute_and_an_element_give_back_what_was_put_in(text: str) -> None:
    fragment = f'<p title="{escaped(text)}">{html_text(text)}</p>'
    (found,) = html5lib.parseFragment(fragment, namespaceHTMLElements=False)
    assert found.attrib == {"title": text}
    assert found.text == text
    assert not list(found)
