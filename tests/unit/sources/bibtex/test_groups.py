"""Braces in titles that hold more than words together."""

from __future__ import annotations

import pytest

from generator.sources.bibtex.groups import regrouped
from generator.text.repair import LATEX_STEPS
from generator.values.text import Text


@pytest.mark.parametrize(
    ("title", "shown", "protected"),
    [
        (r"Dogs ({Canidae, Carnivora})", "Dogs (Canidae, Carnivora)", ("Canidae", "Carnivora")),
        (r"{``Sheep talk''}: a survey", "“Sheep talk”: a survey", ()),
        (r"{K($\pi$, 1)} pastures", "K(π, 1) pastures", ("K",)),
        (r"The {W(2,1)}-fence", "The W(2,1)-fence", ("W",)),
        (r"{{\LaTeX} 2.09} for flocks", "LaTeX 2.09 for flocks", None),
        (r"{{WoolNet} 2} and {de novo} dogs", "WoolNet 2 and de novo dogs", ("WoolNet",)),
        (r"{Flocks, focally modulated {DNA}}", "Flocks, focally modulated DNA", ("DNA",)),
        (r"{wool.I{I}} library", "wool.II library", None),
        (r"Elements of {2}-fences", "Elements of 2-fences", ()),
        (r"{ Ovis aries} at night", "Ovis aries at night", None),
        (r"Night. {A. Lamb. [Ed.]}", "Night. A. Lamb. [Ed.]", None),
        (r"A {flock of sheep {in}} snow", "A flock of sheep in snow", None),
        (r"{Schr{\"o}dinger, Quill}'s sheep", "Schrödinger, Quill's sheep", None),
        (r"{Euro{\TeX} 2006}, {Ovis, Canis}", "EuroTeX 2006, Ovis, Canis", None),
        (r"n{$^o$}5 of {Fold, Ltd.}", "nᵒ5 of Fold, Ltd.", None),
        (r"{p53} and {GAN}s in {Fold, Ltd.}", "p53 and GANs in Fold, Ltd.", None),
        (
            "{Third Meeting on Counting of Sheep in Stormy and Other Nights of the Year}: notes",
            "Third Meeting on Counting of Sheep in Stormy and Other Nights of the Year: notes",
            None,
        ),
    ],
)
def test_braces_around_more_than_words_are_gone(
    title: str, shown: str, protected: tuple[str, ...] | None
) -> None:
    text = Text.read(regrouped(title), LATEX_STEPS)
    assert text.plain == shown
    assert protected is None or text.protected == protected


@pytest.mark.parametrize(
    "title",
    [
        "Counting {Sheep} with {Monte Carlo} and {B}ayesian {GAN}s",
        r"{0,1}-matrices and {a, b}",
        r"\emph{Ovis, Canis} and {\em Ovis, Canis}",
        r"\href{https://example.org/a,b}{Ovis, Canis}",
        r"$\{x, y\}$ and $x_{i, j}$ and \{sheep, dogs\}",
        "broken { brace, {x}",
        "broken } brace, {x, yyy}",
        r"{\"O}zg{\"u}r",
    ],
)
def test_what_only_looks_like_it_is_kept(title: str) -> None:
    assert regrouped(title) == title
