"""Puts source text into HTML so that it shows as the characters it is, and does nothing.

`Html` marks what is safe already; everything else that a template prints is escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from generator.text import formula
from generator.text.unicode import has_bidi_controls, has_right_to_left, is_right_to_left

#: A formula of more characters than this may be wider than a phone; browsers do not break them.
WIDE_FORMULA = 30

#: Stands in an address for the way to the root of the site, which each page has its own to. No
#: text has it: whatever is escaped here loses it.
ROOT = "\x02"
_OURS = re.compile("[\x00\x02\x03]")
_BLANKS = re.compile(r"\s+")
#: What stands as it is in every form: printable ASCII without signs of HTML or TeX. Most text is
#: that, and to see it takes a tenth of the time of all that is done to other text.
_CLEAN = re.compile(r"[ !#-%(-;=?-\[\]-~]*")


class Html(str):
    """HTML made by us, or escaped: safe to print into a page as it is."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """Return plain text (no formulas) as text of an element or a double-quoted attribute."""
    if _CLEAN.fullmatch(text):
        return Html(text)
    return Html(html.escape(_OURS.sub("", text)))


def typeset(text: str) -> Html:
    """Return one line of source text, formulas typeset, for elements that may hold others.

    Text of a script that is written from right to left, or with bidi controls, is isolated in
    `<bdi>`: it has its own direction, and cannot reorder what follows.
    """
    if _CLEAN.fullmatch(text) and "  " not in text:
        return Html(text)
    return _isolated(_pieces(text, _formula), text)


def in_link(text: str) -> Html:
    """Return `typeset(text)` for the words of a link, where a long formula is said.

    What can be scrolled takes the focus, and nothing in a link may; what is said breaks over lines.
    """
    if _CLEAN.fullmatch(text) and "  " not in text:
        return Html(text)
    return _isolated(_pieces(text, _short_formula), text)


def sentence(text: str) -> Html:
    """Return `typeset(text)` of a sentence of ours: from the left, whatever it quotes first."""
    if _CLEAN.fullmatch(text) and "  " not in text:
        return Html(text)
    return _isolated(_pieces(text, _formula), text, ' dir="ltr"')


def html_line(text: str) -> Html:
    """Return `html_text(text)`, isolated as `typeset` does, for elements that may hold others."""
    if _CLEAN.fullmatch(text):
        return Html(text)
    return _isolated(html_text(text), text)


def html_text(text: str) -> Html:
    """Return source text, formulas said, as text of an element; line breaks stay."""
    if _CLEAN.fullmatch(text):
        return Html(text)
    return Html(html.escape(_OURS.sub("", formula.plain(text)), quote=False))


def attribute(text: str) -> Html:
    """Return source text, formulas said, as the value of a double-quoted attribute."""
    return Html(text) if _CLEAN.fullmatch(text) else escaped(formula.plain(text))


def direction(text: str) -> Html:
    """Return the attribute of a block that holds `text` alone, with a space before it; or nothing.

    `<bdi>` inside of a block does not tell it on which side its lines begin.
    """
    return Html("" if text.isascii() or not is_right_to_left(formula.plain(text)) else ' dir="rtl"')


def _pieces(text: str, typeset: Callable[[str], str]) -> str:
    pieces = formula.split(text)
    return "".join(typeset(p.text) if p.is_formula else _words(p.text) for p in pieces)


def _words(text: str) -> str:
    return html.escape(_BLANKS.sub(" ", _OURS.sub("", text)), quote=False)


def _isolated(shown: str, text: str, runs: str = "") -> Html:
    apart = has_bidi_controls(text) or has_right_to_left(text)
    return Html(f"<bdi{runs}>{shown}</bdi>" if apart else shown)


def _formula(tex: str) -> str:
    """Return a formula typeset, or as text where it cannot be; a long one can be scrolled."""
    shown = formula.plain(f"\\({tex}\\)")
    typeset = formula.mathml(tex)
    if typeset is None:
        return _words(shown)
    return (
        f'<span class="formula" tabindex="0">{typeset}</span>'
        if len(shown) > WIDE_FORMULA
        else typeset
    )


def _short_formula(tex: str) -> str:
    shown = formula.plain(f"\\({tex}\\)")
    return _words(shown) if len(shown) > WIDE_FORMULA else _formula(tex)
