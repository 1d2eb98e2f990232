from __future__ import annotations

from typing import Any

import pytest

from generator.values.preprint import is_preprint, is_published
from generator.values.preprint_doi import is_preprint_doi, without_version
from tests import given


@pytest.mark.parametrize(
    ("doi", "alone"),
    [
        ("10.1101/2020.01.02.123456", "10.1101/2020.01.02.123456"),
        ("10.2139/ssrn.1234567", "10.2139/ssrn.1234567"),
        ("10.5281/zenodo.1234567", "10.5281/zenodo.1234567"),
        ("10.21203/rs.3.rs-12345/v2", "10.21203/rs.3.rs-12345"),
        ("10.20944/preprints202001.0001.v1", "10.20944/preprints202001.0001"),
        ("10.31219/osf.io/abcde", "10.31219/osf.io/abcde"),
        ("10.31234/osf.io/abcde_v2", "10.31234/osf.io/abcde"),
        ("10.26434/chemrxiv-2021-abcde-v3", "10.26434/chemrxiv-2021-abcde"),
    ],
)
def test_preprints_are_known_by_their_doi_whatever_its_version(doi: str, alone: str) -> None:
    assert is_preprint_doi(doi)
    assert without_version(doi) == alone


@pytest.mark.parametrize("doi", ["10.1234/sheep.v2", "10.1145/1234.5678", "10.1109/sheep.2020.1"])
def test_dois_of_publishers_are_not_and_stay_whole(doi: str) -> None:
    assert not is_preprint_doi(doi)
    assert without_version(doi) == doi


@pytest.mark.parametrize(
    ("fields", "preprint", "published"),
    [
        ({"arxiv": "2001.00001"}, True, False),
        ({"doi": "10.48550/arxiv.2001.00001"}, True, False),
        ({"venue": "arXiv preprint arXiv:2001.00001", "type": "article-journal"}, True, False),
        ({"venue": "CoRR"}, True, False),
        ({"doi": "10.2139/ssrn.1234567", "type": "article"}, True, False),
        ({"venue": "arXiv", "doi": "10.1234/sheep"}, False, True),
        ({"arxiv": "2001.00001", "venue": "Journal of Sheep"}, False, True),
        ({"type": "paper-conference"}, False, True),
        ({"doi": "10.1234/sheep"}, False, True),
        ({}, False, False),
        ({"type": "thesis"}, False, False),
    ],
)
def test_versions_are_told_by_identifiers_venue_and_type(
    fields: dict[str, Any], preprint: bool, published: bool
) -> None:
    work = given.work(title="Counting Sheep", **fields)
    assert (is_preprint(work), is_published(work)) == (preprint, published)
