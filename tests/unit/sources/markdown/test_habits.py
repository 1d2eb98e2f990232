"""Markdown lists: habits of single lists, each between what a good item before and after says."""

from __future__ import annotations

import pytest

from generator.sources.markdown.reader import MarkdownReader
from generator.values.paper import SourceRecord
from tests.unit.sources.reading import read

TITLE = "Counting Sheep with Small Networks"
PAPER = "[[paper](https://arxiv.org/abs/1901.00001)]"
BEFORE = "- Herding by Ear [[ICML 2019]](https://arxiv.org/abs/1903.00001)\n"
AFTER = "- Woolly Networks [[ICML 2020]](https://arxiv.org/abs/2003.00002)\n"


def only(text: str) -> SourceRecord:
    """Return the one record between a good item before and one after."""
    reading, problems = read(MarkdownReader(), f"# A list\n\n## Sheep\n\n{BEFORE}{text}\n\n{AFTER}")
    titles = [record.work.title.plain for record in reading.records]
    assert (titles[0], titles[-1], problems) == ("Herding by Ear", "Woolly Networks", [])
    (_, record, _) = reading.records
    return record


def said(record: SourceRecord) -> tuple[list[str], str, str]:
    work = record.work
    names = [name.natural + " et al." * name.others for name in work.authors]
    return names, work.venue.plain, str(work.issued or "")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (f" *Ada Example et al. arXiv.* {PAPER}", (["Ada Example et al."], "arXiv", "")),
        (f" *Ada Example et al.arXiv* {PAPER}", (["Ada Example et al."], "arXiv", "")),
        (f" *Example et al. ACL 2020.* {PAPER}", (["Example et al."], "ACL", "2020")),
        (
            f" *Ada Example (University of Wool) et al. ACL.* {PAPER}",
            (["Ada Example et al."], "ACL", ""),
        ),
        (
            f", Ada Example, Ben Sample, and Cora Wool, *CVPR 2021* {PAPER}",
            (["Ada Example", "Ben Sample", "Cora Wool"], "CVPR", "2021"),
        ),
        (f" by Ada Example, 2011. {PAPER}", (["Ada Example"], "", "2011")),
        (
            f" by Ada Example and Gu\u0308nther Sample, 2011. {PAPER}",
            (["Ada Example", "Günther Sample"], "", "2011"),
        ),
        (f" (2014), A. Example {PAPER}", (["A. Example"], "", "2014")),
        (
            " [arXiv, 21 Jul 2025](https://arxiv.org/pdf/2507.15509)",
            ([], "arXiv", "2025-07-21"),
        ),
        (f". arXiv 1708; ICCV Workshop 2017. {PAPER}", ([], "ICCV Workshop", "2017")),
    ],
)
def test_who_and_where_stand_in_one_run_of_words(
    behind: str, expected: tuple[list[str], str, str]
) -> None:
    record = only(f"- **{TITLE}**{behind}")
    assert record.work.title.plain == TITLE
    assert said(record) == expected


@pytest.mark.parametrize(
    ("item", "title", "expected"),
    [
        (
            f'- SheepNet: "{TITLE}" ECCV (Oral). {PAPER}  \n  关于羊的论文很多, 采集所有的背景块。',
            TITLE,
            ([], "ECCV", ""),
        ),
        (f"- [[3DV2021](https://arxiv.org/abs/1901.00001)] {TITLE}", TITLE, ([], "3DV", "2021")),
        (f"- [[CGF](https://arxiv.org/abs/1901.00001)] {TITLE}", TITLE, ([], "CGF", "")),
        (f"- [[SheepNet](https://arxiv.org/abs/1901.00001)] {TITLE}", TITLE, ([], "", "")),
        (f"- ***{TITLE} (CIDR 2019)***", TITLE, ([], "CIDR", "2019")),
        (
            f"- **Counting Sheep in Deep Neural Networks.** NeurIPS 2019. {PAPER}",
            "Counting Sheep in Deep Neural Networks",
            ([], "NeurIPS", "2019"),
        ),
        (f"- **NeurIPS** {TITLE} (2019) {PAPER}", TITLE, ([], "NeurIPS", "2019")),
    ],
)
def test_the_title_is_told_from_what_stands_around_it(
    item: str, title: str, expected: tuple[list[str], str, str]
) -> None:
    record = only(item)
    assert record.work.title.plain == title
    assert said(record) == expected


def test_a_column_of_institutions_names_no_authors() -> None:
    table = (
        "| Paper | Institute | Venue |\n|---|---|---|\n"
        f"| [{TITLE}](https://arxiv.org/abs/1901.00001) | Woolworks et al. | ICML 2019 |\n"
    )
    assert said(only(f"\n{table}")) == ([], "ICML", "2019")


def test_papers_may_be_headings() -> None:
    reading, problems = read(
        MarkdownReader(),
        f"# [Sheep](https://arxiv.org/abs/1901.00009)\n\n## Papers of Sheep\n\n"
        f"### [{TITLE}](https://arxiv.org/abs/1901.00001)\n\nAda Example, Ben Sample. ICML 2019\n\n"
        "1. uses sheep\n\n"
        "### 2. Herding by Ear Alone [[pdf](https://arxiv.org/pdf/1901.00002)]\n"
        "### [Wool](https://arxiv.org/abs/1901.00003)\n\n"
        "- [Woolly Networks for Wool](https://arxiv.org/abs/1901.00004)\n\n"
        "## [CVPR 2020](https://openaccess.thecvf.com/CVPR2020)\n\n"
        "- [Dogs that Count the Sheep](https://arxiv.org/abs/1901.00005)\n\n"
        "### [The Last Sheep of All](https://arxiv.org/abs/1901.00006)\n",
    )
    assert problems == []
    assert [
        (record.place.line, record.work.title.plain, [word.plain for word in record.work.keywords])
        for record in reading.records
    ] == [
        (5, TITLE, ["Papers of Sheep"]),
        (11, "Herding by Ear Alone", ["Papers of Sheep"]),
        (14, "Woolly Networks for Wool", ["Papers of Sheep", "Wool"]),
        (18, "Dogs that Count the Sheep", []),
        (20, "The Last Sheep of All", []),
    ]
    assert said(reading.records[0]) == (["Ada Example", "Ben Sample"], "ICML", "2019")
    assert said(reading.records[3]) == ([], "CVPR", "2020")


def test_long_words_below_a_heading_are_no_part_of_its_paper() -> None:
    prose = "Sheep are counted, and ICML 2019 was a place. " * 20
    text = f"# A\n\n## [{TITLE}](https://arxiv.org/abs/1901.00001)\n\n{prose}\n"
    (record,) = read(MarkdownReader(), text)[0].records
    assert said(record) == ([], "", "")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (
            f"Example, A., & Sample, B. J. (2019a). {TITLE}. *Journal of Sheep*, *12*(3), 100–110.",
            (["A. Example", "B. J. Sample"], "Journal of Sheep", "2019"),
        ),
        (
            f"[1] A. Example and B. Sample, “{TITLE},” in *Proc. ICML*, 2019, pp. 1–10.",
            (["A. Example", "B. Sample"], "Proc. ICML", "2019"),
        ),
        (
            f'Ada Example, Ben Sample. "{TITLE}." In *ACL*, 2023.',
            (["Ada Example", "Ben Sample"], "ACL", "2023"),
        ),
        (
            f"Example, A., Sample, B.: {TITLE}. J. Sheep 12(3), 100-110 (2022)",
            (["A. Example", "B. Sample"], "", "2022"),
        ),
    ],
)
def test_references_as_papers_cite_them(
    reference: str, expected: tuple[list[str], str, str]
) -> None:
    record = only(f"- {reference} {PAPER}")
    assert record.work.title.plain == TITLE
    assert said(record) == expected


@pytest.mark.parametrize(
    "title",
    [
        'Sheep that say "Baa and Moo and more" to Others',
        "Deep Dogs: Counting Sheep with Dogs",
        "On the Dangers of Stochastic Sheep",
    ],
)
def test_what_only_looks_like_a_reference_is_a_title(title: str) -> None:
    record = only(f"- {title} (CVPR 2020) {PAPER}")
    assert record.work.title.plain == title
    assert said(record) == ([], "CVPR", "2020")


def test_a_paragraph_goes_on_with_links_also_to_files_beside_the_list() -> None:
    links = "[Paper](https://arxiv.org/abs/1901.00001) | [BibTeX](sheep.bib)"
    record = only(f"\n**{TITLE}.** Ada Example. _CVPR 2021_.\n{links}\n")
    assert record.work.title.plain == TITLE
    assert [link.url for link in record.work.links] == ["https://arxiv.org/abs/1901.00001"]


def test_a_column_of_publications_beside_titles_is_the_venue() -> None:
    table = (
        "| Paper | Publication |\n|---|---|\n"
        f"| [{TITLE}](https://arxiv.org/abs/1901.00001) | ICML 2019 |\n"
    )
    assert said(only(f"\n{table}")) == ([], "ICML", "2019")
