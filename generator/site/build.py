"""Builds the site beside the present one and puts it in its place; says where a site will be."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.output import OURS, Staging, set_apart, why_not_written
from generator.problems import Place, Problems, WrongUse, printable, quoted
from generator.settings import ADDRESS_HINT, Settings, is_web_address
from generator.site.finishing import finish
from generator.site.mkdocs import MkDocsFailed, Step, run_mkdocs, said
from generator.site.weight import weigh


@dataclass(frozen=True)
class Site:
    """What a built site weighs."""

    pages: int
    files: int
    bytes: int


def build_site(
    settings: Settings, staging: Staging, problems: Problems, step: Step = lambda _: None
) -> Site | None:
    """Build the site from the Markdown in the docs folder; None, and a problem, if that fails.

    The site is made at `staging` and then takes the place of the present one; files with the same
    bytes keep their time stamps. `step` is told the number of pages written so far.
    """
    where = Place(settings.shown(settings.root / "mkdocs.yml"))
    stage = staging.next
    try:
        # What a killed build left: an unfinished site, or the one before.
        staging.discard_next()
        pages = run_mkdocs(settings, stage, site_url(settings), problems, step)
        (stage / OURS).touch()
        finished = finish(stage, staging.tree)
        staging.put_in_place(finished.changed, finished.gone)
        staging.discard_next()
    except MkDocsFailed as error:
        problems.error(where, f"MkDocs cannot build the site: {error}", "mend what it names")
    except OSError as error:
        problems.error(Place(settings.shown(staging.tree)), *why_not_written(error))
    else:
        weigh(finished.sizes, Place(settings.shown(staging.tree)), problems)
        return Site(pages, len(finished.sizes), sum(finished.sizes.values()))
    staging.give_up()
    return None


def check_ours(site: Path) -> None:
    """Raise WrongUse when `site` is a folder with content that no build made."""
    shown = printable(str(site))
    try:
        if site.exists() and not site.is_dir():
            raise WrongUse(f"{shown}: is a file; give a folder for the site")
        held = {path.name for path in site.iterdir()} if site.is_dir() else set()
        theirs = held - set_apart(site) and OURS not in held
    except OSError as error:
        raise WrongUse(f"{shown}: cannot be read: {error.strerror}") from error
    if theirs:
        raise WrongUse(
            f"{shown}: holds files that are not from a build of this catalogue; building would"
            " delete them. Empty the folder or give another one with --site"
        )


def site_url(settings: Settings) -> str:
    """Return where the site will be: the publishing workflow knows better than the settings.

    Raises WrongUse when what it says is no address.
    """
    url = os.environ.get("SITE_URL") or settings.url
    if url and not is_web_address(url):
        raise WrongUse(f"SITE_URL: {quoted(url)} is not a web address; {ADDRESS_HINT}")
    return url.rstrip("/") + "/" if url else ""


def repository(settings: Settings) -> str:
    """Return where people can correct a paper: as the settings say, else `repo_url` of mkdocs.yml.

    A file that cannot be read says nothing here: building the site reports what is wrong with it.
    """
    if settings.repository:
        return settings.repository
    found = said(settings).get("repo_url")
    return found if isinstance(found, str) and is_web_address(found) else ""
