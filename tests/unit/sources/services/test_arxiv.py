"""arXiv's answers: Atom, OAI-PMH in three forms, and the snapshot."""

from __future__ import annotations

import json

import pytest

from generator.sources.services.arxiv import names_in
from tests.unit.sources.services.answers import only, read, shown

FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/sheep</id>
  <title>arXiv Query: search_query=all:sheep</title>
  %s
</feed>
"""
ENTRY = """<entry>
    <id>http://arxiv.org/abs/2101.00010v2</id>
    <title>Counting $n^2$ Sheep
  at Night</title>
    <updated>2022-02-24T15:05:19Z</updated>
    <published>2021-01-03T15:05:19Z</published>
    <link href="https://arxiv.org/abs/2101.00010v2" rel="alternate" type="text/html"/>
    <summary>  We count &amp; sleep.
Nobody &lt; anybody.</summary>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:comment>12 pages. Accepted at ICIR 2021 (https://icir.example.org). Code:
      https://github.com/sheep/count</arxiv:comment>
    <arxiv:journal_ref>J. Invented Res. 12 (2022) 3-14</arxiv:journal_ref>
    <author><name>Ada Example</name><arxiv:affiliation>Meadow</arxiv:affiliation></author>
    <author><name>JosÃ© Sample</name></author>
    <arxiv:doi>10.1234/Sheep.1</arxiv:doi>
  </entry>"""


def test_an_entry_of_atom() -> None:
    assert only(FEED % ENTRY) == {
        "title": "Counting n² Sheep at Night",
        "authors": ["Ada Example", "José Sample"],
        "year": "2021-01-03",
        "venue": "arXiv",
        "abstract": "We count & sleep. Nobody < anybody.",
        "type": "article",
        "note": "J. Invented Res. 12 (2022) 3-14",
        "arxiv": "2101.00010",
        "doi": "10.1234/sheep.1",
        "code:": ["https://github.com/sheep/count"],
    }


def test_the_line_of_an_entry_is_that_on_which_it_begins() -> None:
    assert read(FEED % f"{ENTRY}\n{ENTRY}").lines == [5, 22]


def test_an_entry_with_a_prefix_and_an_old_id() -> None:
    answer = """<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>
      <a:id>http://arxiv.org/abs/hep-ph/0301050v2</a:id><a:title>Old sheep</a:title>
    </a:entry></a:feed>"""
    assert only(answer)["arxiv"] == "hep-ph/0301050"


@pytest.mark.parametrize(
    "comment",
    [
        "This paper has been withdrawn by the author due to a crucial sign error",
        "This submission has been withdrawn",
        "Withdrawn by the authors",
    ],
)
def test_a_withdrawn_preprint_says_so(comment: str) -> None:
    answer = FEED % ENTRY.replace("12 pages", comment)
    assert only(answer)["status"] == "withdrawn"


@pytest.mark.parametrize(
    "comment",
    ["Withdrawn from ICIR 2021", "An earlier version was withdrawn", "no sheep withdrawn"],
)
def test_other_words_withdraw_nothing(comment: str) -> None:
    assert "status" not in only(FEED % ENTRY.replace("12 pages", comment))


def test_an_error_that_arxiv_answers_is_no_paper() -> None:
    error = """<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title>
      <summary>incorrect id format for 1</summary></entry>"""
    found = read(FEED % (ENTRY + error + ENTRY))
    assert (len(found.records), found.rejected) == (2, 1)
    assert found.problems == [
        "saved.txt:21: 1 entry is left out: arXiv's answer is an error: incorrect id format for 1"
    ]


OAI = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<ListRecords>
%s
</ListRecords>
</OAI-PMH>"""
RECORD = """<record>
<header><identifier>oai:arXiv.org:0704.0471</identifier><datestamp>2014-11-18</datestamp></header>
<metadata>%s</metadata>
</record>"""
RAW = """<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>0704.0471</id>
<version version="v1"><date>Tue, 3 Apr 2007 22:04:11 GMT</date></version>
<version version="v2"><date>Wed, 1 Jan 2014 22:04:11 GMT</date></version>
<title>Density of the flock and the state
  of meadows</title><authors>A.B. Example (Meadow, Inc.), Ben R\\'enyi, Jr. and the Flock
  Collaboration</authors><categories>nucl-ex</categories><comments>16 pages</comments>
<journal-ref>Sheep.Rev.C76:024606,2007; Erratum-ibid.C76:039902,2007</journal-ref>
<doi>10.1234/SheepRevC.76.1 10.1234/SheepRevC.76.2</doi><abstract>  We count.
</abstract></arXivRaw>"""


def test_a_record_of_oai_in_the_raw_form() -> None:
    assert only(OAI % (RECORD % RAW)) == {
        "title": "Density of the flock and the state of meadows",
        "authors": ["A.B. Example", "Ben Rényi Jr.", "the Flock Collaboration"],
        "year": "2007-04-03",
        "venue": "arXiv",
        "abstract": "We count.",
        "type": "article",
        "note": "Sheep.Rev.C76:024606,2007; Erratum-ibid.C76:039902,2007",
        "arxiv": "0704.0471",
        "doi": "10.1234/sheeprevc.76.1",
    }


def test_a_record_of_oai_in_the_form_with_names_in_parts() -> None:
    form = """<arXiv><id>0704.0471</id><created>2007-05-23</created><updated>2014-01-01</updated>
      <authors><author><keyname>Bal\\'azs</keyname><forenames>C.</forenames></author>
      <author><keyname>van Sample</keyname><forenames>Ben</forenames><suffix>Jr</suffix></author>
      </authors><title>Sheep</title><abstract>Few.</abstract></arXiv>"""
    values = only(OAI % (RECORD % form))
    assert values["authors"] == ["C. Balázs", "Ben van Sample Jr"]
    assert values["year"] == "2007-05-23"


def test_a_record_of_oai_in_dublin_core() -> None:
    form = """<oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sheep</dc:title>
      <dc:creator>Example, Ada</dc:creator><dc:creator>Sample, Ben</dc:creator>
      <dc:subject>Computer Science - Sheep</dc:subject><dc:description>Few.</dc:description>
      <dc:description>Comment: 3 pages</dc:description><dc:date>2008-01-02</dc:date>
      <dc:date>2007-04-03</dc:date><dc:type>text</dc:type>
      <dc:identifier>http://arxiv.org/abs/0704.0471</dc:identifier>
      <dc:identifier>Sheep Rev. 3, 1 (2008)</dc:identifier>
      <dc:identifier>doi:10.1234/abc</dc:identifier></oai_dc:dc>"""
    assert only(OAI % (RECORD % form)) == {
        "title": "Sheep",
        "authors": ["Ada Example", "Ben Sample"],
        "year": "2007-04-03",
        "venue": "arXiv",
        "abstract": "Few.",
        "type": "article",
        "note": "Sheep Rev. 3, 1 (2008)",
        "arxiv": "0704.0471",
        "doi": "10.1234/abc",
    }


def test_dublin_core_of_another_repository_keeps_its_subjects_and_its_publisher() -> None:
    form = """<dc><title>Sheep</title><creator>Example, Ada<affil>Meadow</affil></creator>
      <subject>sheep</subject><publisher>Invented Press</publisher>
      <type>info:eu-repo/semantics/doctoralThesis</type><language>en</language>
      <identifier>https://repository.example.org/1</identifier></dc>"""
    record = (RECORD % form).replace("oai:arXiv.org", "oai:repository.example.org")
    values = only(OAI % record)
    assert values["authors"] == ["Ada Example"]
    assert values["keywords"] == ["sheep"]
    assert values["venue"] == "Invented Press"
    assert values["paper:"] == ["https://repository.example.org/1"]
    assert "arxiv" not in values


def test_a_deleted_record_is_counted_and_told() -> None:
    deleted = '<record><header status="deleted"><identifier>1</identifier></header></record>'
    found = read(OAI % f"{RECORD % RAW}\n{deleted}\n{RECORD % RAW}")
    assert (len(found.records), found.rejected) == (2, 1)
    assert found.problems == [
        "saved.txt:16: 1 entry is left out: the record was deleted at its source"
    ]


def test_a_record_in_a_record_is_none_of_its_own() -> None:
    inner = '<marc:record xmlns:marc="x"><marc:leader>No</marc:leader></marc:record>'
    found = read(OAI % f"{RECORD % inner}\n{RECORD % RAW}")
    assert (len(found.records), found.rejected) == (1, 1)


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("A. Example", ["A. Example"]),
        ("A. Example and B. Sample", ["A. Example", "B. Sample"]),
        ("A. Example, B. Sample, and C. Instance", ["A. Example", "B. Sample", "C. Instance"]),
        ("A. Example (1), B. Sample (1 and 2) ((1) Meadow, (2) Hill)", ["A. Example", "B. Sample"]),
        ("A. Example (for the Flock Collaboration)", ["A. Example"]),
        (
            "Flock Team: A. Example, B. Sample",
            ["Flock Team", "A. Example", "B. Sample"],
        ),
        ("Ada Example, Jr., Ben Sample III", ["Ada Example, Jr.", "Ben Sample III"]),
        ("Anders And, Sandy Andrews", ["Anders And", "Sandy Andrews"]),
        ("A. Example (Meadow", ["A. Example"]),
        ("", []),
    ],
)
def test_the_names_in_a_text_of_authors(authors: str, names: list[str]) -> None:
    assert names_in(authors) == names


def test_lines_of_the_snapshot() -> None:
    row = {
        "id": "0704.0001",
        "submitter": "Nobody",
        "authors": "C. Bal\\'azs, E. L. Berger Jr",
        "title": "Counting\n  sheep",
        "comments": "37 pages",
        "journal-ref": "Sheep Rev. 76",
        "doi": "10.1234/abc",
        "categories": "hep-ph",
        "abstract": "  We count.\n",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
        "update_date": "2008-11-26",
        "authors_parsed": [["Balázs", "C.", ""], ["Berger", "E. L.", "Jr"]],
    }
    bare = {"id": "hep-ph/9901001", "title": "Old", "authors": "A. Example", "categories": "hep-ph",
            "update_date": "2008-11-26"}  # fmt: skip
    found = read(f"{json.dumps(row)}\n{json.dumps(bare)}\n", "snapshot.jsonl")
    assert (found.lines, found.problems) == ([1, 2], [])
    assert shown(found.records[0]) == {
        "title": "Counting sheep",
        "authors": ["C. Balázs", "E. L. Berger Jr"],
        "year": "2007-04-02",
        "venue": "arXiv",
        "abstract": "We count.",
        "type": "article",
        "note": "Sheep Rev. 76",
        "arxiv": "0704.0001",
        "doi": "10.1234/abc",
    }
    assert shown(found.records[1])["year"] == "1999-01"
