"""What is missing of papers, copied into them, or known better by now."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.enriching.lacking import LOOKED_FOR
from tests.unit.doctor.catalogues import catalogue, change, desk, found, record, write

SHEEP, GOATS, WOOL = map(record, ("counting-sheep", "herding-goats", "weighing-wool"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogue(tmp_path)


def bibliography(root: Path, *fields: str) -> list[str]:
    write(root, "refs.bib", "@article{a,\n" + ",\n".join(fields) + "\n}\n")
    return ["refs.bib"]


def test_a_preprint_lacks_no_venue(root: Path) -> None:
    change(root, SHEEP, "venue: ICML\n", "")
    change(root, SHEEP, "  doi: 10.1234/sheep  # of the journal\n", "")
    assert found(root, "missing-venue") == []
    change(root, SHEEP, "arxiv: '2301.01234'", "openreview: abcDEF123")
    assert len(found(root, "missing-venue")) == 1


ABSTRACT = "We hear that bells on every third animal tell an ear where it is in the fog"


@pytest.mark.parametrize(
    ("summary", "wanted"),
    [
        ("Bells on every third animal tell an ear.", "bells on every third animal tell an ear"),
        (
            "So: BELLS, on every third animal, tell an ear where!",
            "bells on every third animal tell an ear where",
        ),
        ("Bells on every third animal tell an eye where it is in mist.", ""),
    ],
)
def test_a_run_of_eight_words_is_copied_and_told_whole(
    root: Path, summary: str, wanted: str
) -> None:
    named = bibliography(
        root, "title={Herding Goats by Ear}", "doi={10.1234/goats}", f"abstract={{{ABSTRACT}}}"
    )
    change(root, GOATS, "Bells tell where a goat is.", f'"{summary}"')
    said = found(root, "summary-copied", sources=named)
    assert [line.split('"')[1] for line in said] == ([wanted] if wanted else [])


def test_an_abstract_of_a_source_that_lost_counts_too(root: Path) -> None:
    named = bibliography(
        root, "title={Herding Goats by Ear}", "doi={10.1234/goats}", f"abstract={{{ABSTRACT}}}"
    )
    own = "summary: We hear that bells on every third animal tell.\nabstract: Another one.\n"
    change(root, GOATS, "summary: Bells tell where a goat is.\n", own)
    assert len(found(root, "summary-copied", sources=named)) == 1


PREPRINT = (
    "title={Counting Sheep with Small Networks}",
    "eprint={2301.01234}",
    "archiveprefix={arXiv}",
)


def outdated(root: Path, *fields: str) -> list[str]:
    change(root, SHEEP, "  doi: 10.1234/sheep  # of the journal\n", "")
    named = bibliography(root, *PREPRINT, *fields)
    return [line.partition(" ")[2] for line in found(root, "record-outdated", sources=named)]


def test_a_record_of_a_preprint_is_outdated_by_a_journal(root: Path) -> None:
    change(root, SHEEP, "venue: ICML", "venue: arXiv")
    assert outdated(root, "journal={Journal of Sheep}", "year={2025}") == [
        f'{SHEEP}:9: venue: "arXiv", but refs.bib:1 knows where it was published:'
        ' "Journal of Sheep", 2025'
    ]


def test_a_record_with_the_preprints_year_alone_is_outdated_by_a_later_one(root: Path) -> None:
    change(root, SHEEP, "venue: ICML\n", "")
    change(root, SHEEP, "year: 2024", "year: 2023")
    assert outdated(root, "journal={Journal of Sheep}", "year={2025}") == [
        f"{SHEEP}:8: year: 2023, but refs.bib:1 knows where it was published:"
        ' "Journal of Sheep", 2025'
    ]


@pytest.mark.parametrize("journal", ["bioRxiv", "arXiv preprint arXiv:2301.01234", "Some Blog"])
def test_another_server_of_preprints_is_no_news(root: Path, journal: str) -> None:
    change(root, SHEEP, "venue: ICML", "venue: arXiv")
    assert outdated(root, f"journal={{{journal}}}", "year={2025}") == []


def test_a_record_that_names_where_it_was_published_stays(root: Path) -> None:
    assert outdated(root, "journal={Journal of Sheep}", "year={2024}") == []


def test_what_services_may_know_is_asked_for_by_a_name_that_enrich_knows(root: Path) -> None:
    change(root, WOOL, "authors: [Eve Placeholder]\nyear: 2025\nvenue: ICML\n", "")
    change(root, WOOL, "identifiers:\n  doi: 10.1234/wool\n", "")
    advice = [ailment.advice for _, ailment in desk(root).examine()]
    asked = [one.partition("enrich --only ")[2] for one in advice]
    assert asked == ["authors", "year", "venue", "doi"]
    assert set(asked) <= LOOKED_FOR.keys()
