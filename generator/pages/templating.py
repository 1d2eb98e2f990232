"""The two Jinja environments of the pages: what a template prints is escaped for its language.

Both are given the same values, and only lay them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.cache.files import digest_of_files
from generator.pages.links import Named, PageLink, as_html, as_markdown
from generator.text import markdown
from generator.text.addresses import safe_address
from generator.text.html import ROOT, Html, attribute, direction, escaped, html_line, html_text
from generator.text.html import sentence as html_sentence
from generator.text.markdown import Markdown, front_matter, inline, paragraph, standing_alone
from generator.values.text import Text

_TEMPLATES = Path(__file__).with_name("templates")
#: A run of the sign that fences are made of.
_TICKS = re.compile("`{3,}")


def _html(value: Any) -> str:
    """Escape everything but numbers and what is HTML already: nobody can forget to.

    Numbers count: 2,727 authors. One that is a name, as that of a year or line, is text.
    """
    if isinstance(value, Html):
        return value
    if isinstance(value, Text):
        return value.typeset
    if isinstance(value, PageLink):
        return value.html
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Markdown):
        raise TypeError(f"Markdown in an HTML template: {value[:60]!r}")
    return html_line(str(value))


def _markdown(value: Any) -> str:
    """Escape everything but numbers and what is Markdown already."""
    if isinstance(value, Markdown):
        return value
    if isinstance(value, Text | PageLink):
        return value.markdown
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Html):
        raise TypeError(f"HTML in a Markdown template: {value[:60]!r}")
    return inline(str(value))


def _of_source(escape: Callable[[str], Any]) -> Callable[[str | Text], Any]:
    """Return `escape`, which takes source text, made to take a `Text` too."""
    return lambda value: escape(value.repaired if isinstance(value, Text) else value)


def _paragraph(value: str | Text) -> Markdown:
    if isinstance(value, Markdown):
        return standing_alone(value)
    return paragraph(value.repaired if isinstance(value, Text) else value)


def _html_names(names: Sequence[Named]) -> Html:
    return Html(", ".join(map(as_html, names)))


def _markdown_names(names: Sequence[Named]) -> Markdown:
    return Markdown(", ".join(map(as_markdown, names)))


def _fenced(text: str, language: str) -> Markdown:
    """Return text as a block of code; its fence is longer than any in the text."""
    fence = "`" * max([3, *(len(found[0]) + 1 for found in _TICKS.finditer(text))])
    kept = text.replace(ROOT, "").rstrip("\n")
    return Markdown(f"{fence}{language}\n{kept}\n{fence}")


class _Environment(Environment):
    """An environment that a process which is not forked makes anew: compiled code is not sent."""

    made_by: Callable[[], Environment]

    def __reduce__(self) -> tuple[Callable[[], Environment], tuple[()]]:
        return self.made_by, ()


def _kept(make: Callable[[], _Environment]) -> Callable[[], Environment]:
    """Let an environment be made once for the same templates: serve sees them change."""

    @lru_cache(maxsize=1)
    def made(templates: str) -> Environment:  # noqa: ARG001
        env = make()
        env.made_by = environment
        return env

    @wraps(make)
    def environment() -> Environment:
        return made(digest_of_files(_TEMPLATES))

    return environment


def _environment(
    ending: str, printed: Callable[[Any], str], filters: dict[str, Callable[..., Any]]
) -> _Environment:
    # Jinja's autoescape knows one language only: `finalize` escapes for each.
    env = _Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # No template changes while pages are made: looking costs each include a call to the system.
        auto_reload=False,
    )
    env.filters.update(filters)
    # Processes that are forked have what is compiled now, and need not do it each for itself.
    for name in env.list_templates(filter_func=lambda name: name.endswith(ending)):
        env.get_template(name)
    return env


@_kept
def html_environment() -> _Environment:
    """Return the environment of articles. Undefined names are errors; blocks leave no lines."""
    return _environment(
        ".html.j2",
        _html,
        {
            "address": lambda url: escaped(safe_address(url) or ""),
            "attribute": _of_source(attribute),
            "direction": _of_source(direction),
            "names": _html_names,
            "sentence": _of_source(html_sentence),
            "text": _of_source(html_text),
        },
    )


@_kept
def markdown_environment() -> _Environment:
    """Return the environment of Markdown pages, with the same habits."""
    return _environment(
        ".md.j2",
        _markdown,
        {
            "address": lambda url: Markdown(safe_address(url) or ""),
            # Of an element that is a block of its own, which Markdown leaves alone.
            "attribute": lambda value: Markdown(attribute(value)),
            "fenced": _fenced,
            "front_matter": _of_source(front_matter),
            "link": lambda words, url: markdown.link(
                words.markdown if isinstance(words, Text) else inline(words),
                safe_address(url) or "",
            ),
            "names": _markdown_names,
            "paragraph": _paragraph,
        },
    )
