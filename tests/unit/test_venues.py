"""What a name says of its venue."""

from __future__ import annotations

import pytest

from generator.venues import venue_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Journal of Tea", "journal"),
        ("IEEE TPAMI", "journal"),
        ("IEEE/ACM TASLP", "journal"),
        ("Transactions of the ACL", "journal"),
        ("ACM Computing Surveys", "journal"),
        ("PVLDB", "journal"),
        ("Proceedings of the VLDB Endowment", "journal"),
        ("Machine Learning", "journal"),
        ("IEEE Micro", "journal"),
        ("npj Drug Discovery", "journal"),
        ("Conference on Machine Learning", "conference"),
        ("ICML", "conference"),
        ("icml 2021", "conference"),
        ("CVPR'19 Workshops", "conference"),
        ("Findings of ACL", "conference"),
        ("ICML Workshop on Reading Journals", "conference"),
        ("ESEC/FSE", "conference"),
        ("GECCO Companion", "conference"),
        ("MICRO", "conference"),
        ("VLDB", "conference"),
        ("Kettle University Press", "publisher"),
        ("Springer", "publisher"),
        ("Springer Series in Tea", "other"),
        ("CoRR", "preprint"),
        ("arXiv preprint", "preprint"),
        ("Kitchen table", "other"),
        ("Scientific Micro-Reports of Dialogue", "other"),
        ("", "other"),
    ],
)
def test_words_and_names_tell_the_kind_of_a_venue(name: str, kind: str) -> None:
    assert venue_kind(name) == kind
