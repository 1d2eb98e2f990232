r"""Writes repaired text as LaTeX that can stand in a BibTeX field.

Braces are balanced whatever comes in, and in two ways of counting: BibTeX counts every brace,
other readers only those without a backslash. So `\{` never comes out, nor does a brace after `\`.
"""

from __future__ import annotations

import re

from generator.text.formula import plain, split
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
#: A word with its accents; styles change the case of words, never within braces.
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_TEX = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_IN_FORMULA = {"\\{": r"\lbrace ", "\\}": r"\rbrace ", "\\\\": r"\cr ", "#": r"\#", "%": r"\%"}


def plain_latex(text: str) -> str:
    """Return a line of plain text, without formulas, as LaTeX."""
    return normal(text).translate(_ESCAPE)


def latex(text: str) -> str:
    r"""Return one line of repaired text as LaTeX, its formulas as `$…$`."""
    return _joined(text, escape_word=False)


def latex_title(text: str) -> str:
    """Return a title as LaTeX; braces keep the case of formulas, names and abbreviations."""
    return _joined(text, escape_word=True)


def _joined(text: str, *, escape_word: bool) -> str:
    parts = []
    for piece in split(normal(text)):
        if not piece.is_formula:
            parts.append(_protected(piece.text) if escape_word else piece.text.translate(_ESCAPE))
        elif (tex := _formula(piece.text)) is None:
            parts.append(plain_latex(plain(f"\\({piece.text}\\)")))
        else:
            parts.append(f"{{${tex}$}}" if escape_word else f"${tex}$")
    return "".join(parts).strip()


def _protected(text: str) -> str:
    out: list[str] = []
    done = 0
    for found in _WORD.finditer(text):
        if _has_its_own_case(found[0]):
            out += (text[done : found.start()].translate(_ESCAPE), "{", found[0], "}")
            done = found.end()
    return "".join((*out, text[done:].translate(_ESCAPE)))


def _has_its_own_case(word: str) -> bool:
    """Whether a style must not change the word: BERT, AdaNPC, 3D, T5, the Q of Q-learning."""
    if word.islower() or word == "A":
        return False
    rest = word[1:]
    return any(map(str.isupper, rest)) or (
        word[0].isupper() and (not rest or any(map(str.isdigit, rest)))
    )


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
