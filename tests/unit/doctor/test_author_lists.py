"""Names that are odd, and those that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.doctor.catalogues import catalogue, change, found, record, write

SHEEP = record("counting-sheep")


def said(root: Path, name: str) -> list[str]:
    change(root, SHEEP, "[Ada Example, Ben Sample]", f'[Ada Example, "{name}"]')
    return found(root, "author-odd")


@pytest.mark.parametrize(
    "name", ["X", "X.", "A. B.", "J.-P.", "Universität Wien", "Ben Sample (MIT)",
             "Department of Sheep", "School of Wool, Nowhere"],
)  # fmt: skip
def test_what_is_no_whole_name_is_told(tmp_path: Path, name: str) -> None:
    assert len(said(catalogue(tmp_path), name)) == 1


@pytest.mark.parametrize(
    "name", ["Weinan E", "O Ada", "B. Sample", "OpenSheep", "Krishna (Dj) Sample", "李 明",
             "Ben S.", "Shiva Sample P.", "Sheep Institute", "Ben van der S",
             "Example, A. B.", "Jr., Ben Sample"],
)  # fmt: skip
def test_a_name_that_is_one_is_not(tmp_path: Path, name: str) -> None:
    assert said(catalogue(tmp_path), name) == []


def test_an_institution_that_wrote_alone_is_an_author(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    change(root, SHEEP, "[Ada Example, Ben Sample]", "[University of Nowhere]")
    assert found(root, "author-odd") == []


@pytest.mark.parametrize(
    ("authors", "wanted"),
    [
        ("Example, Ada and Sample, Ben and A, Cy and B, Di and C, Ed", 1),
        ("Other, Abe and Sample, Ben and A, Cy and B, Di and C, Ed", 0),
        ("Example, Ada and Sample, Ben and A, Cy and B, Di", 0),
    ],
)
def test_a_list_is_cut_where_another_begins_like_it_and_is_much_longer(
    tmp_path: Path, authors: str, wanted: int
) -> None:
    root = catalogue(tmp_path)
    title = "title={Counting Sheep with Small Networks}, doi={10.1234/sheep}"
    write(root, "refs.bib", f"@article{{a, {title}, author={{{authors}}}}}\n")
    assert len(found(root, "authors-cut", sources=["refs.bib"])) == wanted


def test_of_a_long_list_a_few_names_more_are_no_cut(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    names = [f"{letter}da Quill" for letter in "ABCDEFGH"]
    change(root, SHEEP, "[Ada Example, Ben Sample]", f"[{', '.join(names)}]")
    more = " and ".join([*names, "Ida Sample", "Jo Sample", "Kay Sample"])
    title = "title={Counting Sheep with Small Networks}, doi={10.1234/sheep}"
    write(root, "refs.bib", f"@article{{a, {title}, author={{{more}}}}}\n")
    assert found(root, "authors-cut", sources=["refs.bib"]) == []
