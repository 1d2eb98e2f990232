"""EndNote's XML is read as its tags are, and a broken file loses no entry without a word."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.files import READERS

HEAD = '<?xml version="1.0" encoding="UTF-8" ?>\n<xml><records>'


def record(title: str) -> str:
    style = '<style face="normal" font="default" size="100%">'
    return f"""<record><database name="a.enl">a.enl</database>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors>
<author>{style}Sample, Ben</style></author><author>{style}van den Pond, Ada</style></author>
</authors><secondary-authors><author>Quill, Cleo</author></secondary-authors></contributors>
<titles><title>{style}{title}</style><style face="italic"> at Night</style></title>
<secondary-title>{style}Journal of Sheep</style></secondary-title></titles>
<pages>12-19</pages><volume>12</volume><number>3</number>
<keywords><keyword>sheep</keyword><keyword>counting</keyword></keywords>
<dates><year>2019</year><pub-dates><date>May 12</date></pub-dates></dates>
<electronic-resource-num>10.1234/ABC</electronic-resource-num>
<abstract>Sheep are &lt;b&gt;counted&lt;/b&gt;.&#xD;They sleep.</abstract>
<urls><related-urls><url>https://example.org/sheep</url></related-urls>
<pdf-urls><url>internal-pdf://1/a.pdf</url></pdf-urls></urls><language>eng</language></record>
"""


def read(text: str) -> tuple[Reading, list[str]]:
    file = SourceFile(Path("a.xml"), "a.xml", "a.xml")
    problems = Problems()
    reader = next(reader for reader in READERS if reader.recognises(file, text))
    assert reader.name == "EndNote XML"
    reading = reader.read(file, text, problems)
    return reading, [f"{problem.severity.name} {problem}" for problem in problems]


def test_every_element_of_an_article_is_read() -> None:
    reading, problems = read(f"{HEAD}{record('Counting Sheep')}</records></xml>")
    (found,) = reading.records
    work = found.work
    assert problems == []
    assert found.place.line == 2
    assert work.title.plain == "Counting Sheep at Night"
    assert [name.natural for name in work.authors] == ["Ben Sample", "Ada van den Pond"]
    assert [name.natural for name in work.editors] == ["Cleo Quill"]
    assert (work.type, work.venue.plain) == ("article-journal", "Journal of Sheep")
    assert (work.volume, work.issue, work.pages) == ("12", "3", "12–19")
    assert str(work.issued) == "2019-05-12"
    assert [word.plain for word in work.keywords] == ["sheep", "counting"]
    assert [item.value for item in work.identifiers] == ["10.1234/abc"]
    assert work.abstract.plain == "Sheep are counted. They sleep."
    assert [link.url for link in work.links] == ["https://example.org/sheep"]
    assert work.language == "en"


def test_a_character_that_xml_forbids_costs_nothing() -> None:
    text = record("Counting\x0bSheep")
    reading, problems = read(f"{HEAD}{text}</records></xml>")
    assert [r.work.title.plain for r in reading.records] == ["Counting Sheep at Night"]
    assert problems == []


def test_entries_before_a_break_are_kept_and_those_behind_it_counted() -> None:
    broken = record("Herding").replace("</titles>", "")
    text = f"{HEAD}{record('Counting')}{broken}{record('Ears')}</records></xml>"
    reading, problems = read(text)
    assert [r.work.title.plain for r in reading.records] == ["Counting at Night"]
    assert reading.rejected == 2
    assert problems == [
        "WARNING a.xml:29: not well-formed XML: mismatched tag; 2 entries left out"
        " (export the file again)"
    ]


def test_a_file_that_is_broken_in_its_first_entry_is_an_error() -> None:
    reading, problems = read(f"{HEAD}{record('A').replace('</titles>', '')}</records></xml>")
    assert (reading.records, reading.rejected) == ((), 1)
    assert problems[0].startswith("ERROR a.xml:")


def test_an_entry_without_title_is_rejected_with_its_line() -> None:
    text = f"{HEAD}<record><ref-type name='Book'>6</ref-type></record>{record('A')}</records></xml>"
    reading, problems = read(text)
    assert (len(reading.records), reading.rejected) == (1, 1)
    assert problems == ['WARNING a.xml:2: no "title"; entry left out (every paper needs one)']


def test_entities_are_not_expanded_without_end() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?>\n<!DOCTYPE xml [<!ENTITY a0 "sheep">{bomb}]>\n<xml><records>'
    text += "<record><titles><title>&a11;</title></titles></record></records></xml>"
    file = SourceFile(Path("a.xml"), "a.xml", "a.xml")
    assert not any(reader.recognises(file, text) for reader in READERS)
