"""`check`: what is wrong, without writing anything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands import clock
from generator.commands.options import CORES, CatalogueDir, Root, Sources, WorkersCount
from generator.commands.running import opened
from generator.console import ERR, say, tell
from generator.figures.wording import counted
from generator.problems import Severity
from generator.terminal import count_lines


def check(
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when there is a warning, too.")
    ] = False,
    count: WorkersCount = CORES,
) -> None:
    """Read everything and say what is wrong, without writing anything.

    Also facts that cannot be: a year before its arXiv id's, an author twice, a venue in two
    spellings … What is right all the same can be listed under checked: in decisions.yml.
    """
    with opened(root, catalogue, None, None, count) as pipeline:
        pipeline.check(sources or [], Path.cwd(), clock.now().date())
    tell(count_lines(pipeline.report))
    warnings = pipeline.problems.count(Severity.WARNING)
    if strict and warnings:
        say(ERR, f"{counted(warnings, 'warning')}, and --strict allows none.", "bold red")
        sys.exit(1)
