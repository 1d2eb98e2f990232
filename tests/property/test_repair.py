"""What holds for the repair of every text, however hostile."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.text.formula import plain
from generator.text.repair import MAX_ROUNDS, Step, repair
from tests.unit.text.test_repair import LISTS

fragments = st.sampled_from(
    [
        *"$${}{}\\\\__^^()[]|  ~-`'\",.;%&#*<>@/abxOT12é",
        "--",
        "``",
        "''",
        "\\(",
        "\\)",
        "\\[",
        "$x$",
        r"\alpha",
        r"\frac",
        r"\emph",
        r"{\em ",
        r"\cite",
        r"\url{",
        r"\left",
        r"\our",
        r"\%",
        r"\$",
        r"\{",
        r"\\",
        r"\'",
        r"\c ",
        r"\"",
        r"\v s",
        r"{\v s}",
        r"\c{c}",
        r"\ss ",
        r"\textless{}",
        r"\textbraceleft ",
        r"\textbackslash{}",
        r"\SI{1}{\metre}",
        r"\num{",
        r"\href{http://a.b/c}{",
        r"\ref{a}",
        r"\begin{tabular}{l}",
        r"\end{tabular}",
        r"\begin{itemize}",
        r"\item ",
        r"\label{a}",
        r"\n",
        r"\u00e9",
        "{{",
        "}}",
        "<i>",
        "</i>",
        "<sub>",
        "</sub>",
        "<p>",
        "<br/>",
        "<h1>",
        "</h1>",
        "<jats:title>",
        "</jats:title>",
        "<math>",
        "</math>",
        "<mfrac>",
        "<mi>",
        "</mi>",
        '<a href="http://a.b/c">',
        "</a>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&lt;",
        "&gt;",
        "&amp;",
        "&amp",
        "&#39;",
        "Ã",
        "©",
        "â€™",
        "â€",
        "\x07",
        "\t",
        "2times",
        "sim",
        "1pm2",
        "cdot",
        "infty",
        "left(",
        "right)",
        "mathcal",
        "geq",
        "rightarrow",
        "Omega(",
        "sum_",
        ";mod;",
        "word",
        "m^2",
        "L_1",
        "D_{max}",
        "http://a.b/c",
        "�",
        "\u202e",
        "\ue000",
        "\U000f0000",
        "\x80",
        "\t",
        "\n",
        "́",
    ]
)


hostile_text = st.one_of(
    st.text(st.characters(), max_size=40), st.lists(fragments, max_size=30).map("".join)
)


#: Every round of repair finds something else to do in this.
NEVER_SETTLES = r"\textbf\cite\{`#$times\$\{in{#leqalpha$x^2$_`"


@LISTS
@settings(max_examples=300, deadline=None)
@given(text=hostile_text)
@example(text=NEVER_SETTLES)
@example(text="\\textbf\U000f0001" + NEVER_SETTLES[7:])
def test_repair_is_one_clean_line_and_repairing_again_changes_nothing(
    steps: tuple[Step, ...], text: str
) -> None:
    repaired = repair(text, steps)
    assert repair(repaired, steps) == repaired
    assert repaired == " ".join(repaired.split())
    assert unicodedata.is_normalized("NFC", repaired)
    plain(repaired).encode("utf-8")


def _in_full(text: str, steps: tuple[Step, ...]) -> str:
    """Return what repair must make of a text: every step, again and again, until none changes it.

    `repair` leaves out the steps of which it knows that they change nothing.
    """
    clean = settled = steps[0].apply(text)
    for _ in range(MAX_ROUNDS):
        before = settled
        for step in steps:
            settled = step.apply(settled)
        if settled == before:
            return settled
    return clean


@LISTS
@settings(max_examples=200, deadline=None)
@given(text=hostile_text)
@example(text=NEVER_SETTLES)
@example(text="a  b ~ c")
def test_repair_leaves_no_step_out_that_would_change_something(
    steps: tuple[Step, ...], text: str
) -> None:
    assert repair(text, steps) == _in_full(text, steps)
