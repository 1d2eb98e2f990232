"""The command line: commands with their arguments, and the exit code.

Exit codes: 0 when all went well (there may be warnings), 1 for problems in the data, 2 for
wrong use, 130 when interrupted.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from generator import settings as settings_module
from generator.cache.store import Cache
from generator.console import ERR, OUT, Line, faults_told, say, tell
from generator.explain import (
    explain_paper,
    explain_person,
    find_papers,
    find_people,
    names_paper,
    near_people,
)
from generator.figures.wording import counted
from generator.garbage import collect_rarely
from generator.last_build import LastBuild
from generator.pipeline import BuildReport, Pipeline
from generator.problems import BuildFailed, Problems, Severity, WrongUse, printable, quoted
from generator.rebuild import Rebuilding
from generator.schemas import write_schemas
from generator.serve import Looking, serve_live, serve_site
from generator.sources.files import READERS
from generator.terminal import (
    count_lines,
    doubt_lines,
    problem_lines,
    progress_shown,
    unchanged_lines,
    written_lines,
)
from generator.topics.suggested import as_yaml
from generator.workers import WorkerLost, cores, workers

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
WorkersCount = Annotated[
    int,
    typer.Option("--workers", help="How many processes work at once.", min=1, show_default="cores"),
]
CORES = cores()


def main() -> None:
    """Run the command line; turn what went wrong into a message and an exit code."""
    collect_rarely()
    with faults_told():
        try:
            app()
        except WorkerLost as error:
            raise WrongUse(str(error)) from error


@app.command()
def build(  # noqa: PLR0913, PLR0917, an option each
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    docs: DocsDir = None,
    site: SiteDir = None,
    pages_only: Annotated[
        bool, typer.Option("--pages-only", help="Write the Markdown pages, not the site.")
    ] = False,
    seconds: Annotated[
        Path | None,
        typer.Option(help="Write the seconds of each stage there, as JSON.", hidden=True),
    ] = None,
    count: WorkersCount = CORES,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Use nothing that earlier builds kept in .build/.")
    ] = False,
) -> None:
    """Build the catalogue's pages in docs/ and the web site in site/.

    Only pages that changed are written, and nothing at all when nothing changed since the last
    build. When the input has errors nothing is written at all, and
    every error is listed with its file and line.
    """
    wrong: list[Line] = []
    with _pipeline(
        root, catalogue, docs, site, count, fresh=fresh, keeps=True, wrong=wrong
    ) as pipeline:
        last = LastBuild(pipeline.settings, sources or [], sys.argv[1:])
        report = pipeline.build(sources or [], Path.cwd(), with_site=not pages_only)
    doubts = doubt_lines(pipeline.problems)
    where = f"Look at it with `make serve`; it is in {printable(str(pipeline.settings.site_dir))}."
    end = [*doubts, *([] if pages_only else [Line("done", where)])]
    tell([*count_lines(report), *written_lines(report), *end])
    last.keep(report.left, [*wrong, *count_lines(report), *unchanged_lines(report), *end])
    if seconds:
        took = {"papers": report.papers, "wall": report.seconds, "processor": report.processor}
        seconds.write_text(json.dumps(took), "utf-8")


@app.command()
def serve(  # noqa: PLR0913, PLR0917, an option each
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    docs: DocsDir = None,
    site: SiteDir = None,
    port: Annotated[int, typer.Option(help="On this machine only.", min=0, max=65535)] = 8000,
    under: Annotated[
        str, typer.Option(help="A path to serve it under, as project pages are: /name/.")
    ] = "/",
    watch: Annotated[
        bool, typer.Option("--watch/--no-watch", help="Build anew when something changes.")
    ] = True,
) -> None:
    """Show the site in a browser on this machine, until Ctrl-C, and keep it as the data says.

    It is built at once, and again whenever a record, a source, a page in docs/, mkdocs.yml or the
    theme changes; pages that are open show the new state by themselves, and the errors if there are
    any. Then the last good site stays.
    """
    settings = _settings(root, catalogue, docs, site)
    if not watch:
        serve_site(settings.site_dir, port, under, _tell)
        return
    again = Rebuilding(root, catalogue, docs, site, sources or [])
    looking = Looking(settings, sources or [], Path.cwd(), again.settings)
    serve_live(settings.site_dir, port, under, looking.look, again.build, _tell)


def _tell(text: str) -> None:
    say(OUT, text)


@app.command()
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
    with _pipeline(root, catalogue, None, None, count) as pipeline:
        pipeline.check(sources or [], Path.cwd(), _today())
    tell(count_lines(pipeline.report))
    warnings = pipeline.problems.count(Severity.WARNING)
    if strict and warnings:
        say(ERR, f"{counted(warnings, 'warning')}, and --strict allows none.", "bold red")
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
    count: WorkersCount = CORES,
) -> None:
    """Say where a paper's values come from, why entries were merged, why it has its topics.

    Of an author, which names and papers are one person's, and why others of the name are not.
    """
    with _pipeline(root, catalogue, None, None, count) as pipeline:
        decided = pipeline.decide(sources or [], Path.cwd())
    people = find_people(decided.catalogue, paper)
    if people and not names_paper(decided.catalogue, paper):
        told = [explain_person(decided.catalogue, decided.people, person) for person in people]
        say(OUT, "\n\n".join(told))
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
    say(OUT, explain_paper(decided.catalogue, decided.merged, found[0]))


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
    say(OUT, as_yaml(found.suggestions, counted(found.papers, "paper"), found.known).rstrip())


@app.command()
def schema(root: Root = Path(), catalogue: CatalogueDir = None) -> None:
    """Write the JSON Schemas that editors use to check records and topics as you type."""
    settings = _settings(root, catalogue, None, None)
    for path in write_schemas(settings):
        say(OUT, f"wrote {settings.shown(path)}")


def _settings(
    root: Path, catalogue: Path | None, docs: Path | None, site: Path | None
) -> settings_module.Settings:
    problems = Problems()
    settings = settings_module.load(root, problems, catalogue, docs, site)
    if settings is None:
        tell(problem_lines(problems, None))
        sys.exit(1)
    return settings


@contextlib.contextmanager
def _pipeline(  # noqa: PLR0913, those of the commands
    root: Path,
    catalogue: Path | None,
    docs: Path | None,
    site: Path | None,
    count: int = 1,
    *,
    fresh: bool = False,
    keeps: bool = False,
    wrong: list[Line] | None = None,
) -> Iterator[Pipeline]:
    """Give a pipeline with progress; afterwards list its problems, and exit 1 if it failed.

    What was kept is used unless `fresh`, and only kept anew if it `keeps`: who checks and explains
    writes nothing. The list `wrong` gets the lines that tell the problems.
    """
    settings = _settings(root, catalogue, docs, site)
    problems = Problems()
    with progress_shown() as progress:
        cache = Cache(settings.work_dir / "cache", fresh=fresh, keeps=keeps)
        pipeline = Pipeline(settings, problems, progress, workers(count), cache)
        failed = False
        try:
            yield pipeline
        except BuildFailed:
            failed = True
    lines = problem_lines(problems, settings)
    tell(lines)
    if wrong is not None:
        wrong += lines
    if failed:
        state = _state(pipeline.report)
        errors = counted(problems.count(Severity.ERROR), "error")
        say(ERR, f"{errors}; {state}", "bold red")
        sys.exit(1)


def _state(report: BuildReport) -> str:
    """Return what a build that failed has written."""
    if not report.begun:
        return "nothing was written, the previous pages and site are as they were."
    if report.written and "site" not in report.begun:
        return "the pages were written, but the site is as it was."
    part = "site" if report.written else "pages"
    return f"the {part} may be new in part; the next build does what is left."
