"""`doctor`: what an earlier version left in a catalogue, and mending it."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import CatalogueDir, DocsDir, Root
from generator.commands.running import settings_of
from generator.console import ERR, OUT, say
from generator.doctor import Ailment, examine, mend
from generator.figures.wording import counted
from generator.problems import Problem, Severity
from generator.version import PACKAGE, version


def doctor(
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    docs: DocsDir = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended.")] = False,
) -> None:
    """Look for what an earlier version wrote and this one wants otherwise; mend it with --fix.

    Exits with 1 while something is left that a build would trip over or a person must decide.
    Records, topics and sources are looked at by `check`.
    """
    system = f"{platform.system()} {platform.machine()}"
    say(OUT, f"{PACKAGE} {version()}, Python {platform.python_version()}, {system}")
    settings = settings_of(root, catalogue, docs, None)
    mended = mend(settings) if fix else []
    left = examine(settings)
    for ailment in mended:
        say(OUT, f"mended: {ailment.where}: {ailment.what}")
    for ailment in left:
        say(ERR, f"{_problem(ailment)}", "yellow")
    if not left:
        say(OUT, "all is well" if not mended else "nothing else is wrong")
        return
    fixable = sum(bool(ailment.remedies) for ailment in left)
    last = f"; --fix mends {fixable} of them" if fixable else ""
    say(ERR, f"{counted(len(left), 'finding')}{last}", "bold")
    sys.exit(1)


def _problem(ailment: Ailment) -> str:
    return str(Problem(Severity.WARNING, ailment.where, ailment.what, ailment.advice))
