"""`doctor`: what an earlier version left in a catalogue, what spoils its papers, and mending it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.commands import clock
from generator.commands.options import CORES, CatalogueDir, DocsDir, Root, Sources, WorkersCount
from generator.commands.running import settings_of
from generator.console import ERR, OUT, put, say
from generator.doctor import CHECKS, Desk, Findings, Mended, chosen, mend, plan, reading
from generator.doctor.remedies import Change
from generator.doctor.report import as_json, lines_of, refusals
from generator.figures.wording import counted
from generator.pipeline import Silent
from generator.problems import printable
from generator.settings import Settings
from generator.terminal import progress_shown
from generator.version import PACKAGE, version
from generator.workers import workers


def doctor(  # noqa: PLR0913, PLR0917, an option each
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    docs: DocsDir = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix changes in files, as a diff.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Look with these checks alone; may be repeated."),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Look without these checks; may be repeated."),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Tell all findings of a check, however many.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 for advice on papers, too.")
    ] = False,
    in_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the checks, and end.")] = False,
    count: WorkersCount = CORES,
) -> None:
    """Look for what an earlier version left in a catalogue, and for what spoils its papers.

    What can be mended without asking is mended with --fix. Exits with 1 while something is left
    that a build would trip over or a visitor would; what could be better about papers is advice,
    and fails only with --strict. See docs/maintainers/doctor.md.
    """
    if listed:
        for check in CHECKS:
            say(OUT, f"{check.name}: {check.says}{' (--fix)' if check.mends else ''}")
        return
    checks = chosen(only or (), skip or ())
    if not in_json:
        system = f"{platform.system()} {platform.machine()}"
        say(OUT, f"{PACKAGE} {version()}, Python {platform.python_version()}, {system}")
    settings = reading(settings_of(root, catalogue, docs, None), sources or (), Path.cwd())
    with progress_shown() as progress:
        desk = Desk(settings, clock.now().date(), checks, workers(count), progress or Silent())
        mended = mend(desk) if fix else None
        left = mended.left if mended else desk.examine()
        changes = list(mended.changes) if mended else plan(left) if diff else []
    if in_json:
        # Names of files may hold bytes that are no text.
        put(as_json(left, checks, mended).encode("utf-8", "backslashreplace"))
    else:
        _tell(left, mended, changes if diff else [], settings, all_of_them=show_all)
    if left.fail or (strict and left):
        sys.exit(1)


def _tell(
    left: Findings,
    mended: Mended | None,
    changes: Sequence[Change],
    settings: Settings,
    *,
    all_of_them: bool,
) -> None:
    """Tell people what was mended, what changes, and what is left."""
    for change in changes:
        say(OUT, change.diff(settings.shown(change.path)).rstrip("\n"))
    for _, ailment in mended.found if mended else ():
        say(OUT, printable(f"mended: {ailment.where}: {ailment.what}"))
    for refusal in refusals(mended, settings) if mended else ():
        say(ERR, refusal, "yellow")
    for line, is_head in lines_of(left, all_of_them=all_of_them):
        say(ERR, line, "bold" if is_head else "yellow")
    if not left:
        say(OUT, "nothing else is wrong" if mended and mended.found else "all is well")
        return
    found = list(left)
    if not found:
        return
    fixable = 0 if mended else sum(bool(ailment.remedies) for _, ailment in found)
    last = f"; --fix mends {fixable:,} of them" if fixable else ""
    say(ERR, f"{counted(len(found), 'finding')}{last}", "bold")
