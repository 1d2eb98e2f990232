"""DBLP's records: of the dump, of a person's page, of its search in XML and JSON."""

from __future__ import annotations

import json

import pytest

from generator.sources.services.service import without_stop
from tests.unit.sources.services.answers import only, read, shown

DUMP = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE dblp SYSTEM "dblp.dtd">
<dblp>
%s
</dblp>
"""
ARTICLE = """<article mdate="2011-01-11" key="journals/sheep/ExampleS96">
<author orcid="0000-0002-1825-0097">Ada Example</author>
<author>Zolt&aacute;n F&uuml;l&ouml;p 0001</author>
<title>On MTL<sub>0,&#8734;</sub> and <i>Sheep</i> Amongst N<sup>2</sup> Flocks.</title>
<pages>607-619</pages>
<year>1996</year>
<volume>33</volume>
<journal>Sheep Inf.</journal>
<number>7</number>
<url>db/journals/sheep/sheep33.html#ExampleS96</url>
<ee>https://doi.org/10.1234/BF03036466</ee>
<ee>https://www.wikidata.org/entity/Q1</ee>
</article>"""


def test_an_article_of_the_dump() -> None:
    found = read(DUMP % ARTICLE)
    (record,) = found.records
    assert (found.lines, found.problems) == ([4], [])
    assert shown(record) == {
        "title": "On MTL_(0,∞) and Sheep Amongst N² Flocks",
        "authors": ["Ada Example", "Zoltán Fülöp"],
        "year": "1996",
        "venue": "Sheep Inf.",
        "volume": "33",
        "issue": "7",
        "pages": "607–619",
        "type": "article-journal",
        "doi": "10.1234/bf03036466",
    }
    assert [name.orcid for name in record.work.authors] == ["0000-0002-1825-0097", ""]
    assert [name.dblp for name in record.work.authors] == ["", "0001"]


def test_a_paper_of_a_conference_with_several_addresses() -> None:
    record = """<inproceedings key="conf/icir/Example24">
<author>Wei Wang 0001</author><title>Counting Sheep?</title><booktitle>ICIR</booktitle>
<year>2024</year><month>May</month><crossref>conf/icir/2024</crossref>
<ee type="oa">https://openreview.net/forum?id=aBcD1234ef</ee>
<ee>http://papers.example.org/sheep.html</ee></inproceedings>"""
    assert only(DUMP % record) == {
        "title": "Counting Sheep?",
        "authors": ["Wei Wang"],
        "year": "2024-05",
        "venue": "ICIR",
        "type": "paper-conference",
        "openreview": "aBcD1234ef",
        "paper:": ["http://papers.example.org/sheep.html"],
    }


def test_a_preprint_in_corr_is_one_of_arxiv() -> None:
    record = """<article key="journals/corr/abs-2101-00010" publtype="informal">
<author>Ada Example</author><title>Sheep.</title><year>2021</year><journal>CoRR</journal>
<volume>abs/2101.00010</volume><ee>https://arxiv.org/abs/2101.00010</ee></article>"""
    assert only(DUMP % record) == {
        "title": "Sheep",
        "authors": ["Ada Example"],
        "year": "2021",
        "venue": "arXiv",
        "type": "article",
        "arxiv": "2101.00010",
    }


def test_a_withdrawn_preprint_a_thesis_and_a_book() -> None:
    withdrawn, thesis, book = read(
        DUMP
        % """
<article key="journals/corr/1" publtype="informal withdrawn"><title>Sheep.</title>
<journal>CoRR</journal></article>
<phdthesis key="phd/Example24"><author>Ada Example</author><title>Ewes.</title>
<school>Meadow University</school></phdthesis>
<book key="books/Example24"><editor>Ada Example</editor><title>Rams.</title>
<publisher>Invented Press</publisher></book>
"""
    ).records
    assert shown(withdrawn)["status"] == "withdrawn"
    assert (shown(thesis)["type"], shown(thesis)["venue"]) == ("thesis", "Meadow University")
    assert (shown(book)["type"], shown(book)["venue"]) == ("book", "Invented Press")
    assert shown(book)["authors"] == ["Ada Example"]


def test_pages_of_people_and_volumes_are_no_papers_and_are_told_once_a_kind() -> None:
    others = """<www key="homepages/1"><author>Ada Example</author><title>Home Page</title></www>
<www key="homepages/2"><author>Ben Sample</author><title>Home Page</title></www>
<proceedings key="conf/icir/2024"><editor>Ada Example</editor><title>Proc.</title></proceedings>"""
    found = read(DUMP % f"{ARTICLE}\n{others}\n{ARTICLE}")
    assert (len(found.records), found.rejected) == (2, 3)
    assert found.problems == [
        "saved.txt:17: 2 entries are left out: DBLP's page of a person",
        "saved.txt:19: 1 entry is left out: a volume of proceedings, not a paper",
    ]


def test_the_page_of_a_person() -> None:
    page = f"""<?xml version="1.0"?><dblpperson name="Ada Example" pid="1/2" n="1">
<person key="homepages/1/2"><author pid="1/2">Ada Example</author></person>
<r>{ARTICLE}</r><coauthors n="1"><co><na pid="3">Ben Sample</na></co></coauthors></dblpperson>"""
    found = read(page)
    assert (len(found.records), found.rejected, found.problems) == (1, 0, [])


INFO: dict[str, object] = {
    "authors": {
        "author": [{"@pid": "1", "text": "Wei Wang 0001"}, {"@pid": "2", "text": "Ada Example"}]
    },
    "title": "Counting &amp; Sheep.",
    "venue": ["ICIR", "ICIR Companion"],
    "pages": "1-9",
    "year": "2024",
    "type": "Conference and Workshop Papers",
    "key": "conf/icir/WangE24",
    "doi": "10.1234/ICIR.1",
    "ee": "https://doi.org/10.1234/ICIR.1",
    "url": "https://dblp.org/rec/conf/icir/WangE24",
}
EXPECTED = {
    "title": "Counting & Sheep",
    "authors": ["Wei Wang", "Ada Example"],
    "year": "2024",
    "venue": "ICIR",
    "pages": "1–9",
    "type": "paper-conference",
    "doi": "10.1234/icir.1",
}


def _answer(*infos: dict[str, object]) -> dict[str, object]:
    hits = [{"@score": "5", "@id": str(n), "info": info} for n, info in enumerate(infos)]
    return {"result": {"query": "sheep", "hits": {"@total": str(len(hits)), "hit": hits}}}


def test_the_search_in_json_also_with_one_author_and_joined_pages() -> None:
    assert only(_answer(INFO)) == EXPECTED
    single = {**INFO, "authors": {"author": {"@pid": "1", "text": "Wei Wang 0001"}}}
    assert only(_answer(single))["authors"] == ["Wei Wang"]
    joined = "\n".join(json.dumps(_answer(INFO, single)) for _ in range(3))
    assert read(joined).lines == [1, 1, 2, 2, 3, 3]


def test_the_search_leaves_volumes_out() -> None:
    found = read(_answer(INFO, {**INFO, "type": "Editorship"}))
    assert (len(found.records), found.rejected) == (1, 1)


def test_a_preprint_of_the_search() -> None:
    preprint = {
        **INFO,
        "type": "Informal and Other Publications",
        "venue": "CoRR",
        "volume": "abs/2101.00010",
        "doi": "10.48550/ARXIV.2101.00010",
        "ee": "https://doi.org/10.48550/arXiv.2101.00010",
    }
    values = only(_answer(preprint))
    assert (values["venue"], values["type"], values["arxiv"]) == ("arXiv", "article", "2101.00010")
    assert "doi" not in values


def test_the_search_in_xml() -> None:
    answer = """<?xml version="1.0" encoding="UTF-8"?>
<result><query id="1">sheep*</query><hits total="1"><hit score="5" id="1">
<info><authors><author pid="1">Wei Wang 0001</author><author pid="2">Ada Example</author></authors>
<title>Counting &amp;amp; Sheep.</title><venue>ICIR</venue><pages>1-9</pages><year>2024</year>
<type>Conference and Workshop Papers</type><key>conf/icir/WangE24</key><doi>10.1234/ICIR.1</doi>
<ee>https://doi.org/10.1234/ICIR.1</ee><url>https://dblp.org/rec/conf/icir/WangE24</url></info>
<url>URL#1</url></hit></hits></result>"""
    assert only(answer) == EXPECTED


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Sheep.", "Sheep"),
        ("Sheep?", "Sheep?"),
        ("Sheep...", "Sheep..."),
        ("Sheep of the U.S.", "Sheep of the U.S."),
        ("Sheep 2.0.", "Sheep 2.0"),
        ("Sheep", "Sheep"),
        ("", ""),
    ],
)
def test_the_full_stop_that_dblp_sets_goes(title: str, bare: str) -> None:
    assert without_stop(title) == bare
