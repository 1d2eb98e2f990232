"""A digest as plain text, as Markdown and as HTML that mail programs show.

The HTML is what Gmail and Outlook keep of a page: tables for its form, styles in the elements
(Gmail drops those of the head where it finds anything it does not know), no pictures, and no
colours, so that letters and background are those of the reader, by day and in the dark. See
https://developers.google.com/workspace/gmail/design/css; Outlook for Windows lays out as Word does
and knows no widest width, hence the table between comments that it alone reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.digest.content import Digest, Item, Way
from generator.text.markdown import Markdown, escape, inline, link, standing_alone

#: Columns of a line of plain text: 78 at most by https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1,
#: and less leaves room for the marks of an answer. Only an address may be longer.
COLUMNS = 72
_RULE = "-" * COLUMNS
#: Parts the facts of a paper.
_BETWEEN = " · "


def plain_text(digest: Digest) -> str:
    """Return the digest as plain text."""
    return "".join(f"{line}\n" for line in _text_lines(digest))


def _text_lines(digest: Digest) -> Iterator[str]:
    yield from _wrapped(digest.name)
    yield from _wrapped(digest.headline)
    for section in digest.sections:
        yield ""
        if section.name:
            yield from _underlined(section.name)
            yield ""
        for at, item in enumerate(section.items):
            if at:
                yield ""
            yield from _text_of(item)
    if digest.left_out:
        yield ""
        yield _RULE
        yield from _wrapped(digest.left_out)
        yield ""
        yield from _listed(digest.counts)
    yield ""
    yield _RULE
    yield from _listed(digest.ways)
    yield from _wrapped(digest.sent_to)


def _listed(ways: Iterable[Way]) -> Iterator[str]:
    for way in ways:
        yield from _wrapped(way.name)
        yield f"  {way.url}"


def _text_of(item: Item) -> Iterator[str]:
    yield from _wrapped(item.title)
    yield from _wrapped(_facts(item))
    yield from _wrapped(item.summary)
    yield item.url


def _facts(item: Item) -> str:
    known = [_BETWEEN.join(item.facts), *(f"[{badge}]" for badge in item.badges)]
    return " ".join(part for part in known if part)


def _underlined(text: str) -> Iterator[str]:
    lines = _wrapped(text)
    yield from lines
    yield "-" * max(map(cell_len, lines), default=0)


def _wrapped(text: str) -> list[str]:
    """Return a text in lines of so many columns, of which a Chinese character takes two."""
    if not text:
        return []
    lines = Text(text).wrap(_console(), COLUMNS, overflow="fold")
    return [line.plain.rstrip() for line in lines]


@cache
def _console() -> Console:
    return Console(width=COLUMNS)


def markdown(digest: Digest) -> str:
    """Return the digest as Markdown."""
    return "\n".join(_markdown_lines(digest)) + "\n"


def _markdown_lines(digest: Digest) -> Iterator[str]:
    yield f"# {escape(digest.headline)}"
    yield ""
    yield standing_alone(link(inline(digest.name), digest.home))
    for section in digest.sections:
        if section.name:
            yield ""
            yield f"## {link(inline(section.name), section.url)}"
        yield ""
        for item in section.items:
            yield f"- {_markdown_of(item)}"
    if digest.left_out:
        yield ""
        yield standing_alone(inline(digest.left_out))
        yield ""
        yield from (f"- {_way(way)}" for way in digest.counts)
    yield ""
    yield standing_alone(Markdown(_BETWEEN.join(map(_way, digest.ways))))
    if digest.sent_to:
        yield ""
        yield standing_alone(inline(digest.sent_to))


def _way(way: Way) -> Markdown:
    return link(inline(way.name), way.url)


def _markdown_of(item: Item) -> str:
    parts = [
        f"**{link(inline(item.title), item.url)}**",
        inline(_facts(item)),
        inline(item.summary),
    ]
    return "\\\n  ".join(part for part in parts if part)


def html(digest: Digest) -> str:
    """Return the digest as a whole page of HTML."""
    return (
        _environment()
        .get_template("digest.html.j2")
        .render(
            digest=digest,
            lang=digest.language.code,
            dir="rtl" if digest.language.forms.right_to_left else "ltr",
            side="right" if digest.language.forms.right_to_left else "left",
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
