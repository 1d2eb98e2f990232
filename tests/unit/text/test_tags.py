"""Markup of HTML, JATS and MathML in text, once and twice escaped."""

import pytest

from generator.text.repair import HAND_STEPS, LATEX_STEPS, LISTING_STEPS, Step, repair

EVERY_SOURCE = pytest.mark.parametrize("steps", [HAND_STEPS, LATEX_STEPS, LISTING_STEPS])


@EVERY_SOURCE
@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "<jats:title>Abstract</jats:title><jats:p>We count <jats:italic>Ovis aries"
            "</jats:italic> in H<jats:sub>2</jats:sub>O with 10<jats:sup>3</jats:sup> pens."
            "</jats:p>",
            "We count Ovis aries in H₂O with 10³ pens.",
        ),
        ("Flocks by <i>Ovis aries</i> with <scp>NMR</scp>", "Flocks by Ovis aries with NMR"),
        ('Flow of <span style="font-variant:small-caps;">CFD</span> Sheep', "Flow of CFD Sheep"),
        ("&lt;p&gt;We count &lt;i&gt;Ovis&lt;/i&gt;.&lt;/p&gt;", "We count Ovis."),
        ("&amp;lt;i&amp;gt;Ovis&amp;lt;/i&amp;gt; &amp;amp;amp; co", "Ovis & co"),
        ("<p>One flock.</p><p>Two flocks.</p>", "One flock. Two flocks."),
        ("10<sup>&minus;6</sup> of wool<sup>&reg;</sup>", "10⁻⁶ of wool®"),
        ("The <fixed-case>B</fixed-case>arn", "The Barn"),
        ("One flock.<br/>Two<br>flocks<BR />three", "One flock. Two flocks three"),
        (
            "<jats:sec><jats:title>Background</jats:title><jats:p>Sheep graze.</jats:p></jats:sec>"
            "<jats:sec><jats:title>Methods:</jats:title><jats:p>We count.</jats:p></jats:sec>",
            "Background: Sheep graze. Methods: We count.",
        ),
        ("<h2>Abstract</h2> <div>We count.</div>", "We count."),
        ("<title>Counting Sheep</title>", "Counting Sheep"),
        (
            'See <a href="https://sheep.example.org/a?b=1&amp;c=2">our page</a>.',
            "See our page (https://sheep.example.org/a?b=1&c=2).",
        ),
        ('<a href="https://a.example">https://a.example/</a>', "https://a.example"),
        ('<a href="#x">our page</a>, <a href="javascript:a(1)">x</a>', "our page, x"),
        (
            '<jats:ext-link xlink:href="https://a.example/x" kind="uri">it</jats:ext-link>',
            "it (https://a.example/x)",
        ),
        ("Na<sup>+</sup>, m s<sup>−1</sup>, 21<sup>st</sup>", "Na⁺, m s⁻¹, 21ˢᵗ"),
        ("PM<sub>2.5</sub>, V<sub>GS</sub>, Ewe<sup>®</sup>", "PM_2.5, V_GS, Ewe®"),
        ("m <sup>2</sup> of <sup>13</sup>C, CO\n <sub>2</sub>\n here", "m² of ¹³C, CO₂ here"),
        ("a <!-- note --> sheep<![CDATA[ & goat]]>", "a sheep & goat"),
        ("<ul><li>ewes</li><li>rams</li></ul>", "• ewes • rams"),
        (
            "<table><tr><td>ewes</td><td>3</td></tr><tr><td>rams</td><td>2</td></tr></table>",
            "ewes, 3; rams, 2",
        ),
        ("The <strong>big</strong> <em>sheep</em>s", "The big sheeps"),
        ("<ce:italic>Ovis</ce:italic> <ce:inf>2</ce:inf>", "Ovis₂"),
        ("5 < x <i>y</i> > 3", "5 < x y > 3"),
        ("a <i>b<sub>c</i>d</sub>", "a b_cd"),
        ('<img src="a.gif" alt="α"/>-sheep', "α-sheep"),
    ],
)
def test_tags_go_and_what_they_say_stays(steps: tuple[Step, ...], source: str, text: str) -> None:
    assert repair(source, steps) == text


@EVERY_SOURCE
@pytest.mark.parametrize(
    "text",
    [
        "<1 GB, p<0.05, a < b > c, x<y and z>w, n<i<m and a>b, I <3 sheep, <- -> <=>",
        "List<Sheep>, std::vector<int>, Map<String, List<T>>, Vec<i32>, f<T>(x), if (a<b && c>d)",
        "the <think> and </think> tokens, <CLS>, <mask>, <s>, </s>, <image>, <img>, <EOS>",
        "<subject, verb, object>, <answer>42</answer>, <p> tokens, if <i> then",
        "the <b> and </b> tags, <title>, x </b> y, <!-- or -->",
        "`&amp;` and `<b>x</b>` in code",
        "<https://a.example/x> and <a@b.example>",
        "<, <b, a<sub, <>, </>, <!--, <![CDATA[",
    ],
)
def test_angle_brackets_that_are_no_markup_stay(steps: tuple[Step, ...], text: str) -> None:
    assert repair(text, steps) == text


@EVERY_SOURCE
@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<mml:math><mml:mi>x</mml:mi></mml:math>-sheep", "x-sheep"),
        (
            'where <mml:math display="inline"><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn>'
            "</mml:msup><mml:mo>≤</mml:mo><mml:mi>n</mml:mi></mml:math> sheep",
            "where x²≤n sheep",
        ),
        (
            "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> of",
            r"\(\frac{a}{b}\) of",
        ),
        (
            "<mml:math><mml:mi>p</mml:mi><mml:mo>&lt;</mml:mo><mml:mn>0.05</mml:mn></mml:math>",
            "p<0.05",
        ),
        ("<math><msqrt><mi>n</mi></msqrt></math> steps", "√n steps"),
        ("<math><mover><mi>x</mi><mo>^</mo></mover></math>", r"\(\hat{x}\)"),
        ("&lt;mml:math&gt;&lt;mml:mi&gt;x&lt;/mml:mi&gt;&lt;/mml:math&gt;", "x"),
        (
            '<inline-formula><tex-math notation="LaTeX">$x_1$</tex-math></inline-formula>-norm',
            "x₁-norm",
        ),
        (
            "<jats:alternatives><jats:tex-math>\\documentclass{minimal}\\begin{document}$$\\alpha$$"
            "\\end{document}</jats:tex-math><mml:math><mml:mi>α</mml:mi></mml:math>"
            "</jats:alternatives>-sheep",
            "α-sheep",
        ),
        (
            "<math><mmultiscripts><mi>Ca</mi><mprescripts/><none/><mn>38</mn></mmultiscripts></math>",
            "³⁸Ca",
        ),
        (
            "<math><mmultiscripts><mi>U</mi><mn>2</mn><mo>+</mo><mprescripts/><mn>92</mn>"
            "<mn>238</mn></mmultiscripts></math> sheep",
            "₉₂²³⁸U₂⁺ sheep",
        ),
        ("<math><mprescripts/><mi>x</mi></math>", "x"),
        # Crossref glues the words before and behind a formula to it.
        ("Sheep in<mml:math><mml:mi>N</mml:mi></mml:math>-fold pens", "Sheep in N-fold pens"),
        ("of<math><mi>k</mi></math>sheep", "of k sheep"),
        (
            "The H<math><msub><mrow/><mn>2</mn></msub></math>O and <math><mi>n</mi></math>th sheep",
            "The H₂O and nth sheep",
        ),
    ],
)
def test_formulas_of_mathml_are_read(steps: tuple[Step, ...], source: str, text: str) -> None:
    assert repair(source, steps) == text
