r"""Writes repaired text as LaTeX that can stand in a BibTeX field.

Braces are balanced whatever comes in, and in two ways of counting: BibTeX counts every brace,
other readers only those without a backslash. So `\{` never comes out, nor does a brace after `\`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.text.capitals import kept_capitals
from generator.text.formula import Piece, plain, split
from generator.text.unicode import normal

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_ESCAPE = str.maketrans(_SPECIAL)
#: Stands for a formula where words are looked at: no text that is repaired has it.
_FORMULA = "\ue000"
_TEX = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_IN_FORMULA = {"\\{": r"\lbrace ", "\\}": r"\rbrace ", "\\\\": r"\cr ", "#": r"\#", "%": r"\%"}


def plain_latex(text: str) -> str:
    """Return a line of plain text, without formulas, as LaTeX."""
    return normal(text).translate(_ESCAPE)


def latex(text: str) -> str:
    r"""Return one line of repaired text as LaTeX, its formulas as `$…$`."""
    if not text:
        return text
    pieces = split(normal(text))
    return "".join(
        _set(piece) if piece.is_formula else piece.text.translate(_ESCAPE) for piece in pieces
    ).strip()


def latex_title(text: str, protected: Collection[str] = ()) -> str:
    """Return a title as LaTeX; braces keep the case of formulas, names and abbreviations.

    `protected` are words whose case the source of the title protects.
    """
    pieces = split(normal(text))
    line = "".join(_FORMULA if piece.is_formula else piece.text for piece in pieces)
    out: list[str] = []
    done = 0
    for begin, end in kept_capitals(line, protected):
        out += (line[done:begin].translate(_ESCAPE), "{", line[begin:end], "}")
        done = end
    out.append(line[done:].translate(_ESCAPE))
    formulas = (_set(piece) for piece in pieces if piece.is_formula)
    written = ("{" + tex + "}" if tex.startswith("$") else tex for tex in formulas)
    return re.sub(_FORMULA, lambda _: next(written), "".join(out)).strip()


def _set(formula: Piece) -> str:
    """Return a formula as `$…$`, or said in words when TeX could not read it."""
    tex = _formula(formula.text)
    return plain_latex(plain(f"\\({formula.text}\\)")) if tex is None else f"${tex}$"


def _formula(tex: str) -> str | None:
    """Return the inside of a formula, or None when TeX could not read on after it."""
    depth = 0
    out = []
    for lexeme in _TEX.findall(tex.strip()):
        depth += (lexeme == "{") - (lexeme == "}")
        if depth < 0 or lexeme in ("\\", "$"):
            return None
        out.append(_IN_FORMULA.get(lexeme, lexeme))
    return None if depth or not out else "".join(out).strip()
