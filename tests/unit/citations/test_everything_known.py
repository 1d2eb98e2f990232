"""A work of which everything is known: each form says it where other programs look for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import cited
from generator.citations.csl import csl_item
from generator.citations.ris import ris
from generator.citations.types import TYPE_NAMES
from generator.text.repair import HAND_STEPS
from generator.values.date import Date
from generator.values.fields import BY_NAME
from generator.values.paper import Paper
from generator.values.work import TYPES, WorkType
from tests import given
from tests.citing import citation
from tests.unit.citations.test_citations import bibtex_of, csl_of, ris_of

#: What BibTeX's own styles know: https://ctan.org/pkg/bibtex, btxdoc, section 3.1.
BIBTEX_TYPES = frozenset(
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis"
    " proceedings techreport unpublished".split()
)


def issued(paper: Paper, *date: int) -> Paper:
    """Return the paper with a date that says more than a year."""
    return replace(paper, work=replace(paper.work, issued=Date(*date)))


FLOCKS = issued(
    given.paper(
        "counting-flocks",
        "Counting flocks",
        type="paper-conference",
        authors=("Ada Quill", "Ludwig van Pond"),
        editors=("Cleo Instance, Jr.", "The Shepherds’ Guild"),
        venue="CoS",
        container_title="Proceedings of the First Conference on Sheep & Goats",
        event="First Conference on Sheep",
        volume="12",
        issue="3",
        pages="112–119",
        publisher="Invented Society",
        language="en",
        keywords=("sheep", r"\(n^2\) goats"),
        note="Best 100% paper",
        doi="10.1234/flocks",
    ),
    2024,
    3,
    12,
)


def test_its_bibtex_has_a_field_for_each() -> None:
    assert bibtex_of(FLOCKS) == {
        "type": "inproceedings",
        "key": "quill2024counting",
        "title": "Counting flocks",
        "author": "Quill, Ada and van Pond, Ludwig",
        "editor": "Instance, Jr., Cleo and {The Shepherds’ Guild}",
        "booktitle": r"Proceedings of the First Conference on Sheep \& Goats",
        "publisher": "Invented Society",
        "volume": "12",
        "number": "3",
        "pages": "112--119",
        "year": "2024",
        "month": "mar",
        "day": "12",
        "eventtitle": "First Conference on Sheep",
        "language": "en",
        "keywords": "sheep, $n^2$ goats",
        "note": r"Best 100\% paper",
        "doi": "10.1234/flocks",
        "url": "https://doi.org/10.1234/flocks",
    }


def test_its_ris_has_a_tag_for_each() -> None:
    assert citation(FLOCKS).ris.splitlines() == [
        "TY  - CPAPER",
        "ID  - quill2024counting",
        "TI  - Counting flocks",
        "AU  - Quill, Ada",
        "AU  - van Pond, Ludwig",
        "A2  - Instance, Cleo, Jr.",
        "A2  - The Shepherds’ Guild",
        "T2  - Proceedings of the First Conference on Sheep & Goats",
        "J2  - CoS",
        "T3  - First Conference on Sheep",
        "PB  - Invented Society",
        "VL  - 12",
        "IS  - 3",
        "SP  - 112",
        "EP  - 119",
        "PY  - 2024",
        "DA  - 2024/03/12/",
        "LA  - en",
        "KW  - sheep",
        "KW  - n² goats",
        "N1  - Best 100% paper",
        "DO  - 10.1234/flocks",
        "UR  - https://doi.org/10.1234/flocks",
        "ER  - ",
    ]
    found = ris_of(FLOCKS)
    assert (found["start_page"], found["end_page"]) == ("112", "119")
    assert found["keywords"] == ["sheep", "n² goats"]


def test_its_csl_json_has_a_property_for_each() -> None:
    assert csl_of(FLOCKS) == {
        "id": "quill2024counting",
        "citation-key": "quill2024counting",
        "type": "paper-conference",
        "title": "Counting flocks",
        "author": [
            {"family": "Quill", "given": "Ada"},
            {"family": "Pond", "given": "Ludwig", "non-dropping-particle": "van"},
        ],
        "editor": [
            {"family": "Instance", "given": "Cleo", "suffix": "Jr."},
            {"literal": "The Shepherds’ Guild"},
        ],
        "container-title": "Proceedings of the First Conference on Sheep & Goats",
        "container-title-short": "CoS",
        "publisher": "Invented Society",
        "event-title": "First Conference on Sheep",
        "volume": "12",
        "issue": "3",
        "page": "112–119",
        "issued": {"date-parts": [[2024, 3, 12]]},
        "DOI": "10.1234/flocks",
        "language": "en",
        "keyword": "sheep, n² goats",
        "note": "Best 100% paper",
        "URL": "https://doi.org/10.1234/flocks",
    }


def test_its_line_of_text_says_where_to_find_it() -> None:
    assert citation(FLOCKS).plain == (
        "Ada Quill and Ludwig van Pond. Counting flocks. Proceedings of the First Conference on"
        " Sheep & Goats, Invented Society, 12(3), 112–119, 2024. https://doi.org/10.1234/flocks"
    )


@pytest.mark.parametrize(
    ("date", "parts", "month"),
    [
        ((2024,), [2024], None),
        ((2024, 1), [2024, 1], "jan"),
        ((2024, 12, 31), [2024, 12, 31], "dec"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(
    date: tuple[int, ...], parts: list[int], month: str | None
) -> None:
    paper = issued(FLOCKS, *date)
    assert csl_of(paper)["issued"] == {"date-parts": [parts]}
    assert bibtex_of(paper).get("month") == month
    assert bibtex_of(paper).get("day") == (str(date[2]) if len(date) > 2 else None)
    day = f"{date[2]:02}" if len(date) > 2 else ""
    assert ris_of(paper).get("date") == (f"2024/{date[1]:02}/{day}/" if month else None)
    assert bibtex_of(paper)["year"] == ris_of(paper)["year"] == "2024"


@pytest.mark.parametrize(
    ("pages", "bibtex", "start", "end"),
    [("112–119", "112--119", "112", "119"), ("e7", "e7", "e7", None)],
)
def test_a_range_of_pages_and_a_single_one(
    pages: str, bibtex: str, start: str, end: str | None
) -> None:
    paper = given.changed(FLOCKS, pages=pages)
    assert bibtex_of(paper)["pages"] == bibtex
    assert (ris_of(paper)["start_page"], ris_of(paper).get("end_page")) == (start, end)
    assert csl_of(paper)["page"] == pages


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ("112-119", "112–119"),
        ("112--119", "112–119"),
        ("112 – 119", "112–119"),
        ("e7—e12", "e7–e12"),
        ("A-12", "A-12"),
        ("12, 25-30", "12, 25-30"),
        ("xii", "xii"),
        ("", ""),
    ],
)
def test_a_range_of_pages_has_its_dash_however_it_was_written(written: str, pages: str) -> None:
    assert BY_NAME["pages"].shape.form(written, HAND_STEPS) == pages


def test_every_type_has_a_name_in_every_form() -> None:
    assert tuple(TYPE_NAMES) == TYPES


@pytest.mark.parametrize("type_", TYPES)
def test_a_work_of_any_type_is_valid_in_every_form(type_: WorkType) -> None:
    paper = given.changed(FLOCKS, type=type_)
    names = TYPE_NAMES[type_]
    assert (bibtex_of(paper)["type"], ris_of(paper)["type_of_reference"]) == (
        names.bibtex,
        names.ris,
    )
    assert names.bibtex in BIBTEX_TYPES
    assert names.ris in TYPE_OF_REFERENCE_MAPPING
    assert csl_of(paper)["type"] == type_
    whole = FLOCKS.work.container_title
    assert bibtex_of(paper)[names.bibtex_container] == whole.latex
    assert csl_of(paper)["container-title"] == ris_of(paper)["secondary_title"] == whole.plain
    assert "unknown_tag" not in ris_of(paper)


@pytest.mark.parametrize(
    ("type_", "field"), [("thesis", "school"), ("report", "institution"), ("book", "publisher")]
)
def test_who_published_it_stands_where_its_type_has_it(type_: WorkType, field: str) -> None:
    """A venue that is given alone is who published a thesis, a report or a book."""
    for known in ({"publisher": "Invented University"}, {"venue": "Invented University"}):
        paper = given.paper("sheep", "Sheep", type=type_, **known)
        assert bibtex_of(paper)[field] == "Invented University"
        assert csl_of(paper)["publisher"] == ris_of(paper)["publisher"] == "Invented University"
        assert "container-title" not in csl_of(paper)


def test_a_stated_type_is_believed_before_the_words_of_the_venue() -> None:
    paper = given.paper("sheep", "Sheep", type="chapter", venue="Journal of Sheep")
    assert bibtex_of(paper)["type"] == "incollection"
    assert bibtex_of(paper)["booktitle"] == "Journal of Sheep"


@pytest.mark.parametrize(
    ("status", "words"), [("retracted", "Retracted"), ("concern", "Expression of concern")]
)
def test_each_form_says_what_became_of_it(status: str, words: str) -> None:
    paper = given.changed(FLOCKS, status=status)
    assert bibtex_of(paper)["note"] == rf"{words}. Best 100\% paper"
    assert ris_of(paper)["notes"] == [words, "Best 100% paper"]
    assert csl_of(paper)["status"] == words.lower()
    assert csl_of(paper)["note"] == "Best 100% paper"
    assert f" {words}. https://doi.org/" in citation(paper).plain


def test_a_line_of_text_does_not_say_twice_that_it_was_retracted() -> None:
    plain = citation(given.paper("a", "RETRACTED: Counting flocks", year=2020)).plain
    assert plain == "RETRACTED: Counting flocks. 2020."


@pytest.mark.parametrize(
    ("type_", "field"),
    [
        ("article-journal", "shortjournal"),
        ("article-magazine", "shortjournal"),
        ("paper-conference", "series"),
        ("chapter", "series"),
    ],
)
def test_the_short_name_of_a_journal_or_of_proceedings_is_kept_beside_the_whole(
    type_: WorkType, field: str
) -> None:
    paper = given.paper(
        "a", "Sheep", type=type_, venue="CoS", container_title="Conference on Sheep"
    )
    assert bibtex_of(paper)[field] == "CoS"
    assert csl_of(paper)["container-title-short"] == ris_of(paper)["alternate_title1"] == "CoS"
    same = given.changed(paper, venue="Conference on Sheep")
    assert field not in bibtex_of(same)
    assert "container-title-short" not in csl_of(same)
    assert ("series" in bibtex_of(given.changed(paper, issue="3"))) is False


@pytest.mark.parametrize(
    ("type_", "subtype"),
    [
        ("article-magazine", "magazine"),
        ("article", "preprint"),
        ("dataset", "dataset"),
        ("software", "software"),
        ("webpage", "webpage"),
        ("document", "document"),
        ("article-journal", None),
    ],
)
def test_types_that_bibtex_knows_no_entry_of_are_told_apart(
    type_: WorkType, subtype: str | None
) -> None:
    assert bibtex_of(given.changed(FLOCKS, type=type_)).get("entrysubtype") == subtype
    assert "entrysubtype" not in bibtex_of(given.paper("a", "Sheep"))


def test_a_file_of_many_has_the_abstract_and_a_page_does_not() -> None:
    paper = given.changed(FLOCKS, abstract=r"We count \(n^2\) sheep & 5% of them.")
    catalogue = Catalogue((paper,))
    known = cited(catalogue, paper, with_abstract=True)
    assert r"abstract = {We count $n^2$ sheep \& 5\% of them.}," in bibtex(known)
    assert "AB  - We count n² sheep & 5% of them.\n" in ris(known)
    assert csl_item(known)["abstract"] == "We count n² sheep & 5% of them."
    assert "abstract" not in bibtex_of(paper) | ris_of(paper) | csl_of(paper)
