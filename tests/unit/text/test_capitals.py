"""Capitals of titles that a style must not take: names and abbreviations, and those alone."""

from __future__ import annotations

import pytest

from generator.text.latex import latex_title


@pytest.mark.parametrize(
    "title",
    [
        "Deep learning with {ImageNet}",
        "{GANs} are written {GANs}",
        "{ResNet-50} and {U-Net} for {3D} Sheep",
        "Segmenting Sheep with a {V-Net}, an {X-Ray} and a {T5}",
        "{Bayesian} Inference in {English} and {Chinese} Barns",
        "Non-{Gaussian} and Semi-{Markov} Flocks",
        "The {Kullback–Leibler} Divergence of Two Flocks",
        "{O'Reilly} and {Newton}'s Laws",
        "{Gaussians} for {Europeans}",
        "A {Monte} {Carlo} Method from {New} {York}",
        "Sheep as a {Lie} Group",
        "{Hong} {Kong} and {South} {Africa}",
        "Learned on {Wikipedia} in {January}",
        "{COVID-19}, {mRNA} and {pH}",
        "A {DenseNet}-based {YOLOv3}",
        "The {Wide-Net} and the {Chart-Bench}",
        "{Q}-learning and k-{NN}",
        "{Schrödinger}'s Sheep",
        "The {BERT–GPT} Gap",
        "Vitamin {A}",
        "Sheep in {World} {War} {II}",
    ],
)
def test_a_word_that_has_its_capitals_everywhere_keeps_them(title: str) -> None:
    assert latex_title(title.replace("{", "").replace("}", "")) == title


@pytest.mark.parametrize(
    "title",
    [
        "Counting sheep with the method of {Quill}",
        "Counting sheep with {Quill} and {Sample}'s method",
        "The sheep of {Nether} {Invented} and their barns",
        "Sheep counting: A survey of the {Nether} flocks",
        "Who counts sheep? A survey. Sheep are many – Or few",
        "“The sheep” of a {Nether} barn",
        "Vitamin {A} in sheep of small barns",
    ],
)
def test_in_a_title_of_small_words_a_capital_is_a_names(title: str) -> None:
    assert latex_title(title.replace("{", "").replace("}", "")) == title


@pytest.mark.parametrize(
    "title",
    [
        "Counting Sheep with Small Networks",
        "A Survey of What Counts, and Is This A Test",
        "Self-Supervised Learning from Sheep",
        "Sheep",
        "Towards Counting: A Theory Without Sheep",
        "Learning to Polish, Go and March in May",
        "A New Town for Black Sheep",
        "How Networks Learn When You Lie about Them",
        "counting sheep with small networks",
        "Größe und Gewicht",
        "Über 日本",
        "α-divergence of a flock",
        "",
        "A",
        "12 sheep",
    ],
)
def test_what_is_only_written_large_gets_no_braces(title: str) -> None:
    assert latex_title(title) == title


def test_words_that_a_source_protects_are_kept_beside_those() -> None:
    title = "On pandas, a Tool of the Barn, and BERT"
    assert latex_title(title, ("pandas", "Barn", "Goat")) == (
        "On {pandas}, a Tool of the {Barn}, and {BERT}"
    )


def test_a_formula_stands_between_words_and_keeps_its_own_braces() -> None:
    assert latex_title(r"The \(n^2\) Sheep of \(\mathcal{O}(n)\)-GANs & U-Nets") == (
        r"The {$n^2$} Sheep of {$\mathcal{O}(n)$}-{GANs} \& {U-Nets}"
    )
