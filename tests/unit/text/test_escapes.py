r"""Escapes that were written out, and commands whose first letter was taken for one."""

import pytest

from generator.text.repair import HAND_STEPS, LATEX_STEPS, Step, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"We count sheep.\nWe rest.\n\nThen dogs.", "We count sheep. We rest. Then dogs."),
        (r"sheep\n- ewes\r\n- rams\tand\nwethers", "sheep - ewes - rams and wethers"),
        (r"he\/she, https:\/\/a.example\/b", "he/she, https://a.example/b"),
        (r"Jos\u00e9 counts \u201csheep\u201d \ud83d\udc11", "José counts “sheep” 🐑"),
        (r"Bj\xc3\xb6rn", "Björn"),
        (r"\nabla f\neq 0, a\times b, 3\tau", "∇f≠0, a×b, 3τ"),
        (r"at $\tO(\nX)$", "at tO(nX)"),
        (r"in C:\new\table\names", r"in C:\new\table\names"),
        (r"one\newline two", "one two"),
    ],
)
def test_escapes_are_undone_where_no_command_goes_on(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize("steps", [HAND_STEPS, LATEX_STEPS])
@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Rates: $\x0crac{a}{b}$ of Sheep", r"Rates: \(\frac{a}{b}\) of Sheep"),
        ("With $\x07lpha$, $\x08eta$, $\theta$ and $\nu$.", "With α, β, θ and ν."),
        ("$\rho$, $a \neq b$, $\u2028ambda$, $\x0barepsilon$", "ρ, a ≠ b, Λ, ε"),
        ("$2 imes$ and $2\times 3$", "2× and 2×3"),
        ("costs $5\nor $6, a\tb", "costs $5 or $6, a b"),
        ("as in\neq. 5", "as in eq. 5"),
    ],
)
def test_commands_get_back_the_letter_that_an_escape_took(
    steps: tuple[Step, ...], source: str, text: str
) -> None:
    assert repair(source, steps) == text
