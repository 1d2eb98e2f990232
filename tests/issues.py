"""Invented issues, as forges give them, and what `intake` makes of them in a project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import settings as settings_module
from generator.forms.form import ASKED, FOR_FIELD
from generator.forms.prefill import answers, written
from generator.forms.shown import shown_in_form
from generator.intake import Intake, Issue, take
from generator.intake.body import Headings
from generator.intake.languages import languages_of_forms
from generator.language import ENGLISH, Language
from generator.pipeline import Decided, Pipeline, Silent
from generator.problems import Problems
from generator.records.trial import trial
from generator.settings import Settings
from generator.workers import HERE

TODAY = dt.date(2032, 1, 1)


def body(given: Mapping[str, str], language: Language = ENGLISH) -> str:
    """Return a correction as GitHub writes it, from answers by ids."""
    assert set(given) <= set(ASKED)
    return written(given, language)


def paper_body(given: Mapping[str, str]) -> str:
    """Return a new paper as GitHub writes it, from answers by fields."""
    return "\n\n".join(
        f"### {asked.label}\n\n{given.get(name) or '_No response_'}"
        for name, asked in FOR_FIELD.items()
    )


def github(number: int, body: str | None, **more: Any) -> dict[str, Any]:
    """Return an issue as GitHub's API gives it."""
    return {
        "number": number,
        "title": "Correction: x",
        "body": body,
        "user": {"login": "reader"},
        "labels": [{"name": "accepted"}],
        "created_at": "2031-05-06T07:08:09Z",
        **more,
    }


def settings_of(project: Path) -> Settings:
    """Return the settings of a project."""
    found = settings_module.load(project, Problems())
    assert found
    return found


def decided(project: Path) -> Decided:
    """Return what is decided of a project's catalogue."""
    return Pipeline(settings_of(project), Problems()).decide([], project)


def prefilled(project: Path, paper: str) -> dict[str, str]:
    """Return what the form of a correction is filled in with, by ids."""
    found = decided(project)
    one = found.catalogue.by_id[paper]
    known = {
        name: shown
        for name in FOR_FIELD
        if (shown := shown_in_form(name, one, found.catalogue, found.language))
    }
    return answers(one, known)


def taken(project: Path, issues: Sequence[Issue]) -> Intake:
    """Let issues be taken, and write the records that change."""
    settings = settings_of(project)
    with trial(settings, TODAY, HERE, Silent()) as tried:
        made = take(
            issues, settings, tried, tried.check({}), languages_of_forms(settings, Problems())
        )
    made.write(settings)
    return made


HEADINGS = Headings([ENGLISH])
