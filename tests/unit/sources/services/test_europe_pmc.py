"""Europe PMC's results."""

from __future__ import annotations

from typing import Any

from tests.unit.sources.services.answers import only, read

CORE: dict[str, Any] = {
    "id": "1",
    "source": "MED",
    "pmid": "1",
    "doi": "10.1234/Sheep.1",
    "title": "Counting CO<sub>2</sub> of sheep.",
    "authorString": "Example A, Flock Group.",
    "authorList": {
        "author": [
            {"fullName": "Example A", "firstName": "Ada", "lastName": "Example", "initials": "A",
             "authorId": {"type": "ORCID", "value": "0000-0002-1825-0097"}},
            {"collectiveName": "Flock Group"},
        ]
    },
    "journalInfo": {"issue": "3", "volume": "25", "yearOfPublication": 2020,
                    "monthOfPublication": 3, "journal": {"title": "Journal of sheep"}},
    "pubYear": "2020",
    "pageInfo": "1-9",
    "abstractText": "<h4>Background</h4>Sheep are many.",
    "language": "en",
    "pubTypeList": {"pubType": ["Journal Article", "review"]},
    "keywordList": {"keyword": ["sheep", "wool"]},
    "firstPublicationDate": "2019-12-01",
}  # fmt: skip
EXPECTED = {
    "title": "Counting CO₂ of sheep",
    "authors": ["Ada Example", "Flock Group"],
    "year": "2020-03",
    "venue": "Journal of sheep",
    "volume": "25",
    "issue": "3",
    "pages": "1–9",
    "keywords": ["sheep", "wool"],
    "language": "en",
    "type": "article-journal",
    "doi": "10.1234/sheep.1",
}


def test_a_core_result_in_json() -> None:
    values = only({"version": "6.9", "hitCount": 1, "resultList": {"result": [CORE]}})
    assert "Sheep are many." in values.pop("abstract")
    assert values == EXPECTED


def test_a_core_result_in_xml() -> None:
    answer = """<?xml version="1.0"?><responseWrapper><hitCount>1</hitCount><resultList><result>
<id>1</id><source>MED</source><pmid>1</pmid><doi>10.1234/Sheep.1</doi>
<title>Counting CO&lt;sub>2&lt;/sub> of sheep.</title><authorString>Example A.</authorString>
<authorList><author><fullName>Example A</fullName><firstName>Ada</firstName>
<lastName>Example</lastName><authorId type="ORCID">0000-0002-1825-0097</authorId></author>
<author><collectiveName>Flock Group</collectiveName></author></authorList>
<journalInfo><issue>3</issue><volume>25</volume><monthOfPublication>3</monthOfPublication>
<yearOfPublication>2020</yearOfPublication><journal><title>Journal of sheep</title></journal>
</journalInfo><pubYear>2020</pubYear><pageInfo>1-9</pageInfo><language>en</language>
<pubTypeList><pubType>Journal Article</pubType></pubTypeList>
<keywordList><keyword>sheep</keyword><keyword>wool</keyword></keywordList>
</result></resultList></responseWrapper>"""
    found = read(answer)
    assert [name.orcid for name in found.records[0].work.authors] == ["0000-0002-1825-0097", ""]
    assert only(answer) == EXPECTED


def test_a_lite_result_and_a_preprint() -> None:
    lite = {
        "id": "PPR1", "source": "PPR", "title": "Sheep", "authorString": "Example A, Sample B.",
        "pubYear": "2021", "bookOrReportDetails": {"publisher": "sheepRxiv"},
    }  # fmt: skip
    values = only({"resultList": {"result": [lite]}})
    assert (values["venue"], values["type"], values["year"]) == ("sheepRxiv", "article", "2021")
    assert len(values["authors"]) == 2


def test_a_retraction_that_is_linked() -> None:
    notice = {"commentCorrection": [{"type": "Retraction in", "id": "2"}]}
    values = only({"resultList": {"result": [{**CORE, "commentCorrectionList": notice}]}})
    assert values["status"] == "retracted"
