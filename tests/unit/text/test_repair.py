"""Repair in time, whatever the line is made of, and what it makes of real texts."""

import gzip
import json

import pytest

from generator.text.formula import mathml, split
from generator.text.repair import HAND_STEPS, LATEX_STEPS, LISTING_STEPS, Step, repair
from tests.projects import ROOT

SHARED = ROOT.parent / "shared"
LISTS = pytest.mark.parametrize("steps", [HAND_STEPS, LATEX_STEPS, LISTING_STEPS])


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
        "<i>",
        "<sub>",
        "<math>",
        "<!--",
        "<h1>a</h1>",
        "&amp;",
        "Ã",
        "{\\v s}",
        "\\begin{tabular}{l}",
        "\\href{{a}",
        "\\SI{1}{",
        "''a",
        "\\n",
    ],
)
def test_a_long_line_of_one_thing_is_repaired_in_time(steps: tuple[Step, ...], part: str) -> None:
    repaired = repair(part * (120_000 // len(part)), steps)
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
