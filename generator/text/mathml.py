r"""Reads MathML as TeX: `<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>` is `{x}^{2}`.

Every element is read once, from left to right; nothing calls itself, so any depth goes through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.text import entities

_PART = re.compile(r"<(/?)(?:[A-Za-z][\w.-]*+:)?([A-Za-z][\w-]*+)([^<>]*)>|([^<]+|<)")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SPECIAL = re.compile(r"[\\{}$&%#_^~]")
_ESCAPED = {"\\": r"\backslash ", "^": r"\wedge ", "~": r"\sim "}
#: Marks above a letter, as MathML writes them, and TeX's commands.
_MARKS = {
    r"\wedge": "hat", "ˆ": "hat", "\u0302": "hat", r"\sim": "tilde", "˜": "tilde", "∼": "tilde",
    "\u0303": "tilde", "¯": "bar", "‾": "bar", "\u0304": "bar", "\u0305": "bar", r"\_": "bar",
    "→": "vec", "⃗": "vec", "˙": "dot", ".": "dot", "¨": "ddot", "ˇ": "check", "˘": "breve",
}  # fmt: skip
_OPERATORS = {"∑": r"\sum", "∏": r"\prod", "∫": r"\int", "−": "-", "\u2061": "", "\u2062": "",
              "\u2063": "", "\u2064": ""}  # fmt: skip
#: What is written in an element that shows nothing, or says the same again.
_SILENT = frozenset("annotation annotation-xml mphantom mspace malignmark maligngroup none".split())
#: Parts the scripts behind a base from those before it.
_PRESCRIPTS = "\x00"
#: A longer element is no formula of a title or abstract.
MAX_LENGTH = 20_000
#: Deeper than any formula of a paper; what lies deeper is set without structure.
_MAX_DEPTH = 20


@dataclass
class _Element:
    name: str
    attributes: str = ""
    parts: list[str] = field(default_factory=list)


def tex(source: str) -> str:
    """Return what stands in a `<math>` element as TeX, without delimiters."""
    stack = [_Element("math")]
    for close, name, attributes, text in _PART.findall(source):
        if text:
            stack[-1].parts += [_escaped(text)] if text.strip() else []
        elif close:
            if any(element.name == name for element in stack[1:][-_MAX_DEPTH:]):
                while stack[-1].name != name:
                    _close(stack)
                _close(stack)
        elif not attributes.endswith("/"):
            stack.append(_Element(name, attributes))
        elif name == "mspace":
            stack[-1].parts.append(" ")
        else:
            stack.append(_Element(name, attributes))
            _close(stack)
    while len(stack) > 1:
        _close(stack)
    return _row(stack[0].parts).replace(_PRESCRIPTS, "")


def _close(stack: list[_Element]) -> None:
    """Give what the last element says to the one around it."""
    element = stack.pop()
    said = _said(element) if len(stack) <= _MAX_DEPTH else "".join(element.parts)
    stack[-1].parts.append(said)


def _said(element: _Element) -> str:
    name, parts = element.name, element.parts
    if name in _SILENT:
        return " " if name == "mspace" else ""
    if name in _TOKENS:
        return _TOKENS[name]("".join(parts).strip())
    if name == "msqrt":
        return rf"\sqrt{{{_row(parts)}}}"
    if name in _STRUCTURES:
        count, form = _STRUCTURES[name]
        return form(*parts) if len(parts) == count else _row(parts)
    if name == "mfenced":
        given = {
            key: double or single for key, double, single in _ATTRIBUTE.findall(element.attributes)
        }
        between = (given.get("separators", ",").strip()[:1] or "") + " "
        opening, closing = given.get("open", "("), given.get("close", ")")
        return f"{_escaped(opening)}{between.join(parts)}{_escaped(closing)}"
    if name == "mprescripts":
        return _PRESCRIPTS
    if name == "mmultiscripts" and parts:
        return _multiscripts(parts)
    if name == "mtr":
        return " & ".join(parts) + r" \\ "
    if name == "mtable":
        return r"\begin{matrix} " + _row(parts).rstrip("\\ ") + r" \end{matrix}"
    return _row(parts)


def _escaped(text: str) -> str:
    text = entities.decode(entities.decode(" ".join(text.split())))
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], "\\" + found[0]), text)


def _row(parts: Iterable[str]) -> str:
    """Join parts, with a space where a letter would lengthen the name of a command."""
    row = ""
    out = []
    for part in parts:
        if part[:1].isalpha() and part[:1].isascii() and re.search(r"\\[A-Za-z]+$", row):
            out.append(" ")
        out.append(part)
        row = part or row
    return "".join(out)


def _letter(text: str) -> str:
    """Return an identifier: a word stands in upright letters."""
    return rf"\mathrm{{{text}}}" if len(text) > 1 and text.isascii() and text.isalpha() else text


def _operator(text: str) -> str:
    if len(text) > 1 and text.isascii() and text.isalpha():
        return rf"\operatorname{{{text}}}"
    return _OPERATORS.get(text, text)


def _words(text: str) -> str:
    return (
        rf"\text{{ {text} }}" if text.isascii() and len(text) > 1 and " " in text else _letter(text)
    )


def _over(base: str, mark: str) -> str:
    if mark.strip() in _MARKS:
        return rf"\{_MARKS[mark.strip()]}{{{base}}}"
    return f"{base}^{{{mark}}}" if base in _LARGE else rf"\overset{{{mark}}}{{{base}}}"


def _under(base: str, mark: str) -> str:
    return f"{base}_{{{mark}}}"


def _scripts(base: str, low: str, high: str) -> str:
    return _braced(base) + (f"_{{{low}}}" if low else "") + (f"^{{{high}}}" if high else "")


def _multiscripts(parts: list[str]) -> str:
    """Return a base with scripts behind it and, past the mark in `parts`, before it: ³⁸Ca."""
    at = parts.index(_PRESCRIPTS) if _PRESCRIPTS in parts else len(parts)
    behind, before = parts[1:at], [part for part in parts[at + 1 :] if part != _PRESCRIPTS]
    said = _scripts(parts[0] if at else "", "".join(behind[::2]), "".join(behind[1::2]))
    low, high = "".join(before[::2]), "".join(before[1::2])
    return (_scripts("{}", low, high) if low or high else "") + said


def _braced(base: str) -> str:
    return base if len(base) <= 1 or (base[0] == "\\" and " " not in base) else f"{{{base}}}"


_LARGE = frozenset((r"\sum", r"\prod", r"\int", "lim", "max", "min", r"\mathrm{lim}"))
_TOKENS: dict[str, Callable[[str], str]] = {
    "mi": _letter, "mn": str, "mo": _operator, "mtext": _words, "ms": _words,
}  # fmt: skip
#: Elements with arguments: how many, and how TeX writes them.
_STRUCTURES: dict[str, tuple[int, Callable[..., str]]] = {
    "msup": (2, lambda base, high: f"{_braced(base)}^{{{high}}}"),
    "msub": (2, lambda base, low: f"{_braced(base)}_{{{low}}}"),
    "msubsup": (3, _scripts),
    "mfrac": (2, lambda above, below: rf"\frac{{{above}}}{{{below}}}"),
    "mroot": (2, lambda inside, degree: rf"\sqrt[{degree}]{{{inside}}}"),
    "mover": (2, _over),
    "munder": (2, _under),
    "munderover": (3, _scripts),
}
