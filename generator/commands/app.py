"""The command line: all commands, and the exit code.

Exit codes: 0 when all went well (there may be warnings), 1 for problems in the data, 2 for
wrong use, 130 when interrupted.
"""

from __future__ import annotations

from typing import Annotated

import typer

from generator.commands.add import add
from generator.commands.build import build
from generator.commands.check import check
from generator.commands.digest import digest
from generator.commands.doctor import doctor
from generator.commands.enrich import enrich
from generator.commands.explain import explain
from generator.commands.fetch import fetch
from generator.commands.intake import intake
from generator.commands.new import new
from generator.commands.schema import schema
from generator.commands.serve import serve
from generator.commands.topics import topics
from generator.console import OUT, faults_told, say
from generator.garbage import collect_rarely
from generator.problems import WrongUse
from generator.version import PACKAGE, version
from generator.workers import WorkerLost

app = typer.Typer(
    help="Turns listings and records of papers into a searchable static catalogue.\n\n"
    "Exit codes: 0 all went well, 1 problems in the data, 2 wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _say_version(wanted: bool) -> None:
    if wanted:
        say(OUT, f"{PACKAGE} {version()}")
        raise typer.Exit


@app.callback()
def _of_all(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


#: In the order in which `--help` lists them.
for command in (
    new,
    build,
    serve,
    check,
    explain,
    add,
    enrich,
    fetch,
    intake,
    digest,
    schema,
    doctor,
):
    app.command()(command)
app.add_typer(topics, name="topics")


def main() -> None:
    """Run the command line; turn what went wrong into a message and an exit code."""
    collect_rarely()
    with faults_told():
        try:
            app()
        except WorkerLost as error:
            raise WrongUse(str(error)) from error
