"""The links and headings of a hand-written page, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")
#: Headings that this parser has not, as in tabs and admonitions, count too: a link to one is right.
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
#: `{#anchor .class}` behind a heading, as attr_list of Python-Markdown has it, and HTML's own.
_NAMED = re.compile(
    r"\{[^{}\n]{0,200}?#([\w:.-]+)[^{}\n]{0,200}\}|\b(?:id|name)=[\"']([^\"'\n]+)[\"']"
)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}\s*$")


@dataclass(frozen=True)
class PageLink:
    """Where a link or an image leads, as it stands in the page, and the first line it may be in.

    `end` is the line behind the last one of its paragraph.
    """

    target: str
    line: int
    end: int

    @property
    def path(self) -> str:
        """The path without anchor and query."""
        return unquote(re.split("[?#]", self.target)[0])

    @property
    def anchor(self) -> str:
        """What stands behind the #, empty for none."""
        return unquote(self.target.partition("#")[2])


def links_in(text: str) -> Iterator[PageLink]:
    """Yield the links and images of a page that lead somewhere in the site."""
    lines = text.splitlines()
    for token in _PARSER.parse(text):
        if token.type != "inline" or token.map is None:
            continue
        first, end = token.map
        for target in _targets(token.children or ()):
            if target and not re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
                at = next((n for n in range(first, end) if _stands(target, lines[n])), first)
                yield PageLink(target, at + 1, end)


def anchors_in(text: str) -> frozenset[str]:
    """Return the anchors of a page: of its headings, as Python-Markdown names them, and its own."""
    found: set[str] = set()
    for token, inline in pairwise(_PARSER.parse(text)):
        if token.type == "heading_open":
            unique(slugify(_ATTRIBUTES.sub("", _plain(inline)), "-"), found)
    found |= {slugify(_ATTRIBUTES.sub("", title), "-") for title in _HEADING.findall(text)}
    named = {one or other for one, other in _NAMED.findall(text)}
    return frozenset(found | named)


def with_target(text: str, link: PageLink, target: str) -> str:
    """Return a page in which a link leads to another target, the first of its paragraph."""
    lines = text.splitlines(keepends=True)
    for at in range(link.line - 1, min(link.end, len(lines))):
        for before, behind in (("](", ")"), ("](", " "), ("](<", ">"), ("]: ", "")):
            old = f"{before}{link.target}{behind}"
            if old in lines[at]:
                lines[at] = lines[at].replace(old, f"{before}{target}{behind}", 1)
                return "".join(lines)
    return text


def _stands(target: str, line: str) -> bool:
    return target in line or unquote(target) in line


def _targets(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            yield str(token.attrs.get("href", ""))
        elif token.type == "image":
            yield str(token.attrs.get("src", ""))
            yield from _targets(token.children or ())


def _plain(inline: Token) -> str:
    """Return the text of a heading without its marks."""
    said = {"text", "code_inline"}
    return "".join(child.content for child in inline.children or () if child.type in said)
