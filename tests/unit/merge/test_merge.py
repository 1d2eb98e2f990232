from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from generator.ids import slug
from generator.merge import Decisions, Merged, merge
from generator.merge.assemble import POLICIES
from generator.model import PAPER_FIELDS, Link, SourceKind, SourceRecord
from generator.problems import Place, Problems, Severity
from generator.sources.base import SourceFile
from generator.sources.listing import ListingReader
from generator.values.identifier import Identifier
from tests.projects import ROOT
from tests.unit.merge.records import ABOUT_KETTLES, entry, record

LISTINGS = ROOT.parent / "shared" / "listings"


def merged(records: list[SourceRecord]) -> tuple[Merged, Problems]:
    problems = Problems()
    return merge(records, Decisions(), problems), problems


def test_links_say_which_entries_were_joined_and_why() -> None:
    found, _ = merged([entry("Kettle Networks", 1), entry("Kettle networks", 2)])
    (link,) = found.links
    assert (str(link.a), str(link.b)) == ("listing.txt:1", "listing.txt:2")
    assert link.verdict.reason == "same title"
    assert link.paper == "kettle-networks"


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


def test_policy_table_covers_every_field_of_a_paper() -> None:
    assert tuple(POLICIES) == PAPER_FIELDS


OWN = record(
    "tea", "Kettle Networks", arxiv="2001.00001", abstract="By hand.", year=2021, topics=("tea",)
)
JSONL = replace(
    entry("KETTLE NETWORKS", 5, file="papers.jsonl", kind_of_source=SourceKind.JSONL),
    authors=("Ana Lopez",),
    year=2020,
    abstract=ABOUT_KETTLES,
    venue="TEA",
    links=(Link("code", "https://example.org/code"), Link("odd", "https://example.org/odd")),
    added=dt.date(2024, 1, 2),
)
LISTED = replace(
    entry("Kettle networks", 7),
    authors=("Ana Lopez", "Bo Chen", "Cy Jam"),
    abstract=ABOUT_KETTLES + " More.",
    links=(Link("paper", "https://example.org/paper"), Link("code", "https://example.org/code")),
    saved="Mar 12",
)


def test_each_field_is_taken_by_its_policy() -> None:
    found, problems = merged([LISTED, JSONL, OWN])
    (paper,) = found.papers
    assert not list(problems)
    assert paper.id == "tea"
    assert paper.title == "Kettle Networks"
    assert paper.abstract == "By hand."
    assert paper.year == 2021
    assert paper.authors == ("Ana Lopez",)
    assert paper.venue == "TEA"
    assert paper.added == dt.date(2024, 1, 2)
    assert paper.identifiers == (Identifier("arxiv", "2001.00001"),)
    assert [link.kind for link in paper.links] == ["paper", "code", "odd"]
    assert [(e.source, e.line, e.saved) for e in paper.entries] == [
        ("catalogue/papers/tea.yml", 1, ""),
        ("listing.txt", 7, "Mar 12"),
        ("papers.jsonl", 5, ""),
    ]


def test_longest_abstract_wins_when_no_record_has_one() -> None:
    (paper,) = merged([JSONL, LISTED])[0].papers
    assert paper.abstract == LISTED.abstract


def test_longest_list_of_authors_wins_among_sources_of_the_best_kind() -> None:
    longer = replace(JSONL, place=Place("papers.jsonl", 6), authors=("Ana Lopez", "Bo Chen"))
    (paper,) = merged([JSONL, LISTED, longer])[0].papers
    assert paper.authors == ("Ana Lopez", "Bo Chen")


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


def test_a_value_has_the_line_of_its_own_field_where_the_source_tells_it() -> None:
    lines = {"title": 1, "authors": 4, "authors[2]": 5, "identifiers": 7, "identifiers.doi": 8}
    written = record("tea", "On Tea", authors=("A. Quill", "B. Sample"), doi="10.1/t", lines=lines)
    listed = entry("On Tea", 12, authors=("A. Quill",), doi="10.1/t", arxiv="2401.01234")
    (paper,) = merge([written, listed], Decisions(), Problems()).papers
    file = "catalogue/papers/tea.yml"
    assert paper.place("authors[2]") == Place(file, 5)
    assert paper.place("authors[1]") == Place(file, 4)
    assert paper.place("identifiers.doi") == Place(file, 8)
    assert paper.place("identifiers.arxiv") == listed.place
    assert paper.place("venue") == Place("papers/tea")
    assert paper.provenance["authors"].lost == ((listed.place, ("A. Quill",)),)


def test_provenance_names_who_gave_a_value_and_keeps_what_lost() -> None:
    (paper,) = merged([LISTED, JSONL, OWN])[0].papers
    year = paper.provenance["year"]
    assert year.places == (OWN.place,)
    assert year.lost == ((JSONL.place, 2020),)
    assert paper.provenance["links"].places == (JSONL.place, LISTED.place)
    assert paper.provenance["title"].lost == (
        (JSONL.place, "KETTLE NETWORKS"),
        (LISTED.place, "Kettle networks"),
    )
    assert "summary" not in paper.provenance


def test_second_identifier_of_a_kind_is_a_warning_and_is_kept_as_lost() -> None:
    fields: dict[str, Any] = {"authors": ("Ana Lopez",), "year": 2020}
    first = entry("Kettle Networks", 1, doi="10.1234/a", **fields)
    second = entry("Kettle Networks", 2, doi="10.1234/b", **fields)
    found, problems = merged([second, first])
    (paper,) = found.papers
    assert paper.identifiers == (Identifier("doi", "10.1234/a"),)
    assert paper.provenance["identifiers"].lost == (
        (Place("listing.txt", 2), Identifier("doi", "10.1234/b")),
    )
    (warning,) = problems
    assert "10.1234/b" in warning.what


def ids(*records: SourceRecord) -> list[str]:
    return [paper.id for paper in merged(list(records))[0].papers]


def test_id_is_the_slug_of_the_title_or_the_name_of_the_record() -> None:
    assert ids(entry("Kettle Networks")) == ["kettle-networks"]
    assert ids(record("my-tea", "Kettle Networks")) == ["my-tea"]


def test_papers_of_one_title_get_their_years_and_share_the_bare_address() -> None:
    records = [entry("Kettle Networks", 1, year=2015), entry("Kettle Networks", 2, year=2020)]
    found, _ = merged(records)
    assert [paper.id for paper in found.papers] == ["kettle-networks-2015", "kettle-networks-2020"]
    assert dict(found.shared_addresses) == {
        "kettle-networks": ("kettle-networks-2015", "kettle-networks-2020")
    }


def test_papers_of_one_title_and_no_year_get_a_hash_of_what_they_are_not_where_they_stand() -> None:
    a, b = entry("Kettle Tea", 1, authors=("Ana Lopez",)), entry("Kettle Tea", 2, authors=("Bo X",))
    here = ids(a, b)
    moved = ids(replace(a, place=Place("other.txt", 9)), replace(b, place=Place("another.txt", 4)))
    assert here == moved
    assert all(paper_id.startswith("kettle-tea-") for paper_id in here)


def test_record_keeps_its_name_and_the_other_paper_of_that_title_steps_aside() -> None:
    own = record("kettle-tea", "Something Else About Jam")
    other = entry("Kettle Tea", 2, year=2020)
    found, _ = merged([other, own])
    assert [paper.id for paper in found.papers] == ["kettle-tea", "kettle-tea-2020"]
    assert not found.shared_addresses


def test_record_owns_its_address_also_when_two_others_want_it() -> None:
    own = record("kettle-tea", "Something Else About Jam")
    others = [entry("Kettle Tea", 1, year=2015), entry("Kettle Tea", 2, year=2020)]
    found, _ = merged([*others, own])
    assert [p.id for p in found.papers] == ["kettle-tea", "kettle-tea-2015", "kettle-tea-2020"]
    assert not found.shared_addresses


def test_suffix_never_takes_the_address_of_another_title() -> None:
    records = [
        entry("Kettle Tea", 1, year=2019),
        entry("Kettle Tea", 2, year=2022),
        entry("Kettle Tea 2019", 3, authors=("Ana Lopez",)),
    ]
    found = ids(*records)
    assert "kettle-tea-2019" in found
    assert "kettle-tea-2022" not in found
    assert len(set(found)) == 3
    # Nor when that address is one that two papers share.
    found = ids(*records, entry("Kettle Tea 2019", 4, authors=("Bo Chen",)))
    assert "kettle-tea-2019" not in found
    assert len(set(found)) == 4


def test_title_of_many_words_keeps_within_the_limit_of_an_address() -> None:
    title = "Kettles " * 30
    found = ids(entry(title, 1, year=2010), entry(title, 2, year=2020))
    assert all(len(paper_id) <= 80 for paper_id in found)
    assert all(paper_id.startswith(slug("Kettles")) for paper_id in found)


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
