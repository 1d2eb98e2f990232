"""Character references of HTML."""

import pytest

from generator.text.repair import HAND_STEPS, LATEX_STEPS, Step, repair


@pytest.mark.parametrize("steps", [HAND_STEPS, LATEX_STEPS])
@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Sheep &amp; Goats: A Q&amp;A", "Sheep & Goats: A Q&A"),
        ("Caf&eacute; of M&uuml;nchen &ndash; A Survey", "Café of München – A Survey"),
        ("Sheep &amp;amp; wolves, p &gt; 0.05; it&#39;s", "Sheep & wolves, p > 0.05; it's"),
        ("sheep&nbsp;and&#160;goats&#x2014;or &hellip;", "sheep and goats—or …"),
        ("M&uumlller and Ren&eacutee at n &lt 5", "Müller and Renée at n < 5"),
        ("H&amp;M, M&#252;ller &#150; &#x1F411;", "H&M, Müller – 🐑"),
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
        ("flocks&#9;of&#xA;sheep&#32;&#x26;&#7; goats", "flocks of sheep & goats"),
        (r"{\&}amp; of BibTeX, \&lt;", r"{\&}amp; of BibTeX, <"),
    ],
)
def test_references_are_decoded(steps: tuple[Step, ...], source: str, text: str) -> None:
    if steps is LATEX_STEPS:
        text = text.replace(r"{\&}amp;", "&")
    assert repair(source, steps) == text


@pytest.mark.parametrize(
    "text",
    [
        "AT&T, R&D, &c, Q&A; M&Ms &co; K&R C, a &b; c, &foo; & && &#",
        "https://a.example/?a=1&copy=2&lt=3",
    ],
)
def test_other_ampersands_stay(text: str) -> None:
    assert repair(text, LATEX_STEPS) == repair(text, HAND_STEPS) == text
