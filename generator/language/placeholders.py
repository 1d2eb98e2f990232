"""Takes a string apart at its placeholders: "Part of {venue}." is a text, a name, a text."""

from __future__ import annotations

from functools import lru_cache
from string import Formatter

#: A text, and the name of the value that follows it, or None at the end.
Piece = tuple[str, str | None]


class BadPlaceholder(ValueError):
    """A string has braces that are no `{name}`; the message says which."""


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a string, in which `{{` and `}}` are braces.

    Raises BadPlaceholder for one of another form than `{name}`: an index, an attribute, a format.
    """
    try:
        found = list(Formatter().parse(text))
    except ValueError as error:
        raise BadPlaceholder("a { or } stands alone; write {{ or }}") from error
    for _, name, spec, conversion in found:
        if name is not None and (spec or conversion or not name.isidentifier()):
            raise BadPlaceholder(f"{{{name}}} is no name in braces")
    return tuple((literal, name) for literal, name, _, _ in found)


def names(text: str) -> frozenset[str]:
    """Return the names of a string's placeholders; BadPlaceholder for what is none."""
    return frozenset(name for _, name in pieces(text) if name)
