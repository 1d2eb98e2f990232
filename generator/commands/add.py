"""`add`: papers are looked up by identifiers, addresses, titles or files, and get records."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.commands import clock
from generator.commands.options import CORES, CatalogueDir, Root, WorkersCount
from generator.commands.running import settings_of
from generator.console import ERR, OUT, printable_lines, say, tell
from generator.figures.wording import counted
from generator.pipeline import Silent
from generator.problems import BuildFailed, Problems, WrongUse, printable
from generator.records.trial import trial
from generator.terminal import problem_lines, progress_shown, steps_of
from generator.workers import workers

if TYPE_CHECKING:
    from generator.adding.taking import Outcome


def add(
    papers: Annotated[
        list[str] | None,
        typer.Argument(
            help="arXiv ids, DOIs, addresses that hold one, titles in quotes, or files: a"
            " bibliography or a list of such lines. Without any, or with -, lines of standard"
            " input.",
            show_default=False,
        ),
    ] = None,
    dry: Annotated[
        bool,
        typer.Option("--dry-run", help="Look up and print the records, and write none."),
    ] = False,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    count: WorkersCount = CORES,
) -> None:
    """Look papers up, and write a record of each into catalogue/papers/, its summary to be written.

    Says which of them the catalogue has already. Exits with 1 when one is neither there nor added;
    the others are.
    """
    # Only commands that ask need a library for HTTP, which takes as long to load as many a build.
    from generator.adding import taking, wishes  # noqa: PLC0415
    from generator.enriching import lacking, plan, run  # noqa: PLC0415

    settings, problems = settings_of(root, catalogue, None, None), Problems()
    named = [one for one in papers or [] if one != "-"]
    reads = not papers or "-" in papers
    if reads and sys.stdin.isatty() and not named:
        raise WrongUse(
            "name what to add: an arXiv id, a DOI, an address, a title in quotes, a file"
        )
    lines = sys.stdin.buffer.read().decode("utf-8", "replace") if reads else ""
    wanted = wishes.wishes(named, lines, Path(), problems)
    tell(problem_lines(problems, settings))
    today = clock.now().date()
    wish = plan.Wish(lacking.wanted_names(None), plan.services_named(None), today)
    told = Problems()
    with (
        run.asking_round(settings, told, wish) as asking,
        progress_shown() as progress,
        trial(settings, today, workers(count), progress or Silent()) as tried,
    ):
        try:
            added = taking.add(wanted, asking, tried, steps_of(progress))
        except BuildFailed as failed:
            tell(problem_lines(failed.problems, settings))
            say(ERR, "The catalogue has errors, so nothing was added; mend them first.", "bold red")
            sys.exit(1)
        except KeyboardInterrupt:
            say(ERR, "Interrupted; nothing was added.", "bold red")
            sys.exit(130)
        if not dry:
            added.write(settings, asking.facts, tried)
    tell(problem_lines(told, settings))
    for one in asking.told:
        if one.missing or one.failed:
            wrong = one.failed or f"{one.service.name}: not asked: {one.missing}"
            say(ERR, printable(wrong), "yellow")
    for outcome in added.outcomes:
        _say(outcome, dry=dry)
    _say_in_all(added.outcomes, dry=dry)
    if problems.has_errors or any(one.why for one in added.outcomes):
        sys.exit(1)


def _say(outcome: Outcome, *, dry: bool) -> None:
    said = outcome.wish.said
    if draft := outcome.draft:
        of = ", ".join(dict.fromkeys(service.name for service, _, _ in draft.gathered.said))
        say(OUT, printable(f"{said}: papers/{draft.id}/ ({of or 'known to no service'})"))
        if dry:
            say(OUT, printable_lines(draft.text))
        for found in outcome.found:
            say(ERR, printable(found), "yellow")
    elif outcome.there:
        say(OUT, printable(f"{said}: the catalogue has it: papers/{outcome.there}/"))
    else:
        say(ERR, printable(f"{said}: not added: {outcome.why}"), "red")


def _say_in_all(outcomes: Sequence[Outcome], *, dry: bool) -> None:
    new = sum(one.draft is not None for one in outcomes)
    there = sum(bool(one.there) for one in outcomes)
    would = "would be added" if dry else "added"
    say(OUT, f"{new:,} of {counted(len(outcomes), 'paper')} {would}, {there:,} there already")
    if new and not dry:
        say(
            OUT,
            "look the records over and write their summaries: paper-catalogue doctor lists them",
        )
