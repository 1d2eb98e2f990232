"""What a title says of itself: marks on a paper, and notices that are works on another one."""

from __future__ import annotations

import pytest

from generator.values.notice import KINDS, STATUS_WORDS, STATUSES, read_notice

MARKS = {
    "retracted": """\
        Herding Goats (Retracted)
        Herding Goats (retracted article)
        Herding Goats [RETRACTED ARTICLE]
        Herding Goats. [Retracted]
        Herding Goats - RETRACTED
        Herding Goats: Retracted
        Herding Goats (Retracted Article. See vol. 12, pg. 345, 2019)
        Herding Goats (This article has been retracted)
        RETRACTED: Herding Goats
        RETRACTED:Herding Goats
        RETRACTED ARTICLE: Herding Goats
        RETRACTED CHAPTER: Herding Goats
        [RETRACTED] Herding Goats
        [Retracted] Herding Goats
        (Retracted) Herding Goats
        RETRACTED – Herding Goats
        Article retracted: Herding Goats
        RETRACTADO: Herding Goats
        ARTIGO RETRATADO: Herding Goats
        Rétracté : Herding Goats""",
    "withdrawn": """\
        WITHDRAWN: Herding Goats
        Herding Goats (withdrawn)
        Herding Goats [Withdrawn by the authors]
        [Paper withdrawn] Herding Goats
        Herding Goats (This paper was withdrawn)
        REMOVED: Herding Goats
        TEMPORARY REMOVAL: Herding Goats
        Zurückgezogen: Herding Goats""",
    "corrected": """\
        Herding Goats [corrected]
        Herding Goats (Corrected Version)
        [Corrected and republished] Herding Goats""",
}
NOTICES = {
    "retraction": """\
        Retraction: Herding Goats
        Retraction Note: Herding Goats
        Retraction Note to: Herding Goats
        Retraction notice to “Herding Goats” [J. Goats 12 (2019) 3–9]
        Notice of Retraction: Herding Goats
        Statement of Retraction: Herding Goats
        Partial Retraction to: Herding Goats
        Retratação: Herding Goats
        Herding Goats (Retraction of vol 20, pg 3, 2010)
        Herding Goats: Retraction""",
    "withdrawal": """\
        Withdrawal: Herding Goats
        Notice of Withdrawal: Herding Goats""",
    "expression of concern": """\
        Expression of Concern: Herding Goats
        Editorial Expression of Concern to: Herding Goats
        Editor’s expression of concern: Herding Goats
        Herding Goats (Expression of Concern)""",
    "erratum": """\
        Herding Goats: Erratum
        Herding Goats - Erratum
        Herding Goats — Errata
        Herding Goats (Erratum)
        Herding Goats [Erratum: J. Goats 12 (2019) 3]
        Herding Goats. Erratum
        Herding Goats, Erratum
        Herding Goats: Erratum.
        Erratum to: Herding Goats
        Erratum to “Herding Goats”
        Erratum: Herding Goats
        Erratum. Herding Goats
        Erratum-Herding goats
        Erratum 2: Herding Goats
        Errata for Herding Goats
        ERRATUM: HERDING GOATS
        Published Erratum: Herding Goats
        Errata and Addenda: Herding Goats
        Fe de erratas: Herding Goats
        Fe de errores de «Herding Goats»""",
    "corrigendum": """\
        Herding Goats - Corrigendum
        Herding Goats – CORRIGENDUM
        Corrigendum to "Herding Goats"
        Corrigendum: Herding Goats
        Corrigenda to Herding Goats""",
    "correction": """\
        Correction to: Herding Goats
        Correction: Herding Goats
        Author Correction: Herding Goats
        Authors’ Correction: Herding Goats
        Publisher Correction: Herding Goats
        Publisher’s Correction: Herding Goats
        Publisher's Note: Herding Goats
        Herding Goats: Publisher’s Note
        Correção: Herding Goats
        Herding Goats (Correction)
        Berichtigung zu: Herding Goats
        Herding Goats (Berichtigung)
        Rectificatif : Herding Goats
        Rectificatif à « Herding Goats »""",
    "addendum": """\
        Addendum: Herding Goats
        Addendum to Herding Goats
        Herding Goats: Addendum
        Herding Goats: An Addendum""",
    "reply": """\
        Herding Goats: Reply
        Herding Goats: A Reply
        Herding Goats - Authors' reply
        Author’s Reply: Herding Goats
        Reply to "Herding Goats"
        Reply to: Herding Goats
        Herding Goats: Reply by the authors
        Réponse : Herding Goats
        Erwiderung: Herding Goats""",
    "response": """\
        Herding Goats: Response
        Response to: Herding Goats
        Herding Goats: Authors' response""",
    "rejoinder": """\
        Herding Goats: Rejoinder
        Rejoinder: Herding Goats""",
    "comment": """\
        Comment on “Herding Goats”
        Comments on Herding Goats
        Herding Goats: Comment
        Commentary: Herding Goats
        Invited Commentary: Herding Goats
        Re: Herding Goats""",
    "discussion": """\
        Discussion of: Herding Goats
        Discussion of “Herding Goats”
        Herding Goats: Discussion""",
    "supplement": """\
        Herding Goats – Supplementary Material
        Herding Goats: Supplementary Materials
        Herding Goats (Supplemental Material)
        Herding Goats [Supplementary Information]
        Herding Goats (Supplementary Material 2)
        Herding Goats: Supporting Information
        Herding Goats: Online Supplement
        Supplementary Material for Herding Goats
        Supplementary Material for: Herding Goats
        Supplemental Material: Herding Goats
        Supporting Information for “Herding Goats”
        Supplement to "Herding Goats\"""",
    "appendix": """\
        Herding Goats: Appendix
        Herding Goats (Appendix A)
        Herding Goats: Online Appendix
        Appendix to Herding Goats""",
    "book review": """\
        Book Review: Herding Goats
        Book review of Herding Goats
        Herding Goats - Book Review""",
    "preface": """\
        Preface: Herding Goats
        Herding Goats: Preface
        Guest Editorial: Herding Goats
        Editorial: Herding Goats""",
}


def titles(of: dict[str, str]) -> list[tuple[str, str]]:
    return [(kind, line.strip()) for kind, lines in of.items() for line in lines.split("\n")]


@pytest.mark.parametrize(("kind", "title"), titles(MARKS | NOTICES))
def test_a_wording_is_known_and_taken_off(kind: str, title: str) -> None:
    found = read_notice(title)
    assert found.kind is not None
    assert found.kind.name == kind
    assert found.about.casefold() == "herding goats"
    assert found.is_work is (kind in NOTICES)
    assert found.status == (kind if kind in MARKS else None)


@pytest.mark.parametrize(
    "title",
    [
        "Herding Goats", "Erratum", "Editorial", "Correction", "Reply", "Preface", "Retracted", "",
        "Supplementary Material", "[Retracted]", "Erratum:", ": Erratum",
        "Why Papers Are Retracted", "Retracted Papers and Their Citations", "Retracted by Sheep",
        "Retracted of Sheep", "Removed Fences", "Removal of Sheep", "Publisher's Notes on Sheep",
        "Withdrawn Sheep in Winter", "The Retraction of Glaciers",
        "Corrected: A Sheep’s Story", "Corrected Sheep", "Alcohol Withdrawal in Sheep",
        "Error Correction in Sheep", "Sheep: Detection and Correction", "Correcting Sheep",
        "Herding Goats with Discussion", "Herding Goats (with Discussion)",
        "Herding Goats: Results and Discussion", "Herding Goats: Response of Goats to Light",
        "Response Times of Sheep", "A Response Surface for Sheep", "Comment Generation for Sheep",
        "Learning to Comment", "Auto-Reply", "Reply-All Sheep", "Re-Counting Sheep",
        "Re:Draw Sheep", "Supplementary Motor Areas of Sheep", "Supplementary Material Matters",
        "Supplemented Sheep: Diet", "Appendix Removal in Sheep", "Appendicitis: Sheep",
        "Reviewing Books", "Editorials in Journals of Sheep", "Sheep (Poster)",
        "Sheep (Extended Abstract)", "Sheep (Part II)", "Sheep: A Survey", "Discussions: Sheep",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_notice(title: str) -> None:
    found = read_notice(title)
    assert found.kind is None
    assert found.about == title


def test_a_notice_on_a_notice_is_the_first_of_them() -> None:
    found = read_notice("Reply to “Comment on ‘Herding Goats’”")
    assert found.kind is not None
    assert (found.kind.name, found.about) == ("reply", "Comment on ‘Herding Goats’")


def test_every_status_has_its_words_and_every_mark_is_a_status() -> None:
    assert tuple(STATUS_WORDS) == STATUSES
    assert {kind.status for kind in KINDS} <= {None, *STATUSES}


@pytest.mark.parametrize(
    "title",
    ["(" * 5_000, "Erratum " * 900, "“" * 100_000, ": Erratum (" * 200, "a [Erratum. " * 160],
)
def test_a_hostile_title_is_read(title: str) -> None:
    assert read_notice(title).about
