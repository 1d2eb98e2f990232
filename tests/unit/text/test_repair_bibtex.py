"""TeX as it stands in files of BibTeX: accents, braces, what programs escaped for TeX."""

import pytest

from generator.text.repair import LATEX_STEPS, repair
from generator.values.text import Text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\c C}a{\u g}lar", "Çağlar"),
        (r"\"o, {\"{o}}, {\"o} and \"{o}", "ö, ö, ö and ö"),
        (r"Aks{\i}n, Garc{\'\i}a, Garc\'{\i}a, Garc\'\i a", "Aksın, García, García, García"),
        (r"Mart\'\in and Beno\^\it", "Martín and Benoît"),
        (r"Stra{\ss}e and Stra\ss e", "Straße and Straße"),
        (r"S$\tilde{a}$o Paulo, Gonz$\acute{a}$lez", "São Paulo, González"),
        (r"Nguy{\~{\^e}}n, Erd{\H{o}}s, {\L}ukasz", "Nguyễn, Erdős, Łukasz"),
        (r"V{\'a}zques{ de }Parga", "Vázques de Parga"),
        (r"5\% of, 5% of and 5{\%} of", "5% of, 5% of and 5% of"),
        (r"A {\&} B, A \& B and A &amp;amp; B", "A & B, A & B and A & B"),
        (r"snake\_case and snake{\_}case", "snake_case and snake_case"),
        (r"{\#}SAT and C\#", "#SAT and C#"),
        (r"l'{}eau f\"u{}r la sant\'e{}", "l'eau für la santé"),
        ("interface{} of sheep", "interface{} of sheep"),
        (
            r"{Ovis\/: The Sheep} and Wool\/-like Ovis\/: {Fold\/}",
            "Ovis: The Sheep and Wool-like Ovis: Fold",
        ),
        (r"p.~l.~/ A~\&~B, but ~/fold and a~/fold", "p. l. / A & B, but ~/fold and a~/fold"),
        (r"expansions for $ M $-sheep", "expansions for M-sheep"),
        (r"an $O(n log n + m log log n)$ flock", "an O(n log n + m log log n) flock"),
        (r"a $\{$beta$\}$ band", "a {beta} band"),
        (r"X- and <tex>$\gamma$</tex>-sheep", "X- and γ-sheep"),
        (r"sold for $ 5 and $ 6", "sold for $ 5 and $ 6"),
        ("{{All of the {GAN}s: a {Book}}}", "All of the GANs: a Book"),
        ("{``Sheep'': All of Them Here}", "“Sheep”: All of Them Here"),
        ('{{"All of the Sheep": An Idea and a Fold}}', '"All of the Sheep": An Idea and a Fold'),
        ('{"sheep": 5, "two goats": null}', '{"sheep": 5, "two goats": null}'),
        (r"AC{\^{}}0[p], x\^{}2 and {\~{}}5 Sheep{\'{}}s", "AC⁰[p], x² and ~5 Sheep's"),
        (r"See https://example.org/{\~{}}ada/", "See https://example.org/~ada/"),
        (r"Wool{\textbackslash}textsf\{NC\}\({}^{\mbox{1}}\) of L", "WoolNC¹ of L"),
        (r"On {\textbackslash}emph\{Sheep\} and goats", "On Sheep and goats"),
        ("{(Not) all of the sheep}", "(Not) all of the sheep"),
        ("{\"}Sheep{\"} of {'t Hooft's} fold", "\"Sheep\" of 't Hooft's fold"),
        (r"the {3$\Pi$u--X 1$\Sigma$g+} band", "the 3Πu–X 1Σg+ band"),
        (r"\mkbibquote{Sheep} and \enquote*{Go{\"a}ts}", "“Sheep” and “Goäts”"),
        ('"`Schaf"\' und "`Ziege"\'', "„Schaf“ und „Ziege“"),
        (r"method\hyphen independent", "method-independent"),
        (r"The {\TeX book} on \TeX{} and {\LaTeX} sheep", "The TeXbook on TeX and LaTeX sheep"),
        (r"Wool$^{\textregistered}$ and Fold\(^\mbox\texttrademark\)", "Wool® and Fold™"),
        (r"Wool$^{TM}$ of $a^{TM}$", "Wool™ of aᵀᴹ"),
    ],
)
def test_what_a_file_says_in_tex_is_said_in_unicode(source: str, text: str) -> None:
    assert Text.read(source, LATEX_STEPS).plain == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\textdollar}AC{\^{}}0[{\textbackslash}oplus]{\textdollar}", "AC⁰[⊕]"),
        (r"{\textdollar}{\textbackslash}mathrm\{AC\}{\^{}}0{\textdollar}", "AC⁰"),
        (r"{\$}{\backslash}alpha{\$}-sheep and {\$}\alpha{\_}1{\$}", "α-sheep and α₁"),
        (r"\textdollar x\^{}2\textdollar", "x²"),
    ],
)
def test_formulas_that_a_program_escaped_are_formulas(source: str, text: str) -> None:
    assert Text.read(source, LATEX_STEPS).plain == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"from {\$}5 to {\$}6", "from $5 to $6"),
        (r"{\textdollar}5 and {\textdollar}6 a sheep", "$5 and $6 a sheep"),
        ("sets {1, 2} and {(a, b), (c, d)}", "sets {1, 2} and {(a, b), (c, d)}"),
        ('{"Sheep": "all of them here"}', '{"Sheep": "all of them here"}'),
        (r"{\TeX} book", "TeX book"),
    ],
)
def test_what_only_looks_like_it_stays(source: str, text: str) -> None:
    assert Text.read(source, LATEX_STEPS).plain == text


@pytest.mark.parametrize(
    "text", ["a" * 99, "a" * 101, r"Sheep \& {Goats} of $n^2$ " * 9, "é" * 99 + r" {\'e}"]
)
def test_a_text_is_repaired_once_however_long_it_is(text: str) -> None:
    once = repair(text, LATEX_STEPS)
    assert repair(once, LATEX_STEPS) == once
