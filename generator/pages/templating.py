"""The two Jinja environments of the pages: what a template prints is escaped for HTML or Markdown.

Both are given the same values, and only lay them out. In templates `say` and `counted` give strings
in the language of the visitors: their words are escaped, and so are the values put into them, as
those that a template prints by itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.cache.files import digest_of_files
from generator.language import ENGLISH, Language
from generator.language.placeholders import pieces
from generator.pages.links import Named, PageLink, as_html, as_markdown
from generator.text import markdown
from generator.text.addresses import safe_address
from generator.text.html import ROOT, Html, attribute, direction, escaped, html_line, html_text
from generator.text.html import sentence as html_sentence
from generator.text.markdown import (
    Markdown,
    escape,
    front_matter,
    inline,
    paragraph,
    standing_alone,
)
from generator.values.text import Text

_TEMPLATES = Path(__file__).with_name("templates")
#: A run of the sign that fences are made of.
_TICKS = re.compile("`{3,}")


#: How a value is printed into a page.
Printed = Callable[[Any], str]


def _html_in(language: Language) -> Printed:
    """Return what escapes everything but numbers and what is HTML already: nobody can forget to.

    Numbers count: 2,727 authors. One that is a name, as that of a year or line, is text.
    """

    def printed(value: Any) -> str:
        if isinstance(value, Html):
            return value
        if isinstance(value, Text):
            return value.typeset
        if isinstance(value, PageLink):
            return value.html
        if isinstance(value, int):
            return language.number(value)
        if isinstance(value, Markdown):
            raise TypeError(f"Markdown in an HTML template: {value[:60]!r}")
        return html_line(str(value))

    return printed


def _markdown_in(language: Language) -> Printed:
    """Return what escapes everything but numbers and what is Markdown already."""

    def printed(value: Any) -> str:
        if isinstance(value, Markdown):
            return value
        if isinstance(value, Text | PageLink):
            return value.markdown
        if isinstance(value, int):
            return language.number(value)
        if isinstance(value, Html):
            raise TypeError(f"HTML in a Markdown template: {value[:60]!r}")
        return inline(str(value))

    return printed


def _of_source(escape: Callable[[str], Any]) -> Callable[[str | Text], Any]:
    """Return `escape`, which takes source text, made to take a `Text` too."""
    return lambda value: escape(value.repaired if isinstance(value, Text) else value)


def _paragraph(value: str | Text) -> Markdown:
    if isinstance(value, Markdown):
        return standing_alone(value)
    return paragraph(value.repaired if isinstance(value, Text) else value)


def _fenced(text: str, language: str) -> Markdown:
    """Return text as a block of code; its fence is longer than any in the text."""
    fence = "`" * max([3, *(len(found[0]) + 1 for found in _TICKS.finditer(text))])
    kept = text.replace(ROOT, "").rstrip("\n")
    return Markdown(f"{fence}{language}\n{kept}\n{fence}")


class _Environment(Environment):
    """An environment that a process which is not forked makes anew: compiled code is not sent."""

    made_by: Callable[[Language], Environment]
    language: Language

    def __reduce__(self) -> tuple[Callable[[Language], Environment], tuple[Language]]:
        return self.made_by, (self.language,)


def _words(text: str) -> Html:
    """Return words of ours as text of an element or of an attribute in double quotes."""
    return Html(html.escape(text, quote=False).replace('"', "&quot;"))


def _saying(
    language: Language,
    printed: Printed,
    words: Callable[[str], str],
    named: Callable[[Named], str],
    made: type[Html] | type[Markdown],
) -> dict[str, Callable[..., Any]]:
    """Return the functions and filters by which templates speak.

    `words` escapes what stands in the strings, `printed` the values, `named` names; `made` marks
    what comes out.
    """

    @lru_cache(maxsize=4096)
    def escaped_pieces(text: str) -> tuple[tuple[str, str | None], ...]:
        return tuple((words(literal), name) for literal, name in pieces(text))

    def filled(text: str, values: dict[str, Any]) -> Html | Markdown:
        said = []
        for literal, name in escaped_pieces(text):
            said.append(literal)
            if name is not None:
                said.append(printed(values[name]))
        return made("".join(said))

    def say(english: str, /, **values: Any) -> Html | Markdown:
        return filled(language.text(english), values)

    def counted(number: int, one: str, many: str, /, **values: Any) -> Html | Markdown:
        return filled(language.form(number, one, many), {"number": number, **values})

    def listed(items: Iterable[Any], kind: str = "") -> Html | Markdown:
        return made(language.listed([printed(item) for item in items], kind))

    def sentences(items: Iterable[Any]) -> Html | Markdown:
        return made(language.sentences([printed(item) for item in items]))

    def names(items: Sequence[Named], others: bool = False) -> Html | Markdown:
        # Names stand as in citations, whatever the language.
        said = made(", ".join(named(item) for item in items))
        return say("{names} and others", names=said) if others else said

    return {
        "say": say,
        "counted": counted,
        "listed": listed,
        "sentences": sentences,
        "names": names,
        "markup": made,
    }


@lru_cache(maxsize=4)
def _made(kind: str, language: str, templates: str) -> list[Environment]:  # noqa: ARG001
    """Return where the environment of one kind and language is kept, for the same templates."""
    return []


def _kept(
    kind: str,
    language: Language,
    make: Callable[[Language], _Environment],
    made_by: Callable[[Language], Environment],
) -> Environment:
    """Make an environment once for the same templates and language: serve sees them change.

    `made_by` is what gives it again in another process.
    """
    place = _made(kind, language.digest, digest_of_files(_TEMPLATES))
    if not place:
        env = make(language)
        env.made_by, env.language = made_by, language
        place.append(env)
    return place[0]


def _environment(
    ending: str,
    printed: Printed,
    saying: dict[str, Callable[..., Any]],
    filters: dict[str, Callable[..., Any]],
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
    env.globals.update({name: saying[name] for name in ("say", "counted")})
    env.filters.update(saying | filters)
    # Processes that are forked have what is compiled now, and need not do it each for itself.
    for name in env.list_templates(filter_func=lambda name: name.endswith(ending)):
        env.get_template(name)
    return env


def html_environment(language: Language = ENGLISH) -> Environment:
    """Return the environment of articles. Undefined names are errors; blocks leave no lines."""
    return _kept("html", language, _of_html, html_environment)


def markdown_environment(language: Language = ENGLISH) -> Environment:
    """Return the environment of Markdown pages, with the same habits."""
    return _kept("markdown", language, _of_markdown, markdown_environment)


def _of_html(language: Language) -> _Environment:
    printed = _html_in(language)
    return _environment(
        ".html.j2",
        printed,
        _saying(language, printed, _words, as_html, Html),
        {
            "address": lambda url: escaped(safe_address(url) or ""),
            "attribute": _of_source(attribute),
            "direction": _of_source(direction),
            "linked": lambda link: Html(
                f'<a href="{escaped(safe_address(link.url) or "")}">{printed(link.name)}</a>'
            ),
            "sentence": _of_source(html_sentence),
            "strong": lambda value: Html(f"<strong>{printed(value)}</strong>"),
            "text": _of_source(html_text),
        },
    )


def _of_markdown(language: Language) -> _Environment:
    printed = _markdown_in(language)
    return _environment(
        ".md.j2",
        printed,
        _saying(language, printed, escape, as_markdown, Markdown),
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
            "paragraph": _paragraph,
            "strong": lambda value: Markdown(f"**{printed(value)}**"),
        },
    )
