"""The Jinja environment of the pages. Whatever a template prints is escaped for Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.text.addresses import safe_address
from generator.text.markdown import (
    Markdown,
    attribute,
    direction,
    front_matter,
    front_matter_html,
    html_line,
    html_sentence,
    html_text,
    in_link,
    inline,
    link,
    paragraph,
    sentence,
    standing_alone,
)
from generator.values.text import Text


def _printed(value: Any) -> str:
    """Escape everything but numbers and what is Markdown already: nobody can forget to.

    Numbers count: 2,727 authors. One that is a name, as that of a year or line, is text.
    """
    if isinstance(value, int):
        return f"{value:,}"
    return _inline(value)


def _inline(value: Any) -> Markdown:
    if isinstance(value, Markdown):
        return value
    return value.markdown if isinstance(value, Text) else inline(str(value))


def _link(words: Any, url: str, attributes: str = "") -> Markdown:
    if isinstance(words, Text):
        words = words.in_link
    return link(words if isinstance(words, Markdown) else in_link(str(words)), url, attributes)


def _paragraph(value: str | Text) -> Markdown:
    if isinstance(value, Markdown):
        return standing_alone(value)
    return paragraph(value.repaired if isinstance(value, Text) else value)


def _of_source(escape: Callable[[str], Markdown]) -> Callable[[str | Text], Markdown]:
    """Return `escape`, which takes source text, made to take a `Text` too."""
    return lambda value: escape(value.repaired if isinstance(value, Text) else value)


def environment() -> Environment:
    """Return the environment. Undefined names are errors; block lines leave no blank lines."""
    # HTML's autoescape would be the wrong one: `finalize` escapes for Markdown instead.
    env = Environment(  # noqa: S701
        loader=PackageLoader("generator.pages"),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # No template changes while pages are made: looking costs each include a call to the system.
        auto_reload=False,
    )
    env.filters["address"] = lambda url: Markdown(safe_address(url) or "")
    env.filters["attribute"] = _of_source(attribute)
    env.filters["front_matter"] = _of_source(front_matter)
    env.filters["front_matter_html"] = front_matter_html
    env.filters["html"] = _of_source(html_line)
    env.filters["html_sentence"] = _of_source(html_sentence)
    env.filters["html_text"] = _of_source(html_text)
    env.filters["direction"] = _of_source(direction)
    env.filters["paragraph"] = _paragraph
    env.filters["sentence"] = _of_source(sentence)
    env.globals["link"] = _link
    return env
