"""Web of Science's entries are read, and no fault of one costs its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.files import READERS
from generator.sources.tagged.wos import WosReader

WHOLE = """\ufeffFN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Sample, B
   van den Pond, A
AF Sample, Ben
   van den Pond, Ada
CA Sheep Group
TI Counting Sheep with
   Small Networks
SO JOURNAL OF INVENTED RESULTS
LA English
DT Article
DE sheep; small
   networks; counting
ID MAMMALS; NUMBERS
AB Sheep are counted.
   They sleep.
CR Quill A, 2001, J SHEEP, V1, P2
   Quill A, 2002, J SHEEP, V2, P3
PU INVENTED PRESS
JI J. Inv. Res.
PD MAY 12
PY 2019
VL 12
IS 3
BP 12
EP 19
AR 105001
DI 10.1234/ABC
PM 12345678
UT WOS:000123456700001
ER

PT S
AU QUILL A
GP IEEE
BE Pond, C
TI Herding by ear
SO PROC. OF HERDS
CT Conference on Herds
DT Proceedings Paper
PY 2020
ER

EF
"""


def read(text: str) -> tuple[Reading, list[str]]:
    file = SourceFile(Path("a.txt"), "a.txt", "a.txt")
    problems = Problems()
    reader = next(reader for reader in READERS if reader.recognises(file, text))
    assert reader.name == "Web of Science"
    reading = reader.read(file, text, problems)
    return reading, [str(problem) for problem in problems]


def test_every_tag_is_read() -> None:
    reading, problems = read(WHOLE)
    assert problems == []
    first, second = (record.work for record in reading.records)
    assert [record.place.line for record in reading.records] == [3, 35]
    assert first.title.plain == "Counting Sheep with Small Networks"
    assert [name.natural for name in first.authors] == [
        "Ben Sample",
        "Ada van den Pond",
        "Sheep Group",
    ]
    assert first.type == "article-journal"
    assert first.venue.plain == "JOURNAL OF INVENTED RESULTS"
    assert (first.volume, first.issue, first.pages) == ("12", "3", "12–19")
    assert str(first.issued) == "2019-05-12"
    assert first.abstract.plain == "Sheep are counted. They sleep."
    assert [word.plain for word in first.keywords] == ["sheep", "small networks", "counting"]
    assert [(i.kind, i.value) for i in first.identifiers] == [("doi", "10.1234/abc")]
    assert first.language == "en"
    assert [name.natural for name in second.authors] == ["A QUILL"]
    assert second.type == "paper-conference"
    assert second.venue.plain == "PROC. OF HERDS"
    assert second.event.plain == "Conference on Herds"
    assert [name.natural for name in second.editors] == ["C Pond"]


BEFORE = "PT J\nAU Quill, A\nTI Before\nER\n\n"
GOOD = "PT J\nAU Sample, B\nTI Counting sheep\nPY 2019\nER\n\n"
AFTER = "PT J\nAU Quill, A\nTI After\nER\n\nEF\n"
FAULTS = {
    "no ER": GOOD.replace("ER\n", ""),
    "no blank line": GOOD.replace("\n\n", "\n"),
    "a blank at the ends": GOOD.replace("\n", " \n"),
    "Windows line ends": GOOD.replace("\n", "\r\n"),
    "an empty tag": GOOD.replace("PY", "SO\nPY"),
    "blank lines": GOOD.replace("PY", "\n\nPY"),
    "a new head": "FN Clarivate\nVR 1.0\n" + GOOD,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_no_entry(fault: str) -> None:
    reading, problems = read(BEFORE + FAULTS[fault] + AFTER)
    assert [r.work.title.plain for r in reading.records] == ["Before", "Counting sheep", "After"]
    assert reading.records[1].work.year == 2019
    assert problems == []


def test_an_entry_without_title_is_rejected_with_its_line() -> None:
    reading, problems = read(BEFORE + GOOD.replace("TI Counting sheep\n", "") + AFTER)
    assert (len(reading.records), reading.rejected) == (2, 1)
    assert problems == ['a.txt:6: no "TI"; entry left out (every paper needs one)']


def test_other_files_are_refused() -> None:
    for text in ("", "TY  - JOUR\nTI  - A\n", "PT is short for part\nAU is gold\n", "PT J\nA B\n"):
        assert not WosReader().recognises(SourceFile(Path("a.ciw"), "a", "a"), text)


def test_a_paper_of_a_conference_without_its_document_type() -> None:
    text = "PT C\nAU Example, A\nBE Wool, C\nTI Herding by ear\nSO SHEEP 2018\nPY 2018\nER\n\nEF\n"
    (record,) = read(text)[0].records
    assert record.work.type == "paper-conference"
