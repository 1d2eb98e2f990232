"""Lists of addresses and identifiers: what has a title is a paper, the rest is kept aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.files import READERS
from generator.sources.identifiers import IdentifierReader

NAME = "list of identifiers"


def reader_of(text: str, name: str = "a.txt") -> str:
    file = SourceFile(Path(name), name, name)
    return next((reader.name for reader in READERS if reader.recognises(file, text)), "")


def read(text: str) -> tuple[Reading, list[str]]:
    assert reader_of(text) == NAME
    problems = Problems()
    reading = IdentifierReader().read(SourceFile(Path("a.txt"), "a.txt", "a.txt"), text, problems)
    return reading, [f"{problem.severity.name} {problem}" for problem in problems]


ALONE = [
    "2101.00001",
    "2101.00001v2",
    "arXiv:2101.00001",
    "arXiv: 2101.00001",
    "cs/0301012",
    "10.1234/abc",
    "doi:10.1234/abc",
    "DOI: 10.1234/abc.",
    "https://doi.org/10.1234/abc",
    "https://arxiv.org/abs/2101.00001",
    "https://openreview.net/forum?id=aBcD1234ef",
    "https://aclanthology.org/2020.acl-main.1/",
    "2020.acl-main.1",
    "P19-1001",
    "https://huggingface.co/papers/2101.00001",
    "https://example.org/sheep",
    "www.example.org/sheep",
    "- https://arxiv.org/abs/2101.00001",
    "* 2101.00001",
    "1. 10.1234/abc",
    "[12] 10.1234/abc",
    "- [ ] https://arxiv.org/abs/2101.00001",
    "<https://arxiv.org/abs/2101.00001>",
    "2101.00001 UL2",
    "https://arxiv.org/abs/2101.00001 # to read",
    "https://arxiv.org/abs/2101.00001 read this again",
    "Sample, B. & Quill, A. (2021). Counting sheep. J. Sheep, 12, pp. 1-9. https://doi.org/10.1234/abc",
    "10.1234/abc, 10.1234/def",
    '"https://example.org/sheep",',
]


@pytest.mark.parametrize("line", ALONE)
def test_a_line_without_title_is_kept_aside(line: str) -> None:
    reading, problems = read(f"# Papers\n\n{line}\n")
    assert reading.records == ()
    assert reading.rejected == 1
    assert problems == [
        "NOTE a.txt:3: this line names a paper by address or identifier alone; kept aside"
        " (`paper-catalogue add` with this file looks them up and writes records; or write their"
        " titles behind them)"
    ]


TITLED = [
    ("Counting Sheep at Night, https://arxiv.org/abs/2101.00001", ""),
    ("https://arxiv.org/abs/2101.00001 Counting Sheep at Night", ""),
    ("https://arxiv.org/abs/2101.00001, Counting Sheep at Night", ""),
    ("https://arxiv.org/abs/2101.00001 - Counting Sheep at Night", ""),
    ("https://arxiv.org/abs/2101.00001\tCounting Sheep at Night", ""),
    ("arXiv:2101.00001 Counting Sheep at Night", ""),
    ("2101.00001: Counting Sheep at Night", ""),
    ("- Counting Sheep at Night (https://arxiv.org/abs/2101.00001)", ""),
    ("1. Counting Sheep at Night. arXiv:2101.00001", ""),
    ("“Counting Sheep at Night” https://arxiv.org/abs/2101.00001", ""),
    ("Counting Sheep at Night | https://arxiv.org/abs/2101.00001", ""),
    ("Counting Sheep at Night,https://arxiv.org/abs/2101.00001", ""),
    ("Counting Sheep at Night: https://arxiv.org/abs/2101.00001", ""),
    ("Counting Sheep at Night (2021) https://arxiv.org/abs/2101.00001", "2021"),
    ("Counting Sheep at Night, 2021, https://arxiv.org/abs/2101.00001", "2021"),
]


@pytest.mark.parametrize(("line", "year"), TITLED)
def test_a_line_with_a_title_is_a_paper(line: str, year: str) -> None:
    reading, problems = read(f"10.1234/before\n{line}\n10.1234/after\n")
    (record,) = reading.records
    assert record.work.title.plain == "Counting Sheep at Night"
    assert [(i.kind, i.value) for i in record.work.identifiers] == [("arxiv", "2101.00001")]
    assert str(record.work.issued or "") == year
    assert record.place.line == 2
    assert reading.rejected == 2
    assert problems[0].startswith("NOTE a.txt:1: 2 lines name papers by address")


def test_a_line_that_names_nothing_is_told() -> None:
    reading, problems = read("10.1234/a\nWhat I read last\n10.1234/b\n")
    assert reading.rejected == 3
    assert problems[0] == (
        'WARNING a.txt:2: "What I read last" names no address or identifier; left out'
        " (one address or identifier a line; # before a comment)"
    )


def test_the_address_is_a_link_of_the_paper() -> None:
    reading, _ = read("Counting Sheep at Night, https://example.org/sheep\n")
    assert [(link.kind, link.url) for link in reading.records[0].work.links] == [
        ("paper", "https://example.org/sheep")
    ]


def test_a_title_in_another_script_may_be_one_word() -> None:
    reading, _ = read("10.1234/abc 基于深度学习的绵羊计数\n")
    assert reading.records[0].work.title.plain == "基于深度学习的绵羊计数"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "Counting Sheep\n\nSheep are counted at https://example.org/sheep.\n\nHerding\n\nDogs.\n",
        "TY  - JOUR\nTI  - A\nUR  - https://example.org\nER  - \n",
        "- [Counting Sheep](https://example.org/sheep)\n- [Herding](https://example.org/herd)\n",
        '{"title": "A", "url": "https://example.org"}\n',
        "<urlset>\n<loc>https://example.org/</loc>\n</urlset>\n",
        "@misc{a, url = {https://example.org}}\n",
        "Prices rose by 3.5 percent/year in 2019.\n",
        "See e.g. and/or i.e. more.\n",
    ],
)
def test_other_files_are_left_to_others(text: str) -> None:
    assert reader_of(text) != NAME
