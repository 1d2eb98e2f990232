r"""Gives TeX commands back the first letter that a program took for an escape.

`"$\theta$"` between double quotes of YAML or JSON is a tab and `heta`, `\frac` a form feed and
`rac`. Control characters tell of it anywhere; a tab or a line break only within a formula, or
before what is no word.
"""

from __future__ import annotations

import re

from generator.text import symbols

#: What the escapes of YAML and JSON stand for; those that also part words come second.
_CONTROLS = {"\x07": "a", "\x08": "b", "\x0b": "v", "\x0c": "f", "\x1b": "e"}
_SPACES = {"\t": "t", "\n": "n", "\r": "r", "\u2028": "L", "\u2029": "P"}
_KNOWN = frozenset(
    {
        *symbols.OPERATORS, *symbols.LETTERS, *symbols.LARGE, *symbols.FUNCTIONS, *symbols.UPRIGHT,
        *symbols.ALPHABETS, *symbols.MARKS, *symbols.STRUCTURES, *symbols.SILENT, "begin", "end",
        "textcolor", "emph", "cite", "ref", "bf", "rm", "tt", "footnote", "texorpdfstring",
        "Lambda", "Phi", "Psi", "Pi",
    }
)  # fmt: skip
_CONTROLLED = re.compile(f"([{''.join(_CONTROLS)}])([A-Za-z]+)")
_PARTED = re.compile(f"([{''.join(_SPACES)}])([A-Za-z]+)")
_FORMULA = re.compile(r"\$[^$]{1,500}\$")
#: The tab of \times became a space: $2 imes$.
_TIMES = re.compile(r"(?<=[\d$)}]) imes(?![a-z])")
#: Outside of formulas, before what is no English word; a text without the signs has none.
_ANYWHERE = (
    (
        re.compile(
            r"\t(?=(?:imes|heta|au|ilde)(?![a-z]))|(?<![A-Za-z\\\t])\t?(?=ext(?:bf|it|tt|sc)\{)"
        ),
        r"\\t",
        ("\t", "extbf{", "extit{", "exttt{", "extsc{"),
    ),
    (re.compile(r"(?<=[\d$)}])[ \t](?=imes(?![a-z]))"), r"\\t", ("imes",)),
    (re.compile(r"(?<![A-Za-z\\\x1b])\x1b?(?=mph\{)"), r"\\e", ("mph{",)),
    (re.compile(r"\r(?=(?:ightarrow|angle|ho|m)(?![a-z]))"), r"\\r", ("\r",)),
    (re.compile(r"\n(?=(?:abla|eq(?![.\s]))(?![a-z]))"), r"\\n", ("\n",)),
)


def restore_formulas(text: str) -> str:
    """Restore commands that begin with a control character, or stand between dollars."""
    text = _CONTROLLED.sub(_restored, text)
    return _FORMULA.sub(_restored_formula, text) if "$" in text else text


def restore_commands(text: str) -> str:
    """Restore commands as `restore_formulas` does, and those that stand in the sentence."""
    text = restore_formulas(text)
    for pattern, letter, signs in _ANYWHERE:
        if any(sign in text for sign in signs):
            text = pattern.sub(letter, text)
    return text


def _restored_formula(formula: re.Match[str]) -> str:
    return _TIMES.sub(r"\\times", _PARTED.sub(_restored, formula[0]))


def _restored(found: re.Match[str]) -> str:
    name = (_CONTROLS.get(found[1]) or _SPACES[found[1]]) + found[2]
    return f"\\{name}" if name in _KNOWN else found[0]
