r"""Reads formulas that a program escaped for TeX as if they were words.

DBLP writes `{\textdollar}AC{\^{}}0{\textdollar}` for `$AC^0$`, Mendeley `{\$}{\backslash}ell{\$}`.
"""

from __future__ import annotations

import re

_DOLLAR = r"(?:\{\\(?:textdollar(?:\{\})?|\$)\}|\\textdollar(?:\{\}|(?![A-Za-z])))"
_FORMULA = re.compile(rf"{_DOLLAR}((?:(?!{_DOLLAR})[^$]){{1,300}}){_DOLLAR}")
_BACKSLASH = re.compile(
    r"\{\\(?:textbackslash|backslash)(?:\{\})?\}|\\textbackslash(?:\{\}|(?=\\))|\$\\backslash\$"
)
#: A command that a program escaped as words: {\textbackslash}textsf\{NC\}.
_COMMAND = re.compile(rf"(?:{_BACKSLASH.pattern})([A-Za-z]{{2,20}})\\\{{([^{{}}\\]{{0,200}})\\\}}")
_POWER = re.compile(r"\{\\(?:\^\{\}|textasciicircum(?:\{\})?)\}|\\(?:\^|textasciicircum)\{\}")
_INDEX = re.compile(r"\{\\_\}")
_ESCAPED = re.compile(r"\\([{}_&%#])")
#: Between two prices stands none of these.
_TELLING = re.compile(r"\\[A-Za-z]|[_^]")


def restore_tex(text: str) -> str:
    """Return `text` with escaped formulas as formulas, and escaped commands as commands."""
    text = restore_formulas(text)
    return _COMMAND.sub(r"\\\1{\2}", text) if "backslash" in text else text


def restore_formulas(text: str) -> str:
    r"""Return `text` with the formulas between escaped dollars as formulas."""
    if "\\textdollar" not in text and "{\\$}" not in text:
        return text
    return _FORMULA.sub(_formula, text)


def _formula(found: re.Match[str]) -> str:
    body = _INDEX.sub("_", _POWER.sub("^", found[1]))
    body = _ESCAPED.sub(r"\1", _BACKSLASH.sub(r"\\", body))
    return f"${body}$" if _TELLING.search(body) else found[0]
