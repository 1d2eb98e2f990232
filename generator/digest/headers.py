"""The headers of a message that are written by us, as the library's own folding spoils them.

It encodes long identifiers and addresses as if they were words, makes empty encoded words, which
are none by https://www.rfc-editor.org/rfc/rfc2047#section-2, and says a long name in quotes twice.
"""

from __future__ import annotations

from email import policy
from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.utils import quote
from typing import Any

#: Characters of words that stand in a header as they are; more are encoded, in lines.
_LONGEST_PLAIN = 60


class _Exact(UnstructuredHeader, BaseHeader):
    """A header that stays in one line: an identifier, or an address."""

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        """Take the value as it is: `=?` in it begins no word that is encoded."""
        super().parse(value, kwds)
        kwds["decoded"] = value

    def fold(self, *, policy: policy.Policy) -> str:
        """Return the header as it stands in the message."""
        return f"{self.name}: {self.written(policy.linesep)}{policy.linesep}"

    def written(self, linesep: str) -> str:  # noqa: ARG002
        """Return what stands behind the name."""
        return str(self)


class _Words(_Exact):
    """A header of words."""

    def written(self, linesep: str) -> str:
        """Return the words, encoded where they must be."""
        return _encoded(str(self), self.name, linesep) or str(self)


class _Mailbox(_Exact):
    """A header of one address between < and >, with a name before it or without."""

    def written(self, linesep: str) -> str:
        """Return the name in quotes or encoded, and the address."""
        before, _, address = str(self).rpartition("<")
        name = before.strip()
        if words := _encoded(name, self.name, linesep):
            return f"{words}{linesep} <{address}"
        return f'"{quote(name)}" <{address}' if name else f"<{address}"


def _encoded(words: str, name: str, linesep: str) -> str:
    """Return words of a header in lines of encoded words; "" if they can stand as they are."""
    if words.isascii() and "=?" not in words and len(words) <= _LONGEST_PLAIN:
        return ""
    return Header(words, "utf-8", header_name=name).encode(linesep=linesep)


def headers() -> HeaderRegistry:
    """Return what makes the headers of a message; those that are not named are the library's."""
    known = HeaderRegistry()
    for kind, names in (
        (_Words, ("subject",)),
        (_Mailbox, ("from", "to")),
        (_Exact, ("message-id", "list-id", "list-unsubscribe", "list-archive")),
    ):
        for name in names:
            known.map_to_type(name, kind)
    return known
