"""What a service is asked for: a paper by one of its identifiers, or by its title."""

from __future__ import annotations

from dataclasses import dataclass

from generator.values.identifier import KINDS, Identifier

#: The kind of a question by a title; all others are kinds of identifiers.
TITLE = "title"


@dataclass(frozen=True, order=True)
class Asked:
    """What was asked for: the `kind` of an identifier and its value, or TITLE and a plain title."""

    kind: str
    value: str

    def __str__(self) -> str:
        """Return it in one text: `arxiv:2205.05131`, `title:Counting Sheep`."""
        return f"{self.kind}:{self.value}"

    @property
    def identifier(self) -> Identifier | None:
        """The identifier, None for a title."""
        return None if self.kind == TITLE else Identifier(self.kind, self.value)


def read_asked(text: str) -> Asked | None:
    """Return what a text as `str(Asked)` gives it means; None for any other text."""
    kind, colon, value = text.partition(":")
    if not colon or not value.strip():
        return None
    if kind == TITLE:
        return Asked(kind, value)
    known = KINDS.get(kind)
    normal = known.normal(value) if known else None
    return Asked(kind, normal) if normal else None
