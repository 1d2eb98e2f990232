"""Repair of records that people wrote: only what is surely mathematics changes."""

import pytest

from generator.text.repair import HAND_STEPS, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Duo$^2$Nova", "Duo²Nova"),
        (r"$\alpha$-balls and $k$-trees", "α-balls and k-trees"),
        (r"\(k\)-trees", "k-trees"),
        (r"within $6.45\%$ of it", "within 6.45% of it"),
        (r"at $\widetilde{O}(n)$ cost", r"at \(\widetilde{O}(n)\) cost"),
        (r"at \( \frac{1}{2} \) cost", r"at \(\frac{1}{2}\) cost"),
        (r"$x_1$, not $5", "x₁, not $5"),
        ("a\u00a0line\nbreak", "a line break"),
    ],
)
def test_explicit_mathematics_becomes_unicode_or_a_formula(source: str, text: str) -> None:
    assert repair(source, HAND_STEPS) == text


@pytest.mark.parametrize(
    "text",
    [
        "costs $5 or $6",
        "from $5 to US$ 6_000",
        "$5 for my a_b, and A$",
        "$5_a$6 and $x$1",
        "$HOME and $PATH",
        "*x* **y** _z_ `code` [a](b)",
        "a_b ~ c ~10% -- d --- e --flag",
        r"\n and \d+ and C:\new\table",
        "{{ x }} {% y %} ${z}",
        "m^2 and L_1 and 2times and sim30%",
        "``quoted'' text",
        r"\emph{x} and \alpha",
        "https://example.org/$a_b$/x",
        "\u202eabc\u202c",
    ],
)
def test_everything_else_stays_as_it_was_written(text: str) -> None:
    assert repair(text, HAND_STEPS) == text
