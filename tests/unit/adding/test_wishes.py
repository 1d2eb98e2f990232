from __future__ import annotations

from pathlib import Path

import pytest

from generator.adding.wishes import Wish, wishes
from generator.problems import Problems

ARGUMENTS = [
    ("2401.00001", "arxiv:2401.00001", ""),
    ("arXiv:2401.00001v3", "arxiv:2401.00001", ""),
    ("https://arxiv.org/pdf/2401.00001v2", "arxiv:2401.00001", ""),
    ("https://huggingface.co/papers/2401.00001", "arxiv:2401.00001", ""),
    ("cs/0301012", "arxiv:cs/0301012", ""),
    ("10.5555/sheep.1", "doi:10.5555/sheep.1", ""),
    ("https://doi.org/10.5555/sheep.1", "doi:10.5555/sheep.1", ""),
    ("10.18653/v1/2020.acl-main.1", "acl:2020.acl-main.1 doi:10.18653/v1/2020.acl-main.1", ""),
    ("https://aclanthology.org/2020.acl-main.1/", "acl:2020.acl-main.1", ""),
    ("P19-1001", "acl:P19-1001", ""),
    ("https://openreview.net/forum?id=aBcD1234ef", "openreview:aBcD1234ef", ""),
    (
        "https://openreview.net/forum?id=aBcD1234ef Counting Sheep at Night",
        "openreview:aBcD1234ef",
        "Counting Sheep at Night",
    ),
    ("Counting Sheep at Night", "", "Counting Sheep at Night"),
    ("counting sheep at night", "", "counting sheep at night"),
    ("“Counting Sheep at Night”", "", "Counting Sheep at Night"),
    ("2401.00001 10.5555/sheep.1", "arxiv:2401.00001 doi:10.5555/sheep.1", ""),
]


def read(arguments: list[str], folder: Path, lines: str = "") -> tuple[list[Wish], list[str]]:
    problems = Problems()
    return wishes(arguments, lines, folder, problems), [str(problem) for problem in problems]


def identifiers(wish: Wish) -> str:
    return " ".join(sorted(f"{item.kind}:{item.value}" for item in wish.identifiers))


@pytest.mark.parametrize(("argument", "known", "title"), ARGUMENTS)
def test_an_argument_names_a_paper_by_identifiers_an_address_or_its_title(
    argument: str, known: str, title: str, tmp_path: Path
) -> None:
    (found,), problems = read([argument], tmp_path)
    assert (identifiers(found), found.title) == (known, title)
    assert problems == []


@pytest.mark.parametrize(
    ("argument", "what"),
    [
        ("refs.bbi", '"refs.bbi" names no paper and no file'),
        ("https://example.org/sheep", '"https://example.org/sheep" holds no identifier'),
        ("*.bib", '"*.bib" names no paper and no file'),
    ],
)
def test_an_argument_that_names_nothing_says_what_could_be_written(
    argument: str, what: str, tmp_path: Path
) -> None:
    found, problems = read([argument, "2401.00001"], tmp_path)
    assert len(found) == 1
    assert len(problems) == 1
    assert problems[0].startswith(f"add: {what}")
    assert "write an arXiv id, a DOI" in problems[0]


def test_the_entries_of_a_bibliography_are_wishes_with_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@article{a, title={Counting Sheep}, author={Example, Ada}, doi={10.5555/sheep.1}}\n"
        "@misc{b, title={Herding Goats by Gradient}}\n"
    )
    found, problems = read(["refs.bib"], tmp_path)
    assert [(one.said, identifiers(one), one.title) for one in found] == [
        ("refs.bib:1", "doi:10.5555/sheep.1", "Counting Sheep"),
        ("refs.bib:2", "", "Herding Goats by Gradient"),
    ]
    assert found[0].entry
    assert [name.natural for name in found[0].entry.work.authors] == ["Ada Example"]
    assert problems == []


def test_a_list_of_addresses_is_read_line_by_line_as_is_standard_input(tmp_path: Path) -> None:
    text = "# to read\n2401.00001\n\n- https://doi.org/10.5555/sheep.1 Counting Sheep at Night\n"
    (tmp_path / "list.txt").write_text(text)
    for found, problems in (read(["list.txt"], tmp_path), read([], tmp_path, text)):
        assert [(identifiers(one), one.title) for one in found] == [
            ("arxiv:2401.00001", ""),
            ("doi:10.5555/sheep.1", "Counting Sheep at Night"),
        ]
        assert problems == []


def test_a_line_that_names_nothing_is_told_with_its_number(tmp_path: Path) -> None:
    found, problems = read([], tmp_path, "2401.00001\nsheep\n")
    assert [one.said for one in found] == ["standard input:1"]
    assert problems[0].startswith('standard input:2: "sheep" names no paper and no file')
