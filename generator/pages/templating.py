"""The Jinja environment of the pages. Whatever a template prints is escaped for Markdown."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.text.links import safe_address
from generator.text.markdown import (
    Markdown,
    attribute,
    front_matter,
    front_matter_html,
    html_text,
    inline,
    link,
    paragraph,
)


def _printed(value: Any) -> str:
    """Escape everything but numbers and what is Markdown already: nobody can forget to."""
    if isinstance(value, (Markdown, int)):
        return str(value)
    return inline(str(value))


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
    )
    env.filters["md"] = inline
    env.filters["address"] = lambda url: Markdown(safe_address(url) or "")
    env.filters["attribute"] = attribute
    env.filters["front_matter"] = front_matter
    env.filters["front_matter_html"] = front_matter_html
    env.filters["html"] = html_text
    env.filters["paragraph"] = paragraph
    env.globals["link"] = link
    return env
