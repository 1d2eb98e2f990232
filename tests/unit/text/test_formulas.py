"""Formulas in repaired text: cut out, said in Unicode, typeset as safe MathML."""

import xml.etree.ElementTree as ET

import pytest

from generator.text.formula import Piece, mathml, plain, split


def test_text_is_cut_at_its_formulas() -> None:
    assert split(r"at \(\tilde{O}(n)\) cost") == [
        Piece("at ", False),
        Piece(r"\tilde{O}(n)", True),
        Piece(" cost", False),
    ]
    assert split("") == []


@pytest.mark.parametrize(
    "text", [r"\(", r"a \) b \( c", r"\\(x\\)", r"\( \)", r"\(" + "x" * 3000 + r"\)"]
)
def test_what_is_no_formula_stays_text(text: str) -> None:
    assert split(text) == [Piece(text, False)]


def test_plain_text_says_the_formulas() -> None:
    assert plain(r"costs \(\widetilde{O}(N\epsilon^{-2/3})\) steps") == "costs Õ(Nε^(-2/3)) steps"


def test_a_formula_is_typeset_with_its_text_for_those_who_cannot_see_it() -> None:
    root = ET.fromstring(mathml(r"\frac{\epsilon}{2}") or "")
    assert root.tag == "math"
    assert root.get("alttext") == "ε/2"
    assert [element.text for element in root.iter() if element.text] == ["ε", "2"]
    assert root.find(".//mfrac") is not None


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\text{</mtext></math><img src=x onerror=alert(1)>}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:red}{x} \class{admin}{y} \id{z}{w}",
        r'\color{red" onload="alert(1)}x',
        r"\unicode{x3c}script\unicode{x3e}",
        r"\text{&#60;b&#62;} &lt;b&gt;",
        r"\rule{1em}{1em}\includegraphics{http://a.example}",
    ],
)
def test_a_formula_brings_nothing_of_its_own_into_the_page(tex: str) -> None:
    typeset = mathml(tex)
    if typeset is not None:
        check_safe(typeset)


@pytest.mark.parametrize(
    "tex",
    [
        "",
        "  ",
        "x" * 2001,
        "{" * 300,
        "x^" * 100,
        r"\frac" * 200,
        r"\sqrt" * 200,
        "\u202ex^2",
        r"\hspace{<b>}x",
    ],
)
def test_what_cannot_be_typeset_gives_none(tex: str) -> None:
    assert mathml(tex) is None


def check_safe(typeset: str) -> None:
    assert "\n" not in typeset
    assert 'display="block"' not in typeset
    for element in ET.fromstring(typeset).iter():
        assert element.tag.startswith("m")
        assert element.tag not in ("maction", "mglyph")
        assert not {"href", "style", "class", "id", "src"} & set(element.keys())
        assert not any(name.startswith("on") for name in set(element.keys()))
