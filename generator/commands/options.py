"""Options and arguments that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.sources.files import READERS
from generator.workers import cores

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
