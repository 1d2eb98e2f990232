"""Any text is read as a listing: no line is lost, and noise changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.listings.lines import Line, take_apart
from generator.sources.listings.pairing import Kind, pair
from generator.sources.listings.reader import ListingReader
from tests.unit.sources.listings.test_pairing import TITLE
from tests.unit.sources.listings.test_reader import (
    FILE,
    LAYOUTS,
    PAPERS,
    blocks_of,
    cut,
    page,
    pairs,
    read,
    serious,
)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n\r\u2028 \u200b")))
def test_any_text_can_be_taken_apart_and_no_line_is_lost(text: str) -> None:
    page = take_apart(text)
    seen = {line.number for line in page.lines} | set(page.furniture)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, row in enumerate(rows, start=1):
        if any(char.isalnum() for char in row):
            assert number in seen


PROSE = "People leave umbrellas in trains. We build one that remembers where it belongs."


PIECES = [TITLE, PROSE, "People leave umbrellas in", "trains. We build one", "17", "-", "a."]


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Line,
            number=st.just(1),
            text=st.sampled_from(PIECES) | st.text(min_size=1).filter(str.strip),
            after_blank=st.booleans(),
            after_page=st.booleans(),
            soft=st.booleans(),
        ),
        max_size=30,
    )
)
def test_every_line_belongs_to_one_run_and_every_abstract_has_its_title(lines: list[Line]) -> None:
    runs = pair(lines, sum(line.after_blank for line in lines) / max(1, len(lines)))
    assert [run.start for run in runs] == [0, *(run.end for run in runs[:-1])][: len(runs)]
    assert (runs[-1].end if runs else 0) == len(lines)
    kinds = [run.kind for run in runs if run.kind is not Kind.STRAY]
    for before, kind in zip([None, *kinds], kinds, strict=False):
        assert (kind is Kind.ABSTRACT) <= (before is Kind.TITLE)


def noisy(lines: list[str], data: st.DataObject) -> str:
    """Return the lines as a page, with changes that mean nothing."""
    space = st.sampled_from([" ", " ", " ", "\u00a0", "\t", "  ", "\u2003", " \u200b"])
    out = []
    for line in lines:
        gap = data.draw(space)
        out.append(line.replace(" ", gap, 3) + data.draw(st.sampled_from(["", " ", "\u00a0\t"])))
        out.extend([data.draw(st.sampled_from(["", " ", "\u200b"]))] * data.draw(st.integers(0, 2)))
    return data.draw(st.sampled_from(["\n", "\r\n", "\r"])).join(out)


@settings(deadline=None)
@given(
    papers=st.lists(st.sampled_from(PAPERS), min_size=1, max_size=10),
    layout=st.sampled_from(LAYOUTS),
    data=st.data(),
)
def test_noise_that_means_nothing_changes_nothing(
    papers: list[tuple[str, str]], layout: str, data: st.DataObject
) -> None:
    reading, problems = read(noisy(page(blocks_of(papers), layout).split("\n"), data))
    assert pairs(reading.records) == papers
    assert serious(problems) == []


FRAGMENTS = st.sampled_from(
    [line for paper in PAPERS for line in (*paper, *cut(paper[1], 0.3, 0.7), *cut(paper[0], 0.5))]
    + ["", "new", "Subscribe", "17", "Mar 12", "Save to shelf", "* * *", "3 authors"]
)


@settings(deadline=None)
@given(st.lists(FRAGMENTS, max_size=25))
def test_every_line_is_in_a_record_furniture_or_a_problem(lines: list[str]) -> None:
    reading, problems = read("\n".join(lines))
    kept = " ".join(" ".join(texts) for texts in pairs(reading.records))
    told = {problem.where.line for problem in problems}
    lost = [
        number
        for number, line in enumerate(lines, 1)
        if line not in kept and number not in told and len(line) > 20
    ]
    # An orphan of several lines is told at its first.
    assert all(any(t < number for t in told) for number in lost)
    told_of = [p.what for p in problems if p.what.startswith("an abstract without a title")]
    assert reading.rejected >= len(told_of)
    assert reading.entries == len(reading.records) + reading.rejected


@settings(deadline=None)
@given(st.text(max_size=400) | st.lists(st.text(max_size=60)).map("\n".join))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    reading, problems = read(text)
    assert all(record.work.title for record in reading.records)
    assert reading.entries > 0 or len(problems) > 0
    ListingReader().recognises(FILE, text)
