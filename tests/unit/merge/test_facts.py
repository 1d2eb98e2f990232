"""Facts of services: they fill what entries leave open, and decide nothing."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from generator.merge import Decisions, merge
from generator.problems import Problems, Severity
from generator.values.citation_key import citation_keys
from generator.values.count import Count
from generator.values.date import Date
from generator.values.fact import Fact
from generator.values.link import Link
from generator.values.paper import Paper, Rank, SourceRecord
from tests.given import ASKED_ON, entry, fact, record

TITLE = "Counting Sheep with Small Networks"
ARXIV = "arxiv:2203.00001"
PREPRINT: dict[str, Any] = {
    "venue": "arXiv",
    "year": 2022,
    "type": "article",
    "arxiv": "2203.00001",
}
PUBLISHED: dict[str, Any] = {
    "venue": "ICLR",
    "year": 2023,
    "doi": "10.1234/sheep",
    "arxiv": "2203.00001",
}
#: What services say beside, so that they mean the same publication.
NEXT: dict[str, Any] = {"venue": "ICLR", "year": 2023}
NAMES = ("Ada Quill", "Bo Ram")


def merged(*given: SourceRecord | Fact) -> tuple[tuple[Paper, ...], list[str]]:
    """The papers of entries and facts in whatever order, and what was told."""
    entries = [one for one in given if isinstance(one, SourceRecord)]
    facts = [one for one in given if isinstance(one, Fact)]
    found = []
    for order in itertools.permutations(facts):
        problems = Problems()
        papers = merge(entries, Decisions(), problems, facts=order).papers
        assert all(problem.severity is Severity.NOTE for problem in problems)
        found.append((papers, [str(problem) for problem in problems]))
    assert all(one == found[0] for one in found)
    return found[0]


def one(*given: SourceRecord | Fact) -> Paper:
    """The one paper of entries and facts of which nothing is to be told."""
    (paper,), told = merged(*given)
    assert told == []
    return paper


def listed(**fields: Any) -> SourceRecord:
    return entry(TITLE, 3, **{"arxiv": "2203.00001", **fields})


def cite(paper: Paper) -> tuple[int | None, str, str]:
    work = paper.work
    known = {i.kind: i.value for i in work.identifiers}
    return work.year, work.venue.plain, known.get("doi", "")


def test_what_entries_leave_open_is_filled_and_what_they_say_stays() -> None:
    said = fact(ARXIV, TITLE, **PUBLISHED, authors=NAMES, pages="1–9", publisher="Press")
    paper = one(listed(authors=("Ada B. Quill",)), said)
    assert [name.natural for name in paper.work.authors] == ["Ada B. Quill"]
    assert cite(paper) == (2023, "ICLR", "10.1234/sheep")
    assert (paper.work.pages, paper.work.publisher.plain) == ("1–9", "Press")
    assert paper.place("venue") == said.place
    assert paper.place("authors").file == "listing.txt"


def test_a_fact_makes_no_entry_and_no_listing() -> None:
    paper = one(listed(), fact(ARXIV, TITLE, **PUBLISHED))
    assert [(e.source, e.line) for e in paper.entries] == [("listing.txt", 3)]
    assert paper.listings == 1
    (answer,) = paper.answers
    assert (answer.service, answer.on, str(answer.asked)) == ("OpenAlex", ASKED_ON, ARXIV)


def test_a_fact_of_no_paper_makes_none_and_is_counted() -> None:
    stray = [fact(f"arxiv:2203.0000{n}", "Tea", n, arxiv=f"2203.0000{n}") for n in (7, 8)]
    papers, told = merged(listed(), *stray)
    assert len(papers) == 1
    assert papers[0].answers == ()
    (note,) = told
    assert "catalogue/facts/openalex.jsonl:7: 2 facts are of no paper" in note


def test_a_title_finds_its_paper_however_it_is_spelt() -> None:
    said = fact("title:counting sheep, with SMALL networks", TITLE, year=2020, venue="ICLR")
    assert cite(one(entry(TITLE), said))[:2] == (2020, "ICLR")


def test_a_title_of_two_papers_finds_neither() -> None:
    first = entry(TITLE, 1, arxiv="2203.00001", authors=("Ada Quill",), year=2022)
    other = entry(TITLE, 2, arxiv="1105.00002", authors=("Cleo Tree",), year=2011)
    papers, told = merged(first, other, fact(f"title:{TITLE}", TITLE, year=2020, venue="ICLR"))
    assert len(papers) == 2
    assert all(paper.answers == () for paper in papers)
    assert len(told) == 1
    assert "is the title of" in told[0]


def test_a_fact_with_the_title_of_something_else_is_not_taken() -> None:
    papers, (told,) = merged(listed(), fact(ARXIV, "On Steam Engines and Rails", **PUBLISHED))
    assert cite(papers[0]) == (None, "", "")
    assert papers[0].answers == ()
    assert '"On Steam Engines and Rails"' in told
    assert f'"{TITLE}"' in told


def test_a_fact_with_another_title_of_the_same_paper_is_taken() -> None:
    paper = one(listed(), fact(ARXIV, "Small Networks That Count Sheep", **PUBLISHED))
    assert paper.work.venue.plain == "ICLR"
    assert paper.work.title.plain == TITLE


def test_an_identifier_of_another_paper_is_not_taken_and_both_are_named() -> None:
    other = entry("The Price of Tea", 9, doi="10.1234/sheep")
    papers, (told,) = merged(listed(), other, fact(ARXIV, TITLE, **PUBLISHED))
    assert [cite(paper)[2] for paper in papers] == ["", "10.1234/sheep"]
    assert "gives counting-sheep-with-small-networks the DOI 10.1234/sheep" in told
    assert "which the-price-of-tea has" in told
    assert "decisions.yml" in told


def test_an_identifier_that_services_give_to_two_papers_is_taken_by_neither() -> None:
    other = entry("The Price of Tea", 9, arxiv="2203.00009")
    doubtful = fact("arxiv:2203.00009", "The Price of Tea", 2, doi="10.1234/sheep", year=2023)
    papers, told = merged(listed(), other, fact(ARXIV, TITLE, **PUBLISHED), doubtful)
    assert [cite(paper)[2] for paper in papers] == ["", ""]
    assert len(told) == 2


def test_an_address_with_an_identifier_of_another_paper_goes_with_it() -> None:
    other = entry("The Price of Tea", 9, doi="10.1234/tea")
    links = (Link("code", "https://example.org/code"), Link("pdf", "https://doi.org/10.1234/tea"))
    said = fact(ARXIV, TITLE, doi="10.1234/tea", links=links)
    papers, _ = merged(listed(), other, said)
    assert papers[0].work.links == (Link("code", "https://example.org/code"),)


@pytest.mark.parametrize("line", [1, 2])
def test_a_record_of_the_preprint_stays_of_the_preprint(line: int) -> None:
    by_hand = record("sheep", TITLE, arxiv="2203.00001", year=2022, authors=NAMES)
    said = fact(ARXIV, TITLE, line, **PUBLISHED, pages="1–9")
    assert (cite(one(by_hand, said)), one(by_hand, said).work.pages) == ((2022, "", ""), "")


def test_a_record_that_says_no_year_is_cited_as_a_service_says_it_was_published() -> None:
    by_hand = record("sheep", TITLE, arxiv="2203.00001")
    preprint = fact(ARXIV, TITLE, **PREPRINT, service="arXiv")
    paper = one(by_hand, fact(ARXIV, TITLE, **PUBLISHED), preprint)
    assert cite(paper) == (2023, "ICLR", "10.1234/sheep")


def test_services_that_name_two_publications_are_not_mixed() -> None:
    by_hand = record("sheep", TITLE, arxiv="2203.00001")
    journal: dict[str, Any] = {
        "venue": "Journal of Sheep",
        "year": 2024,
        "volume": "12",
        "doi": "10.1234/other",
    }
    said = fact(ARXIV, TITLE, **journal, service="Semantic Scholar")
    paper = one(by_hand, fact(ARXIV, TITLE, **PUBLISHED), said)
    assert (cite(paper), paper.work.volume) == ((2023, "ICLR", "10.1234/sheep"), "")


def test_a_venue_beside_the_day_of_the_preprint_dates_no_publication() -> None:
    from_one_date: dict[str, Any] = {**PUBLISHED, "year": None}
    by_hand = record("sheep", TITLE, arxiv="2203.00001")
    said = fact(ARXIV, TITLE, **{**from_one_date, "year": Date(2022, 3, 1)})
    assert cite(one(by_hand, said))[1:] == ("", "")


def test_pages_go_to_a_record_only_from_the_venue_that_it_names() -> None:
    by_hand = record("sheep", TITLE, arxiv="2203.00001", year=2023, venue="ICLR")
    same = fact(ARXIV, TITLE, **PUBLISHED, pages="1–9")
    other = fact(ARXIV, TITLE, **{**PUBLISHED, "venue": "Journal of Tea"}, pages="10–19")
    assert one(by_hand, same).work.pages == "1–9"
    assert (one(by_hand, other).work.pages, cite(one(by_hand, other))[2]) == ("", "")


def test_a_journal_that_printed_a_paper_a_year_later_is_the_same_publication() -> None:
    by_hand = record("sheep", TITLE, arxiv="2203.00001", year=2022, venue="Journal of Sheep")
    said = fact(ARXIV, TITLE, venue="Journal of Sheep", year=2023, volume="12")
    paper = one(by_hand, said)
    assert (paper.work.year, paper.work.volume) == (2022, "12")


def test_authors_of_a_listing_that_ends_in_et_al_are_completed() -> None:
    short = listed(authors=("Ada Quill et al.",))
    said = fact(ARXIV, TITLE, authors=("Ada Quill", "Bo Ram", "Cleo Tree"))
    other = fact(ARXIV, TITLE, authors=("Mi Li", "Bo Ram"), service="arXiv")
    paper = one(short, said, other)
    assert [name.natural for name in paper.work.authors] == ["Ada Quill", "Bo Ram", "Cleo Tree"]
    by_hand = record("sheep", TITLE, arxiv="2203.00001", authors=("Ada Quill et al.",))
    assert len(one(by_hand, said).work.authors) == 1


def test_links_come_only_of_kinds_that_are_missing() -> None:
    own = (Link("code", "https://example.org/ours"),)
    said = tuple(Link(kind, f"https://example.org/{kind}") for kind in ("code", "data", "pdf"))
    paper = one(listed(links=own), fact(ARXIV, TITLE, links=said))
    # arXiv has the PDF.
    assert paper.work.links == (*own, Link("data", "https://example.org/data"))


def test_a_retraction_is_taken_from_a_service_unless_a_record_denies_it() -> None:
    said = fact(ARXIV, TITLE, status="retracted")
    assert one(listed(), said).work.resolved_status == "retracted"
    titled = fact(ARXIV, f"RETRACTED: {TITLE}")
    assert one(listed(), titled).work.resolved_status == "retracted"
    by_hand = record("sheep", TITLE, arxiv="2203.00001", status="corrected")
    assert one(by_hand, said).work.resolved_status == "corrected"


def test_keys_and_what_addresses_are_known_by_stay_as_without_services() -> None:
    before = one(listed())
    after = one(listed(), fact(ARXIV, TITLE, **PUBLISHED, authors=NAMES))
    assert after.work.authors
    assert citation_keys([after]) == citation_keys([before])
    assert after.lasting.resolved_identifiers == before.work.resolved_identifiers
    named = record("sheep", TITLE, arxiv="2203.00001", authors=("Ada Quill",), year=2022)
    assert one(named, fact(ARXIV, TITLE, **PREPRINT)).own is None


def test_counts_of_services_are_kept_beside_the_paper() -> None:
    count = Count("citations", 7, "OpenAlex", ASKED_ON)
    paper = one(listed(), fact(ARXIV, TITLE, counts=(count,)))
    assert [answer.counts for answer in paper.answers] == [(count,)]


def test_nothing_is_wrong_with_another_identifier_of_a_service() -> None:
    paper = one(listed(rank=Rank.BIBLIOGRAPHY), fact(ARXIV, TITLE, arxiv="2204.00009"))
    assert [i.value for i in paper.work.identifiers] == ["2203.00001"]
    assert [i.value for _, i in paper.provenance["identifiers"].lost] == ["2204.00009"]


def test_an_entry_that_names_the_preprint_server_stays_of_the_preprint() -> None:
    preprint = listed(rank=Rank.BIBLIOGRAPHY, venue="arXiv", year=2023)
    assert cite(one(preprint, fact(ARXIV, TITLE, **PUBLISHED))) == (2023, "arXiv", "")


def test_a_fact_may_be_asked_for_by_what_another_service_said() -> None:
    first = fact(ARXIV, TITLE, **PUBLISHED)
    second = fact("doi:10.1234/sheep", TITLE, service="Crossref", acl="P19-1001", **NEXT)
    third = fact("acl:P19-1001", TITLE, service="Semantic Scholar", pages="1–9", **NEXT)
    paper = one(listed(), first, second, third)
    assert [answer.service for answer in paper.answers] == [
        "Crossref",
        "OpenAlex",
        "Semantic Scholar",
    ]
    assert paper.work.pages == "1–9"


def test_what_services_give_to_two_papers_finds_neither() -> None:
    other = entry("Counting Goats with Small Networks", 9, arxiv="2203.00009")
    doubtful = fact("arxiv:2203.00009", TITLE, 2, doi="10.1234/sheep", year=2023)
    asked = fact("doi:10.1234/sheep", TITLE, service="Crossref", pages="1–9")
    papers, told = merged(listed(), other, fact(ARXIV, TITLE, **PUBLISHED), doubtful, asked)
    assert [paper.work.pages for paper in papers] == ["", ""]
    assert any("1 fact is of no paper" in note for note in told)
