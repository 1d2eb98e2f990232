"""What the benchmark of bibliographies calls right, and the file of what it expects."""

from pathlib import Path

import pytest

from benchmarks import expected
from benchmarks.bibliographies import BIBLIOGRAPHIES
from benchmarks.expected import Difference, Known, compare
from benchmarks.many_entries import renumbered
from generator.problems import Place
from generator.values.paper import Rank, SourceRecord
from tests import given


def record(line: int, **fields: object) -> SourceRecord:
    made, curation = given.work_and_rest(fields)
    return SourceRecord(Rank.BIBLIOGRAPHY, "sheep.bib", Place("sheep.bib", line), made, curation)


def entry(line: int, **values: object) -> dict[str, object]:
    return {"file": "sheep.bib", "line": line, **values}


def missed(
    *entries: dict[str, object], records: list[SourceRecord], told: list[int] | None = None
) -> list[str]:
    return [each.field for each in compare(entries, records, told or [], Known([])).differences]


SHEEP = {
    "title": "Counting “sheep”",
    "authors": ("Ada Example", "Ben Sample"),
    "venue": "Journal of Sheep (JS)",
    "publisher": "Invented Press",
    "doi": "10.1234/Sheep",
    "volume": "3",
}


def test_values_are_found_whatever_the_marks_of_quotation() -> None:
    right = entry(
        4,
        title='Counting "sheep"',
        authors=["Ada Example", "Ben Sample"],
        authors_count=2,
        authors_first="Ada Example",
        venue="JS",
        publisher="Invented Press",
        doi="10.1234/sheep",
        volume="3",
        arxiv=None,
        editors=[],
        type_not="paper-conference",
    )
    assert missed(right, records=[record(4, **SHEEP)]) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Counting sheep"),
        ("title_starts", "Sheep"),
        ("authors", ["Ada Example"]),
        ("authors", ["Ada Example", "Sample Ben"]),
        ("authors_count", 3),
        ("authors_include", ["Cleo Instance"]),
        ("editors", ["Ada Example"]),
        ("year", 2024),
        ("venue", None),
        ("venue", "Journal of Goats"),
        ("doi", None),
        ("doi", "10.1234/goat"),
        ("arxiv", "2401.01234"),
        ("pages", "1–2"),
        ("keywords", 1),
        ("link", "https://example.org"),
        ("type_not", "article-journal"),
    ],
)
def test_a_value_that_is_not_the_expected_one_is_a_difference(name: str, value: object) -> None:
    assert missed(entry(4, **{name: value}), records=[record(4, **SHEEP)]) == [name]


def test_a_record_on_another_line_is_found_by_its_title_and_its_line_is_a_difference() -> None:
    right = entry(4, title='Counting "sheep"', volume="3")
    assert missed(right, records=[record(7, **SHEEP)]) == ["record"]
    assert missed(entry(4, volume="3"), records=[record(7, **SHEEP)]) == ["record"]


def test_records_of_a_file_of_one_line_are_told_apart_by_their_titles() -> None:
    records = [record(1, title="Goats", volume="1"), record(1, title="Sheep", volume="2")]
    right = [entry(1, title="Sheep", volume="2"), entry(1, title="Goats", volume="1")]
    assert missed(*right, records=records) == []
    assert missed(entry(1, title="Cows"), records=records) == ["record"]


def test_a_rejected_entry_must_be_told_and_be_no_record() -> None:
    wrong = entry(4, rejected=True, why="no title")
    assert missed(wrong, records=[record(9, **SHEEP)], told=[4]) == []
    assert missed(wrong, records=[record(9, **SHEEP)], told=[5]) == ["rejected"]
    assert missed(wrong, records=[record(4, **SHEEP)], told=[4]) == ["rejected"]
    with_doi = wrong | {"doi": "10.1234/goat"}
    assert missed(with_doi, records=[record(4, **SHEEP)], told=[4]) == []


def test_a_difference_with_a_reason_is_known_and_a_reason_without_one_is_unused() -> None:
    lines: list[dict[str, object]] = [
        {"file": "sheep.bib", "line": 4, "field": "volume", "why": "roman numbers stay"},
        {"file": "sheep.bib", "line": 4, "field": "issue", "why": "mended"},
        {"file": "goats.bib", "field": "entries", "why": "a comment is counted"},
    ]
    known = Known(lines)
    compared = compare([entry(4, volume="III")], [record(4, **SHEEP)], [], known)
    assert compared.differences == [
        Difference("sheep.bib", 4, "volume", "III", "3", "roman numbers stay")
    ]
    assert known.unused(["sheep.bib"]) == ["sheep.bib 4 issue"]
    assert known.why({"file": "goats.bib"}, "entries") == "a comment is counted"


def test_copies_of_a_bibliography_have_keys_of_their_own_and_refer_to_each_other() -> None:
    text = "@book{flock,\n title = {Sheep, counted},\n}\n@inbook{ lamb , crossref = {flock}}\n"
    assert renumbered(text, 7) == (
        "@book{flock-7,\n title = {Sheep, counted},\n}\n@inbook{ lamb-7 , crossref = {flock-7}}\n"
    )


def test_expected_values_are_of_known_fields_and_hold_no_long_texts() -> None:
    for line in expected.read_lines(expected.EXPECTED):
        assert set(line) <= expected.ABOUT | set(expected.CHECKS), line
        assert len(line.get("abstract_starts", "").split()) <= 3, line
        assert bool(line.get("rejected")) == ("why" in line), line


def test_expected_entries_begin_where_the_shared_files_have_one() -> None:
    if not BIBLIOGRAPHIES.is_dir():
        pytest.skip(f"there is no folder {BIBLIOGRAPHIES}")
    begins = {"ris": "TY", "nbib": "PMID-", "enw": "%0", "md": "- ", "xml": "<"}
    for line in expected.read_lines(expected.EXPECTED):
        path: Path = BIBLIOGRAPHIES / line["file"]
        text = path.read_bytes().decode(
            "utf-16" if "utf16" in path.name else "utf-8-sig", "replace"
        )
        first = text.replace("\r\n", "\n").split("\n")[line["line"] - 1].strip()
        start = begins.get(path.suffix[1:])
        assert first.startswith(start) if start else first, line
        assert {".bib": "@", ".json": "{"}.get(path.suffix, "") in first, line
