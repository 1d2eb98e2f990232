"""`enrich`: services are asked for what papers lack, and what they say is kept for builds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands import clock
from generator.commands.options import CORES, CatalogueDir, Root, WorkersCount
from generator.commands.running import opened
from generator.console import ERR, OUT, say, tell
from generator.figures.wording import counted
from generator.problems import Problems
from generator.terminal import problem_lines, progress_shown, steps_of


def enrich(  # noqa: PLR0913, PLR0917, each an option
    papers: Annotated[
        list[str] | None,
        typer.Argument(
            help="Ids, addresses of pages, identifiers or titles of papers; all without any.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            help="Ask only for these, with commas between them: year, doi, code, abstract …;"
            " abstracts are asked for only so.",
            show_default=False,
        ),
    ] = None,
    service: Annotated[
        list[str] | None,
        typer.Option(help="Ask only this service: arxiv, crossref …", show_default=False),
    ] = None,
    older_than: Annotated[
        int | None,
        typer.Option(
            help="Ask again for what was told so many days ago, or more.", min=0, show_default=False
        ),
    ] = None,
    budget: Annotated[
        int | None,
        typer.Option(help="Most requests to one service in this run.", min=1, show_default="2,000"),
    ] = None,
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be asked, and ask nobody.")
    ] = False,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    count: WorkersCount = CORES,
) -> None:
    """Ask services for what papers lack, and keep what they say in catalogue/facts/.

    Builds read it as a source that all others go before, and never ask. A run that is interrupted
    goes on when it is started again. Exits with 1 when a service failed; the others are asked all
    the same.
    """
    # Only commands that ask need a library for HTTP, which takes as long to load as many a build.
    from generator.enriching import lacking, plan, run, telling  # noqa: PLC0415

    names, today = lacking.wanted_names(only), clock.now().date()
    wish = plan.Wish(names, plan.services_named(service), today, older_than)
    with opened(root, catalogue, None, None, count, quiet=True) as pipeline:
        decided = pipeline.decide([], Path())
    settings, problems = pipeline.settings, Problems()
    chosen = run.papers_named(papers, decided.catalogue)
    with run.asking_round(settings, problems, wish, budget or 0) as asking:
        tell(problem_lines(problems, settings))
        subjects = run.subjects_of(chosen, asking)
        if dry:
            _say_costs([str(cost) for cost in telling.costs(subjects, asking)])
            return
        with progress_shown() as progress:
            try:
                asking.ask(subjects, steps_of(progress))
            except KeyboardInterrupt:
                say(ERR, "Interrupted; what came is kept, and the next enrich goes on from here.")
                sys.exit(130)
    for line, is_wrong in telling.told_lines(asking.told):
        say(ERR if is_wrong else OUT, line, "yellow" if is_wrong else "")
    if not asking.told:
        say(OUT, "nothing to ask: what is lacking, the services were asked for before")
    if lacks := telling.still_lacking(subjects):
        say(OUT, f"of {counted(len(chosen), 'paper')} still lacking: {lacks}")
    if any(one.failed for one in asking.told):
        sys.exit(1)


def _say_costs(costs: list[str]) -> None:
    for cost in costs:
        say(OUT, cost)
    if costs:
        say(OUT, "at least; what one service says may be what another is asked by")
    else:
        say(OUT, "nothing to ask")
