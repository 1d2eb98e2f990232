"""Decodes the character references of HTML: `&amp;`, `&eacute;`, `&#8217;`, `&#x2019;`."""

from __future__ import annotations

import html
import re
from html.entities import html5

#: Only these are read without their semicolon: accented letters anywhere (`B&uumllthoff`), signs
#: where no letter follows (`n &lt 5`). `R&D`, `AT&T` and `&copy=1` of an address are no references.
_LETTERS = re.compile(
    r"[A-Za-z](?:uml|acute|grave|circ|tilde|cedil|ring|slash)|szlig|[Aa]Elig|aelig"
)
_SIGNS = ("amp", "lt", "gt", "quot", "nbsp")
_REFERENCE = re.compile(
    # BibTeX escapes the sign: \&lt;
    r"\\?&(?:\#(?:[0-9]{2,7}(?:;|(?![0-9]))|[0-9];|[xX][0-9A-Fa-f]{1,6};)|[A-Za-z][A-Za-z0-9]{1,31};"
    rf"|(?:{'|'.join(name for name in html5 if _LETTERS.fullmatch(name))})"
    rf"|(?:{'|'.join(_SIGNS)})(?![A-Za-z0-9=;]))"
)

#: Escaped this many times over; more has not been seen.
_MAX_TIMES = 4


def decode(text: str) -> str:
    """Return `text` with every character reference, once, as the character it stands for."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def decode_all(text: str) -> str:
    """Return `text` with every character reference decoded, however often it was escaped."""
    for _ in range(_MAX_TIMES):
        before, text = text, decode(text)
        if text == before:
            break
    return text


def _character(found: re.Match[str]) -> str:
    reference = found[0].removeprefix("\\")
    name = reference[1:]
    if name[0] != "#" and name.endswith(";") and name not in html5:
        return found[0]
    char = html.unescape(reference)
    # A reference to no character says nothing that could be shown.
    return found[0] if "\ufffd" in char else char
