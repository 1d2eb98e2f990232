"""RIS is read in every dialect, and no fault of an entry costs its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.citations.types import TYPE_NAMES
from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.files import READERS
from generator.sources.tagged.ris import RisReader
from generator.sources.tagged.ris_tags import TYPES
from generator.values.paper import SourceRecord


def read(text: str, name: str = "a.ris") -> tuple[Reading, list[str]]:
    file = SourceFile(Path(name), name, name)
    problems = Problems()
    reader = next(reader for reader in READERS if reader.recognises(file, text))
    assert reader.name == "RIS"
    reading = reader.read(file, text, problems)
    return reading, [f"{problem.severity.name} {problem}" for problem in problems]


def one(*lines: str, kind: str = "JOUR") -> SourceRecord:
    """Return the record of an entry with these lines, read without a word."""
    reading, problems = read("\n".join([f"TY  - {kind}", *lines, "ER  - ", ""]))
    assert problems == []
    assert len(reading.records) == 1
    return reading.records[0]


def titles(reading: Reading) -> list[str]:
    return [record.work.title.plain for record in reading.records]


def names(record: SourceRecord) -> list[str]:
    return [name.natural for name in record.work.authors]


def links(record: SourceRecord) -> list[tuple[str, str]]:
    return [(link.kind, link.url) for link in record.work.links]


WHOLE = """TY  - JOUR
ID  - sample2019counting
T1  - Counting Sheep
  with Small Networks
A1  - Sample, Ben
A1  - van den Pond, Ada Maria
A1  - Quill, Cleo, Jr.
JF  - Journal of Invented Results
JA  - J. Inv. Res.
VL  - 12
IS  - 3
SP  - 12
EP  - 19
PY  - 2019/05/12/
N2  - Sheep are counted.
They sleep.
KW  - sheep
counting; small networks
DO  - 10.1234/ABC
UR  - https://example.org/sheep
PB  - Invented Press
LA  - eng
SN  - 1234-5678
ER  -
"""


def test_every_tag_of_an_article_is_read() -> None:
    reading, problems = read(WHOLE)
    (record,) = reading.records
    work = record.work
    assert problems == []
    assert record.place.line == 1
    assert work.title.plain == "Counting Sheep with Small Networks"
    assert names(record) == ["Ben Sample", "Ada Maria van den Pond", "Cleo Quill Jr."]
    assert [name.family for name in work.authors] == ["Sample", "Pond", "Quill"]
    assert work.type == "article-journal"
    assert work.venue.plain == "Journal of Invented Results"
    assert (work.volume, work.issue, work.pages) == ("12", "3", "12–19")
    assert str(work.issued) == "2019-05-12"
    assert work.abstract.plain == "Sheep are counted. They sleep."
    assert [word.plain for word in work.keywords] == ["sheep", "counting", "small networks"]
    assert [(i.kind, i.value) for i in work.identifiers] == [("doi", "10.1234/abc")]
    assert links(record) == [("paper", "https://example.org/sheep")]
    assert work.publisher.plain == "Invented Press"
    assert work.language == "en"


BEFORE = "TY  - JOUR\nTI  - Before\nER  - \n\n"
AFTER = "\nTY  - JOUR\nTI  - After\nER  - \n"
GOOD = "TY  - JOUR\nTI  - Counting sheep\nAU  - Sample, Ben\nPY  - 2019\nER  - \n"
#: Each stands between two good entries, and gives one paper more, "Counting sheep" of Ben Sample.
FAULTS = {
    "no ER": GOOD.replace("ER  - \n", ""),
    "ER without blanks": GOOD.replace("ER  - ", "ER-"),
    "ER with a blank less": GOOD.replace("ER  - ", "ER  -"),
    "ER alone": GOOD.replace("ER  - ", "ER"),
    "one blank": GOOD.replace("  - ", " - "),
    "no blanks": GOOD.replace("  - ", "-"),
    "no blank behind": GOOD.replace("  - ", "  -"),
    "no blank before": GOOD.replace("  - ", "- "),
    "tabs": GOOD.replace("  - ", "\t-\t"),
    "non-breaking blanks": GOOD.replace("  - ", "\xa0\xa0-\xa0"),
    "many blanks": GOOD.replace("  - ", "    -   "),
    "small letters": GOOD.replace("TY", "ty")
    .replace("TI", "ti")
    .replace("AU", "au")
    .replace("PY", "py")
    .replace("ER", "er"),
    "small letters, one blank": "ty - jour\nti - Counting sheep\nau - Sample, Ben\npy - 2019\n",
    "indented": GOOD.replace("TI", "   TI").replace("AU", "\tAU"),
    "a dash for the hyphen": GOOD.replace("  - ", "  – "),
    "no type": GOOD.replace("JOUR", ""),
    "a byte order mark inside": "\ufeff" + GOOD,
    "blank lines inside": GOOD.replace("\n", "\n\n"),
    "Windows line ends": GOOD.replace("\n", "\r\n"),
    "a wrapped title": GOOD.replace("Counting sheep", "Counting\nsheep"),
    "a title wrapped with blanks": GOOD.replace("Counting sheep", "Counting\n      sheep"),
    "TY lost": GOOD.replace("TY  - JOUR\n", ""),
    "numbers between entries": "2.\n" + GOOD.replace("ER  - \n", "") + "3.\n",
    "unknown tag": GOOD.replace("AU", "XX  - y\nAU"),
    "one line of another form": GOOD.replace("AU  - ", "AU - "),
    "a repeated tag": GOOD.replace("PY  - 2019", "PY  - 2019\nPY  - 2020"),
    "the same title twice": GOOD.replace("AU", "T1  - Counting Sheep\nAU"),
    "all authors in one line": GOOD.replace("Sample, Ben", "Sample, Ben;"),
    "a name turned": GOOD.replace("Sample, Ben", "Ben Sample"),
    "a carriage return inside": GOOD.replace("PY", "AB  - One.\r\rTwo.\nPY"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_no_entry(fault: str) -> None:
    text = BEFORE + FAULTS[fault] + AFTER
    reading, problems = read(text)
    assert titles(reading) == ["Before", "Counting sheep", "After"]
    assert reading.rejected == 0
    assert names(reading.records[1]) == ["Ben Sample"]
    assert reading.records[1].work.year == 2019
    assert problems == (
        ["NOTE a.ris: tags that are not read: XX (are they slips?)"] if "XX" in text else []
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_of_one_faulty_entry_is_recognised(fault: str) -> None:
    if fault != "TY lost":
        assert titles(read(FAULTS[fault], "a.txt")[0]) == ["Counting sheep"]


def test_carriage_returns_alone_end_lines() -> None:
    reading, _ = read((BEFORE + GOOD + AFTER).replace("\n", "\r"))
    assert titles(reading) == ["Before", "Counting sheep", "After"]
    assert [record.place.line for record in reading.records] == [1, 5, 11]


def test_what_stands_before_the_first_entry_is_no_entry() -> None:
    head = 'Provider: Invented\nDatabase: Sheep\nContent: text/plain; charset="UTF-8"\n\n'
    reading, problems = read(head + GOOD)
    assert titles(reading) == ["Counting sheep"]
    assert reading.records[0].place.line == 5
    assert problems == []


def test_an_entry_without_title_is_rejected_with_its_line() -> None:
    reading, problems = read(BEFORE + GOOD.replace("TI  - Counting sheep\n", "") + AFTER)
    assert titles(reading) == ["Before", "After"]
    assert reading.rejected == 1
    assert problems == ['WARNING a.ris:5: no "TI"; entry left out (every paper needs one)']


def test_a_second_title_in_an_entry_is_told() -> None:
    _, problems = read(GOOD.replace("PY", "TI  - Herding by ear\nPY"))
    assert problems == [
        'WARNING a.ris:4: TI: a second title, "Herding by ear"; left out'
        " (if it is another paper, it needs a TY line before it)"
    ]


def test_words_that_look_like_tags_stay_in_a_wrapped_abstract() -> None:
    record = one(
        "TI  - Counting sheep",
        "AB  - We compare",
        "T1-weighted and",
        "T2-weighted images;",
        "so - of course -",
        "an - other, AB-initio,",
        "co-occurrence, TI-nspire and C1-C6",
        "AU  - Sample, Ben",
    )
    assert record.work.abstract.plain == (
        "We compare T1-weighted and T2-weighted images; so - of course - an - other, AB-initio,"
        " co-occurrence, TI-nspire and C1-C6"
    )
    assert names(record) == ["Ben Sample"]


@pytest.mark.parametrize("ris", TYPES)
def test_every_type_of_ris_is_known(ris: str) -> None:
    assert one("TI  - Counting sheep", kind=ris).work.type == TYPES[ris]


@pytest.mark.parametrize("kind", TYPE_NAMES)
def test_types_that_are_written_are_read_back(kind: str) -> None:
    assert TYPES[TYPE_NAMES[kind].ris] == kind  # type: ignore[index]


def test_types_in_words_are_read_and_others_told_once() -> None:
    assert one("TI  - A", kind="Journal Article").work.type == "article-journal"
    text = "TY  - SHEEP\nTI  - A\nER  - \nTY  - SHEEP\nTI  - B\nER  - \n"
    reading, problems = read(text)
    assert [record.work.type for record in reading.records] == [None, None]
    assert len(problems) == 1
    assert problems[0].startswith('NOTE a.ris: TY: "SHEEP" is no type of RIS')


@pytest.mark.parametrize(
    ("lines", "pages"),
    [
        (["SP  - 12", "EP  - 19"], "12–19"),
        (["SP  - 12-19"], "12–19"),
        (["SP  - 12–19", "EP  - 19"], "12–19"),
        (["SP  - 12", "EP  - 12-19"], "12–19"),
        (["SP  - 12", "EP  - 12"], "12"),
        (["SP  - 12"], "12"),
        (["EP  - 19"], "19"),
        (["SP  - S105", "EP  - S109"], "S105–S109"),
        (["SP  - pp. 12-19"], "12–19"),
        (["SP  - p. 12", "EP  - null"], "12"),
        (["SP  - 145", "EP  - 57"], "145–57"),
        (["SP  - e012345"], "e012345"),
        (["SP  - 12-"], "12"),
        (["SP  - n/a", "EP  - -"], ""),
        (["SP  - 12", "EP  - Sample, Ben: Institute of Sheep, Pondtown"], "12"),
        (["SP  - iv", "EP  - ix"], "iv–ix"),
        (["C7  - 105001"], "105001"),
        (["SP  - 1", "EP  - 9", "C7  - 105001"], "1–9"),
        ([], ""),
    ],
)
def test_pages_are_read_in_every_form(lines: list[str], pages: str) -> None:
    assert one("TI  - Counting sheep", *lines).work.pages == pages


def test_the_number_of_pages_of_a_book_is_no_page() -> None:
    assert one("TI  - Sheep", "SP  - 345", kind="BOOK").work.pages == ""
    assert one("TI  - Sheep", "SP  - 12", "EP  - 45", kind="BOOK").work.pages == "12–45"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2019"], "2019"),
        (["PY  - 2019//"], "2019"),
        (["PY  - 2019///"], "2019"),
        (["PY  - 2019/05//"], "2019-05"),
        (["PY  - 2019/05/12/"], "2019-05-12"),
        (["PY  - 2019/05/12"], "2019-05-12"),
        (["Y1  - 2019/5/12/Spring"], "2019-05-12"),
        (["PY  - 2019///Spring"], "2019"),
        (["PY  - 2019/May//"], "2019-05"),
        (["PY  - 2019-05-12"], "2019-05-12"),
        (["PY  - May 2019"], "2019-05"),
        (["PY  - (2019)"], "2019"),
        (["PY  - 2019", "DA  - 2019/05/12/"], "2019-05-12"),
        (["PY  - 2019", "DA  - 2018/12/30/"], "2019"),
        (["DA  - 2018/12/30/"], "2018-12-30"),
        (["Y1  - 2019/05//", "Y2  - 2021/01/02/"], "2019-05"),
        (["PY  - ", "Y1  - 2019//"], "2019"),
        (["PY  - 2019/13/45/"], "2019"),
        (["PY  - 1998-1999"], "1998"),
        (["Y1  - 1900/01/01", "DA  - 2019/05/12"], "2019-05-12"),
        (["PY  - 2019 05 12"], "2019-05-12"),
        (["PY  - 2019 05"], "2019-05"),
        (["PY  - n/a"], "None"),
        (["Y2  - 2021/01/02/"], "None"),
    ],
)
def test_dates_are_read_in_every_form(lines: list[str], date: str) -> None:
    assert str(one("TI  - Counting sheep", *lines).work.issued) == date


def test_a_year_that_is_none_is_told_with_its_line() -> None:
    _, problems = read("TY  - JOUR\nTI  - A\nPY  - in press\nER  - \n")
    assert problems == ['WARNING a.ris:3: PY: "in press" is not a year; left out (four digits)']


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Sample, Ben", ["Ben Sample"]),
        ("Sample,Ben", ["Ben Sample"]),
        ("Sample, B.", ["B. Sample"]),
        ("Ben Sample", ["Ben Sample"]),
        ("Sample, Ben, Jr.", ["Ben Sample Jr."]),
        ("Sample, Ben, III", ["Ben Sample III"]),
        ("van den Pond, Ada", ["Ada van den Pond"]),
        ("Pond, Ada van den", ["Ada van den Pond"]),
        ("World Sheep Organization", ["World Sheep Organization"]),
        ("World Sheep Organization,", ["World Sheep Organization"]),
        ("Society for Sheep, Goats and Cows,", ["Society for Sheep, Goats and Cows"]),
        ("Barnes and Noble,", ["Barnes and Noble"]),
        ("Sample, Ben; Quill, Ada", ["Ben Sample", "Ada Quill"]),
        ("Sample, Ben and Quill, Ada", ["Ben Sample", "Ada Quill"]),
        ("Sample, null", ["Sample"]),
        ("Sample B", ["B Sample"]),
        ("Sample B C", ["B C Sample"]),
        ("Sample BC", ["B C Sample"]),
        ("Sample B.", ["B. Sample"]),
        ("van den Pond B.C.", ["B.C. van den Pond"]),
        ("Ada LI", ["Ada LI"]),
        ("Ben Sample II", ["Ben Sample II"]),
        ("null", []),
        ("Ко́шкин, Иван", ["Иван Ко́шкин"]),
        ("羊, 明", ["羊明"]),
        ("M&uuml;ller, J&ouml;rg", ["Jörg Müller"]),
        ('M{\\"u}ller, Ada', ["Ada Müller"]),
    ],
)
def test_names_are_read_in_every_form(line: str, shown: list[str]) -> None:
    assert names(one("TI  - Counting sheep", f"AU  - {line}")) == shown


def test_a_comma_at_the_end_holds_a_group_together() -> None:
    (name,) = one("TI  - A", "AU  - Sheep Counters,").work.authors
    assert (name.literal, name.family) == ("Sheep Counters", "")


def test_others_are_no_author() -> None:
    record = one("TI  - A", "AU  - Sample, Ben", "AU  - et al.")
    assert names(record) == ["Ben Sample"]
    assert record.work.authors[-1].others


def test_a_script_that_numbered_the_authors_loses_none() -> None:
    record = one("TI  - A", "A1  - Sample, Ben", "A2  - Quill, Ada", "A3  - Pond, Cleo")
    assert names(record) == ["Ben Sample", "Ada Quill", "Cleo Pond"]


def test_a_volume_may_hold_the_issue() -> None:
    work = one("TI  - A", "VL  - 50(2)").work
    assert (work.volume, work.issue) == ("50", "2")


def test_the_number_of_a_preprint_is_no_page() -> None:
    ads = one("TI  - A", "T2  - arXiv e-prints", "PY  - 2021/01/1", "SP  - arXiv:2101.00001").work
    assert (ads.pages, str(ads.issued), ads.type) == ("", "2021-01-01", "article")
    assert [item.value for item in ads.identifiers] == ["2101.00001"]
    biorxiv = one(
        "TI  - A", "JF  - bioRxiv", "DO  - 10.1101/2020.01.01.123456", "SP  - 2020.01.01.123456"
    ).work
    assert (biorxiv.pages, biorxiv.type) == ("", "article")


def test_the_numbers_of_dblp_are_none_of_a_name() -> None:
    record = one(
        "TI  - A", "ID  - DBLP:conf/sheep/Sample19", "AU  - Sample, Ben 0001", kind="CPAPER"
    )
    assert names(record) == ["Ben Sample"]


def test_old_versions_of_endnote_have_the_issue_elsewhere() -> None:
    assert one("TI  - A", "M1  - 4").work.issue == "4"
    assert one("TI  - A", "IS  - 3", "M1  - 4").work.issue == "3"
    assert one("TI  - A", "M1  - 10.1234/abc").work.issue == ""


def test_the_editor_of_a_series_is_none_of_the_book() -> None:
    record = one("TI  - A", "A2  - Quill, Ada", "A3  - Pond, Cleo", kind="BOOK")
    assert [name.natural for name in record.work.editors] == ["Cleo Pond"]


def test_numbered_authors_are_only_those_of_articles() -> None:
    lines = ("A1  - Sample, Ben", "A2  - Quill, Ada", "A3  - Pond, Cleo")
    assert names(one("TI  - A", *lines, kind="CPAPER")) == ["Ben Sample"]


def test_references_in_the_place_of_editors_are_none() -> None:
    record = one("TI  - A", "AU  - Sample, Ben", "A2  - " + "Quill, A., Pond, C., " * 20)
    assert record.work.editors == ()


def test_a_page_of_a_figure_tells_no_other_doi() -> None:
    record = one("TI  - A", "DO  - 10.1186/s1", "L2  - https://doi.org/10.1186/s1/figures/5")
    assert [item.value for item in record.work.identifiers] == ["10.1186/s1"]


def test_an_entry_that_lost_its_first_line_is_recognised_alone() -> None:
    text = "JF  - Journal\nT1  - Counting sheep\nVL  - 6\nAU  - Sample, Ben\nER  - \n"
    assert titles(read(text)[0]) == ["Counting sheep"]


@pytest.mark.parametrize("tag", ["A2", "ED"])
def test_editors_are_read(tag: str) -> None:
    record = one("TI  - A", "AU  - Sample, Ben", f"{tag}  - Quill, Ada", kind="CHAP")
    assert names(record) == ["Ben Sample"]
    assert [name.natural for name in record.work.editors] == ["Ada Quill"]


def test_authors_of_an_edited_book_are_its_editors() -> None:
    record = one("TI  - A", "AU  - Sample, Ben", kind="EDBOOK")
    assert names(record) == []
    assert [name.natural for name in record.work.editors] == ["Ben Sample"]


@pytest.mark.parametrize(
    ("kind", "lines", "venue"),
    [
        ("JOUR", ["JO  - J. Sheep", "T2  - Journal of Sheep"], "Journal of Sheep"),
        ("JOUR", ["JO  - Journal of Sheep"], "Journal of Sheep"),
        ("JOUR", ["J2  - J. Sheep", "JF  - Journal of Sheep"], "Journal of Sheep"),
        ("JOUR", ["JA  - J. Sheep"], "J. Sheep"),
        ("CONF", ["T2  - Proceedings of Sheep 2019"], "Proceedings of Sheep 2019"),
        ("CPAPER", ["BT  - Proceedings of Sheep 2019"], "Proceedings of Sheep 2019"),
        ("CPAPER", ["C3  - Proc. of Sheep", "T2  - Sheep Conference"], "Proc. of Sheep"),
        ("CHAP", ["T2  - Handbook of Sheep", "PB  - Press"], "Handbook of Sheep"),
        ("CHAP", ["BT  - Handbook of Sheep"], "Handbook of Sheep"),
        ("BOOK", ["T2  - Lecture Notes in Sheep", "PB  - Press"], "Press"),
        ("THES", ["PB  - University of Ponds"], "University of Ponds"),
        ("RPRT", ["PB  - Institute of Sheep"], "Institute of Sheep"),
        ("UNPB", ["PB  - arXiv"], "arXiv"),
        ("ELEC", ["T2  - Sheep Blog"], "Sheep Blog"),
        ("GEN", ["PB  - Press"], "Press"),
    ],
)
def test_where_a_work_was_published_follows_from_its_type(
    kind: str, lines: list[str], venue: str
) -> None:
    assert one("TI  - Counting sheep", *lines, kind=kind).work.venue.plain == venue


def test_the_conference_beside_the_proceedings_is_the_event() -> None:
    record = one("TI  - A", "C3  - Proc. of Sheep", "T2  - Sheep Conference", kind="CPAPER")
    assert record.work.event.plain == "Sheep Conference"


@pytest.mark.parametrize(
    ("kind", "whole", "short", "venue"),
    [
        ("JOUR", "Proceedings of All Sheep", "PASH", "PASH"),
        ("JOUR", "Journal of Sheep", "J. Sheep", "Journal of Sheep"),
        ("JOUR", "Journal of Sheep", "J Sheep", "Journal of Sheep"),
        ("JOUR", "Nature", "Nature", "Nature"),
        ("CPAPER", "Conference on Counting and Sheep", "CoCoS 2019", "CoCoS 2019"),
        ("CPAPER", "Conference on Counting", "Conf. Count.", "Conference on Counting"),
    ],
)
def test_a_short_name_is_the_venue_where_people_call_it_so(
    kind: str, whole: str, short: str, venue: str
) -> None:
    work = one("TI  - A", f"T2  - {whole}", f"J2  - {short}", kind=kind).work
    assert work.venue.plain == venue
    assert work.container_title.plain == (whole if venue != whole else "")


@pytest.mark.parametrize(
    ("note", "status"),
    [("Retracted", "retracted"), ("Expression of concern", "concern"), ("Retracted 1 page", None)],
)
def test_a_note_may_say_what_became_of_a_paper(note: str, status: str | None) -> None:
    record = one("TI  - A", f"N1  - {note}", "N1  - Best paper award")
    assert record.work.status == status
    assert record.work.note.plain == ("Best paper award" if status else note)


def test_a_book_may_have_its_title_in_bt() -> None:
    record = one("BT  - Handbook of Sheep", "PB  - Press", kind="BOOK")
    assert record.work.title.plain == "Handbook of Sheep"
    assert record.work.venue.plain == "Press"


def test_a_journal_that_is_a_server_of_preprints_makes_a_preprint() -> None:
    record = one("TI  - A", "JO  - arXiv preprint arXiv:2101.00001")
    assert record.work.type == "article"


@pytest.mark.parametrize(
    ("lines", "identifiers"),
    [
        (["DO  - 10.1234/abc"], {"doi": "10.1234/abc"}),
        (["DO  - https://doi.org/10.1234/ABC"], {"doi": "10.1234/abc"}),
        (["DO  - doi:10.1234/abc"], {"doi": "10.1234/abc"}),
        (["DO  - 10.1234/abc [doi]"], {"doi": "10.1234/abc"}),
        (["M3  - 10.1234/abc"], {"doi": "10.1234/abc"}),
        (["M3  - doi: 10.1234/abc"], {"doi": "10.1234/abc"}),
        (["L3  - http://dx.doi.org/10.1234/abc"], {"doi": "10.1234/abc"}),
        (["M3  - Article"], {}),
        (["N1  - doi: 10.1234/abc"], {"doi": "10.1234/abc"}),
        (["N1  - 12 pages. https://doi.org/10.1234/abc."], {"doi": "10.1234/abc"}),
        (["N1  - arXiv:2101.00001 [cs]"], {"arxiv": "2101.00001"}),
        (["UR  - https://doi.org/10.1234/abc"], {"doi": "10.1234/abc"}),
        (["UR  - 10.1234/abc"], {"doi": "10.1234/abc"}),
        (["UR  - https://arxiv.org/abs/2101.00001v2"], {"arxiv": "2101.00001"}),
        (["DO  - 10.48550/arXiv.2101.00001"], {"arxiv": "2101.00001"}),
        (["ID  - 10.1234/abc"], {"doi": "10.1234/abc"}),
        (["DB  - arXiv", "AN  - 2101.00001"], {"arxiv": "2101.00001"}),
        (["AN  - 30000001"], {}),
        (["DO  - n/a"], {}),
    ],
)
def test_identifiers_are_found_wherever_programs_put_them(
    lines: list[str], identifiers: dict[str, str]
) -> None:
    work = one("TI  - Counting sheep", *lines).work
    assert {one.kind: one.value for one in work.resolved_identifiers} == identifiers


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["UR  - https://example.org/a"], [("paper", "https://example.org/a")]),
        (["UR  - www.example.org/a"], [("paper", "https://www.example.org/a")]),
        (["UR  - example.org/a"], [("paper", "https://example.org/a")]),
        (
            ["UR  - https://example.org/a; https://example.org/b"],
            [("paper", "https://example.org/a"), ("paper", "https://example.org/b")],
        ),
        (["UR  - https://example.org/long/", "address"], [("paper", "https://example.org/long/address")]),
        (["L1  - https://example.org/a.pdf"], [("pdf", "https://example.org/a.pdf")]),
        (["L1  - file:///home/me/a.pdf"], []),
        (["L1  - internal-pdf://123/a.pdf"], []),
        (["UR  - <Go to ISI>://WOS:000123"], []),
        (["UR  - https://github.com/example/sheep"], [("code", "https://github.com/example/sheep")]),
        (["L2  - https://example.org/a"], [("paper", "https://example.org/a")]),
        (["UR  - https://example.org/a", "L2  - https://example.net/b"], [("paper", "https://example.org/a")]),
        (
            ["UR  - https://example.org/a", "L2  - https://example.net/b.pdf"],
            [("paper", "https://example.org/a"), ("pdf", "https://example.net/b.pdf")],
        ),
        (["UR  - "], []),
        (["C2  - PMC1234567"], [("paper", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/")]),
    ],
)  # fmt: skip
def test_addresses_become_links(lines: list[str], found: list[tuple[str, str]]) -> None:
    assert links(one("TI  - Counting sheep", *lines)) == found


@pytest.mark.parametrize(
    ("lines", "keywords"),
    [
        (["KW  - sheep", "KW  - goats"], ["sheep", "goats"]),
        (["KW  - sheep; goats;cows"], ["sheep", "goats", "cows"]),
        (["KW  - sheep, goats, cows"], ["sheep", "goats", "cows"]),
        (["KW  - Sheep, Domestic", "KW  - Goats, Wild"], ["Sheep, Domestic", "Goats, Wild"]),
        (["KW  - sheep", "goats", "cows"], ["sheep", "goats", "cows"]),
        (["KW  - "], []),
        (["KW  - n/a"], []),
        (["KW  - *sheep"], ["sheep"]),
        (["KW  - sheep", "KW  - sheep"], ["sheep"]),
    ],
)
def test_keywords_stand_a_line_each_or_in_one(lines: list[str], keywords: list[str]) -> None:
    assert [word.plain for word in one("TI  - A", *lines).work.keywords] == keywords


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Best paper award", "Best paper award"),
        ("Cited By :12", ""),
        ("CODEN: ABCDE", ""),
        ("Manufacturers: Sheep Works", ""),
        ("Export Date: 12 May 2020", ""),
        ("<p>Read this again!</p>", ""),
        ("arXiv:2101.00001 [cs]", ""),
        ("x" * 500, ""),
        ("L2030246463 2024-06-24", ""),
        ('RAYYAN-INCLUSION: {"Ada"=>"Included"}', ""),
        ("undefined; M1: (Sample, Ben)", ""),
        ("To appear in 2020", "To appear in 2020"),
    ],
)
def test_a_note_is_what_a_citation_should_say(note: str, kept: str) -> None:
    assert one("TI  - A", f"N1  - {note}").work.note.plain == kept


def test_a_file_with_the_ending_of_ris_and_other_content_is_refused() -> None:
    for text in (
        "",
        "@article{a, title = {TY  - JOUR}}\n",
        "title,year\nTY  - a,2019\n",
        "Counting Sheep\n\nSheep are counted. TY  - JOUR is a line of RIS.\n",
        "PMID- 123\nOWN - NLM\nTI  - A\n",
        "TY-lines are hard to read\nand this is a text\n",
    ):
        assert not RisReader().recognises(SourceFile(Path("a.ris"), "a.ris", "a.ris"), text)


def test_preprints_that_programs_call_articles_or_anything() -> None:
    text = (
        "TY  - JOUR\nT1  - Counting sheep\nJO  - arXiv preprint arXiv:1901.00001\nER  -\n"
        "TY  - GEN\nT1  - Herding\nA1  - Sample-Wool B.C.\nPB  - arXiv\nY1  - 2019\nER  -\n"
    )
    first, second = (record.work for record in read(text)[0].records)
    assert (first.venue.plain, first.type) == ("arXiv", "article")
    assert [(one.kind, one.value) for one in first.identifiers] == [("arxiv", "1901.00001")]
    assert (second.venue.plain, second.type) == ("arXiv", "article")
    assert [name.natural for name in second.authors] == ["B.C. Sample-Wool"]
