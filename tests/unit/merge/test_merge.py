from __future__ import annotations

import pytest

from generator.merge import Decisions, Merged, merge
from generator.problems import Problems, Severity
from generator.sources.base import SourceFile
from generator.sources.listings.reader import ListingReader
from generator.values.paper import SourceRecord
from tests.given import entry, record
from tests.projects import ROOT

LISTINGS = ROOT.parent / "shared" / "listings"


def merged(records: list[SourceRecord]) -> tuple[Merged, Problems]:
    problems = Problems()
    return merge(records, Decisions(), problems), problems


def test_pairs_say_which_entries_were_joined_and_why() -> None:
    found, _ = merged([entry("Kettle Networks", 1), entry("Kettle networks", 2)])
    (pair,) = found.pairs
    assert (str(pair.a), str(pair.b)) == ("listing.txt:1", "listing.txt:2")
    assert pair.verdict.reason == "same title"
    assert pair.paper == "kettle-networks"


def test_third_entry_does_not_unite_two_with_differing_arxiv_ids() -> None:
    records = [
        entry("Kettle Networks", 1, arxiv="2001.00001"),
        entry("Kettle Networks", 2),
        entry("Kettle Networks", 3, arxiv="2001.00002"),
    ]
    found, problems = merged(records)
    assert sorted(len(paper.entries) for paper in found.papers) == [1, 2]
    (warning,) = problems
    assert warning.severity is Severity.WARNING
    assert "listing.txt:1" in warning.what
    assert "listing.txt:3" in warning.what
    assert "decisions.yml" in warning.hint


def test_third_entry_without_a_year_joins_one_of_two_of_other_years_and_a_person_is_told() -> None:
    records = [
        entry("Kettle Networks", 1, year=2015),
        entry("Kettle Networks", 2),
        entry("Kettle Networks", 3, year=2020),
    ]
    found, problems = merged(records)
    assert [len(paper.entries) for paper in found.papers] == [2, 1]
    assert problems.count(Severity.WARNING) == 1


def test_identifiers_keep_apart_entries_that_were_never_compared() -> None:
    # Each of the ends is like the middle, but not enough like the other end to be a pair.
    records = [
        entry("Kettles", 1, arxiv="2001.00001", doi="10.1234/a"),
        entry("Umbrella Stands", 2, doi="10.1234/a", acl="P19-1001"),
        entry("Penguin Tales", 3, arxiv="2001.00002", acl="P19-1001"),
    ]
    found, problems = merged(records)
    assert len(found.papers) == 2
    assert problems.count(Severity.WARNING) == 1


def test_two_records_of_one_paper_are_an_error_that_names_both_files() -> None:
    found, problems = merged([record("tea", "Kettle Tea"), record("kettle", "Kettle tea")])
    (error,) = problems
    assert error.severity is Severity.ERROR
    assert "catalogue/papers/kettle.yml" in error.what
    assert error.where.file == "catalogue/papers/tea.yml"
    assert "decisions.yml" in error.hint
    assert len(found.papers) == 1


def test_two_records_of_one_paper_are_an_error_that_names_what_they_share() -> None:
    tea = record("tea", "On Tea", doi="10.1/t", lines={"title": 1, "identifiers.doi": 6})
    same_id = record("pots", "All Pots", doi="10.1/t", lines={"title": 1, "identifiers.doi": 9})
    same_title = record("tea-again", "On Tea")
    for other, said in (
        (same_id, "tea.yml:6: identifiers.doi: 10.1/t is also that of catalogue/papers/pots.yml:9"),
        (same_title, "tea.yml:1: two records for one paper: the other is catalogue"),
    ):
        _, problems = merged([tea, other])
        (one,) = problems
        assert one.severity is Severity.ERROR
        assert said in str(one)
        assert "under different: in catalogue/decisions.yml" in str(one)


def test_real_listings_give_the_known_number_of_papers() -> None:
    if not LISTINGS.is_dir():
        pytest.skip(f"the listings are not there: {LISTINGS}")
    problems, records = Problems(), list[SourceRecord]()
    for path in sorted(LISTINGS.glob("*.txt")):
        file = SourceFile(path, path.name, path.name)
        reading = ListingReader().read(file, path.read_text(encoding="utf-8"), problems)
        records.extend(reading.records)
    assert len(records) == 626
    assert len(merged(records)[0].papers) == 547
