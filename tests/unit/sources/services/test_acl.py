"""The ACL Anthology's files."""

from __future__ import annotations

import pytest

from tests.unit.sources.services.answers import only, read, shown

JOURNAL = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="J89">
  <volume id="1" type="journal">
    <meta>
      <booktitle>Computational Linguistics, Volume 15, Number 1, March 1989</booktitle>
      <year>1989</year>
      <venue>cl</venue>
      <journal-volume>15</journal-volume>
      <journal-issue>1</journal-issue>
    </meta>
    <frontmatter>
      <url hash="1">J89-1000</url>
    </frontmatter>
    %s
  </volume>
</collection>
"""
PAPER = """<paper id="3">
      <title>Design of <fixed-case>LMT</fixed-case>: A <fixed-case>P</fixed-case>rolog Flock</title>
      <author id="ada-example"><first>Ada</first><last>Example</last></author>
      <author><first>Ben</first><last>Sample, Jr.</last></author>
      <pages>33-52</pages>
      <url hash="2">J89-1003</url>
      <bibkey>example-sample-1989-design</bibkey>
    </paper>"""


def test_a_paper_of_a_journal() -> None:
    found = read(JOURNAL % PAPER)
    assert (found.lines, found.problems, found.rejected) == ([14], [], 0)
    values = shown(found.records[0])
    values.pop("citation_key", None)
    assert values == {
        "title": "Design of LMT: A Prolog Flock",
        "authors": ["Ada Example", "Ben Sample Jr."],
        "year": "1989",
        "venue": "Computational Linguistics",
        "volume": "15",
        "issue": "1",
        "pages": "33–52",
        "type": "article-journal",
        "acl": "J89-1003",
    }


PROCEEDINGS = """<collection id="2024.icir">
<volume id="long" type="proceedings"><meta>
<booktitle>Proceedings of the First Conference on Sheep (Volume 1: Long Papers)</booktitle>
<editor><first>Cleo</first><last>Instance</last></editor><publisher>Sheep Society</publisher>
<month>May 22-27</month><year>2024</year><venue>icir</venue></meta>
<paper id="1"><title>Sheep in <tex-math>n^2</tex-math> Meadows</title>
<author orcid="0000-0002-1825-0097"><first/><last>Example</last></author>
<abstract>We <b>count</b> &lt; <fixed-case>S</fixed-case>heep.</abstract>
<url hash="3">2024.icir-long.1</url><doi>10.18653/v1/2024.icir-long.1</doi><award>Best Paper</award>
<award>Best Sheep</award><video href="2024.icir-long.1.mp4"/><attachment hash="4">x.zip</attachment>
<pwccode url="https://github.com/sheep/meadow" additional="false">sheep/meadow</pwccode></paper>
<paper id="2"><title>Wolves</title><author><last>Sample</last></author>
<retracted date="2024-06-01">No sheep.</retracted></paper>
</volume>
<volume id="short"><meta><booktitle>Short</booktitle><year>2023</year></meta>
<paper id="1"><title>Lambs</title></paper></volume></collection>"""


def test_papers_of_proceedings_each_with_what_its_volume_says() -> None:
    first, second, third = map(shown, read(PROCEEDINGS).records)
    first.pop("citation_key", None)
    assert first == {
        "title": "Sheep in n² Meadows",
        "authors": ["Example"],
        "editors": ["Cleo Instance"],
        "year": "2024-05",
        "venue": "Proceedings of the First Conference on Sheep (Volume 1: Long Papers)",
        "publisher": "Sheep Society",
        "abstract": "We count < Sheep.",
        "note": "Best Paper; Best Sheep",
        "type": "paper-conference",
        "acl": "2024.icir-long.1",
        "doi": "10.18653/v1/2024.icir-long.1",
        "code:": ["https://github.com/sheep/meadow"],
        "video:": ["https://aclanthology.org/2024.icir-long.1.mp4"],
    }
    assert (second["status"], second["acl"]) == ("retracted", "2024.icir-long.2")
    assert (third["venue"], third["year"], third["acl"]) == ("Short", "2023", "2024.icir-short.1")
    assert "editors" not in third


@pytest.mark.parametrize(
    ("collection", "volume", "paper", "identifier"),
    [
        ("P19", "1", "7", "P19-1007"),
        ("W19", "50", "7", "W19-5007"),
        ("C69", "1", "7", "C69-0107"),
        ("2020.acl", "main", "7", "2020.acl-main.7"),
    ],
)
def test_an_id_is_made_of_its_place_where_none_is_written(
    collection: str, volume: str, paper: str, identifier: str
) -> None:
    answer = f"""<collection id="{collection}"><volume id="{volume}"><meta><year>2019</year></meta>
<paper id="{paper}"><title>Sheep</title></paper></volume></collection>"""
    assert only(answer)["acl"] == identifier


def test_the_form_of_old_files_without_a_collection() -> None:
    answer = """<volume id="P05"><paper id="1007"><title>Sheep</title>
<author>Ada Example</author></paper></volume>"""
    values = only(answer)
    assert (values["acl"], values["authors"]) == ("P05-1007", ["Ada Example"])


def test_a_broken_paper_costs_no_other() -> None:
    broken = "<paper id='4'><title>Broken <b>sheep</title></paper>"
    found = read(JOURNAL % f"{PAPER}\n{broken}\n{PAPER}")
    assert (len(found.records), found.rejected) == (2, 1)
    assert found.problems == [
        "saved.txt:22: entry 2 of ACL Anthology: not XML: mismatched tag; entry left out"
        " (correct it there, or save the answer again)"
    ]
