"""The command line: arguments, progress, messages, exit code. The only module that prints.

Exit codes: 0 when all went well (there may be warnings), 1 for problems in the data, 2 for
wrong use, 130 when interrupted.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator import settings as settings_module
from generator.explain import (
    explain_paper,
    explain_person,
    find_papers,
    find_people,
    names_paper,
    near_people,
)
from generator.figures.wording import counted
from generator.output import replace_file
from generator.pipeline import BuildReport, Pipeline
from generator.problems import BuildFailed, Problems, Severity, WrongUse, printable, quoted
from generator.schemas import write_schemas
from generator.serve import serve_site
from generator.sources.files import READERS
from generator.topics.suggested import as_yaml

#: More warnings than this are counted; all of them stand in the file of problems.
MAX_SHOWN = 40

app = typer.Typer(
    help="Turns listings and records of papers into a searchable static catalogue.\n\n"
    "Exit codes: 0 all went well, 1 problems in the data, 2 wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

topics = typer.Typer(help="What can be done with topics.", no_args_is_help=True)
app.add_typer(topics, name="topics")

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders or patterns to read beside catalogue/papers/ and the sources of"
        f" catalogue.yml. Formats: {', '.join(reader.name for reader in READERS)}.",
        show_default=False,
    ),
]
Root = Annotated[
    Path, typer.Option(help="The folder with mkdocs.yml and catalogue/.", show_default="here")
]
CatalogueDir = Annotated[
    Path | None, typer.Option(help="Instead of catalogue/ in the root.", show_default=False)
]
DocsDir = Annotated[
    Path | None, typer.Option(help="Instead of docs/ in the root.", show_default=False)
]
SiteDir = Annotated[
    Path | None, typer.Option(help="Instead of site/ in the root.", show_default=False)
]

_out = Console(highlight=False, soft_wrap=True)
_err = Console(highlight=False, soft_wrap=True, stderr=True)


def main() -> None:
    """Run the command line; turn what went wrong into a message and an exit code."""
    try:
        app()
    except WrongUse as error:
        _say(_err, str(error), "bold red")
        sys.exit(2)
    except OSError as error:
        # What the system refused where no stage expected it; a traceback would say no more.
        named = f"{error.filename}: " if error.filename else ""
        with contextlib.suppress(OSError):
            # What cannot be written may be these very words: > /dev/full.
            _say(_err, f"{named}{error.strerror or error}", "bold red")
        sys.exit(2)
    except KeyboardInterrupt:
        _say(_err, "Interrupted; what was begun is finished by the next build.", "bold red")
        sys.exit(130)


@app.command()
def build(
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    docs: DocsDir = None,
    site: SiteDir = None,
    pages_only: Annotated[
        bool, typer.Option("--pages-only", help="Write the Markdown pages, not the site.")
    ] = False,
) -> None:
    """Build the catalogue's pages in docs/ and the web site in site/.

    Only pages that changed are written. When the input has errors nothing is written at all, and
    every error is listed with its file and line.
    """
    with _pipeline(root, catalogue, docs, site) as pipeline:
        report = pipeline.build(sources or [], Path.cwd(), with_site=not pages_only)
    _summary(report, pipeline)
    if not pages_only:
        site_dir = pipeline.settings.site_dir
        _say(_out, f"Look at it with `make serve`; it is in {printable(str(site_dir))}.")


@app.command()
def serve(
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    site: SiteDir = None,
    port: Annotated[int, typer.Option(help="On this machine only.", min=0, max=65535)] = 8000,
    under: Annotated[
        str, typer.Option(help="A path to serve it under, as project pages are: /name/.")
    ] = "/",
) -> None:
    """Show the built site in a browser on this machine, until Ctrl-C."""
    settings = _settings(root, catalogue, None, site)
    serve_site(settings.site_dir, port, under, lambda text: _say(_out, text))


@app.command()
def check(
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when there is a warning, too.")
    ] = False,
) -> None:
    """Read everything and say what is wrong, without writing anything.

    Also facts that cannot be: a year before its arXiv id's, an author twice, a venue in two
    spellings … What is right all the same can be listed under checked: in decisions.yml.
    """
    with _pipeline(root, catalogue, None, None) as pipeline:
        pipeline.check(sources or [], Path.cwd(), _today())
    _counts(pipeline.report)
    warnings = pipeline.problems.count(Severity.WARNING)
    if strict and warnings:
        _say(_err, f"{counted(warnings, 'warning')}, and --strict allows none.", "bold red")
        sys.exit(1)


def _today() -> dt.date:
    """Return the day, by https://reproducible-builds.org/docs/source-date-epoch/ if it is set."""
    now = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(now) if now else time.time(), dt.UTC).date()


@app.command()
def explain(
    paper: Annotated[
        str,
        typer.Argument(help="A paper's id, or words of its title; or an author's name or address."),
    ],
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
) -> None:
    """Say where a paper's values come from, why entries were merged, why it has its topics.

    Of an author, which names and papers are one person's, and why others of the name are not.
    """
    with _pipeline(root, catalogue, None, None) as pipeline:
        decided = pipeline.decide(sources or [], Path.cwd())
    people = find_people(decided.catalogue, paper)
    if people and not names_paper(decided.catalogue, paper):
        told = [explain_person(decided.catalogue, decided.people, person) for person in people]
        _say(_out, "\n\n".join(told))
        return
    found = find_papers(decided.catalogue, paper)
    named = names_paper(decided.catalogue, paper)
    near_by_name = [] if named else near_people(decided.catalogue, paper)
    if len(found) != 1 or near_by_name:
        near = "".join(
            f"\n  authors/{person.slug}/: {person.name.natural}" for person in near_by_name
        )
        near += "".join(f"\n  {item.id}: {item.work.title.plain}" for item in found)
        raise WrongUse(
            f"{quoted(paper)} names no single paper or person"
            + (f"; these come near:{near}" if near else "")
        )
    _say(_out, explain_paper(decided.catalogue, decided.merged, found[0]))


@topics.command(name="suggest")
def suggest_topics(
    sources: Sources = None,
    count: Annotated[
        int | None, typer.Option(help="How many topics.", min=1, max=500, show_default="fitting")
    ] = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
) -> None:
    """Suggest topics with phrases, from words that stand together in the papers.

    Prints a topics.yml to begin with; nothing is changed. A catalogue that has no topics.yml yet
    can be asked, too.
    """
    with _pipeline(root, catalogue, None, None) as pipeline:
        found = pipeline.suggest(sources or [], Path.cwd(), count)
    _say(_out, as_yaml(found.suggestions, counted(found.papers, "paper"), found.known).rstrip())


@app.command()
def schema(root: Root = Path(), catalogue: CatalogueDir = None) -> None:
    """Write the JSON Schemas that editors use to check records and topics as you type."""
    settings = _settings(root, catalogue, None, None)
    for path in write_schemas(settings):
        _say(_out, f"wrote {settings.shown(path)}")


def _settings(
    root: Path, catalogue: Path | None, docs: Path | None, site: Path | None
) -> settings_module.Settings:
    problems = Problems()
    settings = settings_module.load(root, problems, catalogue, docs, site)
    if settings is None:
        _report(problems, None)
        sys.exit(1)
    return settings


@contextlib.contextmanager
def _pipeline(
    root: Path, catalogue: Path | None, docs: Path | None, site: Path | None
) -> Iterator[Pipeline]:
    """Give a pipeline with progress; afterwards list its problems, and exit 1 if it failed."""
    settings = _settings(root, catalogue, docs, site)
    problems = Problems()
    with _progress() as progress:
        pipeline = Pipeline(settings, problems, progress)
        failed = False
        try:
            yield pipeline
        except BuildFailed:
            failed = True
    _report(problems, settings)
    if failed:
        state = _state(pipeline.report)
        errors = counted(problems.count(Severity.ERROR), "error")
        _say(_err, f"{errors}; {state}", "bold red")
        sys.exit(1)


def _state(report: BuildReport) -> str:
    """Return what a build that failed has written."""
    if not report.begun:
        return "nothing was written, the previous pages and site are as they were."
    if report.written and "site" not in report.begun:
        return "the pages were written, but the site is as it was."
    part = "site" if report.written else "pages"
    return f"the {part} may be new in part; the next build does what is left."


class _Shown:
    """Shows the stages of a build as one line with a bar."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task = bars.add_task("start", total=None)

    def stage(self, name: str, total: int | None) -> None:
        self._bars.reset(self._task, description=name, total=total)

    def step(self, done: int) -> None:
        self._bars.update(self._task, completed=done)


@contextlib.contextmanager
def _progress() -> Iterator[_Shown | None]:
    """Show progress on a terminal; be quiet in a pipe."""
    if not _err.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=_err, transient=True) as bars:
        yield _Shown(bars)


def _report(problems: Problems, settings: settings_module.Settings | None) -> None:
    """List the problems: every error, and the first MAX_SHOWN others."""
    styles = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
    others = 0
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            others += 1
        if problem.severity is Severity.ERROR or others <= MAX_SHOWN:
            _say(_err, f"{problem.severity.name.lower()}: {problem}", styles[problem.severity])
    if others > MAX_SHOWN and settings is not None:
        lines = "".join(f"{problem.severity.name.lower()}: {problem}\n" for problem in problems)
        path = settings.work_dir / "problems.txt"
        try:
            replace_file(path, lines.encode())
            where = f"all are in {settings.shown(path)}"
        except OSError as error:
            where = f"{settings.shown(path)} cannot be written ({error.strerror})"
        _say(_err, f"and {others - MAX_SHOWN:,} more; {where}", "yellow")


def _counts(report: BuildReport) -> None:
    _say(
        _out,
        f"{counted(report.entries - report.records, 'entry', 'entries')} and"
        f" {counted(report.records, 'record')} read = {report.merged} merged +"
        f" {report.rejected} rejected; {counted(report.papers, 'paper')}",
    )
    for label, (entries, rejected) in report.per_source.items():
        refused = f", {rejected} rejected" if rejected else ""
        _say(_out, f"  {entries:>6} {printable(label)}{refused}")
    if report.unsorted:
        _say(_out, f"{counted(len(report.unsorted), 'paper')} without a topic:")
        for name in report.unsorted[:10]:
            _say(_out, f"  {printable(name)}")
        if len(report.unsorted) > 10:
            _say(_out, f"  and {len(report.unsorted) - 10} more, under Unsorted on the site")


def _summary(report: BuildReport, pipeline: Pipeline) -> None:
    _counts(report)
    if report.written:
        written = report.written
        _say(
            _out,
            f"pages: {written.written} written, {written.unchanged} unchanged,"
            f" {written.removed} removed",
        )
    if report.site:
        _say(
            _out,
            f"site: {counted(report.site.pages, 'page')}, {report.site.files} files,"
            f" {report.site.bytes / 1e6:.1f} MB",
        )
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in report.seconds.items())
    whole = f"{sum(report.seconds.values()):.1f} ({report.synced:.1f} of it waiting for the disk)"
    _say(_out, f"seconds: {stages}; in all {whole}")
    count = pipeline.problems.count
    warnings = counted(count(Severity.WARNING), "warning")
    _say(_out, f"problems: {warnings}, {counted(count(Severity.NOTE), 'note')}")


def printable_lines(text: str) -> str:
    """Return `text` safe for a terminal, its line breaks kept."""
    return "\n".join(printable(line) for line in text.split("\n"))


def _say(console: Console, text: str, style: str = "") -> None:
    # Source text and names of files may hold square brackets, which are no markup of ours, and
    # control characters, which would drive the terminal.
    console.print(printable_lines(text), markup=False, style=style or None)
