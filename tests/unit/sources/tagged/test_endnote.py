"""EndNote's and refer's entries are read, and no fault of one costs its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.files import READERS
from generator.sources.tagged.endnote import EndNoteReader
from generator.values.paper import SourceRecord


def read(text: str) -> tuple[Reading, list[str]]:
    file = SourceFile(Path("a.enw"), "a.enw", "a.enw")
    problems = Problems()
    reader = next(reader for reader in READERS if reader.recognises(file, text))
    assert reader.name == "EndNote"
    reading = reader.read(file, text, problems)
    return reading, [f"{problem.severity.name} {problem}" for problem in problems]


def one(*lines: str, kind: str = "Journal Article") -> SourceRecord:
    """Return the record of an entry with these lines, read without a word."""
    reading, problems = read("\n".join([f"%0 {kind}", "%T Counting sheep", *lines, ""]))
    assert problems == []
    assert len(reading.records) == 1
    return reading.records[0]


def names(record: SourceRecord) -> list[str]:
    return [name.natural for name in record.work.authors]


WHOLE = """
%0 Journal Article
%A Sample, Ben
%A van den Pond, Ada
%A Heras Sheep, Jorge Antonio de las
%E Quill, Cleo
%T Counting Sheep with
Small Networks
%J Journal of Invented Results
%V 12
%N 3
%P 12-19
%D 2019
%8 May 12
%I Invented Press
%C Pondtown
%R 10.1234/ABC
%U https://example.org/sheep
%X Sheep are counted.

They sleep.
%K sheep
counting
%@ 1234-5678
%G eng
%M 12345678
%F sample2019
%7 2019/04/12
"""


def test_every_tag_of_an_article_is_read() -> None:
    reading, problems = read(WHOLE)
    (record,) = reading.records
    work = record.work
    assert problems == []
    assert record.place.line == 2
    assert work.title.plain == "Counting Sheep with Small Networks"
    assert names(record) == [
        "Ben Sample",
        "Ada van den Pond",
        "Jorge Antonio de las Heras Sheep",
    ]
    assert [name.natural for name in work.editors] == ["Cleo Quill"]
    assert work.type == "article-journal"
    assert work.venue.plain == "Journal of Invented Results"
    assert (work.volume, work.issue, work.pages) == ("12", "3", "12–19")
    assert str(work.issued) == "2019-05-12"
    assert work.publisher.plain == "Invented Press"
    assert work.abstract.plain.split() == "Sheep are counted. They sleep.".split()
    assert [word.plain for word in work.keywords] == ["sheep", "counting"]
    assert work.language == "en"
    assert [(i.kind, i.value) for i in work.identifiers] == [("doi", "10.1234/abc")]
    assert [(link.kind, link.url) for link in work.links] == [
        ("paper", "https://example.org/sheep")
    ]


BEFORE = "%0 Journal Article\n%T Before\n%A Quill, Ada\n"
GOOD = "%0 Journal Article\n%T Counting sheep\n%A Sample, Ben\n%D 2019\n"
AFTER = "%0 Journal Article\n%T After\n%A Quill, Ada\n"
FAULTS = {
    "none": f"\n{GOOD}\n",
    "two blank lines": f"\n\n{GOOD}\n\n",
    "no blank lines": GOOD,
    "no %0": "\n" + GOOD.replace("%0 Journal Article\n", "") + "\n",
    "author first, no %0": "\n%A Sample, Ben\n%T Counting sheep\n%D 2019\n\n",
    "blank lines inside": "\n" + GOOD.replace("%D", "\n%D") + "\n",
    "a wrapped title": "\n" + GOOD.replace("ing s", "ing\ns") + "\n",
    "a tab": "\n" + GOOD.replace("%T ", "%T\t") + "\n",
    "indented": "\n" + GOOD.replace("%T", "  %T") + "\n",
    "an empty tag": "\n" + GOOD.replace("%D", "%V\n%J \n%D") + "\n",
    "an unknown tag": "\n" + GOOD.replace("%D", "%~ Scholar\n%D") + "\n",
    "a mark inside the file": "\n\ufeff" + GOOD + "\n",
    "Windows line ends": f"\n{GOOD}\n".replace("\n", "\r\n"),
    "a percent sign in the abstract": "\n" + GOOD.replace("%D", "%X About\n5% of\n%D") + "\n",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_no_entry(fault: str) -> None:
    reading, problems = read(BEFORE + FAULTS[fault] + AFTER)
    assert [r.work.title.plain for r in reading.records] == ["Before", "Counting sheep", "After"]
    assert names(reading.records[1]) == ["Ben Sample"]
    assert reading.records[1].work.year == 2019
    assert problems == []


def test_refer_has_no_types_and_a_blank_line_between_entries() -> None:
    text = "%A Ben Sample\n%T Counting sheep\n%J Journal of Sheep\n%D May 2019\n"
    text += "\n%A Ada Quill\n%Q Sheep Group\n%T Herding by ear\n%B Proc. of Herds\n%D 2020\n"
    reading, problems = read(text)
    assert problems == []
    assert [names(record) for record in reading.records] == [
        ["Ben Sample"],
        ["Ada Quill", "Sheep Group"],
    ]
    assert [str(record.work.issued) for record in reading.records] == ["2019-05", "2020"]
    assert [record.work.venue.plain for record in reading.records] == [
        "Journal of Sheep",
        "Proc. of Herds",
    ]


def test_an_entry_without_title_is_rejected_with_its_line() -> None:
    reading, problems = read(f"{BEFORE}\n%0 Book\n%A Sample, Ben\n\n{AFTER}")
    assert (len(reading.records), reading.rejected) == (2, 1)
    assert problems == ['WARNING a.enw:5: no "%T"; entry left out (every paper needs one)']


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Journal Article", "article-journal"),
        ("Conference Proceedings", "paper-conference"),
        ("Conference Paper", "paper-conference"),
        ("Book", "book"),
        ("Edited Book", "book"),
        ("Book Section", "chapter"),
        ("Thesis", "thesis"),
        ("Report", "report"),
        ("Generic", "document"),
        ("Electronic Article", "article-journal"),
        ("Web Page", "webpage"),
        ("Magazine Article", "article-magazine"),
        ("Newspaper Article", "article-magazine"),
        ("Unpublished Work", "article"),
        ("Manuscript", "article"),
        ("Preprint", "article"),
        ("Dataset", "dataset"),
        ("Computer Program", "software"),
        ("Patent", "patent"),
        ("Standard", "standard"),
        ("JOURNAL ARTICLE", "article-journal"),
        ("Government Document", "report"),
    ],
)
def test_types_of_references_are_known(word: str, kind: str) -> None:
    assert one(kind=word).work.type == kind


def test_an_unknown_type_is_told_once() -> None:
    reading, problems = read("%0 Sheep\n%T A\n\n%0 Sheep\n%T B\n")
    assert [record.work.type for record in reading.records] == [None, None]
    assert problems == ['NOTE a.enw: %0: "Sheep" is no known type; the type is left open']


@pytest.mark.parametrize(
    ("kind", "lines", "venue"),
    [
        ("Journal Article", ["%J Journal of Sheep"], "Journal of Sheep"),
        ("Journal Article", ["%B Journal of Sheep"], "Journal of Sheep"),
        ("Conference Proceedings", ["%B Proc. of Sheep", "%I Press"], "Proc. of Sheep"),
        ("Conference Proceedings", ["%J Proc. of Sheep"], "Proc. of Sheep"),
        ("Book Section", ["%B Handbook of Sheep", "%I Press"], "Handbook of Sheep"),
        ("Book", ["%I Press", "%S Sheep Series"], "Press"),
        ("Thesis", ["%I University of Ponds"], "University of Ponds"),
        ("Report", ["%I Institute"], "Institute"),
        ("Journal Article", [], ""),
    ],
)
def test_where_a_work_was_published_follows_from_its_type(
    kind: str, lines: list[str], venue: str
) -> None:
    assert one(*lines, kind=kind).work.venue.plain == venue


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["%D 2019"], "2019"),
        (["%D 2019", "%8 May 12"], "2019-05-12"),
        (["%D 2019", "%8 2019/05/12"], "2019-05-12"),
        (["%D 2019", "%8 2019-05-12"], "2019-05-12"),
        (["%D 2019", "%8 12 May 2019"], "2019-05-12"),
        (["%D 2019", "%8 May"], "2019-05"),
        (["%D 2019", "%8 2018/05/12"], "2019"),
        (["%8 2018/05/12"], "2018-05-12"),
        (["%D May 2019"], "2019-05"),
        ([], "None"),
    ],
)
def test_the_day_stands_in_another_tag(lines: list[str], date: str) -> None:
    assert str(one(*lines).work.issued) == date


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["%A Sample, Ben"], ["Ben Sample"]),
        (["%A Ben Sample"], ["Ben Sample"]),
        (["%A Sample, Ben", "%A"], ["Ben Sample"]),
        (["%A Sample, Ben", "Quill, Ada"], ["Ben Sample", "Ada Quill"]),
        (["%A Sheep Group,"], ["Sheep Group"]),
        (["%A КОШКИН, ИВАН ПЁТР"], ["ИВАН ПЁТР КОШКИН"]),
        (["%A محمد مثال"], ["محمد مثال"]),
    ],
)
def test_names_stand_a_line_each(lines: list[str], shown: list[str]) -> None:
    assert names(one(*lines)) == shown


def test_the_acl_anthology_has_proceedings_and_editors_in_tags_of_its_own() -> None:
    record = one(
        "%A Sample, Ben",
        "%Y Quill, Ada",
        "%S Proceedings of the Conference on Sheep",
        "%D 2020",
        "%8 July",
        "%I Society for Sheep",
        "%F sample-etal-2020-counting",
        "%R 10.18653/v1/2020.sheep-main.1",
        "%U https://aclanthology.org/2020.sheep-main.1/",
        "%U https://doi.org/10.18653/v1/2020.sheep-main.1",
        "%P 1-10",
        kind="Conference Proceedings",
    )
    assert names(record) == ["Ben Sample"]
    assert [name.natural for name in record.work.editors] == ["Ada Quill"]
    assert record.work.venue.plain == "Proceedings of the Conference on Sheep"
    assert str(record.work.issued) == "2020-07"
    assert {item.kind: item.value for item in record.work.resolved_identifiers} == {
        "doi": "10.18653/v1/2020.sheep-main.1",
        "acl": "2020.sheep-main.1",
    }


def test_who_advised_a_thesis_is_no_editor() -> None:
    assert one("%A Sample, Ben", "%Y Quill, Ada", kind="Thesis").work.editors == ()


def test_authors_of_an_edited_book_are_its_editors() -> None:
    record = one("%A Sample, Ben", kind="Edited Book")
    assert names(record) == []
    assert [name.natural for name in record.work.editors] == ["Ben Sample"]


@pytest.mark.parametrize(
    ("lines", "identifiers", "links"),
    [
        (["%R 10.1234/abc"], {"doi": "10.1234/abc"}, []),
        (["%R doi:10.1234/abc"], {"doi": "10.1234/abc"}, []),
        (["%R https://doi.org/10.1234/abc"], {"doi": "10.1234/abc"}, ["https://doi.org/10.1234/abc"]),
        (["%M 10.1234/abc"], {"doi": "10.1234/abc"}, []),
        (["%R 123"], {}, []),
        (["%U https://arxiv.org/abs/2101.00001"], {"arxiv": "2101.00001"}, ["https://arxiv.org/abs/2101.00001"]),
        (["%> https://example.org/a.pdf"], {}, ["https://example.org/a.pdf"]),
        (["%> file:///home/me/a.pdf"], {}, []),
        (["%U <Go to ISI>://WOS:0001"], {}, []),
    ],
)  # fmt: skip
def test_identifiers_and_addresses_are_read(
    lines: list[str], identifiers: dict[str, str], links: list[str]
) -> None:
    work = one(*lines).work
    assert {item.kind: item.value for item in work.identifiers} == identifiers
    assert [link.url for link in work.links] == links


def test_other_files_are_refused() -> None:
    for text in (
        "",
        "% Encoding: UTF-8\n@article{a, title={%T a}}\n",
        "%PDF-1.4\n",
        "TY  - JOUR\nTI  - A\nER  - \n",
        "% A comment\n%% Another\nx = 1;\n%T is no tag here\n",
        "#LyX 2.3\n%A\n",
        "Counting Sheep\n\n%0 of all sheep are counted.\n",
    ):
        file = SourceFile(Path("a.enw"), "a.enw", "a.enw")
        assert not EndNoteReader().recognises(file, text)


def test_a_preprint_that_scholar_calls_an_article() -> None:
    text = (
        "%0 Journal Article\n%T Counting sheep\n%A Example, Ada\n"
        "%J arXiv preprint arXiv:1901.00001\n%D 2019\n"
    )
    (record,) = read(text)[0].records
    work = record.work
    assert (work.venue.plain, work.type) == ("arXiv", "article")
    assert [(one.kind, one.value) for one in work.identifiers] == [("arxiv", "1901.00001")]
