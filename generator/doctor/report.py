"""What the doctor found, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator.doctor.ailment import Ailment, Check
from generator.doctor.examination import Findings
from generator.doctor.mending import Mended
from generator.figures.wording import counted
from generator.problems import Place, Problem, Severity
from generator.settings import Settings

#: That of the JSON: it rises when a key goes or means something else.
VERSION = 1


def lines_of(findings: Findings, *, all_of_them: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield lines, each with whether it is the head of a check: where, what, what to do."""
    if findings.not_looked:
        names = ", ".join(findings.not_looked)
        errors = counted(findings.errors, "error")
        why = f"the catalogue has {errors}; `paper-catalogue check` names them"
        yield f"not looked at: {names} ({why})", True
    for check, found in findings.of:
        if not found:
            continue
        yield f"{check.name} ({len(found):,}): {check.says}", True
        told = found if all_of_them else found[: check.most]
        for ailment in told:
            yield str(problem_of(ailment)), False
        if len(found) > len(told):
            yield f"and {len(found) - len(told):,} more: --all", False


def problem_of(ailment: Ailment) -> Problem:
    """Return a finding as messages show it."""
    return Problem(Severity.WARNING, ailment.where, ailment.what, ailment.advice)


def as_json(findings: Findings, checks: Sequence[Check], mended: Mended | None) -> str:
    """Return one document with all findings of all checks, those too that were mended."""
    fixed: defaultdict[str, list[Ailment]] = defaultdict(list)
    for check, ailment in mended.found if mended else ():
        fixed[check.name].append(ailment)
    left = {check.name: found for check, found in findings.of}
    document = {
        "version": VERSION,
        "checks": [
            {
                "name": check.name,
                "says": check.says,
                "looked": check.name not in findings.not_looked,
                "findings": [
                    *(_finding(ailment, fixed=True) for ailment in fixed[check.name]),
                    *(_finding(ailment, fixed=False) for ailment in left.get(check.name, ())),
                ],
            }
            for check in checks
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _finding(ailment: Ailment, *, fixed: bool) -> dict[str, Any]:
    return {
        "file": ailment.where.file,
        "line": ailment.where.line or None,
        "paper": ailment.paper or None,
        "what": ailment.what,
        "advice": ailment.advice,
        "fixable": bool(ailment.remedies),
        "fixed": fixed,
    }


def refusals(mended: Mended, settings: Settings) -> Iterator[str]:
    """Yield what was not mended because it would bring an error, and which."""
    for change, problem in mended.refused:
        where = Place(settings.shown(change.path))
        yield str(Problem(Severity.WARNING, where, f"not mended: it would bring: {problem}"))
