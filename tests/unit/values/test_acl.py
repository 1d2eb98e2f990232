"""Ids of the ACL Anthology: one form, from every address that it has had."""

from __future__ import annotations

import pytest

from generator.values.acl import normal_acl


@pytest.mark.parametrize(
    ("text", "acl"),
    [
        ("p19-1001", "P19-1001"),
        ("https://aclanthology.org/P19-1001.pdf", "P19-1001"),
        ("https://www.aclanthology.org/2020.ACL-main.1/", "2020.acl-main.1"),
        ("https://www.aclweb.org/anthology/P18-1001/", "P18-1001"),
        ("http://aclweb.org/anthology/P18-1001", "P18-1001"),
        ("https://www.aclweb.org/anthology/papers/P/P18/P18-1001/", "P18-1001"),
        ("http://www.aclweb.org/anthology/P/P18/P18-1001.pdf", "P18-1001"),
        ("https://aclanthology.info/papers/P18-1001/p18-1001", "P18-1001"),
        ("http://wwww.aclweb.org/anthology-new/P/P10/P10-1001.pdf", "P10-1001"),
        ("https://aclanthology.org/P18-1001.bib", "P18-1001"),
        ("https://aclanthology.org/P18-1001v2.pdf", "P18-1001"),
        ("https://aclanthology.org/2020.acl-main.1v2.pdf", "2020.acl-main.1"),
        ("https://aclanthology.coli.uni-saarland.de/papers/P18-1001/p18-1001", "P18-1001"),
        ("https://aclanthology.org/attachments/P18-1001.Notes.pdf", "P18-1001"),
        ("10.18653/v1/P18-1001", "P18-1001"),
        ("https://doi.org/10.18653/v1/2020.acl-main.1", "2020.acl-main.1"),
        ("10.3115/v1/P14-1001", "P14-1001"),
        ("ACL:P18-1001", "P18-1001"),
        ("aclanthology.org/2021.emnlp-main.1", "2021.emnlp-main.1"),
        ("https://aclanthology.org/2021.findings-emnlp.12/", "2021.findings-emnlp.12"),
        ("2020.acl-main.1.pdf", "2020.acl-main.1"),
        ("https://preview.aclanthology.org/x/2020.acl-main.1/", "2020.acl-main.1"),
    ],
)
def test_an_anthology_id_has_one_form_however_it_is_pasted(text: str, acl: str) -> None:
    found = normal_acl(text)
    assert found == acl
    assert found is not None
    assert normal_acl(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "2020.acl-main",
        "ſ19-1001",
        "19-1001",
        "https://aclanthology.org/volumes/2020.acl-main/",
        "https://aclanthology.org/events/acl-2020/",
        "https://example.org/P18-1001",
        "10.1162/abcd_a_00001",
    ],
)
def test_what_holds_no_anthology_id_is_none(text: str) -> None:
    assert normal_acl(text) is None
