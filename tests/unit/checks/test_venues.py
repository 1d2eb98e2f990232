"""One venue in two spellings."""

from __future__ import annotations

import pytest

from generator.checks.venues import same_venue
from tests.unit.checks.papers import found, paper

SAME = [
    ("NeurIPS", "neurips"),
    ("NeurIPS", "NeurlPS"),
    ("NeurIPS", "NIPS"),
    ("ICLR", "ICLR 2023"),
    ("ICLR", "ICLR'23"),
    ("ICLR", "International Conference on Learning Representations"),
    ("ICLR", "Proceedings of the 11th International Conference on Learning Representations (ICLR)"),
    ("IEEE TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
    ("TOG", "ACM Transactions on Graphics"),
    ("Journal of Machine Learning Research", "J. Mach. Learn. Res."),
    ("Journal of Invented Results", "Journal of Invented Resuls"),
    ("Journal of Tea & Kettles", "Journal of Tea and Kettles"),
    ("Interspeech", "Proc. Interspeech 2019"),
    ("Interspeech", "Interspech"),
]
OTHER = [
    ("EMNLP-IJCNLP", "EMNLP"),
    ("ICML", "ACML"),
    ("ICCV Workshops", "ECCV Workshops"),
    ("ICML", "ICML Workshop on Kettles"),
    ("ICML Workshop on Kettles", "ICML Workshop on Spoons"),
    ("WWW", "International Conference on World Wide Web (WWW) Companion"),
    ("Findings of ACL", "Findings of EMNLP"),
    ("Conference on Cloud Brewing (CLOUD)", "Conference on Cluster Brewing (CLUSTER)"),
    ("Nature Machine Intelligence", "Nature Computational Science"),
    ("Frontiers in Tea", "Frontiers in Tee"),
    ("Forest", "Fores"),
    ("", "ICML"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_venue_are_one(a: str, b: str) -> None:
    assert same_venue(a, b)
    assert same_venue(b, a)
    papers = [paper("a", venue=a), paper("b", venue=a), paper("c", venue=b)]
    (one,) = found("venue-spelling", *papers)
    assert one.startswith("catalogue/papers/c.yml:2: venue: ")
    assert "in 2 other papers" in one


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_venues_that_only_look_alike_are_two(a: str, b: str) -> None:
    assert not same_venue(a, b)
    assert not same_venue(b, a)
    assert found("venue-spelling", paper("a", venue=a), paper("b", venue=b)) == []


def test_preprint_servers_with_numbers_are_no_venues_in_two_spellings() -> None:
    assert found("venue-spelling", paper("a", venue="arXiv"), paper("b", venue="arXiv 2021")) == []
