"""The works in saved answers in JSON, one by one, each with its line.

A file may hold one answer, several behind each other or in a list, an answer a line, a list of
works, or one work. A fault in a work costs only that work.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.sources.json_items import Item
from generator.sources.services.service import Path, within

_DECODER = json.JSONDecoder(strict=False)
#: What may stand between values: blanks, commas of joined answers, the mark of RFC 7464.
_BETWEEN = re.compile("[\\s,\x1e]*")
_BLANK = re.compile(r"\s*")
#: Strings, also one that the file ends within, and brackets.
_SIGNS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[{}\[\]]', re.DOTALL)
_LINE_END = re.compile(r"\r\n?|\n")
_FIRST_KEY = re.compile(r'\{\s{0,99}"[^"\n]{1,99}"\s{0,9}:')
#: A line that is indented more is no line of its own.
MAX_INDENT = 80
#: A file that is broken in more places is no JSON. Each fault costs as much as what is before it,
#: since its message counts lines.
MAX_FAULTS = 1_000
#: Lists in lists in lists; an answer has its works three deep.
MAX_DEPTH = 8


def works(text: str, lists: Sequence[Path]) -> Iterator[Item]:
    """Yield every value that stands where works do, or what is wrong there.

    `lists` are the ways from an answer to its works. What is no object is yielded, too.
    """
    return _Walk(text, lists).values(0, 0)


class _Walk:
    def __init__(self, text: str, lists: Sequence[Path]) -> None:
        self.text = text
        self.lists = lists
        self.line, self.counted = 1, 0
        #: Where the value ended that was read last.
        self.end = 0
        self.faults = 0
        #: Whether brackets that open still close; looked for until they once did not.
        self.closes = True
        #: What no later line begins with.
        self.last_of: set[str] = set()

    def values(self, at: int, depth: int, *, in_list: bool = False) -> Iterator[Item]:
        """Yield the works of the values from `at` to the end of the list or the file."""
        while True:
            at = _skip(_BETWEEN, self.text, at)
            if at >= len(self.text):
                if in_list:
                    yield self._fault(at, "the file ends within a list")
                self.end = at
                return
            if in_list and self.text[at] == "]":
                self.end = at + 1
                return
            yield from self._value(at, depth)
            at = self.end

    def _value(self, at: int, depth: int) -> Iterator[Item]:
        """Yield the works of the value at `at`; `self.end` is where it ends."""
        if self.text[at] == "[" and depth < MAX_DEPTH:
            yield from self.values(at + 1, depth + 1, in_list=True)
            return
        value, end, fault = self._decoded(at)
        for path in self.lists if depth < MAX_DEPTH else ():
            is_there = not fault and isinstance(within(value, *path), dict | list)
            if (fault and self.text[at] == "{") or is_there:
                inside = self._at_end_of(path, at)
                if inside >= 0:
                    yield from self._value(inside, depth + 1)
                    self.end = end if not fault else max(self.end, self._closed(at))
                    return
        if not fault:
            self.end = end
            yield Item(self._line(at), value)
            return
        self.faults += 1
        yield self._fault(at, f"not JSON: {fault}")
        self.end = self._next(at)
        if self.faults == MAX_FAULTS:
            yield self._fault(self.end, f"over {MAX_FAULTS:,} faults; the rest is not read")
            self.end = len(self.text)

    def _decoded(self, at: int) -> tuple[Any, int, str]:
        try:
            value, end = _DECODER.raw_decode(self.text, at)
        except RecursionError:
            return None, at, "nested too deep"
        except ValueError as error:
            return None, at, getattr(error, "msg", str(error))
        return value, end, ""

    def _line(self, at: int) -> int:
        """Return the line of a place; places are asked for in their order."""
        if at > self.counted:
            between = self.text[self.counted : at]
            self.line += (
                sum(1 for _ in _LINE_END.finditer(between))
                if "\r" in between
                else (between.count("\n"))
            )
            self.counted = at
        return self.line

    def _fault(self, at: int, what: str) -> Item:
        return Item(self._line(at), fault=what)

    def _at_end_of(self, path: Path, at: int) -> int:
        """Return where the value at the end of a way begins; -1 if the way leads nowhere."""
        for key in path:
            at = self._at_key(key, at)
            if at < 0:
                return -1
        return at if self.text[at : at + 1] in ("[", "{") else -1

    def _at_key(self, wanted: str, at: int) -> int:
        """Return where the value of a key of the object at `at` begins, or -1.

        Values before it are passed over, one by one; a fault in one of them ends the search.
        """
        text = self.text
        if text[at : at + 1] != "{":
            return -1
        at = _skip(_BETWEEN, text, at + 1)
        while text[at : at + 1] == '"':
            key, at, fault = self._decoded(at)
            at = _skip(_BLANK, text, at)
            if fault or text[at : at + 1] != ":":
                return -1
            at = _skip(_BLANK, text, at + 1)
            if key == wanted:
                return at
            _, at, fault = self._decoded(at)
            if fault:
                return -1
            at = _skip(_BETWEEN, text, at)
        return -1

    def _closed(self, at: int) -> int:
        """Return where the brackets of the value at `at` close, whatever is wrong inside; or -1."""
        depth = 0
        for sign in _SIGNS.finditer(self.text, at) if self.closes else ():
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(sign[0], 0)
            if depth <= 0:
                return sign.end()
        self.closes = False
        return -1

    def _next(self, at: int) -> int:
        """Return where reading goes on after a broken value: at the next one that begins like it.

        That is on a line with the same indentation, else behind the brackets, else behind a comma
        with the same first key.
        """
        text = self.text
        before = re.split(r"[\n\r]", text[max(0, at - MAX_INDENT) : at])
        indent = before[-1]
        is_on_own_line = not indent.strip() and (len(before) > 1 or at < MAX_INDENT)
        if is_on_own_line and indent not in self.last_of:
            found = re.compile(rf"[\n\r]{indent}(?=\{{)").search(text, at)
            if found:
                return found.end()
            self.last_of.add(indent)
        closed = self._closed(at)
        behind = _skip(_BLANK, text, max(closed, 0))
        if closed > 0 and text[behind : behind + 1] in (",", "]", ""):
            return closed
        first = _FIRST_KEY.match(text, at)
        again = re.compile(rf"\}}\s{{0,99}},\s{{0,99}}(?={re.escape(first[0])})") if first else None
        found = again.search(text, at) if again else None
        return found.end() if found else len(text)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
