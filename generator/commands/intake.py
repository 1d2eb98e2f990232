"""`intake`: issues that readers sent in become changed and new records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands import clock
from generator.commands.options import CORES, CatalogueDir, Root, WorkersCount
from generator.commands.running import settings_of
from generator.console import ERR, OUT, say, tell
from generator.figures.wording import counted
from generator.intake import Outcome, read_issues, report, take
from generator.intake.languages import languages_of_forms
from generator.pipeline import Silent
from generator.problems import Problems, printable
from generator.records.trial import trial
from generator.terminal import problem_lines, progress_shown
from generator.workers import workers
from generator.write_file import replace_file


def intake(
    issues: Annotated[
        list[Path],
        typer.Argument(
            help="Files of JSON with issues, as GitHub, Forgejo or GitLab give them: one, a list,"
            " or an event with one in it.",
            show_default=False,
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            "--report",
            help="Write what became of the issues into this file, as Markdown for a pull request.",
            show_default=False,
        ),
    ] = None,
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change no record.")
    ] = False,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    count: WorkersCount = CORES,
) -> None:
    """Take corrections and new papers that readers sent in by the forms into catalogue/papers/.

    Each issue is taken as a whole or not at all. Records are written after all was tried on a copy
    of the catalogue. Exits with 1 when an issue was not taken; the others are.
    """
    settings = settings_of(root, catalogue, None, None)
    problems = Problems()
    read = read_issues(issues, problems)
    languages = languages_of_forms(settings, problems)
    with (
        progress_shown() as progress,
        trial(settings, clock.now().date(), workers(count), progress or Silent()) as tried,
    ):
        before = tried.check({})
        if before.decided is None:
            for problem in before.problems:
                problems.add(problem)
        else:
            made = take(read, settings, tried, before, languages)
    tell(problem_lines(problems, settings))
    if before.decided is None:
        say(ERR, "The catalogue has errors, so no issue was taken; mend them first.", "bold red")
        sys.exit(1)
    if not dry:
        made.write(settings)
    if to:
        replace_file(to, report(made).encode())
    for outcome in made.outcomes:
        _say(outcome)
    taken = sum(outcome.taken for outcome in made.outcomes)
    would = "would be changed or new" if dry else "changed or new"
    say(
        OUT,
        f"{taken} of {counted(len(made.outcomes), 'issue')} taken;"
        f" {counted(len(made.records), 'record')} {would}",
    )
    if taken < len(made.outcomes) or problems.has_errors:
        sys.exit(1)


def _say(outcome: Outcome) -> None:
    draft = outcome.draft
    name = f"issue {draft.issue.number}"
    if outcome.taken:
        fields = ", ".join(change.field for change in draft.changes)
        say(OUT, f"{name}: papers/{draft.paper}/: {fields}")
    for why in (*draft.wrong, *draft.conflicts):
        say(ERR, printable(f"{name}: not taken: {why}"), "red")
    for found in outcome.found:
        say(ERR, printable(f"{name}: {found}"), "yellow")
