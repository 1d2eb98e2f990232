"""`build`: pages and site."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import (
    CORES,
    CatalogueDir,
    DocsDir,
    Root,
    SiteDir,
    Sources,
    WorkersCount,
)
from generator.commands.running import opened
from generator.console import Line, tell
from generator.last_build import LastBuild
from generator.problems import printable
from generator.terminal import count_lines, doubt_lines, unchanged_lines, written_lines


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
    with opened(
        root, catalogue, docs, site, count, fresh=fresh, keeps=True, wrong=wrong
    ) as pipeline:
        last = LastBuild(pipeline.settings, sources or [], sys.argv[1:])
        report = pipeline.build(sources or [], Path.cwd(), with_site=not pages_only)
    doubts = doubt_lines(pipeline.problems)
    shown = printable(str(pipeline.settings.site_dir))
    where = f"Look at it with `paper-catalogue serve`; it is in {shown}."
    end = [*doubts, *([] if pages_only else [Line("done", where)])]
    tell([*count_lines(report), *written_lines(report), *end])
    last.keep(report.left, [*wrong, *count_lines(report), *unchanged_lines(report), *end])
    if seconds:
        took = {"papers": report.papers, "wall": report.seconds, "processor": report.processor}
        seconds.write_bytes(json.dumps(took).encode())
