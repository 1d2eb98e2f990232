"""Mends what can be mended without asking, and nothing that would bring an error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.doctor.ailment import Ailment, Check
from generator.doctor.examination import Desk, Findings
from generator.doctor.remedies import Change, planned
from generator.problems import Problem, Severity
from generator.records.trial import Checked, Trial, trial

#: What is mended may show what else is to be mended: mkdocs.yml has a theme, then a nav.
_ROUNDS = 5


@dataclass(frozen=True)
class Mended:
    """What was mended, each with its check, what changed in files, and what is left.

    `refused` are changes that were not made as they would bring an error, each with the first one.
    """

    found: tuple[tuple[Check, Ailment], ...]
    changes: tuple[Change, ...]
    refused: tuple[tuple[Change, Problem], ...]
    left: Findings


def plan(findings: Findings) -> list[Change]:
    """Return what would change in files if all were mended. Raises OSError."""
    return planned(remedy for _, ailment in findings for remedy in ailment.remedies)


def mend(desk: Desk) -> Mended:
    """Mend what can be mended, and look again, until nothing changes any more.

    Raises OSError when a file cannot be read or written, and WrongUse as a build does.
    """
    mended: list[tuple[Check, Ailment]] = []
    made: list[Change] = []
    refused: dict[Change, Problem] = {}
    findings = desk.examine()
    for _ in range(_ROUNDS):
        changes = [change for change in plan(findings) if change not in refused]
        good = _Tried(desk).good(changes, refused)
        if not good:
            break
        for change in good:
            change.apply()
        made += good
        before, findings = findings, desk.examine()
        left = {(check.name, *ailment.key) for check, ailment in findings}
        mended += [
            (check, ailment)
            for check, ailment in before
            if ailment.remedies and (check.name, *ailment.key) not in left
        ]
    return Mended(tuple(mended), tuple(made), tuple(refused.items()), findings)


class _Tried:
    """Changes of records, tried on a copy of the catalogue before they are made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._papers = desk.settings.papers_dir

    def good(self, changes: Sequence[Change], refused: dict[Change, Problem]) -> list[Change]:
        """Return the changes that bring no error; the others become `refused`."""
        records = [change for change in changes if change.path.parent == self._papers]
        if not records:
            return list(changes)
        desk = self._desk
        with trial(desk.settings, desk.today, desk.workers, desk.progress) as tried:
            before = tried.check({})
            kept = self._kept(tried, before, [], records, refused)
        return [change for change in changes if change not in records or change in kept]

    def _kept(
        self,
        tried: Trial,
        before: Checked,
        sure: list[Change],
        more: list[Change],
        refused: dict[Change, Problem],
    ) -> list[Change]:
        """Return the changes of `more` that bring no error beside those that are `sure`."""
        records = {c.path.name: (c.after or b"").decode() for c in (*sure, *more)}
        new = tried.check(records).new_since(before)
        errors = [problem for problem in new if problem.severity is Severity.ERROR]
        if not errors:
            return more
        if len(more) == 1:
            refused[more[0]] = errors[0]
            return []
        half = len(more) // 2
        first = self._kept(tried, before, sure, more[:half], refused)
        return first + self._kept(tried, before, sure + first, more[half:], refused)
