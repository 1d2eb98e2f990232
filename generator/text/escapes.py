r"""Undoes escapes of JSON and Python that a program wrote out: `sheep.\nWe`, `Jos\u00e9`.

Such text was escaped once too often. TeX has commands that begin alike (`\nabla`, `\theta`), so a
line break counts only before what no command goes on with.
"""

from __future__ import annotations

import re

from generator.text import letters
from generator.text.spans import addresses, between_dollars, code, formulas, outside
from generator.text.symbols import other_symbol
from generator.text.tidy import is_known

#: \n before a capital, a digit, a space, a sign or the end; \r\n and \n\n.
_BREAKS = re.compile(
    r"(?<!\\)(?:\\r)?\\[nt](?=[A-Z0-9\s•*(\[–-]|\\[nrt](?![a-z])|$)"
    # Within a text also before a word, unless both are a command.
    r"|(?<=[\w.,:;!?)])\\([nrt][a-z]{2,30})"
)
#: Commands of text that begin alike; those of formulas and signs have tables of their own.
_COMMANDS = frozenset(
    """
    newline newpage noindent nolinebreak nobreak normalfont normalsize nocite nolinkurl nameref
    newcommand nth relax ref raggedright renewcommand raisebox rotatebox resizebox rule roman
    ref tiny thanks title today table tabular tableofcontents texorpdfstring thispagestyle toprule
""".split()
)
#: So much of a name shows a command that lost the space behind it: \nablaf.
_SURE = 4
_CODE_UNITS = re.compile(r"(?<!\\)(?:\\u(?=[0-9a-fA-F]{0,3}[0-9])[0-9a-fA-F]{4})+")
_BYTES = re.compile(r"(?<!\\)(?:\\x[89a-fA-F][0-9a-fA-F]){2,}")
_SLASH = re.compile(r"(?<=[\w:/])\\/(?=[\w/])")


def undo_escapes(text: str) -> str:
    r"""Return `text` with `\n`, `\t`, `\u00e9`, `\xc3\xa9` and `\/` as what they stand for."""
    return _UNDO(text) if "\\" in text else text


def _undone(text: str) -> str:
    text = _CODE_UNITS.sub(_from_code_units, text)
    text = _BYTES.sub(_from_bytes, text)
    return _BREAKS.sub(_break, _SLASH.sub("/", text))


def _break(found: re.Match[str]) -> str:
    name = found[1]
    if not name:
        return " "
    beginnings = (name[:length] for length in range(_SURE, len(name)))
    return found[0] if any(map(_is_command, (name, *beginnings))) else f" {name[1:]}"


def _is_command(name: str) -> bool:
    return (
        name in _COMMANDS
        or letters.is_sign(name)
        or is_known(name)
        or name == "text"
        or bool(other_symbol(name))
    )


def _from_code_units(found: re.Match[str]) -> str:
    units = bytes.fromhex(found[0].replace("\\u", ""))
    char = units.decode("utf-16-be", "ignore")
    return char if char.isprintable() or char.isspace() else " "


def _from_bytes(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[0].replace("\\x", "")).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


_UNDO = outside(_undone, formulas, between_dollars, addresses, code)
