"""Puts source text into Markdown so that it shows as the characters it is, and does nothing.

`Markdown` marks text that is already safe; everything else a template prints is escaped.
"""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import quote

from generator.text import formula
from generator.text.unicode import has_bidi_controls, has_right_to_left


class Markdown(str):
    """Markdown source made by us, or escaped: safe to print into a page as it is."""

    __slots__ = ()


# What Python-Markdown and the extensions of mkdocs.yml act on inside a line. A backslash keeps
# the page readable as Markdown where Python-Markdown allows one, an entity stands elsewhere.
_INLINE = {c: "\\" + c for c in "\\`*_[]{}"} | {
    "<": "&lt;",
    ">": "&gt;",
    "~": "&#126;",
    "^": "&#94;",
    "|": "&#124;",
    "$": "&#36;",
    # Python-Markdown uses these two to mark what it has set aside, we the first: see text/html.py.
    "\u0002": "",
    "\u0003": "",
}
# Signs at the end of a heading end it, so a title such as "In C#" would lose its own.
_TEXT = _INLINE | {"#": "\\#"}
_IN_TEXT = re.compile("[" + re.escape("".join(_TEXT)) + "]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# Emphasis marks inside a word do nothing, and names such as snake_case read better without.
_LINE_START = re.compile(r"(?:[-+=:!?#%@\"']|\d+[.)])")


#: What stands as it is inside a line: printable ASCII without signs of Markdown, HTML or TeX.
_CLEAN = re.compile(r"[ !%'-),-;=?@A-Za-z\"-]*")


def inline(text: str) -> Markdown:
    """Return one line of source text, formulas said, for anywhere inside a line of Markdown.

    Text of a script that is written from right to left, or with bidi controls, is isolated in
    `<bdi>`: it has its own direction, and cannot reorder what follows.
    """
    if _CLEAN.fullmatch(text) and "  " not in text:
        return Markdown(text)
    shown = escape(formula.plain(text))
    apart = has_bidi_controls(text) or has_right_to_left(text)
    return Markdown(f"<bdi>{shown}</bdi>" if apart else shown)


def paragraph(text: str) -> Markdown:
    """Return one line of source text to stand alone as a paragraph."""
    return standing_alone(inline(text))


def standing_alone(line: Markdown) -> Markdown:
    """Return a line of Markdown so that nothing at its beginning makes it another thing."""
    first = _LINE_START.match(line)
    if first:
        # A list, heading or admonition begins at a mark; after an empty comment it is text.
        mark = first.group()
        return Markdown("".join(f"&#{ord(c)};" for c in mark) + line[len(mark) :])
    return line


def escape(text: str) -> Markdown:
    """Return plain text (no formulas) with everything that Markdown acts on escaped."""
    text = _ENTITY.sub("&amp;", re.sub(r"\s+", " ", text))
    return Markdown(_IN_TEXT.sub(lambda match: _TEXT[match.group()], text))


def front_matter(text: str) -> Markdown:
    """Return source text, formulas said, as a value in a page's front matter.

    It stands inside a double-quoted YAML scalar, which JSON's strings are too, and is text there,
    as it is where people write it: the frame escapes what it prints.
    """
    line = " ".join(formula.plain(text).split())
    # YAML 1.1 allows fewer characters than JSON; what it does not allow has no place in a head.
    # Characters that join letters or set their direction (Cf) are not printable, but are read.
    if not line.isprintable():
        line = "".join(c for c in line if c.isprintable() or unicodedata.category(c) == "Cf")
    quoted = json.dumps(line, ensure_ascii=False)
    return Markdown(re.sub(r"[\ufeff\ufffe\uffff\x7f-\x9f\ud800-\udfff]", "", quoted))


#: What would end the address of a Markdown link, or mean something else in it.
_IN_ADDRESS = str.maketrans({c: quote(c, safe="") for c in "()'\\`<>\"[]{}|^ \t\n\r\x02\x03"})


def link(text: Markdown, url: str) -> Markdown:
    """Return a Markdown link. `url` must come from `safe_address` or be made by us."""
    return Markdown(f"[{text}]({_ENTITY.sub('&amp;', url.translate(_IN_ADDRESS))})")
