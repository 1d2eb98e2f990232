"""What a name says of its venue."""

from __future__ import annotations

import pytest

from generator.values.text import Text
from generator.values.venue import NO_VENUE, Venue


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
        ("ACM Trans. Tea Syst.", "journal"),
        ("Trans. Tea", "journal"),
        ("VLDB J.", "journal"),
        ("J. Tea Res.", "journal"),
        ("SIGMOD Record", "journal"),
        ("Conference Record of ICTea", "conference"),
        ("Very Large Data Bases", "conference"),
        ("Kettles in trans", "other"),
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
        ("Submitted to ICLR 2030", "other"),
        ("ICLR 2030 Conference Withdrawn Submission", "other"),
        ("Scientific Micro-Reports of Dialogue", "other"),
        ("", "other"),
    ],
)
def test_words_and_names_tell_the_kind_of_a_venue(name: str, kind: str) -> None:
    assert Venue(Text(name)).kind == kind


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Conference on Invented Results (CIR)", "CIR"),
        ("Conference on Invented Results (CIR 2024)", "CIR"),
        ("Conference (online) on Invented Results (ICIR'24)", "ICIR"),
        ("Journal of Tea (Japan)", "Journal of Tea (Japan)"),
        ("Journal of Tea (2024)", "Journal of Tea (2024)"),
        ("Journal of Tea", "Journal of Tea"),
        ("NeurIPS", "NeurIPS"),
        ("", ""),
    ],
)
def test_the_short_form_is_the_acronym_in_brackets_or_the_whole_name(name: str, short: str) -> None:
    assert Venue(Text(name)).short == short


def test_a_venue_is_shown_in_plain_text_and_may_be_unknown() -> None:
    venue = Venue(Text(r"Journal of \(\frac{a}{b}\) Teas"))
    assert str(venue) == venue.plain == "Journal of a/b Teas"
    assert venue
    assert not NO_VENUE
    assert (NO_VENUE.kind, NO_VENUE.short) == ("other", "")
