"""DataCite's DOIs."""

from __future__ import annotations

from typing import Any

from tests.unit.sources.services.answers import only, read


def doi(**attributes: Any) -> dict[str, Any]:
    return {
        "id": "10.1234/flock",
        "type": "dois",
        "attributes": {
            "doi": "10.1234/flock",
            "titles": [{"title": "Schafe", "titleType": "TranslatedTitle"},
                       {"title": "A flock of data"}],
            "creators": [
                {"name": "Example, Ada", "nameType": "Personal", "givenName": "Ada",
                 "familyName": "Example", "nameIdentifiers": [
                     {"nameIdentifier": "https://orcid.org/0000-0002-1825-0097",
                      "nameIdentifierScheme": "ORCID"}]},
                {"name": "Sheep Society", "nameType": "Organizational"},
                {"name": "Sample, Ben"},
            ],
            "contributors": [{"name": "Instance, Cleo", "contributorType": "Editor"},
                             {"name": "Nobody, No", "contributorType": "Sponsor"}],
            "publicationYear": 2022,
            "dates": [{"date": "2022-03-04", "dateType": "Issued"}],
            "publisher": {"name": "Meadow Archive"},
            "container": {},
            "types": {"resourceTypeGeneral": "Dataset", "citeproc": "dataset"},
            "descriptions": [{"description": "Methods.", "descriptionType": "Methods"},
                             {"description": "<p>Many sheep.</p>", "descriptionType": "Abstract"}],
            "subjects": [{"subject": "sheep; wool"},
                         {"subject": "FOS: Animals"}, {"subject": "wool"}],
            "language": "en",
            "url": "https://meadow.example.org/flock",
            **attributes,
        },
    }  # fmt: skip


def test_a_doi() -> None:
    assert only({"data": doi()}) == {
        "title": "A flock of data",
        "authors": ["Ada Example", "Sheep Society", "Ben Sample"],
        "editors": ["Cleo Instance"],
        "year": "2022-03-04",
        "venue": "Meadow Archive",
        "publisher": "Meadow Archive",
        "abstract": "Many sheep.",
        "keywords": ["sheep", "wool"],
        "language": "en",
        "type": "dataset",
        "doi": "10.1234/flock",
        "paper:": ["https://meadow.example.org/flock"],
    }


def test_a_page_and_a_preprint_of_arxiv() -> None:
    preprint = doi(
        doi="10.48550/arxiv.2101.00010",
        publisher="arXiv",
        types={"resourceTypeGeneral": "Preprint"},
        subjects=[{"subject": "Sheep (cs.SH)"}],
    )
    found = read({"data": [doi(), {**preprint, "id": "10.48550/arxiv.2101.00010"}], "meta": {}})
    assert (len(found.records), found.problems) == (2, [])
    values = only([preprint])
    assert (values["venue"], values["type"], values["arxiv"]) == ("arXiv", "article", "2101.00010")
    assert "keywords" not in values
