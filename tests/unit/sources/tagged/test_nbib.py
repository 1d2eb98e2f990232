"""PubMed's entries are read, and no fault of one costs its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.files import READERS
from generator.sources.tagged.nbib import NbibReader
from generator.values.paper import SourceRecord


def read(text: str) -> tuple[Reading, list[str]]:
    file = SourceFile(Path("a.nbib"), "a.nbib", "a.nbib")
    problems = Problems()
    reader = next(reader for reader in READERS if reader.recognises(file, text))
    assert reader.name == "NBIB"
    reading = reader.read(file, text, problems)
    return reading, [f"{problem.severity.name} {problem}" for problem in problems]


def one(*lines: str, title: str = "Counting sheep.") -> SourceRecord:
    """Return the record of an entry with these lines, read without a word."""
    text = "\n".join(["PMID- 12345678", "OWN - NLM", f"TI  - {title}", *lines, ""])
    reading, problems = read(text)
    assert problems == []
    assert len(reading.records) == 1
    return reading.records[0]


def names(record: SourceRecord) -> list[str]:
    return [name.natural for name in record.work.authors]


WHOLE = """
PMID- 12345678
OWN - NLM
STAT- MEDLINE
LR  - 20200101
IS  - 1234-5678 (Print)
VI  - 12
IP  - 3
DP  - 2019 May-Jun
TI  - Counting Sheep with
      Small Networks: a
      Study.
PG  - 123-9
LID - S1234-5678(19)30001-1 [pii]
LID - 10.1234/ABC.1 [doi]
AB  - BACKGROUND: Sheep are many.
      RESULTS: They were counted.
CI  - Copyright 2019 Somebody.
FAU - Sample, Ben
AU  - Sample B
AUID- ORCID: 0000-0002-1825-0097
AD  - Institute of Sheep, Pondtown. ben@example.org.
FAU - van den Pond, Ada M
AU  - van den Pond AM
AD  - Institute of Sheep.
CN  - Sheep Counting Group
FAU - Quill, Cleo Jr
AU  - Quill C Jr
LA  - eng
PT  - Journal Article
PT  - Review
DEP - 20190412
PL  - Pondland
TA  - J Inv Res
JT  - Journal of invented results
JID - 1234567
MH  - *Sheep/physiology
MH  - Humans
OTO - NOTNLM
OT  - *sheep
OT  - counting
FIR - Investigator, Ida
IR  - Investigator I
PMC - PMC1234567
EDAT- 2019/04/12 06:00
AID - 10.1234/ABC.1 [doi]
PST - ppublish
SO  - J Inv Res. 2019 May-Jun;12(3):123-9. doi: 10.1234/ABC.1.
"""


def test_every_tag_of_an_article_is_read() -> None:
    reading, problems = read(WHOLE)
    (record,) = reading.records
    work = record.work
    assert problems == []
    assert record.place.line == 2
    assert work.title.plain == "Counting Sheep with Small Networks: a Study"
    assert names(record) == [
        "Ben Sample",
        "Ada M van den Pond",
        "Sheep Counting Group",
        "Cleo Quill Jr",
    ]
    assert [name.orcid for name in work.authors] == ["0000-0002-1825-0097", "", "", ""]
    assert work.editors == ()
    assert work.type == "article-journal"
    assert work.status is None
    assert work.venue.plain == "Journal of invented results"
    assert (work.volume, work.issue, work.pages) == ("12", "3", "123–9")
    assert str(work.issued) == "2019-05"
    assert work.abstract.plain == ("BACKGROUND: Sheep are many. RESULTS: They were counted.")
    assert [word.plain for word in work.keywords] == ["sheep", "counting"]
    assert work.language == "en"
    assert [(i.kind, i.value) for i in work.identifiers] == [("doi", "10.1234/abc.1")]
    assert [(link.kind, link.url) for link in work.links] == [
        ("paper", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"),
        ("paper", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
    ]
    assert work.address == "https://doi.org/10.1234/abc.1"


BEFORE = "PMID- 1\nOWN - NLM\nTI  - Before.\nFAU - Quill, Ada\n"
GOOD = "PMID- 2\nOWN - NLM\nTI  - Counting sheep.\nFAU - Sample, Ben\nDP  - 2019\n"
AFTER = "PMID- 3\nOWN - NLM\nTI  - After.\nFAU - Quill, Ada\n"
FAULTS = {
    "none": f"\n{GOOD}\n",
    "no blank lines": GOOD,
    "many blank lines": f"\n\n\n{GOOD}\n\n\n",
    "no PMID": "\n" + GOOD.replace("PMID- 2\n", "") + "\n",
    "PMID behind OWN": "\nOWN - NLM\nPMID- 2\n" + GOOD.split("\n", 2)[2] + "\n",
    "blank lines inside": "\n" + GOOD.replace("FAU", "\nFAU") + "\n",
    "a wrapped line without its blanks": "\n" + GOOD.replace("ing s", "ing\ns") + "\n",
    "an unknown tag": "\n" + GOOD.replace("DP", "XYZ - a\nDP") + "\n",
    "one blank": "\n" + GOOD.replace("TI  -", "TI -").replace("DP  -", "DP -") + "\n",
    "no blank": "\n" + GOOD.replace("TI  -", "TI-").replace("DP  -", "DP-") + "\n",
    "no blank behind": "\n" + GOOD.replace("- ", "-") + "\n",
    "Windows line ends": f"\n{GOOD}\n".replace("\n", "\r\n"),
    "a list of affiliations": "\n" + GOOD.replace("DP", "AD  - A.\nAD  - B.\nDP") + "\n",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_no_entry(fault: str) -> None:
    reading, problems = read(BEFORE + FAULTS[fault] + AFTER)
    assert [r.work.title.plain for r in reading.records] == ["Before", "Counting sheep", "After"]
    assert names(reading.records[1]) == ["Ben Sample"]
    assert reading.records[1].work.year == 2019
    assert problems == []


def test_an_entry_without_title_is_rejected_with_its_line() -> None:
    reading, problems = read(f"{BEFORE}\nPMID- 2\nOWN - NLM\n\n{AFTER}")
    assert reading.rejected == 1
    assert len(reading.records) == 2
    assert problems == ['WARNING a.nbib:6: no "TI"; entry left out (every paper needs one)']


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Counting sheep.", "Counting sheep"),
        ("Counting sheep", "Counting sheep"),
        ("Counting sheep?", "Counting sheep?"),
        ("Counting sheep...", "Counting sheep..."),
        ("[Counting sheep].", "Counting sheep"),
        ("[Counting sheep.]", "Counting sheep"),
        ("[Counting sheep]", "Counting sheep"),
        ("[Counting [wild] sheep].", "Counting [wild] sheep"),
        ("[11C]sheep and [18F]goats.", "[11C]sheep and [18F]goats"),
        ("[11C] sheep.", "[11C] sheep"),
    ],
)
def test_a_title_has_neither_full_stop_nor_the_brackets_of_a_translation(
    said: str, shown: str
) -> None:
    assert one(title=said).work.title.plain == shown


def test_a_title_that_is_not_translated_is_the_original_one() -> None:
    record = one("TT  - Schafe zählen.", title="[Not Available].")
    assert record.work.title.plain == "Schafe zählen"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2019", "2019"),
        ("2019 May", "2019-05"),
        ("2019 May 12", "2019-05-12"),
        ("2019 May-Jun", "2019-05"),
        ("2019 Summer", "2019"),
        ("2019 May 12-18", "2019-05"),
        ("2018 Dec-2019 Jan", "2018"),
        ("1998-1999", "1998"),
    ],
)
def test_dates_of_pubmed_are_read(said: str, shown: str) -> None:
    reading, _ = read(f"PMID- 1\nOWN - NLM\nTI  - A.\nDP  - {said}\n")
    assert str(reading.records[0].work.issued) == shown


def test_a_date_of_the_electronic_version_serves_where_there_is_no_other() -> None:
    assert str(one("DEP - 20190412").work.issued) == "2019-04-12"
    assert str(one("DP  - 2020 Jan", "DEP - 20190412").work.issued) == "2020-01"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("94-103", "94–103"),
        ("123-9", "123–9"),
        ("183-93; quiz 193-4", "183–93"),
        ("183-93, author reply 194", "183–93"),
        ("S28-36", "S28–36"),
        ("e1-e9", "e1–e9"),
        ("CD007917", "CD007917"),
        ("53", "53"),
    ],
)
def test_pages_are_as_printed(said: str, shown: str) -> None:
    assert one(f"PG  - {said}").work.pages == shown


def test_an_article_without_pages_has_its_number() -> None:
    assert one("LID - 1042 [pii]", "LID - 10.1234/abc [doi]").work.pages == "1042"
    assert one("PG  - 1-9", "LID - 1042 [pii]").work.pages == "1–9"
    assert one("LID - S1234-5678(19)30001-1 [pii]").work.pages == ""


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["AU  - Sample B", "AU  - van den Pond AM"], ["B Sample", "A M van den Pond"]),
        (["AU  - Sample B Jr"], ["B Sample Jr"]),
        (["FAU - Sample, Ben", "AU  - Sample B"], ["Ben Sample"]),
        (["CN  - Sheep Group", "FAU - Sample, Ben"], ["Sheep Group", "Ben Sample"]),
        (["CN  - Society for Sheep, Goats and Cows"], ["Society for Sheep, Goats and Cows"]),
        ([], []),
    ],
)
def test_authors_are_whole_names_where_there_are_some(lines: list[str], shown: list[str]) -> None:
    assert names(one(*lines)) == shown


@pytest.mark.parametrize(
    "said", ["ORCID: 0000-0002-1825-0097", "ORCID: https://orcid.org/0000000218250097"]
)
def test_an_orcid_is_that_of_the_author_before(said: str) -> None:
    record = one("FAU - Quill, Ada", "FAU - Sample, Ben", "AU  - Sample B", f"AUID- {said}")
    assert [name.orcid for name in record.work.authors] == ["", "0000-0002-1825-0097"]


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["PT  - Journal Article", "PT  - Retracted Publication"], "retracted"),
        (["RIN - J Inv Res. 2020;1(1):2. PMID: 12345679"], "retracted"),
        (["ECI - J Inv Res. 2020;1(1):2."], "concern"),
        (["EIN - J Inv Res. 2020;1(1):2."], "corrected"),
        (["EIN - J Inv Res. 2020;1(1):2.", "PT  - Retracted Publication"], "retracted"),
        (["CIN - J Inv Res. 2020;1(1):2."], None),
    ],
)
def test_what_became_of_a_paper_is_its_status(lines: list[str], status: str | None) -> None:
    assert one(*lines).work.status == status


@pytest.mark.parametrize(
    ("kind", "title", "shown"),
    [
        ("Published Erratum", "Counting sheep.", "Erratum: Counting sheep"),
        ("Published Erratum", "Correction to: Counting sheep.", "Correction to: Counting sheep"),
        ("Retraction of Publication", "Counting sheep.", "Retraction: Counting sheep"),
        ("Journal Article", "Counting sheep.", "Counting sheep"),
    ],
)
def test_a_notice_is_known_by_its_title(kind: str, title: str, shown: str) -> None:
    record = one(f"PT  - {kind}", "EIN - J Inv Res. 2020." if "Err" in kind else "", title=title)
    assert record.work.title.plain == shown
    assert record.work.status is None


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["PT  - Journal Article"], "article-journal"),
        (["PT  - Review"], "article-journal"),
        (["PT  - Journal Article", "PT  - Preprint"], "article"),
        (["PT  - Dataset"], "dataset"),
        (["PT  - Dissertations/Theses - Doctoral Dissertations"], "thesis"),
        (["BTI - Handbook of Sheep", "PB  - Press"], "chapter"),
        ([], "article-journal"),
    ],
)
def test_the_type_follows_from_the_types_of_publication(lines: list[str], kind: str) -> None:
    assert one(*lines).work.type == kind


def test_a_book_has_its_title_in_bti() -> None:
    reading, problems = read(
        "PMID- 1\nOWN - NLM\nBTI - Handbook of Sheep.\nFED - Quill, Ada\nED  - Quill A\n"
        "PB  - Press\n"
    )
    (record,) = reading.records
    assert problems == []
    assert record.work.title.plain == "Handbook of Sheep"
    assert record.work.type == "book"
    assert record.work.venue.plain == "Press"
    assert [name.natural for name in record.work.editors] == ["Ada Quill"]


@pytest.mark.parametrize(("said", "code"), [("eng", "en"), ("ger", "de"), ("por", "pt")])
def test_languages_become_codes(said: str, code: str) -> None:
    assert one(f"LA  - {said}").work.language == code


def test_other_files_are_refused() -> None:
    for text in (
        "",
        "TY  - JOUR\nTI  - A\nER  - \n",
        "A title\n\nAn abstract of sheep - many of them.\n",
        "OWN - NLM\n",
        "%0 Journal Article\n%T A\n",
    ):
        file = SourceFile(Path("a.nbib"), "a.nbib", "a.nbib")
        assert not NbibReader().recognises(file, text)
