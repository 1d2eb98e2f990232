"""Takes a query apart: words, phrases in quotes, fields such as author:tay, and what to leave out.

The theme's search/query.js does the same; docs/maintainers/search-format.md describes it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Fields that a query may name.
FIELDS = ("author", "title", "venue", "year", "topic", "kind", "code")
#: Words that are searched for: a title has fewer, a pasted page would take minutes.
MOST_WORDS = 50
#: More phrases, fields and exclusions than this are not heeded.
MOST_CLAUSES = 20

_SPACE = " \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_QUOTE = '"“”„‟«»＂'
#: They only say in which direction text runs.
_DIRECTIONS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
#: A piece of a query: what excludes it, its field, and what it says, in quotes or not.
_PIECE = re.compile(
    rf"(-(?=[^{_SPACE}-]))?"
    rf"(?:({'|'.join(FIELDS)})[:：](?:[{_SPACE}]+|\Z)?)?"
    rf"(?:[{_QUOTE}]([^{_QUOTE}]*)[{_QUOTE}]|([^{_SPACE}]+)|\Z)",
    re.IGNORECASE | re.ASCII,
)
_SPACES = re.compile(f"[{_SPACE}]*")

_DASH = r"(?:-|–|—|\.\.\.?)"
_RANGE = re.compile(rf"([0-9]{{4}}) *{_DASH} *([0-9]{{0,4}})|{_DASH}([0-9]{{4}})")
_BOUND = re.compile(r"(>=|<=|>|<|≥|≤|) *([0-9]{1,4})\.?")
YES, NO = frozenset(("yes", "true", "1", "on")), frozenset(("no", "false", "0", "off"))
#: No paper is of a later year.
LAST_YEAR = 9999


@dataclass(frozen=True)
class Clause:
    """What a paper must have, or must not: a phrase, or a value of a field.

    `field` is empty for a phrase; `quoted` is whether it stands in quotes; `unfinished` whether the
    query ends with it.
    """

    field: str
    text: str
    quoted: bool = False
    excluded: bool = False
    unfinished: bool = False


@dataclass(frozen=True)
class Query:
    """The plain words of a query as one text, and its clauses in order."""

    words: str
    clauses: tuple[Clause, ...] = ()
    cut: bool = False


def parsed(query: str) -> Query:
    """Take a query apart. Any text is one: what means nothing else is plain words."""
    text = _DIRECTIONS.sub("", query)
    plain: list[str] = []
    clauses: list[Clause] = []
    at = _spaces(text, 0)
    while at < len(text):
        piece = _PIECE.match(text, at)
        assert piece  # one character is a piece
        clause = _clause(piece, last=piece.end() == len(text))
        if clause is None:
            plain.append(piece[0])
        elif _spaces(clause.text, 0) < len(clause.text):
            clauses.append(clause)
        behind, at = piece.end(), _spaces(text, piece.end())
        if at == len(text) and (clause or at > behind):
            plain.append("")  # the last word is finished
    return Query(" ".join(plain), tuple(clauses[:MOST_CLAUSES]), len(clauses) > MOST_CLAUSES)


def _clause(piece: re.Match[str], *, last: bool) -> Clause | None:
    """Return what a piece asks for; None if it is plain words."""
    excluded, field = piece[1] is not None, (piece[2] or "").lower()
    quoted, value = piece[3] is not None, piece[3] if piece[3] is not None else piece[4] or ""
    if not (excluded or field or quoted):
        return None
    if value and ((field == "year" and not years(value)) or (field == "code" and not code(value))):
        return None
    return Clause(field, value, quoted, excluded, last and not quoted)


def years(value: str) -> tuple[int, int] | None:
    """Return the first and the last year that a value asks for; None if it names none.

    0 to 0 is for papers whose year is not known. Years may be unfinished: 202 is the twenties.
    """
    text = unicodedata.normalize("NFKC", value).strip(" ,;").lower()
    if text == "unknown":
        return 0, 0
    if found := _RANGE.fullmatch(text):
        first, last, until = found.groups()
        if until:
            return 1, int(until)
        low, high = int(first), int(first[: 4 - len(last)] + last) if last else LAST_YEAR
        return min(low, high), max(low, high)
    if not (found := _BOUND.fullmatch(text)):
        return None
    sign, digits = found.groups()
    low, high = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
    return {
        "": (low, high),
        ">": (high + 1, LAST_YEAR),
        "<": (1, low - 1),
        ">=": (low, LAST_YEAR),
        "≥": (low, LAST_YEAR),
        "<=": (1, high),
        "≤": (1, high),
    }[sign]


def code(value: str) -> str:
    """Return yes or no as a value asks for it; an empty text if it does not."""
    text = value.strip(" ").lower()
    return "yes" if text in YES else "no" if text in NO else ""


def _spaces(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at
