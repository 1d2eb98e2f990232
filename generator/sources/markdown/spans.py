"""From the tokens of a line of Markdown to spans: words with what emphasises or links them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

_HREF = re.compile(r"<a\s[^<>]{0,200}?href\s{0,3}=\s{0,3}[\"']?([^\s\"'<>]{1,2000})", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://[^\s<>()\[\]\"]{3,2000})")
_TAG = re.compile(r"</?([a-z][a-z0-9]{0,15})", re.IGNORECASE)
#: Tags that begin a new line, and those that emphasise as Markdown does.
_BREAKS = frozenset("br p div li ul ol td tr summary details".split())
_STRONG = frozenset(("b", "strong"))
_EM = frozenset(("i", "em"))


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; `url` is where a link around them leads. A line break is BREAK."""

    text: str
    url: str = ""
    strong: bool = False
    em: bool = False
    code: bool = False


BREAK = Span("\n")


def spans_of(tokens: Iterable[Token]) -> list[Span]:
    """Return the spans of inline tokens: pictures as their words only where they stand in links."""
    reader = _Reader()
    for token in tokens:
        reader.read(token)
    return _joined(reader.spans)


class _Reader:
    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._url = ""
        self._strong = 0
        self._em = 0

    def read(self, token: Token) -> None:
        kind = token.type
        if kind == "link_open":
            self._url = str(token.attrs.get("href", ""))
        elif kind == "link_close":
            self._url = ""
        elif kind.startswith("strong_"):
            self._strong += token.nesting
        elif kind.startswith("em_"):
            self._em += token.nesting
        elif kind in ("softbreak", "hardbreak"):
            self.spans.append(BREAK if kind == "hardbreak" else Span(" "))
        elif kind == "html_inline":
            self._read_tag(token.content)
        elif kind == "image":
            # The words of a badge tell what it leads to; other pictures say nothing.
            if self._url:
                self._add(token.content)
        elif token.content:
            self._add(token.content, code=kind == "code_inline")

    def _add(self, text: str, *, code: bool = False) -> None:
        pieces = [text] if self._url or code else _ADDRESS.split(text)
        for number, piece in enumerate(pieces):
            # Every second piece is an address that no link was made of.
            url = piece.rstrip(".,;:") if number % 2 else self._url
            if piece:
                self.spans.append(Span(piece, url, self._strong > 0, self._em > 0, code))

    def _read_tag(self, tag: str) -> None:
        found = _TAG.match(tag)
        name = found[1].lower() if found else ""
        step = -1 if tag.startswith("</") else 1
        if name == "a":
            href = _HREF.match(tag)
            self._url = html.unescape(href[1]) if href else ""
        elif name in _BREAKS:
            self.spans.append(BREAK)
        elif name in _STRONG:
            self._strong = max(0, self._strong + step)
        elif name in _EM:
            self._em = max(0, self._em + step)
        elif name in ("sub", "sup"):
            self._add(tag)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return spans with neighbours of one kind as one."""
    found: list[Span] = []
    for span in spans:
        before = found[-1] if found else None
        if before and BREAK not in (before, span) and replace(before, text=span.text) == span:
            found[-1] = replace(before, text=before.text + span.text)
        else:
            found.append(span)
    return found


def text_of(spans: Iterable[Span]) -> str:
    """Return the words of spans in one line."""
    return " ".join("".join(span.text for span in spans).split())
