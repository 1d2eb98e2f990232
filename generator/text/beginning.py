"""The beginning of a text that fits into so many characters, cut where a reader would stop."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.text.formula import split
from generator.text.mathematics import said_anyway

#: A sentence of fewer characters, such as "Motivation.", says too little to stand alone.
LEAST = 24

#: The end of a sentence with the quotes and brackets that close behind it: before a space and no
#: small letter, or anywhere in scripts that write no spaces.
_END = re.compile(r"[.!?…‽؟۔।]+[\"'”’»)\]]*(?= )|[。！？｡]+[」』”’）】]*|[.!?…‽؟۔।]+[\"'”’»)\]]*$")
#: Words that keep their full stop inside a sentence, as do initials: J., e.g., U.S., Ph.D.
_SHORT = frozenset(
    """
    al approx art assoc bull ca cf ch chap col conf corp cor def dept diff dr ed eds eq eqn eqs est
    etc ex fig figs hon inc inst int jr lem lit ltd max min mr mrs ms no nos nr op para pp pt pct
    pres prof prop rem resp rev sec sect sects ser sr st suppl tab tech theor thm univ viz vol vols
    vs wrt jan feb mar apr jun jul aug sept sep oct nov dec
""".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.)*[^\W\d_]")
_WORD = re.compile(r"[^\s(\[{“‘\"']+$")
#: What does not stand before a sign that something is left out.
_LOOSE = " \u00a0.,;:!?…‽–—-·/&+=([{“‘«<\"'、。，；：！？"


def beginning(text: str, most: int) -> str:
    """Return the beginning of repaired text, formulas said, in at most `most` characters.

    Whole where it fits; else to the end of the last sentence that fits; else to the end of a word,
    with … behind it. Never cut in a formula, so it is empty where a long formula comes first.
    """
    said, formulas = _said(text, most)
    if len(said) <= most:
        return said
    ends = [end for end in _sentences(said[: most + 1], formulas) if LEAST <= end <= most]
    if ends:
        return said[: ends[-1]]
    end = next((end for end in _words(said, most - 1) if not _inside(end, formulas)), 0)
    kept = said[:end].rstrip(_LOOSE)
    return f"{kept}…" if kept else ""


def _said(text: str, most: int) -> tuple[str, list[tuple[int, int]]]:
    """Return the text in Unicode with single spaces, and where its formulas begin and end.

    Of a text that is longer than `most`, the parts that reach beyond it are left out.
    """
    said = ""
    formulas = []
    for piece in split(text):
        if len(said) > most + 1:
            break
        part = said_anyway(piece.text) if piece.is_formula else piece.text
        start = len(said)
        # Spaces at the ends of a piece part it from its neighbours.
        left = " " if part[:1].isspace() and said and not said.endswith(" ") else ""
        said += left + " ".join(part.split()) + (" " if part.strip() and part[-1].isspace() else "")
        if piece.is_formula:
            formulas.append((start, len(said)))
    return said.rstrip(), formulas


def _sentences(text: str, formulas: list[tuple[int, int]]) -> Iterator[int]:
    """Yield where sentences of the text end."""
    for found in _END.finditer(text):
        if not _inside(found.end(), formulas) and _ends(text, found):
            yield found.end()


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether these signs end a sentence, and not an abbreviation or a question in passing."""
    behind = text[found.end() :].lstrip()[:1]
    if behind.islower():
        return False
    if found[0][0] != "." or found[0].startswith(".."):
        return True
    word = _WORD.search(text[max(0, found.start() - 40) : found.start()])
    last = word[0].lower() if word else ""
    return not (last in _SHORT or _INITIALS.fullmatch(last))


def _words(text: str, most: int) -> Iterator[int]:
    """Yield the ends of words from `most` downwards; of letters, where a text has no spaces."""
    for end in range(most, most // 2, -1):
        if text[end].isspace():
            yield end
    for end in range(most, 0, -1):
        if not _joined(text, end):
            yield end


def _joined(text: str, end: int) -> bool:
    """Whether the characters on both sides of a place are one letter to a reader."""
    after, before = text[end], text[end - 1]
    return unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf", "Sk") or before == "\u200d"


def _inside(end: int, formulas: list[tuple[int, int]]) -> bool:
    return any(first < end < last for first, last in formulas)
