"""The ledger is read as it was written, however people and merges of branches left it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger import EMPTY, Ledger, PaperRow, Row, load_ledger, text_of
from generator.problems import Problems

LEDGER = Ledger(
    papers={
        "counting-sheep": PaperRow(
            name='Counting "Sheep": a {guess}',
            identifiers=("arxiv:2401.00001",),
            authors=("ada-quill", "bo-ram"),
            venue="wool",
        ),
        "true": PaperRow(name="", to=("counting-sheep",)),
    },
    topics={"2024": Row(name="Years\u2028and \x85 controls \ud800")},
    authors={"cy-dray": Row(gone=True)},
)


def read(folder: Path, text: str) -> tuple[Ledger, list[str]]:
    path = folder / "addresses.yml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    problems = Problems()
    return load_ledger(path, "addresses.yml", problems), list(map(str, problems))


def test_ledger_is_read_as_it_was_written_and_each_row_has_its_line(tmp_path: Path) -> None:
    found, told = read(tmp_path, text_of(LEDGER))
    assert (found, told) == (LEDGER, [])
    assert found.lines["papers/true"] == 5
    assert load_ledger(tmp_path / "none.yml", "none.yml", Problems()) == EMPTY


@given(name=st.text(), slug=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_any_name_is_kept_and_is_yaml_too(name: str, slug: str) -> None:
    text = text_of(Ledger(topics={slug: Row(name=name)}))
    assert len(text.splitlines()) == 4
    as_yaml = yaml.safe_load(text)["topics"][slug].get("name", "")
    assert as_yaml.encode("utf-8", "replace") == name.encode("utf-8", "replace")


def test_rows_of_a_file_that_a_person_laid_out_anew_are_read(tmp_path: Path) -> None:
    text = yaml.safe_dump({"papers": {"counting-sheep": {"name": "Counting", "to": ["a", "b"]}}})
    found, told = read(tmp_path, text)
    assert (dict(found.papers), told) == (
        {"counting-sheep": PaperRow(name="Counting", to=("a", "b"))},
        [],
    )
    assert found.lines == {"papers/counting-sheep": 2}


def test_of_a_row_that_stands_twice_after_a_merge_the_last_counts(tmp_path: Path) -> None:
    row = '  "a": {"name": "%s"}\n'
    found, told = read(tmp_path, f"topics:\n{row % 'One'}{row % 'Two'}")
    assert (found.topics["a"].name, told) == ("Two", [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("papers:\n<<<<<<< HEAD\n", "addresses.yml:2: a mark of a merge"),
        ('papers:\n  "a": {"nam": "A"}\n', "addresses.yml:2: papers.a.nam: is not a known field"),
        ('papers:\n  "a": {"name": 3}\n', 'addresses.yml:2: papers.a.name: "3" is not text'),
        ('papers:\n  "a": {"name": \n', "addresses.yml:"),
        ("- a\n", "addresses.yml:1: the file is a list"),
        ('paper:\n  "a": {}\n', "addresses.yml:1: paper: is not a known field"),
    ],
)
def test_mistake_is_an_error_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    found, problems = read(tmp_path, text)
    assert any(told in problem for problem in problems), problems
    assert found == EMPTY
