"""Links of TeX and broken ones as words with an address."""

import pytest

from generator.text.repair import LATEX_STEPS, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            r"\href{ https://a.example/flock/}{\textcolor{cyan}{{a.example/flock}}}",
            "https://a.example/flock/",
        ),
        (r"\href{https://a.example/b}{{\textbf{here}}}", "here (https://a.example/b)"),
        (r"\href{https://a.example/b}{\emph{our} {page}}", "our page (https://a.example/b)"),
        (r"\href{https://a.example/b}{\url{https://a.example/b}}", "https://a.example/b"),
        (r"\footnote{\url{https://a.example/b}}", "(https://a.example/b)"),
        (
            r"\url{https://a.example/{S}heep} \url|https://a.example/b|",
            "https://a.example/Sheep https://a.example/b",
        ),
        (r"\url{https://a.example/\~{}ada/a\_b\%20c}", "https://a.example/~ada/a_b%20c"),
        ("https://a.example/b{{here}}", "here (https://a.example/b)"),
        (r"\href{#sec}{words} and \href{javascript:a/b}{more}", "words and more"),
    ],
)
def test_links_show_their_address(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text
