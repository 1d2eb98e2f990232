"""The figures of a catalogue: what is counted, how it is said, and that names do nothing."""

from __future__ import annotations

import datetime as dt
import re

import html5lib
import markdown
import pytest

from generator.catalogue import Catalogue
from generator.figures import connected
from generator.figures import sections as stats
from generator.figures.overlap import MOST_LISTINGS, overlap
from generator.language import ENGLISH
from generator.model import Area, Assignment, Related, Topic
from generator.pages import Page, Renderer
from generator.pages.drawings import bars
from generator.pages.kinds import stats as kind
from generator.settings import Settings
from generator.values.link import Link
from generator.values.paper import Entry, Paper
from generator.values.text import Text
from tests import given
from tests.laid_out import SETTINGS, article, text_of

SHEEP = Topic("sheep", Text("Counting sheep"), Text(), "animals")
COWS = Topic("cows", Text("Cows"), Text(), "animals")
AREAS = (Area("animals", Text("Animals"), Text(), (SHEEP, COWS)),)
CODE = (Link("code", "https://example.org/code"),)


def paper(number: int, *sources: str, **fields: object) -> Paper:
    usual = {"entries": tuple(Entry(source, number + 1) for source in sources)}
    return given.paper(f"paper-{number}", f"Paper {number}", **usual | fields)


def catalogue(*papers: Paper, topics: dict[int, str] | None = None) -> Catalogue:
    """A catalogue of papers; `topics` are those of a paper by its number, the main one first."""
    given_topics = {
        f"paper-{number}": tuple(Assignment(slug, 1.0) for slug in slugs.split())
        for number, slugs in (topics or {}).items()
    }
    return Catalogue(papers, AREAS, given_topics)


def test_a_sentence_that_begins_with_a_hebrew_name_runs_from_the_left() -> None:
    topic = Topic("sheep", Text("כבשים"), Text(), "animals")
    areas = (Area("animals", Text("Animals"), Text(), (topic,)),)
    of = Catalogue((paper(1),), areas, {"paper-1": (Assignment("sheep", 1.0),)})
    assert '<bdi dir="ltr">“כבשים” is the largest topic' in page(of)


def section(of: Catalogue, anchor: str) -> stats.Section:
    return next(found for found in stats.sections(of, ENGLISH) if found.anchor == anchor)


def figures(of: stats.Section) -> list[tuple[str, int, int]]:
    return [(bar.name, bar.count, bar.of) for group in of.groups for bar in group.bars]


def page(of: Catalogue, settings: Settings = SETTINGS) -> str:
    return article(only(of, settings))


def only(of: Catalogue, settings: Settings = SETTINGS) -> Page:
    (found,) = kind.generate(Renderer(of, settings), [None])
    return found


def in_markdown(of: Catalogue) -> str:
    """Return the HTML that the Markdown of the page gives."""
    html: str = markdown.markdown(text_of(only(of)), extensions=["attr_list", "tables", "toc"])
    return html


def test_an_empty_catalogue_has_a_page_without_charts() -> None:
    empty = Catalogue(())
    assert stats.sections(empty, ENGLISH) == []
    assert stats.figures(empty, ENGLISH) == [("0", "papers")]
    assert "<svg" not in page(empty)


def test_topics_are_counted_and_sorted_by_papers_with_those_of_main_topic() -> None:
    three = catalogue(paper(1), paper(2), paper(3), topics={1: "sheep cows", 2: "cows", 3: ""})
    found = section(three, "topics")
    assert [(b.name, b.count, b.strong) for b in found.groups[0].bars] == [
        ("Cows", 2, 1),
        ("Counting sheep", 1, 1),
    ]
    assert found.finding == "“Cows” is the largest topic, with 2 papers; it is the main topic of 1."
    per = section(three, "topics-per-paper")
    assert figures(per) == [("none", 1, 0), ("1 topic", 1, 0), ("2 topics", 1, 0)]
    assert per.finding == "1 paper of 3 (33 %) is in more than one topic."


@pytest.mark.parametrize(
    ("with_code", "finding"),
    [
        ([1], "1 paper of 3 (33 %) is known"),
        ([1, 2], "2 papers of 3 (67 %) are known"),
        ([1, 2, 3], "Every paper is known"),
    ],
)
def test_code_is_said_in_the_singular_and_in_the_plural(with_code: list[int], finding: str) -> None:
    papers = (paper(n, links=CODE if n in with_code else ()) for n in (1, 2, 3))
    assert section(catalogue(*papers), "code").finding.startswith(finding)


def test_code_is_counted_in_all_by_area_and_by_kind() -> None:
    papers = (
        paper(1, links=CODE, kind="method"),
        paper(2, kind="method"),
        paper(3, links=CODE, kind="survey"),
        paper(4),
    )
    found = section(catalogue(*papers, topics={1: "sheep cows", 2: "cows"}), "code")
    assert figures(found) == [
        ("all papers", 2, 4),
        ("Animals", 1, 2),
        ("method", 1, 2),
        ("survey", 1, 1),
        (stats.UNKNOWN, 0, 1),
    ]


def test_what_nothing_is_known_of_is_left_out() -> None:
    anchors = [found.anchor for found in stats.sections(catalogue(paper(1)), ENGLISH)]
    assert anchors == ["topics", "topics-per-paper"]
    assert section(catalogue(paper(1)), "topics").finding == "No topic has a paper yet."
    assert section(catalogue(paper(1)), "topics-per-paper").finding.startswith("No paper is")


def test_a_tiny_catalogue_is_said_in_the_singular() -> None:
    one = catalogue(paper(1, "a.txt", summary="s", kind="tool"), topics={1: "sheep"})
    assert stats.figures(one, ENGLISH)[0] == ("1", "paper")
    assert ("1", "listing read") in stats.figures(one, ENGLISH)
    assert section(one, "known").finding == "The only paper has a summary."
    assert section(one, "kinds").finding == "The only paper is of the kind “tool”."


def test_years_without_papers_keep_their_place() -> None:
    found = section(
        catalogue(*(paper(n, year=y) for n, y in enumerate((2019, 2022, 2022, None)))), "years"
    )
    assert figures(found) == [("2019", 1, 0), ("2020", 0, 0), ("2021", 0, 0), ("2022", 2, 0)]
    assert found.finding == (
        "From 2019 to 2022; most papers, 2, are from 2022. Of 1 paper the year is not known."
    )


def test_additions_are_shown_when_there_is_more_than_one_month() -> None:
    def added(*days: dt.date) -> Catalogue:
        return catalogue(*(paper(n, added=day) for n, day in enumerate(days)))

    november, january = dt.date(2024, 11, 30), dt.date(2025, 1, 1)
    assert "additions" not in [s.anchor for s in stats.sections(added(november, november), ENGLISH)]
    found = section(added(november, january, january), "additions")
    assert figures(found) == [("2024-11", 1, 0), ("2024-12", 0, 0), ("2025-01", 2, 0)]
    assert found.finding == "3 papers from 2024-11 to 2025-01; most in 2025-01: 2."


def test_listings_are_compared_two_by_two() -> None:
    by_hand = paper(5, entries=(Entry("papers/x.yml", 1, by_hand=True),))
    found = overlap(
        catalogue(
            paper(1, "a", "b"), paper(2, "a", "a"), paper(3, "a", "b", "c"), paper(4, "c"), by_hand
        )
    )
    assert found is not None
    assert [(at.name, at.papers, at.alone) for at in found.listings] == [
        ("a", 3, 1),
        ("b", 2, 0),
        ("c", 2, 1),
    ]
    assert found.shared == ((3, 2, 1), (2, 2, 1), (1, 1, 2))
    assert (found.several, found.papers, found.left_out) == (2, 4, 0)
    assert overlap(catalogue(paper(1, "a"), by_hand)) is None


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        ([("a",), ("b",)], "No paper is in more than one of the 2 listings."),
        ([("a", "b"), ("b",)], "1 of the 2 papers in listings is in more than one of the 2"),
        ([("a", "b"), ("b", "a"), ("b",)], "2 of the 3 papers in listings are in more than one"),
        ([("a", "b")], "Every paper of the 2 listings is in more than one of them."),
    ],
)
def test_the_overlap_is_said_in_a_sentence(papers: list[tuple[str, ...]], said: str) -> None:
    assert said in page(catalogue(*(paper(n, *sources) for n, sources in enumerate(papers))))


def test_many_listings_show_those_with_most_papers() -> None:
    found = overlap(catalogue(*(paper(n, f"{n:03}", "all") for n in range(100))))
    assert found is not None
    assert len(found.listings) == MOST_LISTINGS
    assert found.listings[0].name == "all"
    assert found.left_out == 101 - MOST_LISTINGS


HOSTILE = "<script>alert(1)</script>\"' onload=x &amp; [x](javascript:y) **b** `c` \x01\n\n# h"


def test_hostile_names_show_as_they_are_and_do_nothing() -> None:
    name = Text(HOSTILE)
    areas = (Area("a", name, Text(), (Topic("t", name, Text(), "a"),)),)
    papers = tuple(paper(n, HOSTILE + str(n), HOSTILE, links=CODE) for n in range(3))
    given_topics = {p.id: (Assignment("t", 1.0),) for p in papers}
    html = page(Catalogue(papers, areas, given_topics))
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    assert not parsed.findall(".//script")
    assert {a.get("href") for a in parsed.iter("a")} == {"/topics/t/"}
    assert not [e for e in parsed.iter() if e.get("onload") or e.get("style")]
    assert len(parsed.findall(".//h1")) == 1
    said = "".join(parsed.itertext())
    assert said.count("<script>alert(1)</script>\"' onload=x &amp; [x](javascript:y) **b** `c`") > 5


def test_connected_papers_and_mentioned_names_are_links() -> None:
    related = {
        "paper-1": (Related("paper-3", 0.5, (), mentions=("SHEEPNET",)),),
        "paper-2": (Related("paper-3", 0.5, ()),),
        "paper-3": (Related("paper-2", 0.5, (), mentioned=("SHEEPNET",)),),
    }
    of = Catalogue(tuple(paper(n) for n in (1, 2, 3)), related=related)
    assert [(p.id, n) for p, n in connected.most_named(of)] == [("paper-3", 2)]
    assert [(name, p.id, n) for name, p, n in connected.most_mentioned(of)] == [
        ("SHEEPNET", "paper-3", 2)
    ]
    assert page(of).count('data-paper="paper-3" href="/papers/paper-3/"') == 2
    assert text_of(only(of)).count("(/papers/paper-3.md) (2)\n") == 2


def test_the_page_does_not_grow_with_the_papers() -> None:
    def size(count: int) -> int:
        papers = (paper(n, f"{n % 30}.txt", year=1900 + n % 40) for n in range(count))
        return len(page(catalogue(*papers, topics=dict.fromkeys(range(count), "sheep"))))

    assert size(2000) < size(400) * 1.02


def test_the_figures_stand_in_the_markdown_as_tables() -> None:
    of = catalogue(paper(1, "a|b", "b", year=2020, links=CODE, kind="tool"), topics={1: "cows"})
    tree = html5lib.parseFragment(in_markdown(of), namespaceHTMLElements=False)
    rows = [[" ".join("".join(c.itertext()).split()) for c in row] for row in tree.iter("tr")]
    for row in (
        ["Topic", "Papers", "As main topic"],
        ["Cows", "1", "1"],
        ["Counting sheep", "0", "0"],
        ["code", "1", "100 %"],
        ["tool", "1", "100 %"],
        ["2020", "1"],
        ["Listing", "a|b", "b", "Only here"],
        ["a|b", "1", "1", "0"],
    ):
        assert row in rows
    assert "<svg" not in text_of(only(of))
    # A chart has its table in both.
    assert len(list(tree.iter("table"))) == page(of).count("<table")


def test_every_table_has_a_caption_and_heads_with_a_scope() -> None:
    of = catalogue(paper(1, "a", "b", year=2020, links=CODE, kind="tool"), topics={1: "cows"})
    html = page(of)
    assert html.count("<table") == html.count("<caption>") == 7
    assert not re.search(r"<th(?! scope)", html.replace("<thead", ""))


@pytest.mark.parametrize("count", [1, 2, 5, 6, 16, 24])
def test_the_axis_names_a_few_columns_and_the_last_one_always(count: int) -> None:
    years = range(2030 - count, 2030)
    found = section(catalogue(*(paper(n, year=y) for n, y in enumerate(years))), "years")
    axis = re.findall(r"<span>(\d*)</span>", bars.drawing(found, ENGLISH).split("stats-axis")[1])
    assert len(axis) == count
    assert axis[-1] == "2029"
    assert 1 <= sum(map(bool, axis)) <= bars.AXIS_NAMES
