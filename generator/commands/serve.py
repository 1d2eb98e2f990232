"""`serve`: the site on this machine, as the data is now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import CatalogueDir, DocsDir, Root, SiteDir, Sources
from generator.commands.running import settings_of
from generator.console import OUT, say
from generator.rebuild import Rebuilding
from generator.serve import Looking, serve_live, serve_site


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
    settings = settings_of(root, catalogue, docs, site)
    if not watch:
        serve_site(settings.site_dir, port, under, _tell)
        return
    again = Rebuilding(root, catalogue, docs, site, sources or [])
    looking = Looking(settings, sources or [], Path.cwd(), again.settings)
    serve_live(settings.site_dir, port, under, looking.look, again.build, _tell)


def _tell(text: str) -> None:
    say(OUT, text)
