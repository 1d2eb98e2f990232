"""`topics`: what can be done with topics."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import CatalogueDir, Root, Sources
from generator.commands.running import opened
from generator.console import OUT, say
from generator.figures.wording import counted
from generator.topics.suggested import as_yaml

topics = typer.Typer(help="What can be done with topics.", no_args_is_help=True)


@topics.command(name="suggest")
def suggest(
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
    with opened(root, catalogue, None, None) as pipeline:
        found = pipeline.suggest(sources or [], Path.cwd(), count)
    say(OUT, as_yaml(found.suggestions, counted(found.papers, "paper"), found.known).rstrip())
