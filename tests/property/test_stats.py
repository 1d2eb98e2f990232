"""Figures of any catalogue count every paper and stay different and valid."""

from __future__ import annotations

import html5lib
from hypothesis import example, given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.figures import sections as stats
from generator.figures.overlap import overlap, shortened
from generator.language import ENGLISH
from generator.model import Area, Topic
from generator.pages.drawings import bars
from generator.text.html import ROOT
from generator.values.text import Text
from tests.unit.pages.test_stats import catalogue, figures, paper, section


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=30))
def test_a_time_line_counts_every_paper_in_few_columns(years: list[int]) -> None:
    found = section(catalogue(*(paper(n, year=y) for n, y in enumerate(years))), "years")
    assert sum(count for _, count, _ in figures(found)) == len(years)
    assert len(figures(found)) <= stats.MOST_COLUMNS


@given(st.integers(0, 5000), st.integers(1, 5000))
@example(1, 5000)
@example(4999, 5000)
def test_a_share_is_never_nothing_for_some_nor_all_for_less(count: int, of: int) -> None:
    said = ENGLISH.share(min(count, of), of)
    assert (said == "0 %") == (count == 0)
    assert (said == "100 %") == (count >= of)


@given(st.sets(st.text(max_size=60), max_size=6))
def test_shortened_names_stay_different(names: set[str]) -> None:
    short = shortened(sorted(names))
    assert len(set(short.values())) == len(names)


@given(st.text(max_size=40))
def test_any_name_of_a_topic_is_valid_html(name: str) -> None:
    topic = Topic("t", Text(name), Text(), "a")
    of = Catalogue((paper(1, name, name + "2"),), (Area("a", Text(name), Text(), (topic,)),))
    found = overlap(of)
    drawn = [
        bars.drawing(s, ENGLISH) + bars.table(s, ENGLISH).html for s in stats.sections(of, ENGLISH)
    ]
    for html in [*drawn, *([bars.matrix(found, ENGLISH)] if found else [])]:
        html5lib.HTMLParser(strict=True).parseFragment(html.replace(ROOT, "/"))
