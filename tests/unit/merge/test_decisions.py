from __future__ import annotations

from pathlib import Path

import pytest

from generator.merge import Decisions, Merged, load_decisions, merge
from generator.problems import Problems, Severity
from generator.values.paper import SourceRecord
from tests.given import entry, record

ENTRIES = [
    record("whistling-kettles", "Whistling Kettles in Kitchens", arxiv="2001.00001"),
    entry("A Tale of Penguins and Pebbles", 10),
    entry("Pebbles and Penguins: A Tale", 20, doi="10.1234/tale"),
    entry("Otters Wander Through Museums", 30),
    entry("Otters Wander Through Museums", 40),
]


def decided(text: str, folder: Path, entries: list[SourceRecord]) -> tuple[Merged, Problems]:
    path, problems = folder / "decisions.yml", Problems()
    path.write_text(text, encoding="utf-8")
    decisions = load_decisions(path, "catalogue/decisions.yml", problems)
    return merge(entries, decisions, problems), problems


def test_missing_and_empty_files_decide_nothing(tmp_path: Path) -> None:
    problems = Problems()
    assert load_decisions(tmp_path / "none.yml", "none.yml", problems) == Decisions()
    assert len(problems) == 0
    (tmp_path / "link.yml").symlink_to("nowhere.yml")
    assert load_decisions(tmp_path / "link.yml", "link.yml", problems) == Decisions()
    assert problems.has_errors
    problems = Problems()
    for text in ("", "# nothing yet\n", "same:\ndifferent:\nchecked:\n"):
        _, found = decided(text, tmp_path, ENTRIES)
        assert not list(found)
    assert not list(problems)


@pytest.mark.parametrize(
    "name",
    [
        "listing.txt:10",
        "A tale of penguins & pebbles",
        "a-tale-of-penguins-and-pebbles",
    ],
)
def test_entry_is_named_by_place_title_or_slug(name: str, tmp_path: Path) -> None:
    text = f"same:\n  - papers: ['{name}', 'listing.txt:20']\n"
    merged, problems = decided(text, tmp_path, ENTRIES)
    assert not list(problems)
    assert len(merged.papers) == 3


@pytest.mark.parametrize("name", ["whistling-kettles", "arxiv:2001.00001v2", "ARXIV: 2001.00001"])
def test_record_is_named_by_its_id_or_an_identifier(name: str, tmp_path: Path) -> None:
    text = f"same:\n  - papers: ['{name}', 'doi:10.1234/TALE']\n"
    merged, problems = decided(text, tmp_path, ENTRIES)
    assert not list(problems)
    assert len(merged.papers) == 3


def test_same_unites_what_no_rule_would(tmp_path: Path) -> None:
    text = "same:\n  - papers: ['listing.txt:10', 'doi:10.1234/tale']\n    why: same text\n"
    merged, problems = decided(text, tmp_path, ENTRIES)
    assert not list(problems)
    assert len(merged.papers) == 3
    assert "a person's decision" in [pair.verdict.reason for pair in merged.pairs]


def test_same_beats_differing_identifiers(tmp_path: Path) -> None:
    entries = [entry("Tea", 1, arxiv="2001.00001"), entry("Jam", 2, arxiv="2001.00002")]
    text = "same:\n  - papers: ['listing.txt:1', 'listing.txt:2']\n"
    merged, problems = decided(text, tmp_path, entries)
    assert len(merged.papers) == 1
    assert problems.count(Severity.ERROR) == 0


def test_what_speaks_against_one_entry_of_a_decided_paper_says_nothing(tmp_path: Path) -> None:
    entries = [entry("Kettle Tea", n, year=year) for n, year in ((1, 2015), (2, 2020), (3, 2015))]
    text = "same:\n  - papers: ['listing.txt:1', 'listing.txt:2']\n"
    merged, problems = decided(text, tmp_path, entries)
    assert not list(problems)
    assert len(merged.papers) == 1


def test_different_parts_entries_of_one_title(tmp_path: Path) -> None:
    text = "different:\n  - papers: ['listing.txt:30', 'listing.txt:40']\n    why: two authors\n"
    merged, problems = decided(text, tmp_path, ENTRIES)
    assert not list(problems)
    assert len(merged.papers) == 5


def test_different_holds_against_a_third_entry_and_says_so(tmp_path: Path) -> None:
    entries = [*ENTRIES, entry("Otters wander through museums", 50)]
    text = "different:\n  - papers: ['listing.txt:30', 'listing.txt:40']\n"
    merged, problems = decided(text, tmp_path, entries)
    assert len(merged.papers) == 5
    (warning,) = problems
    assert warning.severity is Severity.WARNING
    assert "listing.txt:30" in warning.what
    assert "listing.txt:40" in warning.what
    assert "decisions.yml" in warning.hint


def test_name_that_fits_nothing_is_a_warning_with_its_line_and_the_nearest_title(
    tmp_path: Path,
) -> None:
    text = "same:\n  - papers:\n      - listing.txt:10\n      - Otters Wonder Through Museum\n"
    _, problems = decided(text, tmp_path, ENTRIES)
    (warning,) = problems
    assert str(warning.where) == "catalogue/decisions.yml:4"
    assert warning.severity is Severity.WARNING
    assert warning.hint == 'did you mean "Otters Wander Through Museums"?'


def test_all_mistakes_of_the_file_are_reported_with_their_lines(tmp_path: Path) -> None:
    text = (
        "same:\n"
        "  - papers: [one]\n"
        "  - paper: [one, two]\n"
        "different:\n"
        "  - papers: [2017, two]\n"
        "equal: []\n"
    )
    _, problems = decided(text, tmp_path, ENTRIES)
    assert problems.has_errors
    assert {problem.where.line for problem in problems} >= {2, 3, 5, 6}


def test_two_names_of_one_entry_cannot_be_different(tmp_path: Path) -> None:
    text = "different:\n  - papers: [whistling-kettles, 'arxiv:2001.00001']\n"
    _, problems = decided(text, tmp_path, ENTRIES)
    (error,) = problems
    assert error.severity is Severity.ERROR
    assert str(error.where) == "catalogue/decisions.yml:2"


def test_same_and_different_contradict_also_through_a_third_entry(tmp_path: Path) -> None:
    text = (
        "same:\n"
        "  - papers: ['listing.txt:10', 'listing.txt:20']\n"
        "  - papers: ['listing.txt:20', 'listing.txt:30']\n"
        "different:\n"
        "  - papers: ['listing.txt:10', 'listing.txt:30']\n"
    )
    _, problems = decided(text, tmp_path, ENTRIES)
    (error,) = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert str(error.where) == "catalogue/decisions.yml:5"
    assert "same:" in error.what
