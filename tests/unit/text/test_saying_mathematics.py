r"""TeX mathematics said in Unicode, and formulas made fit for other programs."""

import pytest

from generator.text.mathematics import said, said_anyway
from generator.text.tidy import tidy


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\alpha", "α"),
        (r"\ell_1", "ℓ₁"),
        (r"6.45\%", "6.45%"),
        (r"0.4\times", "0.4×"),
        (r"10 \times", "10×"),
        (r"3\mathrm{D}", "3D"),
        (r"^{\circ}", "°"),
        (r"\epsilon>0", "ε>0"),
        (r"O(n\log n)", "O(n log n)"),
        (r"2\log\log n", "2 log log n"),
        (r"\log_2 n", "log₂ n"),
        (r"1/\log m", "1/log m"),
        (r"n\times d", "n×d"),
        (r"n \times d", "n × d"),
        (r"\mu \in [0, 1]", "μ ∈ [0, 1]"),
        (r"x \bmod p", "x mod p"),
        (r"\mathbb{R}^d", "ℝᵈ"),
        (r"10^{160}", "10¹⁶⁰"),
        (r"x_{n+1}^2", "xₙ₊₁²"),
        (r"A^\top", "Aᵀ"),
        (r"f^*", "f*"),
        ("A'", "A′"),
        (r"\sqrt{T}", "√T"),
        (r"1{,}000", "1,000"),
        (r"\textbf{Nova-2}", "Nova-2"),
        (r"\left( x \right)", "( x )"),
        (r"f(\cdot)", "f(⋅)"),
        (r"\not\in", "∉"),
    ],
)
def test_what_unicode_can_say_is_said(tex: str, text: str) -> None:
    assert said(tex) == text


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{1}{2}", r"\mathcal{F}", r"\mathbf{x}", r"\tilde{O}(n)", r"\sum_{i} x_i", r"n^{1/3}",
        r"\sqrt{\log T}", r"x_q", r"\ell_\infty", r"\{1, 2\}", r"a \\ b", "{" * 200 + "x",
    ],
)  # fmt: skip
def test_what_would_lose_something_stays_a_formula(tex: str) -> None:
    assert said(tex) is None


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\widetilde{O}(N\epsilon^{-2/3})", "Õ(Nε^(-2/3))"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\sqrt{\log T}", "√(log T)"),
        (r"\sqrt{kT}", "√(kT)"),
        (r"\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\ell_\infty", "ℓ_∞"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\mathcal{F}", "F"),
        (r"\unknown{x}", "unknownx"),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "a, b; c, d"),
        (r"\begin{array}{c|c}a&b\end{array}", "a, b"),
    ],
)
def test_anything_is_said_readably_when_it_must_be(tex: str, text: str) -> None:
    assert said_anyway(tex) == text


@pytest.mark.parametrize(
    ("tex", "clean"),
    [
        (r"\R^d", r"\mathbb{R}^d"),
        (r"\eps x", r"\varepsilon x"),
        (r"\cO(n)", r"\mathcal{O}(n)"),
        (r"{\cal X}", r"{\mathcal{X}}"),
        (r"\mathcal W_{ij}", r"\mathcal{W}_{ij}"),
        (r"\tildeO(\sqrtT)", r"\tilde{O}(\sqrt{T})"),
        (r"\noise_1", r"\mathrm{noise}_1"),
        (r"\widetilde{O(n", r"\widetilde{O(n}"),
        (r"a} b", r"a b"),
        (r"\left( x", r"( x"),
        (r"50%", r"50\%"),
        (r"\\{0,1\\}", r"\{0,1\}"),
    ],
)
def test_formulas_are_made_fit_for_other_programs(tex: str, clean: str) -> None:
    assert tidy(tex) == clean


def test_font_switches_in_each_other_have_a_bound() -> None:
    assert said_anyway(r"\bf" * 300 + "x").endswith("x")
    assert said_anyway(r"{\cal {\bf " * 300 + "x") == ""
