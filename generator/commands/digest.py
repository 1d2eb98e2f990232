"""`digest`: what came into the catalogue in some days, as an e-mail."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rapidfuzz import process

from generator.catalogue import Catalogue
from generator.commands import clock
from generator.commands.options import CORES, CatalogueDir, Root, Sources, WorkersCount
from generator.commands.running import opened
from generator.console import ERR, OUT, put, say
from generator.problems import WrongUse, quoted
from generator.settings import Settings
from generator.settings.digest_wish import DigestWish
from generator.site import site_url
from generator.write_file import replace_file


class Form(StrEnum):
    """What a digest can be written as."""

    EML = "eml"
    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"


_DAY = ["%Y-%m-%d"]


def digest(  # noqa: PLR0913, PLR0917, an option each
    since: Annotated[
        dt.datetime,
        typer.Option(formats=_DAY, metavar="<day>", help="The first day, such as 2026-11-16."),
    ],
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    until: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=_DAY,
            metavar="<day>",
            help="The day after the last one.",
            show_default="today, in UTC",
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            help="Only papers of this topic, by its slug. May be given several times.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="An e-mail with all its headers, or what stands in it.")
    ] = Form.EML,
    output: Annotated[
        Path | None, typer.Option(help="Write it there, not to the terminal.", show_default=False)
    ] = None,
    sends: Annotated[
        bool, typer.Option("--send", help="Send it to the list, by the server of SMTP_HOST.")
    ] = False,
    count: WorkersCount = CORES,
) -> None:
    """Make an e-mail of the papers that were added in some days, and print or send it.

    From whom and to which list, digest: of catalogue.yml says. When no paper was added, nothing is
    written or sent.

    Exit codes: 0 printed, written or sent, or there was nothing; 1 and 2 certainly not sent; any
    other, such as 3, maybe sent: the server had all of it and did not say that it took it.
    """
    # Only this command needs libraries for days in words and for mail.
    from generator.digest import content, forms, message, server  # noqa: PLC0415
    from generator.digest.period import Period  # noqa: PLC0415

    now = clock.now()
    first, behind = since.date(), (until or now).date()
    if first >= behind:
        raise WrongUse(f"--since {first} is not before --until {behind}: there is no day between")
    if sends and form is not Form.EML:
        raise WrongUse(f"--send sends an e-mail, not {form}; leave out --format")
    if sends:
        server.Server.of()  # What is wrong there is told before anything is read.
    with opened(root, catalogue, None, None, count) as pipeline:
        settings = replace(pipeline.settings, url=site_url(pipeline.settings))
        _check(settings, form)
        decided = pipeline.decide(sources or [], Path.cwd())
    asked = content.Asked(
        decided.catalogue,
        settings,
        decided.language,
        Period(first, behind),
        _topics(decided.catalogue, topic or ()),
    )
    if not asked.papers:
        say(ERR, f"No paper was added from {first} to the day before {behind}: nothing to tell.")
        return
    if settings.digest and form is Form.EML:
        # What is printed is the same whenever it is printed; mail that is sent is of its time, or
        # filters of spam take it for late.
        date = now if sends else dt.datetime.combine(behind, dt.time(), dt.UTC)
        data = bytes(message.message_of(asked, settings.digest, date))
    else:
        layout = {Form.MARKDOWN: forms.markdown, Form.TEXT: forms.plain_text, Form.HTML: forms.html}
        data = layout[form](content.digest_of(asked)).encode()
    if output:
        replace_file(output, data)
    elif not sends:
        put(data)
    if sends and settings.digest:
        _send(settings.digest, data)


def _check(settings: Settings, form: Form) -> None:
    """Raise WrongUse where the settings lack what a digest needs."""
    if not settings.url:
        raise WrongUse(
            "the links of a digest need the address of the site: set url: in catalogue.yml, or"
            " SITE_URL"
        )
    if form is Form.EML and not settings.digest:
        raise WrongUse(
            "an e-mail needs digest: in catalogue.yml, with from: and to:; --format markdown, text"
            " and html do not"
        )


def _topics(catalogue: Catalogue, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the slugs, each once. Raises WrongUse for those that no topic has."""
    unknown = [slug for slug in asked if slug not in catalogue.topics]
    if unknown:
        near = process.extract(unknown[0], catalogue.topics.keys(), limit=3)
        hint = ", ".join(name for name, *_ in near) or "there are no topics"
        raise WrongUse(
            f"--topic {quoted(unknown[0])}: no topic of topics.yml has this slug ({hint})"
        )
    return tuple(dict.fromkeys(asked))


def _send(wish: DigestWish, data: bytes) -> None:
    """Send a message, and say what became of it; exit with 1 or 3 if it is not known to be sent."""
    from generator.digest import sending, server  # noqa: PLC0415

    reached, to = server.Server.of(), wish.to_address.address
    try:
        letter = sending.Letter(wish.from_address.address, to, data)
        sending.send(letter, reached, tell=lambda told: say(ERR, told, "yellow"))
    except sending.NotSent as failure:
        say(ERR, f"Not sent: {failure}", "bold red")
        sys.exit(1)
    except sending.MaybeSent as failure:
        # What cannot be told must not change the exit code.
        with contextlib.suppress(OSError):
            told = f"Perhaps sent: {failure}. Look into the list before you send it again."
            say(ERR, told, "bold red")
        sys.exit(3)
    with contextlib.suppress(OSError):
        say(OUT, f"Sent to {to} by {reached}.")
