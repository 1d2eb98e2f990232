"""Lines of facts are removed and sorted where all can be read, and none that a paper may need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.doctor.catalogues import catalogue, change, found, mended, read, record, write

FILE = "catalogue/facts/crossref.jsonl"


def line(paper: str, of: str, more: str = "") -> str:
    return f'{{"paper": "{paper}", "of": "{of}", "on": "2026-11-28"{more}}}\n'


SHEEP, GOATS = (
    line("counting-sheep", "doi:10.1234/sheep"),
    line("herding-goats", "doi:10.1234/goats"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogue(tmp_path)


@pytest.mark.parametrize(
    "kept",
    [
        line("counting-sheep", "doi:10.1234/preprint"),
        line("an-older-id", "doi:10.1234/sheep"),
        line("an-older-id", "doi:10.48550/arXiv.2301.01234"),
        line("an-older-id", "title:herding goats, by EAR"),
        line("an-older-id", "title:Weighing Wools While It Grows"),
        line("an-older-id", "doi:10.1234/wool.preprint"),
    ],
)
def test_a_line_stays_that_is_of_a_paper_by_its_id_or_what_any_entry_says(
    root: Path, kept: str
) -> None:
    write(root, FILE, kept)
    title = "title={Weighing Wools While It Grows}, author={Placeholder, Eve}, year={2025}"
    write(root, "refs.bib", f"@article{{a, {title}, doi={{10.1234/wool.preprint}}}}\n")
    both = "same:\n  - papers: [weighing-wool, 'refs.bib:1']\n"
    write(root, "catalogue/decisions.yml", both)
    assert found(root, "facts-gone", sources=["refs.bib"]) == []


def test_lines_of_a_withdrawn_paper_go_and_the_others_keep_their_bytes(root: Path) -> None:
    odd = line("counting-sheep", "arxiv:2301.01234", ',  "says": {"note":"é\\u00e9"}')
    write(root, FILE, odd + SHEEP + GOATS)
    (root / record("herding-goats")).unlink()
    change(root, "docs/about.md", "[goats](../papers/herding-goats/)", "goats")
    assert [one.partition(":")[0] for one in found(root, "facts-gone")] == ["facts-gone"]
    mended(root, "facts-gone")
    assert read(root, FILE) == odd + SHEEP


def test_a_file_with_a_line_that_cannot_be_read_is_left_alone(root: Path) -> None:
    text = GOATS + "<<<<<<< ours\n" + SHEEP
    write(root, FILE, text)
    assert mended(root, "facts-gone", "facts-order").changes == ()
    assert read(root, FILE) == text


def test_sorted_lines_are_those_that_were_there_each_with_its_end(root: Path) -> None:
    write(root, FILE, GOATS + SHEEP.rstrip("\n"))
    mended(root, "facts-order")
    assert read(root, FILE) == SHEEP + GOATS
