from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from generator.merge import Reason, verify
from generator.merge.verdict import DIFFERENT_IDENTIFIERS, SAME_IDENTIFIER
from generator.values.paper import SourceRecord
from tests.given import entry
from tests.unit.merge.abstracts import ABOUT_KETTLES, ABOUT_PENGUINS

with (Path(__file__).parent / "verdicts.csv").open(encoding="utf-8", newline="") as lines:
    LABELLED = list(csv.DictReader(lines))


def labelled(row: dict[str, str], side: str) -> SourceRecord:
    authors = tuple(name.strip() for name in row[f"{side}_authors"].split(";") if name.strip())
    year = int(row[f"{side}_year"]) if row[f"{side}_year"] else None
    return entry(row[f"{side}_title"], authors=authors, year=year)


@pytest.mark.parametrize(
    "row", LABELLED, ids=[f"{at}: {row['a_title']}" for at, row in enumerate(LABELLED, 2)]
)
def test_labelled_pair_gets_its_verdict_and_reason_whichever_comes_first(
    row: dict[str, str],
) -> None:
    a, b = labelled(row, "a"), labelled(row, "b")
    verdict = verify(a, b)
    assert ("yes" if verdict.same else "no", verdict.reason) == (row["same"], row["reason"])
    assert verify(b, a) == verdict


def test_every_reason_of_the_labels_is_a_named_reason() -> None:
    assert {row["reason"] for row in LABELLED} <= {reason.value for reason in Reason}


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("doi", "10.1234/tea", "same DOI"),
        ("arxiv", "1706.03762", "same arXiv id"),
        ("openreview", "abcDEF123", "same OpenReview id"),
        ("acl", "P19-1001", "same ACL id"),
    ],
)
def test_shared_identifier_makes_one_paper_of_any_two_titles(
    kind: str, value: str, reason: str
) -> None:
    identifier: dict[str, Any] = {kind: value}
    verdict = verify(entry("Kettles", **identifier), entry("Penguin Tales", **identifier))
    assert verdict.same
    assert verdict.reason == reason


def test_differing_arxiv_ids_keep_even_equal_titles_apart_for_good() -> None:
    a = entry("Kettle Networks", arxiv="2001.00001", authors=("Ana Lopez",), year=2020)
    b = entry("Kettle Networks", arxiv="2001.00002", authors=("Ana Lopez",), year=2020)
    verdict = verify(a, b)
    assert not verdict.same
    assert verdict.hard
    assert verdict.reason == DIFFERENT_IDENTIFIERS["arxiv"] == "different arXiv ids"


def test_arxiv_doi_counts_as_arxiv_id() -> None:
    a = entry("Kettle Networks", doi="10.48550/arxiv.2001.00001")
    assert verify(a, entry("Tea", arxiv="2001.00001")).reason == SAME_IDENTIFIER["arxiv"]
    assert verify(a, entry("Kettle Networks", doi="10.1234/tea")).same


@pytest.mark.parametrize("doi", ["10.1101/2020.01.02.123456", "10.2139/ssrn.1", "10.2307/12345"])
def test_a_preprint_or_a_copy_and_the_publication_have_a_doi_each(doi: str) -> None:
    a = entry("Kettle Networks", doi=doi, authors=("Ana Lopez",), year=2020)
    b = entry("Kettle networks", doi="10.1234/b", authors=("A. Lopez", "Bo Chen"), year=2021)
    assert verify(a, b).same


def test_two_publications_have_a_doi_each_and_are_two_papers() -> None:
    a = entry("Kettle Networks", doi="10.1234/a", authors=("Ana Lopez",), year=2020)
    b = entry("Kettle networks", doi="10.1234/b", authors=("Ana Lopez",), year=2020)
    verdict = verify(a, b)
    assert verdict.reason == DIFFERENT_IDENTIFIERS["doi"] == "different DOIs"
    assert verdict.hard


def test_conference_and_journal_version_of_different_years_are_two_papers() -> None:
    fields: dict[str, Any] = {"authors": ("Ana Lopez",)}
    a = entry("Kettle Networks at Sea", year=2020, venue="Conference on Tea", **fields)
    b = entry("Kettle Networks at Sea", year=2021, venue="Journal of Tea", **fields)
    assert verify(a, b).reason is Reason.SAME_TITLE_OTHER_VENUE
    preprint = entry("Kettle Networks at Sea", year=2020, venue="arXiv", **fields)
    assert verify(preprint, b).same


def test_alike_abstracts_allow_a_dropped_subtitle_and_a_typo_in_a_name() -> None:
    a = entry("KettleNet: Boiling Water for Villages", abstract=ABOUT_KETTLES)
    assert verify(a, entry("KettleNet", abstract=ABOUT_KETTLES)).same
    one_word = entry("Kettles: Boiling Water for Villages", abstract=ABOUT_KETTLES)
    assert verify(one_word, entry("Kettles", abstract=ABOUT_KETTLES)).same
    assert verify(a, entry("KetlteNet: Boiling Water for Villages", abstract=ABOUT_KETTLES)).same


def test_alike_abstracts_do_not_unite_different_numbers() -> None:
    a = entry("Preface to the Third Workshop on Tea Whistling", abstract=ABOUT_KETTLES)
    b = entry("Preface to the Fourth Workshop on Tea Whistling", abstract=ABOUT_KETTLES)
    assert verify(a, b).reason is Reason.NUMBERS_DIFFER


def test_different_abstracts_part_short_titles_and_near_titles_but_not_long_equal_ones() -> None:
    for one, other, reason in [
        ("Strange Kettles", "Strange Kettles", Reason.SHORT_TITLE),
        (
            "A Slow Kettle Learns to Whistle Softly",
            "A Slow Kettle Lerans to Whistle Softly",
            Reason.ABSTRACTS_DIFFER,
        ),
        (
            "A Slow Kettle Learns to Whistle Softly",
            "A Slow Kettle Learns to Whistle Softly",
            Reason.SAME_TITLE,
        ),
    ]:
        a, b = entry(one, abstract=ABOUT_KETTLES), entry(other, abstract=ABOUT_PENGUINS)
        assert verify(a, b).reason is reason


def test_generic_title_needs_an_alike_abstract() -> None:
    a = entry("Introduction", abstract=ABOUT_KETTLES)
    assert verify(a, entry("Introduction", abstract=ABOUT_KETTLES)).same
    assert not verify(a, entry("Introduction", abstract=ABOUT_PENGUINS)).same


def test_titles_of_100_000_characters_are_compared() -> None:
    a, b = entry("kettle " * 15_000), entry("kettle " * 14_999 + "penguin")
    assert not verify(a, b).same
    assert verify(a, a).same
