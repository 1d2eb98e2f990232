"""Where values of JSON end, and where the next begins behind one that is broken.

In linear time, and without decoding anything: only brackets and strings are looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: No entry of any format is nested deeper; what is might end later steps.
MAX_DEPTH = 100
#: How often a text may be looked at again for brackets that do not close: its length so many times,
#: and so many characters more.
_MOST_AGAIN = 4
_SOME_AGAIN = 10_000_000
#: So far before an item its line is looked at.
_LEAD = 80

#: A string. In a broken one a quote ends it only where something of JSON follows.
_STRING = r'"(?:[^"\\]++|\\.|"(?!\s*+[,:\]}]))*+"?'
_STRINGS = re.compile(_STRING, re.DOTALL)
#: What stands before a bracket, and that.
_TO_BRACKET = re.compile(rf'(?:[^"{{}}\[\]]++|{_STRING})*+([{{}}\[\]])', re.DOTALL)
_PARTNER = {"{": "}", "[": "]"}
#: A value without brackets.
_PLAIN = re.compile(rf"(?:{_STRING}|[^\s,\[\]{{}}]++)", re.DOTALL)
#: A string without its last quote goes on into the next item.
_GLUED = re.compile(r'\}\s*+,\s*+\{\s*+"')
#: What follows an item.
_BEHIND = re.compile(r"\s*+(?:,\s*+)?(?:[{\]]|$)")
_FIRST_KEY = re.compile(r'\{\s*+("[^"\\\n]{1,99}")\s*+:')
_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = re.compile(r"[ \t]*")


@dataclass(slots=True)
class Lines:
    """Counts lines as editors do, from `counted` on, each part of the text once."""

    text: str
    counted: int = 0
    line: int = 1

    def at(self, place: int) -> int:
        """Return the line of a place, which is not before that of the last call."""
        text, start = self.text, self.counted
        ends = text.count("\n", start, place) + text.count("\r", start, place)
        self.line += ends - text.count("\r\n", start, place)
        self.counted = place
        return self.line


def end_of(text: str, start: int, limit: int) -> tuple[int, int]:
    """Return where the value that begins at `start` ends, -1 if not before `limit`; and its depth.

    Of a value that does not end, where that was seen stands in place of the depth.
    """
    if text[start] not in _PARTNER:
        plain = _PLAIN.match(text, start, limit)
        return (plain.end(), 0) if plain else (-1, start)
    wanted: list[str] = []
    deepest, at = 0, start
    while token := _TO_BRACKET.match(text, at, limit):
        bracket, at = token[1], token.end()
        if partner := _PARTNER.get(bracket):
            wanted.append(partner)
            deepest = max(deepest, len(wanted))
        elif wanted.pop() != bracket:
            return -1, at
        if not wanted:
            return at, deepest
    return -1, limit


@dataclass(slots=True)
class Bounds:
    """Finds where the items of a list end, and where the next begins behind a broken one.

    That is where the brackets of the broken one close, or a line that begins as those of its
    neighbours do, or an object with the same first key; the first of these that is sure.
    """

    text: str
    again: int = 0
    torn: bool = False
    seen: int = 0
    ends: bool = False
    lines: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look whether the text ends as JSON does."""
        self.ends = self.text[-_LEAD:].rstrip().endswith(("]", "}"))

    def end(self, start: int) -> tuple[int, int]:
        """Return where the item at `start` ends, -1 if it does not; and how deep it is nested."""
        line = self._next_line(start, self._lead(start)) if self.torn else -1
        end, depth = end_of(self.text, start, line if line > 0 else len(self.text))
        self.seen = depth if end < 0 else end
        return end, depth

    def next_item(self, start: int, end: int) -> int:
        """Return where the item behind a broken one begins, from -1 if nowhere.

        `end` is what was said of the broken one, which begins at `start`.
        """
        lead = self._lead(start)
        line = self._next_line(start, lead)
        found = -1
        if self.text[start] not in _PARTNER:
            found = self.text.find("{", start, line if line > 0 else len(self.text))
        elif end > 0 and (line < 0 or end <= line) and self._is_sure(start, end):
            return end
        self.torn = True
        if found < 0:
            found = line
        # Where items begin lines, one in the middle of a line is none of them; nor is one within
        # the item at which a file was cut.
        if found < 0 and lead.strip() and self.ends:
            found = self._same_key(start)
        self.again += max(0, self.seen - found)
        if self.again > _MOST_AGAIN * len(self.text) + _SOME_AGAIN:
            return -1
        return found

    def _is_sure(self, start: int, end: int) -> bool:
        if not _BEHIND.match(self.text, end):
            return False
        return not any(
            _GLUED.search(found[0]) for found in _STRINGS.finditer(self.text, start, end)
        )

    def _lead(self, start: int) -> str:
        """Return what stands before an item on its line, as far as it is looked at."""
        return _LINE_END.split(self.text[max(0, start - _LEAD) : start])[-1]

    def _next_line(self, start: int, lead: str) -> int:
        """Return where an item begins in a line of the same form; -1 if nowhere."""
        if len(lead) == _LEAD:
            return -1  # deep within a line
        blanks = _BLANKS.match(lead)
        indent = blanks[0] if blanks else ""
        # "[{…},\n {…}]": the others stand below the first.
        forms = indent if indent == lead else f"(?:{indent}|{' ' * len(lead)})"
        known = self.lines.get(forms)
        if known is not None and (known > start or known < 0):
            return known
        form = re.compile(rf"[\r\n]{forms}(?:\}}[ \t]*+,?[ \t]*+|,[ \t]*+)?(?=\{{)")
        found = form.search(self.text, start)
        self.lines[forms] = found.end() if found else -1
        return self.lines[forms]

    def _same_key(self, start: int) -> int:
        """Return where an object with the same first key follows another; -1 if nowhere."""
        key = _FIRST_KEY.match(self.text, start)
        if not key:
            return -1
        form = re.compile(rf"[^\s:\[]\s*+(?=\{{\s*+{re.escape(key[1])}\s*+:)")
        found = form.search(self.text, start + 1)
        return found.end() if found else -1
