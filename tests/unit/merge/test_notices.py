"""Notices are papers of their own, and a paper that was retracted says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.merge import Decisions, Reason, merge, verify
from generator.merge.decisions import Decision, Reference
from generator.problems import Place, Problems, Severity
from generator.values.paper import Rank
from tests.given import entry, record
from tests.projects import ROOT
from tests.unit.merge.abstracts import ABOUT_KETTLES, ABOUT_PENGUINS
from tests.unit.merge.test_merge import merged

PAPER = "Herding Goats at Noon by Ear"
CASE = ROOT.parent / "shared" / "cases" / "55-notices-merged-with-their-paper" / "t.jsonl"


@pytest.mark.parametrize(
    "notice",
    [
        "{}: Erratum", "{} - Corrigendum", "{} – Supplementary Material", "{}: Reply",
        "{} (Retracted)", "{} (Retraction)", "{} [Correction]", "{}: Comment", "{}: A Rejoinder",
        "{}: Discussion", "{} (Appendix)", "{}: Book Review", "{}: Preface", "{} (Addendum)",
        "{}. Erratum", "{} (withdrawn)", "Erratum to: {}", "RETRACTED: {}", "Comment on “{}”",
        "Correction: {}", "Reply to: {}", "Supplementary Material for {}", "Book Review: {}",
        "{} (Expression of Concern)",
    ],
)  # fmt: skip
def test_a_notice_is_a_paper_of_its_own(notice: str) -> None:
    a = entry(PAPER, 1, authors=("Ada Example",), year=2020)
    b = entry(notice.format(PAPER), 2, authors=("Ada Example",), year=2020)
    assert not verify(a, b).same
    assert verify(a, b) == verify(b, a)
    assert verify(a, b).reason == Reason.NOTICE
    found, _ = merged([a, b])
    assert {str(paper.work.title) for paper in found.papers} == {PAPER, notice.format(PAPER)}
    assert set(found.apart.values()) == {Reason.NOTICE}


def test_a_third_entry_does_not_unite_a_notice_and_its_paper() -> None:
    found, _ = merged(
        [
            entry(PAPER, 1, authors=("Ada Example",)),
            entry(f"{PAPER}: Erratum", 2, authors=("Ada Example",), doi="10.1234/e"),
            entry(f"Erratum: {PAPER}", 3, doi="10.1234/e"),
        ]
    )
    assert [len(paper.entries) for paper in found.papers] == [1, 2]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Erratum to: {}", "{}: Erratum"),
        ("Erratum: {}", "{} (Erratum)"),
        ("Corrigendum to “{}”", "{} - Corrigendum"),
        ("RETRACTED: {}", "{} [Retracted Article]"),
        ("{} (Extended Abstract)", "{}"),
        ("{} [corrected]", "{}"),
        ("[2101.00001] {}", "{}"),
        ("{} | OpenReview", "{}"),
    ],
)
def test_two_wordings_of_one_thing_are_one_paper(a: str, b: str) -> None:
    one = entry(a.format(PAPER), 1, authors=("Ada Example",), year=2020)
    other = entry(b.format(PAPER), 2, authors=("Ada Example",), year=2020)
    assert verify(one, other).same
    assert verify(other, one) == verify(one, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Erratum: {}", "Corrigendum: {}"),
        ("{}: Comment", "{}: Reply"),
        ("Comment on {}", "Discussion of {}"),
    ],
)
def test_two_notices_of_other_kinds_are_two(a: str, b: str) -> None:
    one = entry(a.format(PAPER), 1, authors=("Ada Example",), year=2020)
    other = entry(b.format(PAPER), 2, authors=("Ada Example",), year=2020)
    assert not verify(one, other).same


def test_a_review_in_a_journal_is_one_with_that_of_which_a_source_left_the_words_out() -> None:
    fields = {"authors": ("Ada Example",), "year": 2020}
    title = f"{PAPER} - Book Review"
    a = entry(title, 1, **fields, venue="Journal of Goats")
    assert verify(a, entry(PAPER, 2, **fields, venue="The Journal of Goats")).same
    assert not verify(a, entry(PAPER, 2, **fields, venue="Goat University Press")).same
    assert not verify(a, entry(PAPER, 2, **fields)).same


def test_short_titles_with_words_of_notices_are_compared_whole() -> None:
    assert verify(entry("Response to Drought"), entry("Response to drought", 2)).same
    assert not verify(entry("Response to Drought"), entry("Drought", 2)).same


@pytest.mark.parametrize("mark", ["RETRACTED: {}", "{} (Retracted)", "[RETRACTED ARTICLE] {}"])
def test_a_marked_title_with_an_identifier_in_common_is_the_paper(mark: str) -> None:
    found, problems = merged(
        [
            entry(mark.format(PAPER), 1, doi="10.1234/goats", authors=("Ada Example",)),
            entry(PAPER, 2, doi="10.1234/goats", authors=("Ada Example",)),
        ]
    )
    (paper,) = found.papers
    assert (str(paper.work.title), paper.work.status) == (PAPER, "retracted")
    assert paper.id == "herding-goats-at-noon-by-ear"
    assert set(found.signposts.values()) == {(paper.id,)}
    assert list(problems) == []
    assert paper.provenance["status"].places == (Place("listing.txt", 1),)


def test_an_entry_of_the_title_alone_joins_the_paper_that_is_marked_by_its_identifier() -> None:
    found, problems = merged(
        [
            entry(f"RETRACTED: {PAPER}", 1, doi="10.1234/goats"),
            entry(PAPER, 2, doi="10.1234/goats"),
            entry(PAPER, 3),
        ]
    )
    assert [(len(paper.entries), paper.work.status) for paper in found.papers] == [(3, "retracted")]
    assert list(problems) == []


def test_a_marked_title_with_the_abstract_of_the_paper_is_the_paper() -> None:
    a = entry(PAPER, 1, abstract=ABOUT_KETTLES, authors=("Ada Example",))
    b = entry(f"RETRACTED: {PAPER}", 2, abstract=ABOUT_KETTLES, authors=("Ada Example",))
    assert verify(a, b).same
    other = entry(f"RETRACTED: {PAPER}", 2, abstract=ABOUT_PENGUINS, authors=("Ada Example",))
    assert not verify(a, other).same


def test_a_person_is_told_of_a_marked_title_that_stays_apart_and_can_unite_it() -> None:
    a = entry(PAPER, 1, authors=("Ada Example",), year=2020)
    b = entry(f"{PAPER} (Retracted)", 2, authors=("Ada Example",), year=2021)
    _, problems = merged([a, b])
    (warning,) = problems
    assert warning.severity is Severity.WARNING
    assert warning.where == b.place
    assert "may be the paper of listing.txt:1, marked as retracted" in warning.what
    assert "decisions.yml" in warning.hint
    names = tuple(Reference(str(one.place), Place("d.yml", 1)) for one in (a, b))
    silent = Problems()
    same = Decisions(same=(Decision(names, Place("d.yml", 1)),))
    (paper,) = merge([a, b], same, silent).papers
    assert (str(paper.work.title), paper.work.status) == (PAPER, "retracted")
    assert list(silent) == []


def test_a_person_who_said_that_the_two_differ_is_not_asked_again() -> None:
    a, b = entry(PAPER, 1, year=2020), entry(f"RETRACTED: {PAPER}", 2, year=2020)
    names = tuple(Reference(str(one.place), Place("d.yml", 1)) for one in (a, b))
    silent = Problems()
    different = Decisions(different=(Decision(names, Place("d.yml", 1)),))
    assert len(merge([a, b], different, silent).papers) == 2
    assert list(silent) == []


def test_a_person_is_told_of_a_notice_that_became_one_with_its_paper() -> None:
    found, problems = merged(
        [entry(f"Erratum: {PAPER}", 1, doi="10.1234/goats"), entry(PAPER, 2, doi="10.1234/goats")]
    )
    assert len(found.papers) == 1
    (warning,) = problems
    assert warning.where == Place("listing.txt", 1)
    assert "is called a notice (erratum), but became one paper" in warning.what
    assert "(same DOI)" in warning.what


def test_a_record_says_what_became_of_a_paper() -> None:
    found, _ = merged([record("goats", PAPER, status="concern"), entry(PAPER, status="retracted")])
    assert found.papers[0].work.status == "concern"
    known = entry(PAPER, 2, rank=Rank.BIBLIOGRAPHY, status="corrected")
    found, _ = merged([record("goats", PAPER), known, entry(PAPER, status="retracted")])
    assert found.papers[0].work.status == "retracted"


def test_no_entry_of_the_reported_case_vanishes() -> None:
    if not CASE.exists():
        pytest.skip("needs the shared cases beside the repository")
    rows = map(json.loads, Path(CASE).read_text("utf-8").splitlines())
    records = [
        entry(row["title"], line, authors=tuple(row["authors"]), year=row["year"])
        for line, row in enumerate(rows, 1)
    ]
    found, problems = merged(records)
    assert len(found.papers) == len(records)
    assert problems.count(Severity.WARNING) == 2
