"""The works in saved answers in JSON, one by one, each with its line.

A file may hold one answer, several behind each other or in a list, an answer a line, a list of
works, or one work. A fault in a work costs only that work.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from generator.sources.json_items import Item
from generator.sources.json_nesting import MAX_DEPTH, Bounds, Lines
from generator.sources.services.service import Path, within

_DECODER = json.JSONDecoder(strict=False)
#: What may stand between values: blanks, commas of joined answers, the mark of RFC 7464.
_BETWEEN = re.compile("[\\s,\x1e]*")
_BLANK = re.compile(r"\s*")
#: Lists in lists in lists; an answer has its works three deep.
MAX_LISTS = 8
#: So much of a value that does not end is looked at for what is wrong.
_LOOKED_AT = 20_000


def works(text: str, lists: Sequence[Path]) -> Iterator[Item]:
    """Yield every value that stands where works do, or what is wrong there.

    `lists` are the ways from an answer to its works. What is no object is yielded, too.
    """
    return _Walk(text, lists).values(0, 0)


class _Walk:
    """Reads a file from its beginning to its end; `end` is where the last value ended."""

    def __init__(self, text: str, lists: Sequence[Path]) -> None:
        self.text = text
        self.lists = lists
        self.lines = Lines(text)
        self.bounds = Bounds(text)
        self.end = 0
        #: A fault was met: a message of the decoder costs as much as all that is before it, so
        #: that from then on it is given one value at a time.
        self.is_broken = False

    def values(self, at: int, depth: int, *, in_list: bool = False) -> Iterator[Item]:
        """Yield the works of the values from `at` to the end of the list or the file."""
        while True:
            at = _skip(_BETWEEN, self.text, at)
            if at >= len(self.text):
                if in_list:
                    yield self._item(at, fault="the file ends within a list")
                self.end = at
                return
            if in_list and self.text[at] == "]":
                self.end = at + 1
                return
            yield from self._value(at, depth)
            at = self.end

    def _value(self, at: int, depth: int) -> Iterator[Item]:
        """Yield the works of the value at `at`."""
        if self.text[at] == "[" and depth < MAX_LISTS:
            yield from self.values(at + 1, depth + 1, in_list=True)
            return
        value, end, fault = self._decoded(at)
        inside = self._inside(value, at, fault) if depth < MAX_LISTS else -1
        if inside >= 0:
            yield from self._value(inside, depth + 1)
            self.end = end if end > 0 else self._behind(at)
        elif not fault:
            self.end = end
            yield self._item(at, value)
        else:
            following = self.bounds.next_item(at, end)
            lost = "" if following >= 0 else "; no other was found behind it"
            yield self._item(at, fault=f"not JSON: {fault}{lost}")
            self.end = following if following > at else len(self.text)

    def _item(self, at: int, value: Any = None, fault: str = "") -> Item:
        return Item(self.lines.at(max(at, self.lines.counted)), value, fault)

    def _decoded(self, at: int) -> tuple[Any, int, str]:
        """Return the value at `at`, where it ends (-1 if nowhere), and what is wrong with it."""
        if not self.is_broken:
            try:
                value, end = _DECODER.raw_decode(self.text, at)
            except (ValueError, RecursionError):
                self.is_broken = True
            else:
                return value, end, ""
        end, depth = self.bounds.end(at)
        if end > 0 and depth > MAX_DEPTH:
            return None, end, "nested too deep"
        try:
            value = _DECODER.decode(self.text[at : end if end > 0 else at + _LOOKED_AT])
        except RecursionError:
            return None, end, "nested too deep"
        except ValueError as error:
            return None, end, getattr(error, "msg", str(error))
        return (value, end, "") if end > 0 else (None, -1, "its brackets do not close")

    def _inside(self, value: Any, at: int, fault: str) -> int:
        """Return where the works of an answer stand; -1 for what is no answer but a work."""
        if fault:
            return self._inside_broken(at)
        for path in self.lists:
            if isinstance(within(value, *path), dict | list):
                for key in path:
                    at = self._at_key((key,), at)[1]
                return at
        return -1

    def _inside_broken(self, at: int) -> int:
        """Return where the works of a broken answer stand, by the first keys that lead to any."""
        paths, deepest = list(self.lists), -1
        while paths and at >= 0:
            key, at = self._at_key({path[0] for path in paths}, at)
            paths = [path[1:] for path in paths if path[0] == key]
            deepest = at if () in paths else deepest
            paths = [path for path in paths if path]
        return deepest

    def _at_key(self, wanted: Collection[str], at: int) -> tuple[str, int]:
        """Return the first key of the object at `at` that is wanted and holds a list or an object.

        With it, where that begins; -1 if there is none. Values before it are passed over, also
        broken ones.
        """
        text = self.text
        at = _skip(_BETWEEN, text, at + 1) if text[at : at + 1] == "{" else -1
        while at > 0 and text[at : at + 1] == '"':
            key, at, _ = self._decoded(at)
            at = _skip(_BLANK, text, at) if at > 0 else -1
            if at < 0 or text[at : at + 1] != ":":
                break
            at = _skip(_BLANK, text, at + 1)
            if key in wanted and text[at : at + 1] in ("[", "{"):
                return key, at
            at = self._decoded(at)[1] if at < len(text) else -1
            at = _skip(_BETWEEN, text, at) if at > 0 else -1
        return "", -1

    def _behind(self, at: int) -> int:
        """Return where reading goes on behind an answer whose brackets do not close."""
        following = self.bounds.next_item(at, -1)
        return following if following >= self.end else len(self.text)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
