from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.listing_lines import Line
from generator.sources.listing_pairing import Kind, pair

TITLE = "Umbrellas That Remember the Way Home"
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


def test_time_grows_linearly_with_the_lines() -> None:
    def seconds(entries: int) -> float:
        texts = [TITLE, "People leave umbrellas in", "trains. We build one that", "remembers."]
        lines = [Line(number, text) for number, text in enumerate(texts * entries, 1)]
        started = time.process_time()
        pair(lines, 0.0)
        return time.process_time() - started

    assert seconds(2000) < 20 * max(seconds(200), 0.02)
