"""What braces of a TeX source say of the words in them, before repair drops the braces."""

from __future__ import annotations

import pytest

from generator.text.protected import protected_words
from generator.text.repair import LATEX_STEPS
from generator.values.paper import Rank
from generator.values.policies import Said, cleanest
from generator.values.text import Text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{B}ayesian Learning with {M}onte {C}arlo", "Bayesian Carlo Monte"),
        ("{Bayesian} learning", "Bayesian"),
        ("Learning with {GAN}s", "GANs"),
        ("The {Statue of Liberty} in {B}{A}rns", "BArns Liberty Statue"),
        ("{DNA}-binding and non-{M}arkov sheep", "DNA Markov"),
        ("{pandas}: counting sheep", "pandas"),
        ("{G\\\"odel} and {{\\L}ukasiewicz} and {\\'{E}tudes}", "Gödel Łukasiewicz"),
        ("{B}ay{\\'e}s", "Bayés"),
        ("{{Sheep of the {Barn}}}", "Barn"),
        ("{Sheep of the {Barn} and the {F}arm}", "Barn Farm"),
        ("{Sheep} of the {Barn}", "Barn Sheep"),
        ("{Deep {GAN}} learning", "Deep GAN"),
        ("A {$n^2$-Sheep} of {$\\alpha$}", "Sheep"),
        ("{Wi-Fi} for {E. coli}", "E Fi Wi"),
    ],
)
def test_words_in_braces_are_protected(source: str, words: str) -> None:
    assert " ".join(protected_words(source, LATEX_STEPS)) == words


@pytest.mark.parametrize(
    "source",
    [
        "Bayesian learning",
        "{Whole Title In Braces}",
        "{{Whole Title In Double Braces}}",
        "{{{Whole Title}}}",
        r"\emph{Sheep} and \textbf {Goats}",
        r"{\em Sheep} and {\"o}sterreich",
        r"\'{E}tudes and \c{C}a",
        r"$\{A\}$ and $x_{AB}$",
        r"\{A\} sheep",
        "a {b} {12}",
        "{}",
        "{",
        "}",
        "}{",
        "{ }",
        "{" * 1_500,
        "x {Sheep} " * 1_000,
    ],
)
def test_nothing_is_protected(source: str) -> None:
    assert protected_words(source, LATEX_STEPS) == ()


@pytest.mark.parametrize(
    ("source", "plain", "title"),
    [
        (
            "{B}ayesian Sheep in the {Nether} Barn",
            "Bayesian Sheep in the Nether Barn",
            "{Bayesian} Sheep in the {Nether} Barn",
        ),
        ("{{Counting Sheep Twice}}", "Counting Sheep Twice", "Counting Sheep Twice"),
        ("Counting {F}locks", "Counting Flocks", "Counting {Flocks}"),
    ],
)
def test_braces_are_gone_on_pages_and_back_in_bibtex(source: str, plain: str, title: str) -> None:
    text = Text.read(source, LATEX_STEPS)
    assert (text.plain, text.latex_title) == (plain, title)
    assert Text.read(text.latex_title, LATEX_STEPS) == text
    assert Text.read(text.latex_title, LATEX_STEPS).latex_title == title


def test_two_texts_are_one_whatever_they_protect() -> None:
    one, other = Text("Sheep", ("Sheep",)), Text("Sheep")
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other)
    assert not one < other


def test_a_title_protects_what_any_source_of_it_does() -> None:
    said = [
        Said(Rank.BIBLIOGRAPHY, Text("Sheep in Barns")),
        Said(Rank.BIBLIOGRAPHY, Text("Sheep in Barns", ("Barns",))),
        Said(Rank.LISTING, Text("Sheep in Barns", ("Sheep",))),
        Said(Rank.LISTING, Text("Sheep in Barns.", ("in",))),
    ]
    assert cleanest(said).protected == ("Barns", "Sheep")
    assert cleanest(said[:1]) is said[0].value
