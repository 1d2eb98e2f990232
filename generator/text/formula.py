"""Cuts repaired text into text and formulas; typesets formulas or says them in Unicode."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from latex2mathml.converter import convert_to_element

from generator.text.mathematics import MAX_DEPTH, said_anyway
from generator.text.spans import MAX_FORMULA, formulas
from generator.text.tidy import tidy
from generator.text.unicode import has_bidi_controls, normal

#: Elements of MathML Core that a formula of a paper needs; none of them can load or run anything.
_ELEMENTS = frozenset(
    """
    math mrow mi mn mo mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot
    mtable mtr mtd mstyle mpadded menclose mphantom
""".split()
)
_ATTRIBUTES = frozenset(
    """
    mathvariant stretchy fence form separator lspace rspace accent accentunder displaystyle
    scriptlevel linethickness columnalign columnspacing rowspacing columnlines rowlines minsize
    maxsize width height depth voffset movablelimits largeop symmetric notation
""".split()
)
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9.+% -]{0,40}")
_CODE_POINT = re.compile(r"&#x0*([0-9A-Fa-f]{1,6});")
#: Where no summary was written, this many words of an abstract stand in for it.
OPENING = 45
#: latex2mathml leaves these escapes in \text{…}.
_ESCAPED = re.compile(r"\\([&#%_$])")
#: Words in upright letters, which are one word and not a product of letters.
_WORD = re.compile(r"\\math(?:rm|sf|tt|it)\{([A-Za-z]{2,40})\}")


@dataclass(frozen=True)
class Piece:
    """A part of repaired text; a formula comes without its delimiters."""

    text: str
    is_formula: bool


def opening(text: str) -> str:
    """Return the first words of repaired text, whole if it is short; formulas are said."""
    words = plain(text).split()
    return " ".join(words) if len(words) <= OPENING else " ".join(words[:OPENING]) + " …"


def split(text: str) -> list[Piece]:
    """Return the parts of repaired text, in order; together they hold all of it."""
    pieces, done = [], 0
    for begin, end in formulas(text):
        if begin > done:
            pieces.append(Piece(text[done:begin], False))
        pieces.append(Piece(text[begin + 2 : end - 2], True))
        done = end
    if done < len(text):
        pieces.append(Piece(text[done:], False))
    return pieces


def plain(text: str) -> str:
    """Return repaired text with its formulas said in Unicode: `Õ(Nε^(-2/3))`."""
    if "\\(" not in text:
        return text  # as nearly all texts
    return "".join(
        said_anyway(piece.text) if piece.is_formula else piece.text for piece in split(text)
    )


def mathml(tex: str) -> str | None:
    """Return a `<math>` element for a formula, or None when it cannot be typeset.

    The element is one line of HTML. Only elements and attributes of a short list come out, so that
    a formula cannot bring anything of its own into the page.
    """
    if len(tex) > MAX_FORMULA or has_bidi_controls(tex):
        return None
    tidied = tidy(normal(tex))
    if not tidied or _depth(tidied) > MAX_DEPTH:
        return None
    try:
        root = convert_to_element(_typeset_alike(tidied))
    except Exception:
        # latex2mathml raises whatever its parser stumbles over, often IndexError or StopIteration.
        return None
    inner = _children(root)
    if inner is None:
        return None
    return f'<math alttext="{html.escape(said_anyway(tidied))}">{inner}</math>'


def _typeset_alike(tex: str) -> str:
    """Use the letters that repaired text uses: ε for epsilon, and words as words."""
    return _WORD.sub(r"\\text{\1}", tex).replace("\\epsilon", "\\varepsilon")


def _depth(tex: str) -> int:
    """Return how deep braces, scripts and commands with arguments may be nested, at most."""
    depth = deepest = chain = 0
    for found in re.finditer(r"\\[A-Za-z]+|\\.|[{}^_]|\S", tex):
        lexeme = found[0]
        depth += (lexeme == "{") - (lexeme == "}")
        chain = chain + 1 if lexeme in "{^_" or lexeme[0] == "\\" else 0
        deepest = max(deepest, depth, chain)
    return max(deepest, tex.count(r"\left"), tex.count(r"\begin"))


def _children(element: ET.Element) -> str | None:
    """Return what stands in `element` as safe HTML, or None when anything is not on the lists."""
    parts = [html.escape(_characters(element.text), quote=False)]
    for child in element:
        inner = _children(child)
        attributes = sorted(child.attrib.items())
        known = all(
            name in _ATTRIBUTES and _PLAIN_VALUE.fullmatch(value) for name, value in attributes
        )
        if inner is None or child.tag not in _ELEMENTS or not known:
            return None
        said = "".join(f' {name}="{value}"' for name, value in attributes)
        tail = html.escape(_characters(child.tail), quote=False)
        parts += (f"<{child.tag}{said}>{inner}</{child.tag}>", tail)
    return "".join(parts)


def _characters(text: str | None) -> str:
    """Return the text of an element; latex2mathml writes its symbols as `&#x003B1;` in it."""
    if not text:
        return ""
    characters = _CODE_POINT.sub(lambda found: html.unescape(found[0]), text)
    characters = _ESCAPED.sub(r"\1", characters)
    # No-break spaces are the only ones that MathML keeps at the ends of an element.
    return "\u00a0".join(normal(part) for part in characters.split("\u00a0"))
