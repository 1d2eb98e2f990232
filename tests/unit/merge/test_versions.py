"""A preprint and what was published of it: one paper, cited as published, with both years."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from generator.merge.assemble import assemble
from generator.pages.views import first_year
from generator.problems import Problems
from generator.values.date import Date
from generator.values.paper import Paper, Rank, SourceRecord
from tests.given import entry, record

TITLE = "Counting Sheep with Small Networks"
NAMES = ("Ada Quill", "Bo Ram")


def cited(line: int, **fields: Any) -> SourceRecord:
    """Return an entry of a bibliography."""
    known = {"authors": NAMES, **fields}
    return entry(TITLE, line, rank=Rank.BIBLIOGRAPHY, file="refs.bib", **known)


PREPRINT = cited(
    1, year=2019, venue="CoRR", volume="abs/1903.00001", arxiv="1903.00001", publisher="arXiv"
)
PUBLISHED = cited(
    9, year=2020, venue="Journal of Sheep", pages="1–9", doi="10.1234/sheep", type="article-journal"
)


def one(*records: SourceRecord) -> Paper:
    """Return the paper that entries are of, in whatever order they are read."""
    found = [assemble("sheep", order, Problems()) for order in itertools.permutations(records)]
    assert all(paper == found[0] for paper in found)
    return found[0]


def test_the_published_version_is_cited_and_the_preprint_is_remembered() -> None:
    paper = one(PREPRINT, PUBLISHED)
    work = paper.work
    assert (work.year, work.venue.plain, work.pages) == (2020, "Journal of Sheep", "1–9")
    assert (work.volume, work.publisher.plain, work.best_type) == ("", "", "article-journal")
    assert {i.kind: i.value for i in work.identifiers} == {
        "arxiv": "1903.00001",
        "doi": "10.1234/sheep",
    }
    assert (paper.preprint, first_year(paper)) == (Date(2019), 2019)
    assert [(e.line, e.preprint) for e in paper.entries] == [(1, True), (9, False)]


def test_what_a_preprint_says_beside_is_kept_as_lost() -> None:
    lost = one(PREPRINT, PUBLISHED).provenance["volume"]
    assert (lost.places, [value for _, value in lost.lost]) == ((), ["abs/1903.00001"])


def test_a_preprint_alone_is_cited_as_one() -> None:
    paper = one(PREPRINT)
    assert (paper.work.year, paper.work.venue.plain) == (2019, "CoRR")
    assert (paper.work.best_type, paper.preprint, first_year(paper)) == ("article", None, None)


@pytest.mark.parametrize(
    ("doi", "year"),
    [
        ("10.1101/2019.01.02.123456", 2020),
        ("10.1101/123456", 2020),
        ("10.2139/ssrn.1234567", 2020),
        ("10.21203/rs.3.rs-1/v1", 2020),
        ("10.20944/preprints201901.0001.v1", 2020),
        ("10.26434/chemrxiv.1", 2020),
        ("10.31234/osf.io/abcde", 2020),
        # Cold Spring Harbor's journals have the prefix of bioRxiv.
        ("10.1101/gr.123456.119", 2019),
    ],
)
def test_the_doi_of_a_server_tells_a_preprint(doi: str, year: int) -> None:
    # Of two that are published the first in the file is taken.
    paper = one(cited(1, year=2019, doi=doi), PUBLISHED)
    assert paper.work.year == year


def test_an_entry_that_tells_no_version_fills_what_is_not_known() -> None:
    paper = one(PREPRINT, cited(5, year=2021), cited(9, venue="Journal of Sheep"))
    assert (paper.work.year, paper.work.venue.plain) == (2021, "Journal of Sheep")


def test_the_longer_list_of_a_preprint_is_taken_only_for_et_al() -> None:
    more = (*NAMES, "Cy Jam")
    preprint = cited(1, venue="arXiv", authors=more)
    names = [n.natural for n in one(preprint, cited(2, venue="SHEEP")).work.authors]
    assert names == list(NAMES)
    shortened = cited(2, venue="SHEEP", authors=("Ada Quill", "et al."))
    assert [n.natural for n in one(preprint, shortened).work.authors] == list(more)


def test_what_a_person_names_is_cited_whatever_was_published() -> None:
    own = record("sheep", TITLE, venue="arXiv", year=2018, authors=NAMES, arxiv="1903.00001")
    work = one(own, PUBLISHED, PREPRINT).work
    assert (work.venue.plain, work.year, work.pages, work.volume) == (
        "arXiv",
        2018,
        "",
        "abs/1903.00001",
    )


def test_the_doi_of_a_preprint_stays_as_a_link_without_a_word() -> None:
    problems = Problems()
    preprint = cited(1, year=2019, doi="10.1101/2019.01.02.123456")
    paper = assemble("sheep", [preprint, PUBLISHED], problems)
    assert [i.value for i in paper.work.identifiers] == ["10.1234/sheep"]
    assert [(link.kind, link.url) for link in paper.work.links] == [
        ("paper", "https://doi.org/10.1101/2019.01.02.123456")
    ]
    assert not list(problems)
