"""Whatever papers say, every check of the doctor looks at them, and tells what it finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as any_of

from generator.checks import CHECKS as OF_FACTS
from generator.doctor import CHECKS, Check, Findings
from generator.doctor.examination import SILENT
from generator.doctor.examined import Examined
from generator.doctor.report import as_json, lines_of
from generator.records.trial import checked
from generator.values.paper import Paper
from generator.workers import HERE
from tests import given
from tests.unit.doctor.catalogues import catalogue, desk

DAY = dt.date(2026, 11, 28)
#: Those of `check` have tests of their own.
OF_PAPERS = [
    check
    for check in CHECKS
    if check.needs_catalogue and check.name not in {other.name for other in OF_FACTS}
]


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examined:
    table = desk(catalogue(tmp_path_factory.mktemp("farm")))
    return Examined(table.settings, DAY, checked(table.settings, DAY, HERE, SILENT))


@pytest.mark.parametrize("check", OF_PAPERS, ids=[check.name for check in OF_PAPERS])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@any_of(given.any_papers("any"), given.any_papers("other"))
def test_any_papers_are_looked_at(
    examined: Examined, check: Check, one: Paper, other: Paper
) -> None:
    decided = examined.decided
    papers = replace(decided.catalogue, papers=(one, other))
    apart = {("any", "other"): "titles differ"}
    merged = replace(decided.merged, apart=apart)
    assert examined.checked
    checked = replace(examined.checked, decided=replace(decided, catalogue=papers, merged=merged))
    found = tuple(check.find(Examined(examined.settings, DAY, checked)))
    findings = Findings(((check, found),))
    for line, _ in lines_of(findings):
        assert line.isprintable()
    as_json(findings, [check], None).encode("utf-8", "backslashreplace")
