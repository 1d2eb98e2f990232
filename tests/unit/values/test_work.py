"""Works: their type, their identifiers and the address that names them best."""

from __future__ import annotations

from typing import Any

import pytest

from generator.values.date import Date
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.work import TYPES, Work
from tests.given import work

PAGE = Link("paper", "https://tea.example.org/kettles")
PDF = Link("pdf", "https://tea.example.org/kettles.pdf")
CODE = Link("code", "https://git.example.org/kettles")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # What is stated beats the venue, which beats the identifiers.
        ({"type": "thesis", "venue": "Journal of Tea", "acl": "P19-1001"}, "thesis"),
        ({"venue": "Journal of Tea", "acl": "P19-1001"}, "article-journal"),
        ({"venue": "Conference on Tea", "arxiv": "2401.01234"}, "paper-conference"),
        ({"venue": "Kettle University Press"}, "book"),
        ({"venue": "arXiv", "doi": "10.1234/tea"}, "article"),
        ({"venue": "Kitchen table", "arxiv": "2401.01234"}, "document"),
        ({"acl": "P19-1001", "arxiv": "2401.01234"}, "paper-conference"),
        ({"acl": "2020.tacl-1.1"}, "article-journal"),
        ({"acl": "J19-1001"}, "article-journal"),
        ({"arxiv": "2401.01234"}, "article"),
        ({"arxiv": "2401.01234", "doi": "10.1234/tea"}, "document"),
        ({"doi": "10.1234/tea"}, "document"),
        ({}, "document"),
    ],
)
def test_the_type_is_that_stated_else_that_of_the_venue_else_that_of_the_identifiers(
    fields: dict[str, Any], expected: str
) -> None:
    assert work(**fields).best_type == expected
    assert expected in TYPES


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"doi": "10.1234/tea", "arxiv": "2401.01234"}, "https://doi.org/10.1234/tea"),
        ({"openreview": "aBcD1234", "arxiv": "2401.01234"}, "https://arxiv.org/abs/2401.01234"),
        ({"arxiv": "2401.01234", "links": (PAGE,)}, "https://arxiv.org/abs/2401.01234"),
        ({"links": (CODE, PDF, PAGE)}, PAGE.url),
        ({"links": (CODE, PDF)}, PDF.url),
        ({"links": (CODE,)}, ""),
        ({"links": (Link("paper", "javascript:alert(1)"), PDF)}, PDF.url),
        ({"links": (Link("paper", "kettles.html"), PDF)}, PDF.url),
        ({"doi": '10.1234/<"tea">'}, "https://doi.org/10.1234/%3C%22tea%22%3E"),
        ({}, ""),
    ],
)
def test_a_work_has_the_address_of_its_best_identifier_else_of_its_own_page(
    fields: dict[str, Any], address: str
) -> None:
    assert work(**fields).address == address


def test_a_doi_of_arxiv_is_an_arxiv_id_and_is_named_once() -> None:
    both = work(doi="10.48550/arxiv.2401.01234", arxiv="2401.01234")
    assert both.resolved_identifiers == (Identifier("arxiv", "2401.01234"),)
    assert work(doi="10.48550/arXiv.2401.01234v2").resolved_identifiers == (
        Identifier("arxiv", "2401.01234"),
    )


def test_other_identifiers_stay_and_are_sorted() -> None:
    several = work(arxiv="2401.01234", doi="10.1234/tea", acl="P19-1001")
    assert several.resolved_identifiers == (
        Identifier("acl", "P19-1001"),
        Identifier("arxiv", "2401.01234"),
        Identifier("doi", "10.1234/tea"),
    )


def test_the_year_is_that_of_its_date() -> None:
    assert Work(issued=Date(2024, 3)).year == 2024
    assert Work().year is None


def test_a_work_knows_which_kinds_of_links_it_has() -> None:
    assert work(links=(CODE,)).has_link("code")
    assert not work(links=(CODE,)).has_link("data")
