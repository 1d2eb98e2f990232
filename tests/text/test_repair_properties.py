"""What holds for the repair of every text, however hostile."""

import gzip
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.text.formula import mathml, plain, split
from generator.text.repair import HAND_STEPS, LATEX_STEPS, LISTING_STEPS, Step, repair

SHARED = Path(__file__).parents[2].parent / "shared"
LISTS = pytest.mark.parametrize("steps", [HAND_STEPS, LATEX_STEPS, LISTING_STEPS])

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


@LISTS
@pytest.mark.parametrize(
    "part",
    [
        "$",
        "{",
        "}",
        "\\",
        "_",
        "^",
        "~",
        "\\(",
        "$x$",
        "\\emph{",
        "x^2 b ",
        "``a",
        "̣́",
        "a.",
        "sim1",
        "left(",
        "cdot",
        "\\frac",
        "{ ",
        "\\\\{",
        "http://a ",
        "\ue000",
    ],
)
def test_a_long_line_of_one_thing_is_repaired_in_time(steps: tuple[Step, ...], part: str) -> None:
    repaired = repair(part * (200_000 // len(part)), steps)
    assert "\n" not in repaired


@LISTS
def test_long_lines_below_the_limit_are_repaired_in_time(steps: tuple[Step, ...]) -> None:
    for part in ("$", "{", "\\", "_", "^", "\\alpha x "):
        repair(part * (90_000 // len(part)), steps)


def _texts_of_listings() -> list[str]:
    files = sorted((SHARED / "listings").glob("*.txt"))
    if not files:
        pytest.skip("the saved listings are not beside the repository")
    return [line for file in files for line in file.read_text("utf-8").splitlines() if line]


def _texts_of_proceedings(rows: int) -> list[str]:
    file = SHARED / "data" / "conference-papers-10k.jsonl.gz"
    if not file.exists():
        pytest.skip("the sample of proceedings is not beside the repository")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for _, line in zip(range(rows), lines, strict=False)]
    return [row.get(field) or "" for row in found for field in ("title", "abstract")]


def test_real_listings_keep_no_tex_but_formulas_that_can_be_typeset() -> None:
    formulas = 0
    for text in _texts_of_listings():
        for piece in split(repair(text, LISTING_STEPS)):
            if piece.is_formula:
                formulas += 1
                assert mathml(piece.text) is not None
            else:
                assert not any(mark in piece.text for mark in ("\\%", "{", "}", "^", "``", "infty"))
    assert 1 <= formulas <= 20


def test_real_proceedings_give_formulas_that_can_be_typeset() -> None:
    for text in _texts_of_proceedings(1500):
        repaired = repair(text, LATEX_STEPS)
        assert repair(repaired, LATEX_STEPS) == repaired
        for piece in split(repaired):
            assert not piece.is_formula or mathml(piece.text) is not None
