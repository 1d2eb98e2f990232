"""`new`: a catalogue to begin with, made of bibliographies that are there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator import system
from generator.commands.build import build
from generator.commands.running import opened
from generator.console import ERR, OUT, say
from generator.fetched import is_fetched, libraries_named
from generator.figures.wording import counted
from generator.language import base_of, languages
from generator.new import Wishes, make_catalogue, name_from, taken
from generator.problems import WrongUse, printable, quoted
from generator.settings import is_web_address
from generator.topics.suggested import as_yaml
from generator.write_file import replace_file

#: From so many papers on their words say enough for topics.
ENOUGH = 30
#: By what editors check the file.
_SCHEMA = "# yaml-language-server: $schema=schemas/topics.schema.json\n"


def new(  # noqa: PLR0913, PLR0917, an option each
    folder: Annotated[Path, typer.Argument(help="Where it comes to lie; it is made.")],
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            help="A bibliography, or a folder or pattern of some: copied into sources/; or a"
            " library of Zotero, such as zotero:groups/12345. May be given several times.",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            help="What it is called. Else it is asked on a terminal, or made of the folder's name.",
            show_default=False,
        ),
    ] = None,
    description: Annotated[str, typer.Option(help="One or two sentences on it.")] = "",
    url: Annotated[str, typer.Option(help="Where it will be published, if that is known.")] = "",
    repository: Annotated[str, typer.Option(help="Where readers can report mistakes.")] = "",
    language: Annotated[str, typer.Option(help="What visitors read: en, de, zh.")] = "en",
    with_topics: Annotated[
        bool,
        typer.Option(
            "--topics/--no-topics",
            help=f"Suggest topics from the words of the papers, if there are {ENOUGH} or more.",
        ),
    ] = True,
    with_site: Annotated[
        bool, typer.Option("--build/--no-build", help="Build its site at once.")
    ] = True,
) -> None:
    """Make a new catalogue: a folder with all that it takes, to be kept by git.

    Bibliographies that are given are copied into it. Their papers get topics from their words, as a
    draft, and the site is built. Nothing that is there is overwritten.
    """
    for option, address in (("--url", url), ("--repository", repository)):
        if address and not is_web_address(address):
            raise WrongUse(f"{option}: {quoted(address)} is not a web address with https://")
    if not base_of(language):
        raise WrongUse(
            f"--language: there is no translation into {quoted(language)}; choose one of"
            f" {', '.join(languages())}, and write another later"
        )
    libraries = [str(library) for library in libraries_named(filter(is_fetched, sources or []))]
    found = taken([name for name in sources or [] if not is_fetched(name)], Path.cwd())
    wishes = Wishes(_name(name, folder), description, url, repository, language)
    kept = make_catalogue(folder, wishes, found, libraries)
    files = f" with {counted(len(found), 'source')}" if found else ""
    say(OUT, f"made {printable(str(folder))}{files}")
    if kept:
        say(OUT, f"{', '.join(kept)} stayed as they were; let git pass over /site and /.build")
    if libraries:
        # What they hold is not known before it was asked for.
        say(OUT, f"\nNext:\n{_next(folder, 'fetch')}\n  paper-catalogue serve")
        return
    try:
        if with_topics and found:
            _suggest(folder)
        if with_site:
            build(root=folder)
    except SystemExit:
        say(ERR, f"The catalogue is there. Mend what is wrong in {folder}, and build it:", "bold")
        say(ERR, _next(folder, "build"))
        raise
    say(OUT, f"\nNext:\n{_next(folder, 'serve')}")


def _name(name: str | None, folder: Path) -> str:
    """Return the name that was given, or else asked for, or else that of the folder."""
    if name is None:
        name = name_from(folder.absolute())
        if sys.stdin.isatty() and sys.stderr.isatty():
            name = str(typer.prompt("What is the catalogue called?", default=name, err=True))
    name = " ".join(name.split())
    if not name:
        raise WrongUse("--name: is empty; say what the catalogue is called, or leave it out")
    return name


def _suggest(folder: Path) -> None:
    """Write topics.yml from the words of the papers, if they are enough."""
    with opened(folder, None, None, None, quiet=True) as pipeline:
        found = pipeline.suggest([], Path.cwd(), None)
        if found.papers >= ENOUGH:
            text = as_yaml(found.suggestions, counted(found.papers, "paper"), {})
            replace_file(pipeline.settings.catalogue_dir / "topics.yml", (_SCHEMA + text).encode())
            topics = counted(len(found.suggestions), "topic")
            say(OUT, f"suggested {topics} in catalogue/topics.yml, a draft to be edited")


def _next(folder: Path, command: str) -> str:
    return f"  cd {system.in_shell(printable(str(folder)))}\n  paper-catalogue {command}"
