"""Formulas in any text: cut out without loss, typeset safely, said without markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.formula import mathml, split
from generator.text.mathematics import said, said_anyway
from generator.text.tidy import tidy
from tests.unit.text.test_formulas import check_safe

hostile_tex = st.one_of(
    st.text(st.characters(), max_size=30),
    st.lists(
        st.sampled_from(
            [
                *"ab12(){}^_<>&\"'*`[]|$@~% ",
                r"\frac",
                r"\sqrt",
                r"\text{",
                r"\left(",
                r"\right)",
                r"\href{x}",
                r"\class{a}",
                r"\style{b}",
                r"\unicode{x3c}",
                r"\color{red}",
                "<b>",
                r"\newcommand{\z}{\z}",
                r"\z",
                r"\begin{array}{c}",
                r"\end{array}",
                "&lt;",
                r"\mathcal",
            ]
        ),
        max_size=20,
    ).map("".join),
)


@given(st.text("\\()x ", max_size=40))
def test_the_pieces_hold_the_whole_text(text: str) -> None:
    pieces = split(text)
    whole = "".join(f"\\({piece.text}\\)" if piece.is_formula else piece.text for piece in pieces)
    assert whole == text


@settings(max_examples=300, deadline=None)
@given(hostile_tex)
def test_whatever_is_typeset_is_safe_and_one_line(tex: str) -> None:
    typeset = mathml(tex)
    if typeset is not None:
        check_safe(typeset)


@settings(max_examples=150, deadline=None)
@given(hostile_tex)
def test_a_page_holds_a_typeset_formula_and_what_stands_beside_it(tex: str) -> None:
    typeset = mathml(tex)
    if typeset is None:
        return
    page = html5lib.parseFragment(f"<p>a {typeset} and <em>b</em></p>", namespaceHTMLElements=False)
    paragraph = page[0]
    assert [child.tag.rpartition("}")[2] for child in paragraph] == ["math", "em"]
    assert (paragraph.text, paragraph[0].tail) == ("a ", " and ")
    assert "".join(paragraph[0].itertext()) == "".join(ET.fromstring(typeset).itertext())


tex_text = st.lists(
    st.sampled_from(
        [
            *r"ab1O(){}^_$&%~ '\|",
            r"\frac",
            r"\sqrt",
            r"\alpha ",
            r"\left(",
            r"\log",
            r"\mathcal",
            r"\text{",
            r"\\",
            r"\foo",
            r"\tilde",
            r"\cal",
            r"\begin{cases}",
            r"\in",
            "é",
            "\n",
        ]
    ),
    max_size=30,
).map("".join)


@given(tex_text)
def test_tidying_twice_is_the_same_as_once(tex: str) -> None:
    assert tidy(tidy(tex)) == tidy(tex)


@given(tex_text)
def test_saying_never_fails_and_leaves_no_markup(tex: str) -> None:
    text = said(tex)
    assert text is None or not set(text) & set("\\^_{}$~")
    assert "\\" not in said_anyway(tidy(tex))
