"""Lines of notes that hold what has no field of its own."""

from __future__ import annotations

import pytest

from generator.sources.cited_keys import cited_key
from generator.sources.csl.note_lines import read_note


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("arXiv: 2101.00001 [cs.CL]", "arxiv", "2101.00001 [cs.CL]"),
        ("arXiv:2101.00001", "arxiv", "2101.00001"),
        ("DOI: 10.1234/abc", "doi", "10.1234/abc"),
        ("doi:10.1234/abc", "doi", "10.1234/abc"),
        ("Citation Key: example2020", "citation_key", "example2020"),
        ("bibtex: example2020", "citation_key", None),
        ("event-title: Conference on Sheep", "event", "Conference on Sheep"),
        ("Conference Name: Conference on Sheep", "event", "Conference on Sheep"),
        ("{:event-title: Conference on Sheep}", "event", "Conference on Sheep"),
        ("tex.eprint: 2101.00001", "arxiv", "2101.00001"),
        ("Issued: 2020-03", "year", "2020-03"),
        ("type: dataset", "type", "dataset"),
    ],
)
def test_a_line_is_read_by_its_name(line: str, name: str, value: str | None) -> None:
    found = read_note(line)
    assert found.values.get(name) == value
    assert found.rest == ("" if value else line) or line.startswith("bibtex")


def test_numbers_of_pubmed_lead_there() -> None:
    assert read_note("PMID: 12345\nPMCID: PMC678").addresses == [
        ("PMID", "https://pubmed.ncbi.nlm.nih.gov/12345"),
        ("PMCID", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC678"),
    ]
    assert read_note("PMID: see there").addresses == []


def test_what_is_for_other_programs_is_not_shown() -> None:
    note = "OCLC: 832736842\noriginal-date: 1905\ntex.shorthand: sheep\nStatus: submitted\n"
    note += "ZSCC: 0000012\nISBN: 1-2"
    assert read_note(note).rest == ""
    assert read_note(note).values == {}


def test_prose_stays_a_note() -> None:
    for text in (
        "Best paper award",
        "Comment: 12 pages, 5 figures",
        "See also: the appendix",
        "Presented at noon: nobody came",
        "https://example.org/a",
        "10:30 in the barn",
    ):
        assert read_note(text).rest == text


def test_a_note_may_be_a_list_of_lines_or_html() -> None:
    assert read_note(["DOI: 10.1234/abc", "Read it."]).values == {"doi": "10.1234/abc"}
    assert read_note("<p>DOI: 10.1234/abc</p><p>Read it.</p>").values == {"doi": "10.1234/abc"}
    assert read_note("{:DOI: 10.1234/abc} {:volume: 3} Read it.").rest == "Read it."
    for nothing in (None, 3, {"a": 1}, [None]):
        assert read_note(nothing).rest == ""


def test_the_first_of_two_lines_counts_and_authors_are_collected() -> None:
    found = read_note("DOI: 10.1/a\nDOI: 10.1/b\nauthor: Example || Ada\nauthor: Sample || Ben")
    assert found.values["doi"] == "10.1/a"
    assert found.values["authors"] == [("Example", "Ada"), ("Sample", "Ben")]


@pytest.mark.parametrize("key", ["example2020", "Example:2020", "beispiel_2020a", "Ärmel2020"])
def test_a_key_by_which_people_cite_is_kept(key: str) -> None:
    assert cited_key(None, key) == key


@pytest.mark.parametrize(
    "key",
    ["http://zotero.org/users/1/items/ABCD2345", "12345/ABCD2345", "ABCD2345", "42", "1.2",
     "ITEM-1", "ref12", "10.1234/abc", "0f8fad5b-d9cb-469f-a165-70867728950e", "two words",
     "", "a,b"],
)  # fmt: skip
def test_an_id_of_a_program_is_no_key(key: str) -> None:
    assert cited_key(key) == ""
