"""Puts source text into Markdown so that it shows as the characters it is, and does nothing.

`Markdown` marks text that is already safe; everything else a template prints is escaped.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

from generator.text import formula
from generator.text.unicode import has_bidi_controls, has_right_to_left, is_right_to_left

#: A formula of more characters than this may be wider than a phone; browsers do not break them.
WIDE_FORMULA = 30


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
    # Python-Markdown uses these two to mark what it has set aside.
    "\u0002": "",
    "\u0003": "",
}
_SPECIAL = re.compile("[" + re.escape("".join(_INLINE)) + "]")
# Signs at the end of a heading end it, so a title such as "In C#" would lose its own.
_TEXT = _INLINE | {"#": "\\#"}
_IN_TEXT = re.compile("[" + re.escape("".join(_TEXT)) + "]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# Emphasis marks inside a word do nothing, and names such as snake_case read better without.
_LINE_START = re.compile(r"(?:[-+=:!?#%@\"']|\d+[.)])")


def inline(text: str) -> Markdown:
    """Return one line of source text, formulas typeset, for anywhere inside a line of Markdown.

    Text of a script that is written from right to left, or with bidi controls, is isolated in
    `<bdi>`: it has its own direction, and cannot reorder what follows.
    """
    return _isolated(_pieces(text, _formula), text)


def in_link(text: str) -> Markdown:
    """Return `inline(text)` for the words of a link, where a long formula is said.

    What can be scrolled takes the focus, and nothing in a link may; what is said breaks over lines.
    """
    return _isolated(_pieces(text, _short_formula), text)


def sentence(text: str) -> Markdown:
    """Return `inline(text)` of a sentence of ours: from the left, whatever it quotes first."""
    return _isolated(_pieces(text, _formula), text, ' dir="ltr"')


def _pieces(text: str, typeset: Callable[[str], Markdown]) -> str:
    pieces = formula.split(text)
    return "".join(typeset(p.text) if p.is_formula else escape(p.text) for p in pieces)


def _isolated(shown: str, text: str, runs: str = "") -> Markdown:
    apart = has_bidi_controls(text) or has_right_to_left(text)
    return Markdown(f"<bdi{runs}>{shown}</bdi>" if apart else shown)


def direction(text: str) -> Markdown:
    """Return the attribute of a block that holds `text` alone, with a space before it; or nothing.

    `<bdi>` inside of a block does not tell it on which side its lines begin.
    """
    return Markdown(' dir="rtl"' if is_right_to_left(formula.plain(text)) else "")


def _formula(tex: str) -> Markdown:
    """Return a formula typeset, or as text where it cannot be; a long one can be scrolled."""
    shown = formula.plain(f"\\({tex}\\)")
    typeset = formula.mathml(tex)
    if typeset is None:
        return escape(shown)
    if len(shown) > WIDE_FORMULA:
        return Markdown(f'<span class="formula" tabindex="0">{typeset}</span>')
    return Markdown(typeset)


def _short_formula(tex: str) -> Markdown:
    shown = formula.plain(f"\\({tex}\\)")
    return escape(shown) if len(shown) > WIDE_FORMULA else _formula(tex)


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
    if line.startswith("<math"):
        # Python-Markdown takes a line that begins with <math> for a block of raw HTML.
        return Markdown(f"<span>{line}</span>")
    return line


def escape(text: str) -> Markdown:
    """Return plain text (no formulas) with everything that Markdown acts on escaped."""
    text = _ENTITY.sub("&amp;", re.sub(r"\s+", " ", text))
    return Markdown(_IN_TEXT.sub(lambda match: _TEXT[match.group()], text))


def attribute(text: str) -> Markdown:
    """Return source text as the value of a double-quoted HTML attribute inside Markdown."""
    plain = html.escape(formula.plain(text))
    return Markdown(_SPECIAL.sub(lambda match: f"&#{ord(match.group())};", plain))


def html_line(text: str) -> Markdown:
    """Return `html_text(text)`, isolated as `inline` does, for elements that may hold others."""
    return _isolated(html_text(text), text)


def html_sentence(text: str) -> Markdown:
    """Return `html_text(text)`, isolated as `sentence` does."""
    return _isolated(html_text(text), text, ' dir="ltr"')


def html_text(text: str) -> Markdown:
    """Return source text, formulas said, as text of an HTML element that Markdown leaves alone."""
    kept = re.sub("[\u0002\u0003]", "", formula.plain(text))
    return Markdown(html.escape(kept, quote=False))


def front_matter(text: str) -> Markdown:
    """Return source text, formulas said, as a value in a page's front matter.

    It is text there, as it is where people write it: the frame escapes what it prints.
    """
    return front_matter_html(" ".join(formula.plain(text).split()))


def front_matter_html(text: str) -> Markdown:
    """Return one line, such as HTML made by us, as it is as a value in a page's front matter.

    It stands inside a double-quoted YAML scalar, which JSON's strings are too.
    """
    # YAML 1.1 allows fewer characters than JSON; what it does not allow has no place in a head.
    # Characters that join letters or set their direction (Cf) are not printable, but are read.
    kept = (c for c in text if c.isprintable() or unicodedata.category(c) == "Cf")
    # To look at each character of every page's head took a tenth of the time of all pages.
    printable = text if text.isprintable() else "".join(kept)
    quoted = json.dumps(printable, ensure_ascii=False)
    return Markdown(re.sub(r"[\ufeff\ufffe\uffff\x7f-\x9f\ud800-\udfff]", "", quoted))


#: What would end the address of a Markdown link, or mean something else in it.
_IN_ADDRESS = str.maketrans({c: quote(c, safe="") for c in "()'\\`<>\"[]{}|^ \t\n\r\x02\x03"})


def link(text: Markdown, url: str, attributes: str = "") -> Markdown:
    """Return a Markdown link. `url` must come from `safe_address` or be made by us."""
    target = _ENTITY.sub("&amp;", url.translate(_IN_ADDRESS))
    return Markdown(f"[{text}]({target})" + (f"{{ {attributes} }}" if attributes else ""))
