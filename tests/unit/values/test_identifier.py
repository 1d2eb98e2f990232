"""Identifiers: one form of each, where they lead, and that a kind has one home."""

from __future__ import annotations

import pytest

from generator.merge.verdict import DIFFERENT_IDENTIFIERS, SAME_IDENTIFIER
from generator.sources.record_model import IdentifiersModel
from generator.values.identifier import (
    KINDS,
    Identifier,
    arxiv_month,
    best_first,
    normal_acl,
    normal_arxiv,
    normal_doi,
    normal_openreview,
    pdf_address,
)
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("10.1234/AbC.5", "10.1234/abc.5"),
        (" https://doi.org/10.1234/abc. ", "10.1234/abc"),
        ("http://dx.doi.org/10.1234/abc", "10.1234/abc"),
        ("DOI: 10.1234/abc", "10.1234/abc"),
        ("10.1234/", None),
        ("10.1234/.", None),
        ("10.12/abc", None),
        ("10.1234/a b", None),
        ("10.١٢٣٤/abc", None),
        ("https://example.org/10.1234/abc", None),
    ],
)
def test_dois_have_one_form(text: str, normal: str | None) -> None:
    assert normal_doi(text) == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("2401.01234", "2401.01234"),
        ("arXiv:2401.01234v3", "2401.01234"),
        ("https://arxiv.org/abs/2401.01234v2", "2401.01234"),
        ("https://arxiv.org/pdf/2401.01234v2.pdf", "2401.01234"),
        ("http://export.arxiv.org/abs/0704.0001", "0704.0001"),
        ("10.48550/arXiv.2401.01234", "2401.01234"),
        ("math.GT/0309136", "math/0309136"),
        ("hep-th/9901001v1", "hep-th/9901001"),
        ("2401.012", None),
        ("٢٤٠١.01234", None),
        ("https://arxiv.org.example.net/abs/2401.01234", None),
        ("", None),
    ],
)
def test_arxiv_ids_have_one_form(text: str, normal: str | None) -> None:
    assert normal_arxiv(text) == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("aB3-_xyz90", "aB3-_xyz90"),
        ("https://openreview.net/forum?id=aB3xyz", "aB3xyz"),
        ("https://openreview.net/pdf?id=aB3xyz", "aB3xyz"),
        ("short", None),
        ("with space", None),
        ("größer", None),
    ],
)
def test_openreview_ids_have_one_form(text: str, normal: str | None) -> None:
    assert normal_openreview(text) == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("p19-1001", "P19-1001"),
        ("https://aclanthology.org/P19-1001.pdf", "P19-1001"),
        ("https://www.aclanthology.org/2020.ACL-main.1/", "2020.acl-main.1"),
        ("2020.acl-main", None),
        ("ſ19-1001", None),
        ("19-1001", None),
    ],
)
def test_acl_ids_have_one_form(text: str, normal: str | None) -> None:
    assert normal_acl(text) == normal


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("1706.03762", (2017, 6)),
        ("0704.0001", (2007, 4)),
        ("cs/0301012", (2003, 1)),
        ("hep-th/9108001", (1991, 8)),
        ("2313.01234", None),
        ("math/0300001", None),
        ("nonsense", None),
        ("17", None),
    ],
)
def test_an_arxiv_id_tells_its_month(value: str, month: tuple[int, int] | None) -> None:
    assert arxiv_month(value) == month


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
    assert SAME_IDENTIFIER.keys() == DIFFERENT_IDENTIFIERS.keys() == KINDS.keys()
    text = (ROOT / "docs" / "maintainers" / "records.md").read_text("utf-8")
    for kind in KINDS:
        assert f"| `identifiers.{kind}` |" in text
