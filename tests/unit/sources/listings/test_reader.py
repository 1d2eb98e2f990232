from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from generator.problems import Place, Problem, Problems, Severity
from generator.sources.base import Reading, SourceFile
from generator.sources.listings import reader as listing
from generator.sources.listings.lines import MAX_LINE
from generator.sources.listings.reader import ListingReader
from generator.values.paper import Rank, SourceRecord
from tests.projects import ROOT

#: Invented papers: (title, abstract).
PAPERS = tuple(
    (paper["title"], paper["abstract"])
    for paper in json.loads(
        Path(__file__).with_name("listing_papers.json").read_text(encoding="utf-8")
    )
)
FILE = SourceFile(Path("saved/listing.txt"), "saved/listing.txt", "a listing")
HEAD = {
    "spaced": [
        *("new", "Get trending papers in your email inbox!", "Subscribe", "Daily Papers"),
        *("byAK and the research community", "Mar 12"),
    ],
    "compact": ["Get trending papers in your email inbox once a day!", "Subscribe"],
}
LAYOUTS = ("spaced", "compact")
Block = list[str]  # lines between which the page has no blank line


def page(blocks: Sequence[Block], layout: str) -> str:
    if layout == "compact":  # the first title is glued to the last word of the furniture
        lines = [line for block in blocks for line in block]
        *head, glued = HEAD["compact"]
        return "\n".join([*head, glued + lines[0], *lines[1:]])
    return "\n\n".join("\n".join(block) for block in [[line] for line in HEAD[layout]] + [*blocks])


def blocks_of(papers: Sequence[tuple[str, str]]) -> list[Block]:
    return [[line] for paper in papers for line in paper]


def read(text: str) -> tuple[Reading, list[Problem]]:
    problems = Problems()
    return ListingReader().read(FILE, text, problems), list(problems)


def pairs(records: Sequence[SourceRecord]) -> list[tuple[str, str]]:
    return [(record.work.title.plain, record.work.abstract.plain) for record in records]


def serious(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is not Severity.NOTE]


def cut(text: str, *shares: float) -> Block:
    """Break a text between words, near the given shares of its length."""
    words = text.split(" ")
    ends = [0, *(max(1, round(share * len(words))) for share in shares), len(words)]
    return [" ".join(words[a:b]) for a, b in pairwise(ends)]


def line_of(text: str, beginning: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if beginning in line)


BEFORE, AFTER = PAPERS[:3], PAPERS[-3:]
EACH = pytest.mark.parametrize("paper", PAPERS[3:-3], ids=lambda paper: paper[0][:20])
IN_BOTH_LAYOUTS = pytest.mark.parametrize("layout", LAYOUTS)


def with_neighbours(blocks: Sequence[Block], layout: str) -> str:
    return page([*blocks_of(BEFORE), *blocks, *blocks_of(AFTER)], layout)


def assert_whole(text: str, paper: tuple[str, str]) -> list[Problem]:
    """Assert that the page reads as if `paper` and its neighbours had no fault."""
    reading, problems = read(text)
    assert pairs(reading.records) == [*BEFORE, paper, *AFTER]
    assert reading.rejected == 0
    assert serious(problems) == []
    return problems


@IN_BOTH_LAYOUTS
def test_a_page_without_faults_is_read_exactly(layout: str) -> None:
    text = page(blocks_of(PAPERS), layout)
    reading, problems = read(text)
    assert pairs(reading.records) == list(PAPERS)
    assert problems == []
    for record in reading.records:
        assert record.rank is Rank.LISTING
        assert record.source == "a listing"
        assert record.place == Place("saved/listing.txt", line_of(text, record.work.title.plain))
        assert record.saved == ("Mar 12" if layout == "spaced" else "")


@IN_BOTH_LAYOUTS
@EACH
def test_a_title_without_abstract_is_kept_with_a_warning(
    layout: str, paper: tuple[str, str]
) -> None:
    title = paper[0]
    text = with_neighbours([[title]], layout)
    reading, problems = read(text)
    assert pairs(reading.records) == [*BEFORE, (title, ""), *AFTER]
    (problem,) = problems
    assert problem.severity is Severity.WARNING
    assert problem.where == Place("saved/listing.txt", line_of(text, title))
    assert "has no abstract" in problem.what


@IN_BOTH_LAYOUTS
@EACH
def test_an_abstract_without_title_is_rejected_with_a_warning(
    layout: str, paper: tuple[str, str]
) -> None:
    abstract = paper[1]
    text = with_neighbours([[abstract]], layout)
    reading, problems = read(text)
    assert pairs(reading.records) == [*BEFORE, *AFTER]
    assert reading.rejected == 1
    (problem,) = serious(problems)
    assert problem.severity is Severity.WARNING
    assert problem.where == Place("saved/listing.txt", line_of(text, abstract))
    assert abstract[:30] in problem.what


@IN_BOTH_LAYOUTS
@EACH
@pytest.mark.parametrize("shares", [(0.2,), (0.5,), (0.9,), (0.3, 0.6)], ids=str)
def test_an_abstract_broken_into_lines_is_joined(
    layout: str, paper: tuple[str, str], shares: tuple[float, ...]
) -> None:
    title, abstract = paper
    assert_whole(with_neighbours([[title], cut(abstract, *shares)], layout), paper)


@IN_BOTH_LAYOUTS
@EACH
@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_wrapped_abstract_is_joined(layout: str, paper: tuple[str, str], width: int) -> None:
    title, abstract = paper
    wrapped = textwrap.wrap(abstract, width, break_long_words=False, break_on_hyphens=False)
    assert_whole(with_neighbours([[title], wrapped], layout), paper)


@IN_BOTH_LAYOUTS
@pytest.mark.parametrize("width", [70, 90])
def test_a_page_wrapped_as_a_whole_is_read_exactly(layout: str, width: int) -> None:
    blocks = [
        textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        for paper in PAPERS
        for text in paper
    ]
    reading, problems = read(page(blocks, layout))
    assert pairs(reading.records) == list(PAPERS)
    assert serious(problems) == []


@IN_BOTH_LAYOUTS
def test_an_abstract_of_two_paragraphs_is_joined(layout: str) -> None:
    title = "Sundials for Cloudy Cities"
    first = "A sundial needs sun. We build a sundial that reads the polarisation of a cloudy sky."
    second = "Our sundial was tested for a year. However cloudy the sky, it was never an hour off."
    paper = (title, f"{first} {second}")
    assert_whole(with_neighbours([[title], [first], [second]], layout), paper)


@IN_BOTH_LAYOUTS
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Shortest Tours Through", "Museums That Never Close"),
        ("Shortest Tours through Museums", "that Never Close"),
        ("Museum Tours: Shortest Paths and", "Longest Queues"),
    ],
)
def test_a_title_broken_in_two_is_joined(layout: str, first: str, second: str) -> None:
    abstract = (
        "Visitors of museums walk too far. We compute the shortest tours and paths through "
        "galleries of museums, with queues that never close, and test them on visitors."
    )
    text = with_neighbours([[first, second], [abstract]], layout)
    assert_whole(text, (f"{first} {second}", abstract))


@IN_BOTH_LAYOUTS
@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the repre-", "sentation of fog", "the representation of fog"),
        ("a cleverly pre-", "trained fog horn", "a cleverly pre-trained fog horn"),
        ("one end-to-", "end horn for fog", "one end-to-end horn for fog"),
        ("a self-", "winding fog horn", "a self-winding fog horn"),
        ("the fog-", "based horn", "the fog-based horn"),
        ("the best fore-", "cast of fog", "the best forecast of fog"),
        ("made by the firm Brown-", "Field", "made by the firm Brown-Field"),
    ],
)
def test_a_word_hyphenated_at_a_break_is_mended(
    layout: str, before: str, after: str, joined: str
) -> None:
    title = "Fog Horns That Listen"
    abstract = "Ships in fog need horns. We study {}, which was not possible before."
    lines = abstract.format(f"{before}\n{after}").split("\n")
    text = with_neighbours([[title], lines], layout)
    assert_whole(text, (title, abstract.format(joined)))


@IN_BOTH_LAYOUTS
@EACH
@pytest.mark.parametrize(
    "furniture",
    ["Subscribe", "Daily Papers", "byAK and the research community", "SubscribeDaily PapersMay 3"],
)
def test_furniture_glued_to_a_title_is_cut_off(
    layout: str, paper: tuple[str, str], furniture: str
) -> None:
    title, abstract = paper
    assert_whole(with_neighbours([[furniture + title], [abstract]], layout), paper)


@IN_BOTH_LAYOUTS
@EACH
def test_a_second_page_in_the_middle_parts_entries_and_has_its_own_date(
    layout: str, paper: tuple[str, str]
) -> None:
    furniture = [["new"], ["Get trending papers in your email inbox!"], ["Subscribe "], ["9 May"]]
    text = with_neighbours([*furniture, *blocks_of([paper])], layout)
    assert_whole(text, paper)
    reading, _ = read(text)
    assert [record.saved for record in reading.records[3:]] == ["9 May"] * 4


@IN_BOTH_LAYOUTS
@EACH
def test_votes_and_authors_around_an_entry_are_left_out_silently(
    layout: str, paper: tuple[str, str]
) -> None:
    title, abstract = paper
    blocks = [["Upvote"], ["17"], [title], [abstract], ["·"], ["3 authors"], ["View all"]]
    assert assert_whole(with_neighbours(blocks, layout), paper) == []


@IN_BOTH_LAYOUTS
def test_a_line_that_comes_after_every_entry_is_left_out_with_one_note(layout: str) -> None:
    blocks = [[line] for paper in PAPERS for line in (*paper, "Save to shelf")]
    text = page(blocks, layout)
    reading, problems = read(text)
    assert pairs(reading.records) == list(PAPERS)
    (problem,) = problems
    assert problem.severity is Severity.NOTE
    assert problem.where.line == line_of(text, "Save to shelf")
    assert "13 more lines" in problem.what


@IN_BOTH_LAYOUTS
def test_a_title_alone_at_the_end_is_kept_with_a_warning(layout: str) -> None:
    reading, problems = read(page([*blocks_of(BEFORE), ["Clocks Made of Ice"]], layout))
    assert pairs(reading.records) == [*BEFORE, ("Clocks Made of Ice", "")]
    assert [problem.severity for problem in problems] == [Severity.WARNING]


@IN_BOTH_LAYOUTS
@EACH
def test_a_last_abstract_that_is_cut_off_is_kept_with_a_note(
    layout: str, paper: tuple[str, str]
) -> None:
    title, abstract = paper
    start = " ".join(abstract.split(" ")[:6])
    text = page([*blocks_of(BEFORE), [title], [start]], layout)
    reading, problems = read(text)
    assert pairs(reading.records) == [*BEFORE, (title, start)]
    assert [(p.severity, p.what, p.where.line) for p in problems] in (
        [(Severity.NOTE, "the last abstract is cut off", len(text.split("\n")))],
        [] if start.endswith(".") else None,
    )


@IN_BOTH_LAYOUTS
def test_a_pair_that_comes_twice_is_read_twice(layout: str) -> None:
    reading, problems = read(page(blocks_of([*BEFORE, *BEFORE]), layout))
    assert pairs(reading.records) == [*BEFORE, *BEFORE]
    assert problems == []


@IN_BOTH_LAYOUTS
def test_two_long_paragraphs_that_exceed_any_abstract_mean_a_lost_title(layout: str) -> None:
    sentence = "Each of the towers was measured again with a longer rope and a better clock. "
    first, second = (sentence * 14).strip(), ("The wells were measured, too. " + sentence * 14)
    blocks = [*blocks_of(BEFORE), ["Towers and Wells"], [first], [second.strip()]]
    reading, _ = read(page([*blocks, *blocks_of(AFTER)], layout))
    assert pairs(reading.records) == [*BEFORE, ("Towers and Wells", first), *AFTER]
    assert reading.rejected == 1


@IN_BOTH_LAYOUTS
def test_a_pair_with_no_word_in_common_is_kept_with_a_warning(layout: str) -> None:
    title = "Tall Towers of Forgotten Islands"
    abstract = "Penguins waddle because their legs are short. " + "They swim well. " * 30
    reading, problems = read(with_neighbours([[title], [abstract.strip()]], layout))
    assert pairs(reading.records) == [*BEFORE, (title, abstract.strip()), *AFTER]
    assert ["no word in common" in problem.what for problem in problems] == [True]


def test_a_listing_of_too_many_lines_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    text = page([[title] for pair in PAPERS for title in pair], "spaced")
    lines = text.count("\n")
    problems = Problems()
    monkeypatch.setattr(listing, "MAX_LINES", lines)
    assert ListingReader().read(FILE, text, problems).entries == len(PAPERS)
    monkeypatch.setattr(listing, "MAX_LINES", lines - 1)
    assert ListingReader().read(FILE, text, problems).entries == 0
    assert f"saved/listing.txt: has {lines:,} lines, more than" in next(map(str, problems))


@IN_BOTH_LAYOUTS
def test_a_monstrous_line_is_rejected_and_the_rest_is_kept(layout: str) -> None:
    text = with_neighbours([["x" * (MAX_LINE + 1)]], layout)
    reading, problems = read(text)
    assert pairs(reading.records) == [*BEFORE, *AFTER]
    assert reading.rejected == 1
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert problem.where.line == line_of(text, "xxx")
    assert "100,001" in problem.what


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff", "new\n\nSubscribe\n\nMar 12\n"])
def test_a_page_without_entries_is_a_warning(text: str) -> None:
    reading, problems = read(text)
    assert reading == Reading()
    assert [str(p).split(" (")[0] for p in problems] == ["saved/listing.txt: no entries found"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("page.txt", page(blocks_of(PAPERS), "spaced"), True),
        ("page.TXT", page(blocks_of(PAPERS), "compact"), True),
        ("page.txt", "\n".join(line for paper in PAPERS for line in paper), True),
        ("page.txt", "", True),
        ("page.md", page(blocks_of(PAPERS), "spaced"), False),
        ("requirements.txt", "jinja2>=3.1\nmkdocs<2\npyyaml\n", False),
        ("words.txt", "apple\npear\nquince\nplum\n", False),
    ],
)
def test_a_listing_is_recognised_by_ending_and_content(
    name: str, text: str, expected: bool
) -> None:
    assert ListingReader().recognises(SourceFile(Path(name), name, name), text) is expected


@pytest.mark.parametrize(
    "line", ['0 "', "“ ”", "a )", "( (", "x -", '"', "…", "3 %", "\x00", "\x1f a"]
)
def test_no_short_odd_line_makes_the_reader_fail(line: str) -> None:
    lines = [text for paper in PAPERS[:2] for text in paper]
    for position in range(5):
        read("\n".join([*lines[:position], line, *lines[position:]]))
    read("\n".join([line] * 5))


LISTINGS = ROOT.parent / "shared" / "listings"
ENTRIES = {"000": 41, "001": 251, "002": 86, "003": 85, "004": 163}


@pytest.mark.parametrize("name", ENTRIES)
def test_the_real_pages_are_read_without_a_warning(name: str) -> None:
    found = sorted(LISTINGS.glob(f"{name}_*.txt"))
    if not found:
        pytest.skip(f"the saved pages of development are not in {LISTINGS.name}/ beside this tree")
    reading, problems = read(found[0].read_text(encoding="utf-8"))
    assert len(reading.records) == ENTRIES[name]
    assert reading.rejected == 0
    assert [p for p in problems if not re.search("last abstract is cut off", p.what)] == []


@pytest.mark.parametrize("tag", ["TX  - ", "--TX-- ", "TX    "])
def test_lines_with_tags_are_no_listing(tag: str) -> None:
    lines = [
        "Counting Sheep with Small Networks",
        "Sheep are hard to count because they move, and we train a network that counts them.",
    ]
    plain = "".join(f"{line}\n\n" for line in lines * 3)
    tagged = "".join(f"{tag}{line}\n\n" for line in lines * 3)
    file = SourceFile(Path("saved.txt"), "saved.txt", "saved.txt")
    assert ListingReader().recognises(file, plain)
    assert not ListingReader().recognises(file, tagged)
