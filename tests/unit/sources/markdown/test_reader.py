"""Markdown lists: every way in which people write a paper on a line, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources import entries, files
from generator.sources.base import Reading, SourceFile
from generator.sources.markdown.reader import MarkdownReader
from generator.values.paper import SourceRecord

FILE = SourceFile(Path("list.md"), "list.md", "list.md")
TITLE = "Counting Sheep with Small Networks"
BEFORE = "- Herding by Ear [[ICML 2019]](https://arxiv.org/abs/1903.00001)\n"
AFTER = "- Woolly Networks [[ICML 2020]](https://arxiv.org/abs/2003.00002)\n"


def read(text: str) -> tuple[Reading, list[str]]:
    problems = Problems()
    return MarkdownReader().read(FILE, text, problems), list(map(str, problems))


def only(text: str) -> SourceRecord:
    """Return the one record between a good item before and one after."""
    reading, problems = read(f"# A list\n\n{BEFORE}{text}\n\n{AFTER}")
    titles = [record.work.title.plain for record in reading.records]
    assert (titles[0], titles[-1]) == ("Herding by Ear", "Woolly Networks")
    assert not problems
    (_, record, _) = reading.records
    return record


def said(record: SourceRecord) -> tuple[str, list[str], str, str]:
    work = record.work
    names = [name.natural for name in work.authors]
    return work.title.plain, names, work.venue.plain, str(work.issued or "")


@pytest.mark.parametrize(
    "item",
    [
        f"- {TITLE} [[paper]](https://arxiv.org/abs/1901.00001)",
        f"* {TITLE}. [[pdf](https://arxiv.org/pdf/1901.00001)]",
        f"1. {TITLE} ([arXiv](https://arxiv.org/abs/1901.00001v2))",
        f"+ [{TITLE}](https://arxiv.org/abs/1901.00001)",
        f"- **[{TITLE}](https://arxiv.org/abs/1901.00001)**",
        f"- **{TITLE}** [[Paper]](https://arxiv.org/abs/1901.00001)",
        f"- **{TITLE}.** [[Paper]](https://arxiv.org/abs/1901.00001)",
        f"- *{TITLE}* - [paper](https://arxiv.org/abs/1901.00001)",
        f'- "{TITLE}", [link](https://arxiv.org/abs/1901.00001)',
        f"- “{TITLE}.” [📄 Paper](https://arxiv.org/abs/1901.00001)",
        f"- :fire: {TITLE} [:page_facing_up:](https://arxiv.org/abs/1901.00001)",
        f"- [x] {TITLE} [paper](https://arxiv.org/abs/1901.00001)",
        f"- {TITLE} ![](https://example.org/stars.svg) [paper](https://arxiv.org/abs/1901.00001)",
        f"- {TITLE} [![Paper](https://img.shields.io/badge/a-b)](https://arxiv.org/abs/1901.00001)",
        f'- <b>{TITLE}</b> <a href="https://arxiv.org/abs/1901.00001">paper</a>',
        f'- <a href="https://arxiv.org/abs/1901.00001">{TITLE}</a>',
        f"- {TITLE} <https://arxiv.org/abs/1901.00001>",
        "- Counting Sheep\nwith Small Networks [[paper]](https://arxiv.org/abs/1901.00001)",
        f"- {TITLE}\n  - [paper](https://arxiv.org/abs/1901.00001)",
        f"- {TITLE}\n\n  [paper](https://arxiv.org/abs/1901.00001)",
        f"- {TITLE} [[paper]] (https://arxiv.org/abs/1901.00001)",
        f"- {TITLE} [[paper]]((https://arxiv.org/abs/1901.00001))",
        f"- {TITLE} [[paper]](ttps://arxiv.org/abs/1901.00001)",
        f"- {TITLE} [paper]](hhttps://arxiv.org/abs/1901.00001)",
        f"- {TITLE} [paper](https://sci-hub.example/https://arxiv.org/abs/1901.00001)".replace(
            "example", "se"
        ),
        f"\n{TITLE} [paper](https://arxiv.org/abs/1901.00001)",
        f"\n**{TITLE}**  \n[paper](https://arxiv.org/abs/1901.00001)",
    ],
)
def test_a_title_with_an_address_is_a_paper(item: str) -> None:
    record = only(item)
    assert said(record) == (TITLE, [], "", "")
    assert [i.value for i in record.work.identifiers] == ["1901.00001"]
    assert all("sci-hub" not in link.url for link in record.work.links)


LINK = "[[paper]](https://example.org/sheep.pdf)"


@pytest.mark.parametrize(
    ("item", "venue", "date"),
    [
        (f"- {TITLE} [[CVPR 2020]](https://example.org/sheep)", "CVPR", "2020"),
        (f"- {TITLE} [[CVPR2020 Oral]](https://example.org/sheep)", "CVPR", "2020"),
        (f"- {TITLE} [[ICLR2023ORAL]](https://example.org/sheep)", "ICLR", "2023"),
        (f"- {TITLE} [[17 Nov 2022]](https://example.org/sheep)", "", "2022-11-17"),
        (f"- {TITLE} [[arXiv 17 Nov 2022]](https://example.org/a)", "arXiv", "2022-11-17"),
        (f"- {TITLE} [[2017]](https://example.org/sheep)", "", "2017"),
        (f"- {TITLE} [[InfSheep2019]](https://example.org/sheep)", "InfSheep", "2019"),
        (f"- {TITLE} [[Sheep and Goats]](https://www.sciencedirect.com/a)", "Sheep and Goats", ""),
        (f"- {TITLE} [[ECCV Workshop 2020]](https://example.org/s)", "ECCV Workshop", "2020"),
        (f"- {TITLE} (CVPR 2020) {LINK}", "CVPR", "2020"),
        (f"- {TITLE} (CVPR'20) {LINK}", "CVPR", "2020"),
        (f"- {TITLE} (2020) {LINK}", "", "2020"),
        (f"- {TITLE} `CVPR 2020` {LINK}", "CVPR", "2020"),
        (f"- `CVPR 2020` {TITLE} {LINK}", "CVPR", "2020"),
        (f"- **[CVPR 2020]** {TITLE} {LINK}", "CVPR", "2020"),
        (f"- [CVPR 2020] **{TITLE}** {LINK}", "CVPR", "2020"),
        (f"- (CVPR, 2020) {TITLE}. {LINK}", "CVPR", "2020"),
        (f"- {TITLE}, CVPR 2020 {LINK}", "CVPR", "2020"),
        (f"- {TITLE}. CVPR 2020. {LINK}", "CVPR", "2020"),
        (f"- {TITLE} - CVPR 2020 {LINK}", "CVPR", "2020"),
        (f"- {TITLE} | CVPR 2020 | {LINK}", "CVPR", "2020"),
        (f"- **{TITLE}** *CVPR 2020* {LINK}", "CVPR", "2020"),
        (f"- {TITLE} [Best Paper Award, ICML-20] {LINK}", "ICML", "2020"),
        (f"- {TITLE} (ICML 2020 / arXiv 2019) {LINK}", "ICML", "2020"),
        (f"- [2020/05] {TITLE} {LINK}", "", "2020-05"),
    ],
)
def test_a_venue_and_a_year_are_read_wherever_they_stand(item: str, venue: str, date: str) -> None:
    assert said(only(item)) == (TITLE, [], venue, date)


BOTH = ["Ada Example", "Ben Sample"]


@pytest.mark.parametrize(
    ("item", "names"),
    [
        (f"- **{TITLE}** Ada Example, Ben Sample. {LINK}", BOTH),
        (f"- **{TITLE}**, *Ada Example and Ben Sample*, {LINK}", BOTH),
        (f"- [{TITLE}](https://example.org/s.pdf) - Ada Example, Ben Sample", BOTH),
        (f"- [{TITLE}](https://example.org/s.pdf) by Ada Example", ["Ada Example"]),
        (f"- {TITLE}. Ada Example, Ben Sample. {LINK}", BOTH),
        (f"- Ada Example, Ben Sample. {TITLE}. {LINK}", BOTH),
        (f"- **{TITLE}** <br> Ada Example, Ben Sample <br> {LINK}", BOTH),
        (f"- **{TITLE}**\n  - *Ada Example, Ben Sample*\n  - {LINK}", BOTH),
        (f"- **{TITLE}** {LINK}\n\n  *Ada Example, Ben Sample.*", BOTH),
        (f"- **{TITLE}** {LINK}\n\n  *Example, Ada and Sample, Ben.*", BOTH),
        (f"- **{TITLE}** (2020), A. Example et al. {LINK}", ["A. Example"]),
        (f"- {TITLE}, A. Example et al. {LINK}", ["A. Example"]),
        (f"- **{TITLE}**, Example et al. {LINK}", ["Example"]),
    ],
)
def test_authors_are_read_where_they_can_be_nothing_else(item: str, names: list[str]) -> None:
    record = only(item)
    assert said(record)[:2] == (TITLE, names)
    assert bool(record.work.authors[-1].others) is ("et al." in item)


@pytest.mark.parametrize(
    ("beside", "names", "venue"),
    [
        ("Ada Example, Ben Sample, CVPR 2020", BOTH, "CVPR"),
        ("Ada Example, Ben Sample, CVPR, 2020.", BOTH, "CVPR"),
        ("by Ada Example and Ben Sample, CVPR 2020", BOTH, "CVPR"),
        ("Ada Example, Ben Sample, Journal of Wool Science, 2020", BOTH, "Journal of Wool Science"),
        ("Ada Example et al., CVPR 2020", ["Ada Example"], "CVPR"),
        ("Example et al., CVPR 2020", ["Example"], "CVPR"),
        ("Neural Networks, Elsevier, 2020", [], "Neural Networks, Elsevier"),
        ("Wool Journal, Springer Verlag, 2020", [], "Wool Journal, Springer Verlag"),
        ("Conference on Sheep, Wool, and Goats 2020", [], "Conference on Sheep, Wool, and Goats"),
    ],
)
def test_authors_and_venue_behind_a_title_are_told_apart(
    beside: str, names: list[str], venue: str
) -> None:
    record = only(f"- [{TITLE}](https://example.org/s.pdf), {beside}")
    assert said(record) == (TITLE, names, venue, "2020")


def test_all_of_a_reference_is_read() -> None:
    item = f"- {TITLE}. Ada Example, Ben Sample. *ICML 2020*. [[Paper](https://example.org/a.pdf)]"
    item += " [[Code (PyTorch)](https://github.com/example/sheep)] [[project page](https://sheep.example)]"
    record = only(item)
    assert said(record) == (TITLE, BOTH, "ICML", "2020")
    assert {(link.kind, link.url) for link in record.work.links} == {
        ("pdf", "https://example.org/a.pdf"),
        ("code", "https://github.com/example/sheep"),
        ("project", "https://sheep.example"),
    }


@pytest.mark.parametrize(
    ("label", "url", "kind"),
    [
        ("code", "https://example.org/x", "code"),
        ("PyTorch", "https://example.org/x", "code"),
        ("official implementation", "https://example.org/x", "code"),
        ("HF models", "https://huggingface.co/x/y", "code"),
        ("video", "https://example.org/x", "video"),
        ("Dataset", "https://example.org/x", "data"),
        ("demo", "https://example.org/x", "project"),
        ("Code", "https://example.org/x.git", "code"),
        ("paper", "https://github.com/x/y", "code"),
        ("slides", "https://example.org/x", None),
        ("bibtex", "https://example.org/x", None),
    ],
)
def test_a_label_tells_what_a_link_leads_to(label: str, url: str, kind: str | None) -> None:
    record = only(f"- {TITLE} [[CVPR 2020]](https://doi.org/10.1234/s) [[{label}]]({url})")
    assert [one.kind for one in record.work.links if one.url == url] == ([kind] if kind else [])


def test_headings_become_keywords_but_for_those_that_say_nothing() -> None:
    text = (
        "# Awesome Sheep\n# Papers\n## Counting\n### Survey\n**Conference**\n"
        f"- {TITLE} [[ICML 2020]](https://example.org/a)\n"
        f"## 2021\n- Herding by Ear and Eye [paper](https://arxiv.org/abs/1903.00001)\n"
        f"## :sheep: Wool (and more)\n### ICML 2022\n"
        f"- Woolly Networks at Night [paper](https://arxiv.org/abs/2003.00002)\n"
    )
    reading, problems = read(text)
    assert not problems
    found = [
        ([word.plain for word in record.work.keywords], said(record)[2:])
        for record in reading.records
    ]
    assert found == [
        (["Counting", "Survey"], ("ICML", "2020")),
        ([], ("", "2021")),
        (["Wool (and more)"], ("ICML", "2022")),
    ]


URL, CODE = "https://arxiv.org/abs/1901.00001", "https://github.com/e/w"
TABLE = f"""
# Sheep

| Title | Authors | Venue | Date | Code |
| --- | --- | --- | --- | --- |
| [{TITLE}]({URL}) | Ada Example, Ben Sample | CVPR | 2020-05-01 | [Github](https://a.example) |
| **Herding by Ear** <br> [paper](https://example.org/ear.pdf) | | ICML 2021 | | - |
| ![stars](s.svg) Woolly Networks | Ada Example | [NeurIPS]({URL}2) | 2019 | [Link]({CODE}) |
"""


def test_a_table_is_read_by_the_names_of_its_columns() -> None:
    reading, problems = read(TABLE)
    assert not problems
    assert [said(record) for record in reading.records] == [
        (TITLE, BOTH, "CVPR", "2020-05-01"),
        ("Herding by Ear", [], "ICML", "2021"),
        ("Woolly Networks", ["Ada Example"], "NeurIPS", "2019"),
    ]
    assert [record.place.line for record in reading.records] == [6, 7, 8]
    assert [link.kind for link in reading.records[2].work.links] == ["code", "paper"]


def test_lines_of_one_paragraph_may_be_a_paper_each() -> None:
    text = "# Sheep\n\n" + "".join(
        f"**Counting Sheep Part {n}** [paper](https://arxiv.org/abs/1901.0000{n})\n" for n in (1, 2)
    )
    reading, _ = read(text)
    assert [(r.work.title.plain, r.place.line) for r in reading.records] == [
        ("Counting Sheep Part 1", 3),
        ("Counting Sheep Part 2", 4),
    ]


def test_points_within_a_point_are_papers_or_parts_of_one() -> None:
    text = (
        "- Methods\n"
        f"  - {TITLE} [[CVPR 2020]](https://example.org/a)\n"
        "  - Herding by Ear [[ICML 2019]](https://example.org/b)\n"
        "- **Woolly Networks**\n  - ICML 2021\n  - [code](https://github.com/e/w)\n"
    )
    reading, _ = read(text)
    assert [(said(r), r.place.line) for r in reading.records] == [
        ((TITLE, [], "CVPR", "2020"), 2),
        (("Herding by Ear", [], "ICML", "2019"), 3),
        (("Woolly Networks", [], "ICML", "2021"), 4),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "- [Counting](#counting)",
        "- [A library for counting sheep](https://github.com/example/sheep)",
        "- [Sheep of the World](https://sheep.example)",
        "This is a list of papers on [sheep](https://arxiv.org/abs/1901.00001), please help.",
        "Must-read papers on [counting sheep](https://sheep.example).",
        "[![License](https://img.shields.io/badge/l-MIT)](https://opensource.org/licenses/MIT)",
        "- Send a pull request, or write to [us](https://example.org/us)!",
    ],
)
def test_what_names_no_paper_is_counted_in_one_note(item: str) -> None:
    reading, problems = read(f"# Sheep\n\n{BEFORE}\n{item}\n\n{AFTER}")
    assert (len(reading.records), reading.rejected) == (2, 0)
    assert [problem.split(" (")[0] for problem in problems] == (
        [] if "(#" in item else ["list.md:5: an item with a link names no paper and is left out"]
    )


def test_items_below_news_and_contents_are_about_the_list() -> None:
    news = f"## News\n- {TITLE} is out [paper](https://arxiv.org/abs/1901.00001)\n"
    text = f"# Sheep\n{news}## Papers\n{AFTER}"
    assert [r.work.title.plain for r in read(text)[0].records] == ["Woolly Networks"]


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("list.md", BEFORE, True),
        ("README", BEFORE + AFTER, True),
        ("list.txt", TABLE, True),
        ("list.txt", BEFORE, False),
        ("list.md", "# Sheep\n\nNothing here.\n", False),
        ("list.md", "", False),
        (
            "list.txt",
            "Counting Sheep\n\nSheep are hard to count, see https://example.org.\n",
            False,
        ),
    ],
)
def test_links_in_points_rows_or_bold_lines_tell_the_format(
    name: str, text: str, known: bool
) -> None:
    assert MarkdownReader().recognises(SourceFile(Path(name), name, name), text) is known


def test_a_list_is_read_as_a_source(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(
        f"# Sheep\r\n\r\n{BEFORE}{AFTER}".replace("\n", "\r\n"), "utf-8"
    )
    problems = Problems()
    (read_file,) = files.read_all(files.source_files(["."], tmp_path), problems)
    assert (read_file.reader, len(read_file.reading.records)) == ("Markdown list", 2)


def test_a_list_of_too_many_papers_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MAX_ENTRIES", 1)
    reading, (problem,) = read(f"# Sheep\n\n{BEFORE}{AFTER}")
    assert len(reading.records) == 1
    assert problem.startswith("list.md:4: more than the 1 papers that a file may have")
