"""`fetch`: what the sources have that are asked for over the network."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import CatalogueDir, Root
from generator.commands.running import settings_of
from generator.console import ERR, OUT, say
from generator.fetched import FOLDER, is_fetched, libraries_named
from generator.terminal import progress_shown, steps_of


def fetch(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="Libraries to fetch, such as zotero:groups/12345, instead of those of"
            " catalogue.yml.",
            show_default=False,
        ),
    ] = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask for everything, not only for what changed.")
    ] = False,
) -> None:
    """Ask Zotero for what changed in the libraries among the sources, for builds to read.

    It is kept in catalogue/fetched/, to be committed like any other source: builds never ask. The
    key of a library that is not public is read from ZOTERO_API_KEY. When one cannot be fetched, its
    file stays as it was, the others are fetched all the same, and the exit code is 1.
    """
    # Only commands that ask need a library for HTTP, which takes as long to load as many a build.
    from generator.services import asking, failures, fetching, zotero, zotero_access  # noqa: PLC0415
    from generator.services.kept_answers import KeptAnswers  # noqa: PLC0415

    settings = settings_of(root, catalogue, None, None)
    libraries = libraries_named(sources or [name for name in settings.sources if is_fetched(name)])
    if not libraries:
        say(OUT, "catalogue.yml has no source to fetch; one is, for example, zotero:groups/12345")
        return
    reached = zotero_access.ZoteroAccess.of()
    failed: list[str] = []
    for library in libraries:
        kept = KeptAnswers(settings.work_dir / "asked" / Path(library.file).stem)
        with (
            progress_shown() as progress,
            asking.Asking(reached.address, zotero.MANNERS, kept=kept) as service,
        ):
            step = partial(steps_of(progress), str(library))
            step(0, 0)
            try:
                fetched = fetching.fetch(
                    library, settings.catalogue_dir / FOLDER, service, reached.key,
                    fresh=fresh, step=step,
                )  # fmt: skip
            except failures.ServiceFailed as failure:
                failed.append(reached.failed(library, failure))
                continue
            except KeyboardInterrupt:
                say(
                    ERR,
                    "Interrupted; files are as they were, and the next fetch goes on from here.",
                )
                sys.exit(130)
        say(OUT, str(fetched))
    for told in failed:
        say(ERR, told, "red")
    if failed:
        sys.exit(1)
