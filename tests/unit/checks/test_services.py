"""Services that contradict entries are noted, but not where they speak of another version."""

from __future__ import annotations

from typing import Any

import pytest

from generator.merge import Decisions, merge
from generator.problems import Problems
from generator.values.fact import Fact
from generator.values.paper import Paper
from tests.given import fact, record
from tests.unit.checks.papers import found

TITLE = "Counting Sheep with Small Networks"
NAMES = ("Ada Quill", "Bo Ram")
ARXIV = "arxiv:2203.00001"


def paper(*facts: Fact, **fields: Any) -> Paper:
    known = {"authors": NAMES, "arxiv": "2203.00001", **fields}
    by_hand = record("sheep", TITLE, **known)
    (merged,) = merge([by_hand], Decisions(), Problems(), facts=facts).papers
    return merged


def test_another_doi_of_the_publication_is_noted_with_both_places() -> None:
    said = fact(ARXIV, TITLE, 4, doi="10.1234/other")
    assert found("service-identifier", paper(said, doi="10.1234/sheep", venue="ICLR")) == [
        "catalogue/facts/openalex.jsonl:4: identifiers.doi: OpenAlex gives sheep DOI"
        " 10.1234/other, but catalogue/papers/sheep.yml:1 has 10.1234/sheep (see which is right:"
        " correct the entry, or remove the line)"
    ]


def test_the_doi_of_the_preprint_is_none_of_another_version() -> None:
    said = fact(ARXIV, TITLE, doi="10.1101/2022.03.01.000001")
    assert found("service-identifier", paper(said, doi="10.1234/sheep", venue="ICLR")) == []


def test_another_arxiv_id_is_noted() -> None:
    asked = fact("doi:10.1234/sheep", TITLE, arxiv="2204.00009")
    (note,) = found("service-identifier", paper(asked, doi="10.1234/sheep", venue="ICLR"))
    assert "arXiv id 2204.00009" in note


@pytest.mark.parametrize(
    ("own", "said", "doubted"),
    [
        ({"year": 2026, "venue": "ICLR"}, {"year": 2029, "venue": "ICLR"}, True),
        ({"year": 2026, "venue": "ICLR"}, {"year": 2027, "venue": "ICLR"}, False),
        # That of the preprint, and of a publication of it.
        ({"year": 2026, "venue": "ICLR"}, {"year": 2022, "venue": "arXiv"}, False),
        ({"year": 2022}, {"year": 2026, "venue": "ICLR"}, False),
        ({"year": 2022}, {"year": 2019, "venue": "arXiv"}, True),
    ],
)
def test_a_year_is_doubted_only_of_the_same_version(
    own: dict[str, Any], said: dict[str, Any], doubted: bool
) -> None:
    assert bool(found("service-year", paper(fact(ARXIV, TITLE, **said), **own))) is doubted


@pytest.mark.parametrize(
    ("names", "doubted"),
    [(("Cleo Tree", "Mi Li"), True), (("A. Quill",), False), (("Bo Ram", "Cleo Tree"), False)],
)
def test_authors_are_doubted_when_a_service_names_none_of_them(
    names: tuple[str, ...], doubted: bool
) -> None:
    assert bool(found("service-authors", paper(fact(ARXIV, TITLE, authors=names)))) is doubted


def test_a_retraction_that_only_a_service_knows_is_told() -> None:
    said = fact(ARXIV, TITLE, status="retracted")
    (warning,) = found("service-status", paper(said))
    assert "status: OpenAlex calls sheep retracted, and so does its page" in warning
    assert found("service-status", paper(said, status="retracted")) == []
    assert found("service-status", paper(fact(ARXIV, TITLE, status="corrected"))) == []


def test_nothing_is_said_of_what_services_alone_say() -> None:
    one = fact(ARXIV, TITLE, doi="10.1234/a", year=2023, venue="ICLR", authors=("Mi Li",))
    other = fact(
        ARXIV, TITLE, service="arXiv", doi="10.1234/b", year=2010, authors=("Jo Tea",), venue="ICLR"
    )
    merged = paper(one, other, authors=())
    for check in ("service-identifier", "service-year", "service-authors"):
        assert found(check, merged) == []
