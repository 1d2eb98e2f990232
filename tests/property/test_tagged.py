"""What must be true of any text that stands in a file of tagged lines or in a list of addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems, Severity
from generator.sources.base import Reader, Reading, SourceFile
from generator.sources.identifiers import IdentifierReader
from generator.sources.tagged.endnote import EndNoteReader
from generator.sources.tagged.endnote_xml import EndNoteXmlReader
from generator.sources.tagged.nbib import NbibReader
from generator.sources.tagged.ris import RisReader
from generator.sources.tagged.wos import WosReader

FILE = SourceFile(Path("a.txt"), "a.txt", "a.txt")
#: Each format, a good entry before and one after.
GOOD: dict[str, tuple[Reader, str, str]] = {
    "RIS": (RisReader(), "TY  - JOUR\nTI  - Before\nER  - \n", "\nTY  - JOUR\nTI  - After\n"),
    "NBIB": (NbibReader(), "PMID- 1\nOWN - NLM\nTI  - Before.\n", "\nPMID- 2\nTI  - After.\n"),
    "EndNote": (EndNoteReader(), "%0 Book\n%T Before\n", "\n%0 Book\n%T After\n"),
    "EndNote XML": (
        EndNoteXmlReader(),
        "<xml><records><record><titles><title>Before</title></titles></record>",
        "",
    ),
    "WoS": (WosReader(), "PT J\nAU A\nTI Before\nER\n", "\nPT J\nTI After\nER\n"),
    "list": (
        IdentifierReader(),
        "https://example.org/a Before All Sheep\n",
        "\n10.1234/abc After All Sheep\n",
    ),
}
TAGS = st.sampled_from(
    "TY  - |TY  - JOUR|ER  - |TI  - |AU  - |PY  - |SP  - |UR  - |DO  - |KW  - |N1  - |xx  - |ty - "
    "|PMID- 3|PMID- |OWN - NLM|FAU - |AUID- ORCID: |LID - |PT  - Published Erratum|%0 Thesis|%0 "
    "|%T |%A |%D |%8 |%> |PT J|PT |AF |   x|ER|EF|https://|10.1234/|2101.00001|, |; |-|\r|\n|\n\n"
    "|[|]|.| |2019|May|{|}|<|\ufeff|\u2028|\x1c|\x85|null".split("|")
)
TEXTS = st.lists(TAGS | st.text(max_size=8), max_size=30).map("".join)


def read(reader: Reader, text: str) -> tuple[Reading, Problems]:
    problems = Problems()
    reader.recognises(FILE, text)
    return reader.read(FILE, text, problems), problems


@pytest.mark.parametrize("name", GOOD)
@given(text=TEXTS)
def test_no_text_is_too_odd(name: str, text: str) -> None:
    reading, problems = read(GOOD[name][0], text)
    assert reading.rejected <= len(problems) + text.count("\n") + text.count("\r") + 1
    assert bool(reading.rejected) <= bool(len(problems))
    for record in reading.records:
        assert record.work.title
        assert 1 <= record.place.line <= text.count("\n") + text.count("\r") + 1


@given(text=TEXTS | st.text("<>/&;records tile!CDAT[]-", max_size=40))
def test_entries_of_xml_before_a_break_are_kept(text: str) -> None:
    reader, before, _ = GOOD["EndNote XML"]
    reading, _ = read(reader, before + text)
    assert reading.records[0].work.title.plain == "Before"


@pytest.mark.parametrize("name", sorted(GOOD.keys() - {"EndNote XML"}))
@given(text=TEXTS)
def test_whatever_stands_between_two_entries_they_are_read(name: str, text: str) -> None:
    reader, before, after = GOOD[name]
    reading, problems = read(reader, before + text + after)
    titles = [record.work.title.plain for record in reading.records]
    assert "After" in titles[-1]
    assert "Before" in titles[0]
    assert problems.count(Severity.ERROR) == 0
