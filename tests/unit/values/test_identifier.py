"""Identifiers: one form of each, where they lead, and that a kind has one home."""

from __future__ import annotations

import pytest

from generator.merge.verdict import COPY_DOI, DIFFERENT_IDENTIFIERS, PREPRINT_DOI, SAME_IDENTIFIER
from generator.sources.record_model import IdentifiersModel
from generator.values.identifier import (
    KINDS,
    Identifier,
    best_first,
    identifiers_in,
    pdf_address,
    resolved,
)
from tests.projects import ROOT


def test_the_published_version_names_a_paper_best() -> None:
    known = [
        Identifier("arxiv", "1706.03762"),
        Identifier("openreview", "aBcD1234ef"),
        Identifier("acl", "P19-1001"),
        Identifier("doi", "10.1234/tea"),
    ]
    best = best_first(known)
    assert [item.kind for item in best] == ["doi", "acl", "arxiv", "openreview"]
    assert best[0].address == "https://doi.org/10.1234/tea"
    assert pdf_address(known) == "https://aclanthology.org/P19-1001.pdf"
    assert pdf_address(best[:1]) == ""


def test_every_kind_of_the_table_can_be_written_in_a_record_and_is_described() -> None:
    assert list(IdentifiersModel.model_fields) == list(KINDS)
    # Preprints' DOIs are compared apart from those of publishers.
    compared = KINDS.keys() | {PREPRINT_DOI}
    assert SAME_IDENTIFIER.keys() - {COPY_DOI} == DIFFERENT_IDENTIFIERS.keys() == compared
    text = (ROOT / "docs" / "maintainers" / "records.md").read_text("utf-8")
    for kind in KINDS:
        assert f"| `identifiers.{kind}` |" in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://arxiv.org/abs/2401.00011v1", {"arxiv": "2401.00011"}),
        ("arxiv.org/pdf/2401.00011", {"arxiv": "2401.00011"}),
        ("arXiv:2401.00011", {"arxiv": "2401.00011"}),
        ("https://doi.org/10.48550/arXiv.2401.00011", {"arxiv": "2401.00011"}),
        ("https://doi.org/10.1234/Abc", {"doi": "10.1234/abc"}),
        ("https://dl.acm.org/doi/pdf/10.1145/1.2", {"doi": "10.1145/1.2"}),
        (
            "https://doi.org/10.18653/v1/P99-1001",
            {"acl": "P99-1001", "doi": "10.18653/v1/p99-1001"},
        ),
        ("https://aclanthology.org/2099.acl-main.1.pdf", {"acl": "2099.acl-main.1"}),
        ("https://openreview.net/pdf?id=aBcD1234ef", {"openreview": "aBcD1234ef"}),
        ("https://example.org/10.1234/abc", {}),
        ("https://example.org/2401.00011", {}),
        ("sheep-counter", {}),
        ("index.html", {}),
        ("papers/1234567", {}),
        ("", {}),
    ],
)
def test_an_address_tells_which_identifiers_it_holds(text: str, found: dict[str, str]) -> None:
    assert {item.kind: item.value for item in identifiers_in(text)} == found


def test_dois_made_of_other_identifiers_say_those_too() -> None:
    assert resolved([Identifier("doi", "10.48550/arxiv.2401.00011")]) == (
        Identifier("arxiv", "2401.00011"),
    )
    assert resolved([Identifier("doi", "10.18653/v1/2099.acl-main.1")]) == (
        Identifier("acl", "2099.acl-main.1"),
        Identifier("doi", "10.18653/v1/2099.acl-main.1"),
    )


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("10.1234/a(b):c,d_e", "https://doi.org/10.1234/a(b):c,d_e"),
        ("10.1234/a<b>;c", "https://doi.org/10.1234/a%3Cb%3E%3Bc"),
        ("10.1234/a\\", "https://doi.org/10.1234/a%5C"),
        ("10.1234/a&lt;b", "https://doi.org/10.1234/a%26lt%3Bb"),
        ("10.1234/a`b*c", "https://doi.org/10.1234/a%60b%2Ac"),
        ("10.1234/a#b?c%d", "https://doi.org/10.1234/a%23b%3Fc%25d"),
        ("10.1234/a\"b'c", "https://doi.org/10.1234/a%22b%27c"),
        ("10.1234/é\ud800", "https://doi.org/10.1234/%C3%A9%EF%BF%BD"),
    ],
)
def test_the_address_of_an_identifier_can_stand_anywhere(value: str, address: str) -> None:
    assert Identifier("doi", value).address == address
