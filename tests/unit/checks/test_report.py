"""What `check` reports, and what a person's word keeps it from reporting."""

from __future__ import annotations

from generator.checks import CHECKS, report
from generator.merge.decisions import Checked
from generator.problems import Place, Problems, Severity
from generator.values.paper import Entry
from tests import given
from tests.projects import ROOT
from tests.unit.checks.papers import DAY, paper

EARLY = paper("kettles", year=1999, arxiv="2201.01234")
PLACE = Place("catalogue/decisions.yml", 7)


def said(*checked: Checked) -> list[str]:
    problems = Problems()
    report((EARLY,), checked, DAY, problems)
    return [str(problem) for problem in problems]


def test_a_finding_is_a_warning_that_says_what_to_do_also_if_it_is_right() -> None:
    (one,) = said()
    assert one.startswith("catalogue/papers/kettles.yml:2: year: 1999")
    assert (
        "put kettles under checked: in catalogue/decisions.yml, with check: year-before-arxiv"
        in one
    )


def test_what_a_person_has_checked_is_not_reported() -> None:
    assert said(Checked("kettles", "year-before-arxiv", PLACE)) == []


def test_a_decision_that_nothing_needs_or_that_names_no_check_is_told_with_its_line() -> None:
    found = said(
        Checked("kettles", "year-before-arxiv", PLACE),
        Checked("pots", "year-before-arxiv", PLACE),
        Checked("kettles", "year-before-arxive", PLACE),
    )
    assert [one.split(": ")[0] for one in found] == [str(PLACE), str(PLACE)]
    assert 'finds nothing in "pots"' in found[0]
    assert "did you mean year-before-arxiv?" in found[1]


def test_a_summary_that_is_still_to_be_written_is_a_note_and_only_of_records() -> None:
    record = Entry("papers/kettles.yml", 1, by_hand=True)
    unwritten = given.paper("kettles", "On kettles", entries=(record,))
    written = given.paper("pots", "On pots", summary="They hold.", entries=(record,))
    listed = given.paper("pans", "On pans", entries=(Entry("list.txt", 3),))
    problems = Problems()
    report((unwritten, listed, written), (), DAY, problems)
    (one,) = problems
    assert one.severity is Severity.NOTE
    assert str(one).startswith("papers/kettles: summary: is still to be written (say in one")


def test_checks_have_different_names_and_are_all_described() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    lines = (ROOT / "docs" / "maintainers" / "checks.md").read_text("utf-8").splitlines()
    table = [line for line in lines if line.startswith("| `")]
    assert table == [f"| `{check.name}` | {check.says} |" for check in CHECKS]
