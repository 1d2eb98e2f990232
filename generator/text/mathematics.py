r"""Turns TeX mathematics into plain Unicode.

`said(tex)` is for text: `\ell_1` becomes ℓ₁, and what only a formula can show gives None.
`said_anyway(tex)` always answers: `\frac{a}{b}` becomes a/b.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.text import symbols

#: Deeper nesting than any formula of a paper has; what lies deeper is left out.
MAX_DEPTH = 24

#: Scripts longer than this are hard to read in small Unicode letters.
MAX_SCRIPT, MAX_SCRIPT_LETTERS, MAX_SCRIPT_DIGITS = 5, 3, 9

LEXEME = re.compile(r"\\[A-Za-z]+\*?|\\[^A-Za-z]|\s+|.", re.DOTALL)

#: Characters that must not come out of `said`: the steps after it would act on them again.
_UNSAID = re.compile(r"[\\^_{}$~]")
_DECIMAL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class _Atom:
    """A piece of what is said. `kind` says how it stands beside others.

    One of letter, open (no function's space after it), operator, function, name, script, space.
    """

    text: str
    kind: str = "letter"


class _UnsayableError(Exception):
    """Only a formula can show this."""


def said(tex: str) -> str | None:
    """Return `tex` in plain Unicode, or None when something would be lost.

    Fractions, long roots, sums, accents, alphabets such as calligraphic letters, and scripts for
    which Unicode has no character cannot be said.
    """
    if "\\\\" in tex:
        return None
    try:
        text = _Speaker(tex, strict=True).all()
    except _UnsayableError:
        return None
    return None if _UNSAID.search(text) else text


def script(where: str, text: str) -> str:
    """Return plain `text` raised (`^`) or lowered (`_`): `²`, or `^(a,b)` where no signs exist."""
    table = symbols.SUPERSCRIPTS if where == "^" else symbols.SUBSCRIPTS
    small = "".join(table.get(char, "\0") for char in text)
    if "\0" not in small and _is_short(text):
        return small
    return where + _bracketed(text) if text else ""


def said_anyway(tex: str) -> str:
    """Return `tex` as readably as Unicode and brackets allow: `(a+b)/c`, `N^(-2/3)`, `Õ(n)`."""
    return _Speaker(tex, strict=False).all()


class _Speaker:
    """Reads lexemes from left to right and collects atoms; every lexeme is read once."""

    def __init__(self, tex: str, strict: bool) -> None:
        self._lexemes = LEXEME.findall(tex)
        self._at = 0
        self._strict = strict
        self._depth = 0

    def all(self) -> str:
        """Return everything as one string."""
        parts = []
        while self._at < len(self._lexemes):
            parts.append(_joined(self._row()))
            self._at += 1  # a closing brace too many
        return unicodedata.normalize("NFC", " ".join("".join(parts).split()))

    def _next(self) -> str:
        """Return the next lexeme, or an empty string at the end."""
        return self._lexemes[self._at] if self._at < len(self._lexemes) else ""

    def _row(self) -> list[_Atom]:
        """Read up to a closing brace, which is left unread, or to the end."""
        atoms: list[_Atom] = []
        while (lexeme := self._next()) and lexeme != "}":
            self._at += 1
            atoms.extend(self._atoms(lexeme))
        return atoms

    def _atoms(self, lexeme: str) -> list[_Atom]:
        """Return what `lexeme` and its arguments say."""
        if lexeme[0] == "\\" and len(lexeme) > 1:
            return self._command(lexeme[1:].rstrip("*"))
        if lexeme == "{":
            return self._group()
        if lexeme in "^_":
            return [self._script(lexeme)]
        if lexeme.isspace() or lexeme == "~":
            return [_Atom(" ", "space")]
        if lexeme == "'":
            return [_Atom("′")]
        if lexeme in "&$":
            self._only_formula()
            return [_Atom(", ", "space")] if lexeme == "&" else []
        return [_Atom(lexeme, "open" if lexeme in "([/|‖⟨⌊⌈-–+=<>,;:" else "letter")]

    def _only_formula(self) -> None:
        if self._strict:
            raise _UnsayableError

    def _group(self) -> list[_Atom]:
        """Read the rest of a group whose opening brace has been read."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._only_formula()
            self._skip_group()
            atoms = []
        else:
            atoms = self._row()
            self._at += 1
        self._depth -= 1
        return atoms

    def _skip_group(self) -> None:
        open_braces = 1
        while open_braces and (lexeme := self._next()):
            open_braces += (lexeme == "{") - (lexeme == "}")
            self._at += 1

    def _argument(self) -> list[_Atom]:
        """Read one argument: a group, or a single lexeme."""
        while self._next().isspace():
            self._at += 1
        lexeme = self._next()
        if lexeme in ("", "}"):
            return []
        self._at += 1
        if lexeme == "{":
            return self._group()
        self._depth += 1
        atoms = [] if self._depth > MAX_DEPTH else self._atoms(lexeme)
        self._depth -= 1
        return atoms

    def _command(self, name: str) -> list[_Atom]:
        if name in symbols.OPERATORS:
            return [_Atom(symbols.OPERATORS[name], "operator")]
        if name in symbols.LETTERS:
            text = symbols.LETTERS[name]
            return [_Atom(text, "open" if text in "⟨⌊⌈|‖[/:" else "letter"), *self._swallowed()]
        if name in symbols.FUNCTIONS:
            return [_Atom(name, "function")]
        if name in symbols.UPRIGHT:
            return self._upright(name)
        if name in symbols.ALPHABETS or name in symbols.SWITCHES:
            return self._alphabet(name)
        if name in symbols.STRUCTURES or name in symbols.MARKS or name in symbols.LARGE:
            return self._structure(name)
        return self._small_command(name)

    def _small_command(self, name: str) -> list[_Atom]:
        """Say a command that is none of the large families."""
        if name in ("left", "right", "middle"):
            if self._next() == ".":
                self._at += 1
            return []
        if name in symbols.SPACES:
            return [_Atom(" ", "space")]
        if name in ("begin", "end"):
            self._only_formula()
            if _joined(self._argument()) == "array" and name == "begin":
                self._argument()  # the alignment of its columns
            return []
        if name in symbols.SILENT_ARGUMENT:
            self._argument()
            return []
        if name in symbols.SILENT or name in ("!", "-", "/", "@"):
            return []
        if name == "|":
            return [_Atom("‖", "open")]
        if name == "\\":
            self._only_formula()
            return [_Atom("; ", "space")]
        if not name.isalpha():
            if name in "{}$_^~":
                self._only_formula()
            return [_Atom(name, "open" if name == "{" else "letter")]
        # A macro of the author: its name is all that is known of it.
        return [_Atom(symbols.other_symbol(name) or name), *self._swallowed()]

    def _swallowed(self) -> list[_Atom]:
        """Skip the space that only ends a command's name, as TeX does before a letter."""
        after = self._lexemes[self._at + 1] if self._at + 1 < len(self._lexemes) else ""
        if self._next().isspace() and (
            after.isalnum() or after[1:] in symbols.LETTERS or after[1:] in symbols.UPRIGHT
        ):
            self._at += 1
        return []

    def _upright(self, name: str) -> list[_Atom]:
        text = _joined(self._argument())
        named = name == "operatorname" or (name.startswith("math") and len(text) > 2)
        return [_Atom(text, "name" if named and text.isalpha() and text.islower() else "letter")]

    def _alphabet(self, name: str) -> list[_Atom]:
        if name in symbols.SWITCHES:
            while self._next().isspace():
                self._at += 1
            # The rest of the group, which may hold the next switch, and so on.
            self._depth += 1
            atoms = self._row() if self._depth <= MAX_DEPTH else []
            self._depth -= 1
            alphabet = symbols.SWITCHES[name]
            if alphabet in symbols.UPRIGHT:
                return atoms
        else:
            atoms, alphabet = self._argument(), symbols.ALPHABETS[name]
        text = _joined(atoms)
        if alphabet == "mathbb" and text in symbols.BLACKBOARD:
            return [_Atom(symbols.BLACKBOARD[text])]
        # A bold word is a name; a bold or calligraphic letter is another variable.
        if len(text) < 2 or alphabet in ("mathcal", "mathscr", "mathfrak", "mathbb"):
            self._only_formula()
        return [_Atom(text)]

    def _structure(self, name: str) -> list[_Atom]:
        if name == "sqrt":
            return self._root()
        if name in ("textsuperscript", "textsubscript"):
            return [self._script("^" if name == "textsuperscript" else "_")]
        if name == "not":
            text = _joined(self._argument()).strip()
            return [_Atom(text + "\u0338", "operator")] if text else []
        if name in ("textcolor", "underbrace", "overbrace", "substack"):
            parts = [_joined(self._argument()) for _ in range(symbols.STRUCTURES[name])]
            return [_Atom(parts[-1])]
        self._only_formula()
        if name in symbols.LARGE:
            return [_Atom(symbols.LARGE[name], "function")]
        if name in symbols.MARKS:
            text = _joined(self._argument())
            return [_Atom(text + symbols.MARKS[name] if len(text) == 1 else text)]
        parts = [_joined(self._argument()) for _ in range(symbols.STRUCTURES[name])]
        if name == "pmod":
            return [_Atom(f" (mod {parts[0]})")]
        if name == "binom":
            return [_Atom(f"({parts[0]} choose {parts[1]})")]
        if name.endswith("frac"):
            return [_Atom(f"{_bracketed(parts[0])}/{_bracketed(parts[1])}")]
        return [_Atom(parts[-1])]

    def _root(self) -> list[_Atom]:
        if self._next() == "[":
            self._only_formula()
            while self._next() not in ("]", "}", ""):
                self._at += 1
            self._at += self._next() == "]"
        text = _joined(self._argument())
        simple = len(text) == 1 or text.isdecimal()
        if not simple:
            self._only_formula()
        return [_Atom(f"√{text}" if simple else f"√({text})")]

    def _script(self, where: str) -> _Atom:
        text = "".join(_joined(self._argument()).split())
        table = symbols.SUPERSCRIPTS if where == "^" else symbols.SUBSCRIPTS
        small = "".join(table.get(char, "\0") for char in text)
        if "\0" not in small and (not self._strict or _is_short(text)):
            return _Atom(small, "script")
        self._only_formula()
        return _Atom(where + _bracketed(text) if text else "", "script")


def _is_short(text: str) -> bool:
    """Whether a script is as short as `10`, `n+1` or `max`."""
    if text.isdecimal():
        return len(text) <= MAX_SCRIPT_DIGITS
    if text.isalpha():
        return len(text) <= MAX_SCRIPT_LETTERS
    return len(text) <= MAX_SCRIPT


def _bracketed(text: str) -> str:
    """Return `text`, in brackets unless it is one number, one word or one sign."""
    alone = text.isalnum() or len(text) <= 1 or _DECIMAL.fullmatch(text)
    return text if alone else f"({text})"


def _joined(atoms: list[_Atom]) -> str:
    """Return the atoms as text.

    An operator has on its right the space it has on its left in the source; functions stand apart
    from letters beside them.
    """
    parts: list[str] = []  # a separator and a text for each atom
    before, gap, wide = "", "", False
    for atom in atoms:
        if atom.kind == "space":
            gap = gap if gap.strip() else atom.text
            continue
        if not atom.text:
            continue
        between = gap
        if before == "operator" and len(parts) > 2:
            between = " " if wide else ""
        elif not gap and _stand_apart(before, atom):
            between = " "
        parts += (between, atom.text)
        wide, gap = between != "", ""
        if atom.kind != "script" or not before:
            before = atom.kind
    if before != "operator":
        parts.append(gap)
    elif len(parts) > 2:
        parts[-2] = ""
    return "".join(parts)


def _stand_apart(before: str, atom: _Atom) -> bool:
    """Whether `atom` needs a space before it, after an atom of the kind `before`."""
    if atom.kind == "operator":
        return before != "" and atom.text.isalpha()  # a word, such as mod
    if atom.kind in ("function", "name"):
        return before in ("letter", "function", "name", "script")
    return before in ("function", "name") and atom.kind == "letter" and atom.text[0].isalnum()
