r"""Turns an author's TeX formula into TeX that other programs can typeset.

Papers bring macros of their own (`\R`, `\eps`, `\cO`), and sources lose braces (`\sqrtT`).
"""

from __future__ import annotations

import re

from generator.text import symbols
from generator.text.mathematics import LEXEME

#: Passes over a formula; real ones need two.
MAX_PASSES = 8

#: Commands that are seen glued to their argument where a source lost the braces, longest first.
GLUED = tuple(
    sorted(
        "emph textit textbf textsc textsf texttt textrm textsl text mathcal mathbb mathbf mathrm"
        " mathsf mathscr widetilde widehat tilde sqrt frac".split(),
        key=lambda name: (-len(name), name),
    )
)
_GLUED_TO_LETTER = ("bar", "hat", "vec")

#: Habits of authors for alphabets: \cO, \calO, \Ocal, \bx, \bfx, \vx, \mX, \bbR.
_HABITS = (
    (re.compile(r"(?:c|cal|mc)([A-Z])|([A-Z])cal"), "mathcal"),
    (re.compile(r"(?:b|bf|v|vec|m|mat|bm|rv)([A-Za-z])"), "mathbf"),
    (re.compile(r"bb([A-Z])"), "mathbb"),
    (re.compile(r"sc([A-Z])"), "mathscr"),
    (re.compile(r"s(?:f)?([A-Z])"), "mathsf"),
)
_RENAMED = {
    "eps": r"\varepsilon", "R": r"\mathbb{R}", "reals": r"\mathbb{R}", "real": r"\mathbb{R}",
    "Real": r"\mathbb{R}", "Reals": r"\mathbb{R}", "N": r"\mathbb{N}", "Z": r"\mathbb{Z}",
    "Q": r"\mathbb{Q}", "E": r"\mathbb{E}", "Tilde": r"\tilde", "Hat": r"\hat", "Bar": r"\bar",
    "Tr": r"\operatorname{Tr}", "tr": r"\operatorname{tr}", "rank": r"\operatorname{rank}",
    "poly": r"\operatorname{poly}", "polylog": r"\operatorname{polylog}",
    "sign": r"\operatorname{sign}", "sgn": r"\operatorname{sgn}", "diag": r"\operatorname{diag}",
    "argmax": r"\operatorname{argmax}", "argmin": r"\operatorname{argmin}",
    "softmax": r"\operatorname{softmax}", "Var": r"\operatorname{Var}", "lt": "<", "gt": ">",
    "Cov": r"\operatorname{Cov}", "independent": r"\perp", "dotsc": r"\ldots", "dotso": r"\ldots",
    "dotsb": r"\cdots", "nicefrac": r"\frac", "leadsto": r"\rightsquigarrow", "less": "<",
    "land": r"\wedge", "lor": r"\vee", "imath": r"i", "jmath": r"j", "vect": r"\mathbf",
    "mat": r"\mathbf",
}  # fmt: skip
_KNOWN = (
    symbols.OPERATORS,
    symbols.LETTERS,
    symbols.LARGE,
    symbols.FUNCTIONS,
    symbols.STRUCTURES,
    symbols.MARKS,
    symbols.SILENT,
    symbols.SPACES,
    symbols.SILENT_ARGUMENT,
)
#: Names and numbers of formulas, which are shown beside them at most.
_SILENT = re.compile(
    r"\\(?:label|tag\*?|ref|eqref|notag|nonumber)\s?(?:\{[^{}]{0,200}\}|(?![A-Za-z]))"
)
_TWICE_ESCAPED = re.compile(r"\\\\(?=[A-Za-z{}|])")
_ENVIRONMENTS = frozenset("matrix pmatrix bmatrix vmatrix cases array aligned split".split())
_TEXT = frozenset("textnormal mbox hbox textsc textup emph textsl textmd".split())
_DROPPED = frozenset("xspace protect relax nobreak allowbreak nonumber notag label tag".split())


def tidy(tex: str) -> str:
    """Return `tex` with macros spelled out, braces in pairs and single spaces.

    A macro that nobody but its author knows becomes its name in upright letters. Applying it
    twice is the same as once.
    """
    tex = _SILENT.sub("", tex)
    # What one pass drops or spells out can complete something for the next, rarely more than once.
    for _ in range(MAX_PASSES):
        before, tex = tex, _tidied(tex)
        if tex == before:
            break
    return tex


def _tidied(tex: str) -> str:
    if r"\begin" not in tex:
        tex = _TWICE_ESCAPED.sub(r"\\", tex)
    lexemes = _balanced(LEXEME.findall(" ".join(tex.split())))
    out: list[str] = []
    for index, lexeme in enumerate(lexemes):
        if lexeme[:1] == "\\" and lexeme[1:2].isalpha():
            out.append(_command(lexeme[1:], lexemes, index))
        elif lexeme in ("%", "#") or (lexeme == "&" and r"\begin" not in lexemes):
            out.append("\\" + lexeme)
        else:
            out.append(lexeme)
    return _separated(out)


def unglued(name: str) -> tuple[str, str] | None:
    """Return a command and the argument that is glued to it: `sqrtT` gives sqrt and T."""
    for command in GLUED:
        if name.startswith(command) and len(name) > len(command):
            return command, name[len(command) :]
    for command in _GLUED_TO_LETTER:
        rest = name.removeprefix(command)
        if rest != name and (len(rest) == 1 or rest in symbols.LETTERS):
            return command, rest
    return None


def is_alphabet(name: str) -> bool:
    """Whether `name` is an author's macro for a calligraphic letter that nobody uses in text."""
    return len(name) > 3 and bool(_HABITS[0][0].fullmatch(name))


def is_known(name: str) -> bool:
    """Whether `name` is a command of mathematics, not a macro of the author's."""
    return any(
        name in table for table in (*_KNOWN, symbols.UPRIGHT, symbols.ALPHABETS, symbols.SWITCHES)
    )


def _balanced(lexemes: list[str]) -> list[str]:
    r"""Return the lexemes that show something, with braces and `\left` and `\right` in pairs."""
    open_braces, kept = 0, []
    for lexeme in lexemes:
        if lexeme in ("$", "\\") or lexeme[1:] in _DROPPED or (lexeme == "}" and not open_braces):
            continue
        open_braces += (lexeme == "{") - (lexeme == "}")
        kept.append(lexeme)
    kept += "}" * open_braces
    if kept.count(r"\left") != kept.count(r"\right"):
        kept = [lexeme for lexeme in kept if lexeme not in (r"\left", r"\right")]
    return kept


def _command(name: str, lexemes: list[str], index: int) -> str:
    """Return what stands for the command `name`, which is `lexemes[index]`."""
    name = name.rstrip("*")
    if name in _RENAMED:
        return _RENAMED[name]
    if name in ("begin", "end"):
        known = "".join(lexemes[index + 1 : index + 12]).strip("{ ").split("}")[0] in _ENVIRONMENTS
        return f"\\{name}" if known else ""
    if name in symbols.SWITCHES:
        return _switched(name, lexemes, index)
    if name in symbols.ALPHABETS or name in symbols.UPRIGHT:
        command = "\\" + ("text" if name in _TEXT else symbols.ALPHABETS.get(name, name))
        return _with_argument(command, lexemes, index)
    if name in symbols.MARKS:
        return _with_argument(f"\\{name}", lexemes, index)
    if is_known(name):
        return f"\\{name}"
    if parts := unglued(name):
        command, argument = parts
        command = "text" if command in _TEXT else symbols.ALPHABETS.get(command, command)
        greek = "\\" if len(argument) > 1 and argument in symbols.LETTERS else ""
        return f"\\{command}{{{greek}{argument}}}"
    return _spelled(name)


def _switched(name: str, lexemes: list[str], index: int) -> str:
    r"""Turn `{\cal X}` into `{\mathcal{X}}`: the switch takes the next letter as argument."""
    command = "\\" + symbols.ALPHABETS.get(symbols.SWITCHES[name], symbols.SWITCHES[name])
    return _with_argument(command, lexemes, index)


def _with_argument(command: str, lexemes: list[str], index: int) -> str:
    """Give a bare letter that follows the command the braces that make it its argument."""
    at = index + 1
    while at < len(lexemes) and lexemes[at].isspace():
        lexemes[at] = ""
        at += 1
    if at < len(lexemes) and lexemes[at].isalnum():
        letter, lexemes[at] = lexemes[at], ""
        return f"{command}{{{letter}}}"
    return command if at < len(lexemes) and lexemes[at][0] in "{\\" else ""


def _spelled(name: str) -> str:
    """Return an author's macro by the habits of authors, or its name in upright letters."""
    if len(name) == 1:
        return name
    if name in symbols.LETTERS:
        return f"\\{name}"
    for pattern, alphabet in _HABITS:
        if found := pattern.fullmatch(name):
            return f"\\{alphabet}{{{found[1] or found[2]}}}"
    if symbol := symbols.other_symbol(name):
        return symbol if not symbol.isascii() else f"\\mathrm{{{name}}}"
    return f"\\mathrm{{{name}}}"


def _separated(lexemes: list[str]) -> str:
    """Join lexemes, with a space between a command and a letter that would lengthen its name."""
    out: list[str] = []
    for lexeme in lexemes:
        if (
            out
            and lexeme[:1].isascii()
            and lexeme[:1].isalpha()
            and _ENDS_IN_COMMAND.search(out[-1])
        ):
            out.append(" ")
        if lexeme:
            out.append(lexeme)
    return " ".join("".join(out).split())


_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+$")
