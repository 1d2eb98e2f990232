"""The items of a list in JSON, one by one, each with its line.

A fault in one item costs only that item: reading goes on at the next line that begins one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

_BLANK = re.compile(r"[ \t\r\n]*")
#: Where an item of a list begins after a fault: a line of its own, or behind the end of another.
_NEXT_ITEM = re.compile(r"(?:(?<=\n)[ \t]*|\}[ \t\r]*\n?[ \t]*,\s{0,99})(?=\{)")
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Item:
    """An item, its line (from 1), and what is wrong where it could not be read."""

    line: int
    value: Any = None
    fault: str = ""


def items(text: str, keys: Collection[str] = ()) -> Iterator[Item]:
    """Yield the items of a list, or of the first list under one of `keys` of an object.

    Other values of such an object are passed over. What cannot be read is an item with a fault;
    nothing is yielded for a text that is neither.
    """
    at = _skip(text, 0)
    if text[at : at + 1] == "{":
        at = _list_under(text, at, keys)
    if at < 0 or text[at : at + 1] != "[":
        return
    yield from _items(text, at + 1)


def _items(text: str, at: int) -> Iterator[Item]:
    line, counted = 1, 0
    while True:
        at = _skip(text, at)
        if text[at : at + 1] in ("]", ","):
            if text[at] == "]":
                return
            at = _skip(text, at + 1)
            if text[at : at + 1] == "]":
                return
        line += text.count("\n", counted, at)
        counted = at
        if at >= len(text):
            yield Item(line, fault="the file ends within a list")
            return
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            deep = isinstance(error, RecursionError)
            reason = "nested too deep" if deep else getattr(error, "msg", str(error))
            yield Item(line, fault=f"not JSON: {reason}")
            found = _NEXT_ITEM.search(text, at + 1)
            if not found:
                return
            at = found.end()
        else:
            yield Item(line, value)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _list_under(text: str, at: int, keys: Collection[str]) -> int:
    """Return where the list under one of `keys` begins in the object at `at`; -1 if nowhere."""
    at += 1
    try:
        while text[(at := _skip(text, at)) : at + 1] == '"':
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, at)
            if text[at : at + 1] != ":":
                return -1
            at = _skip(text, at + 1)
            if key in keys and text[at : at + 1] == "[":
                return at
            _, at = _DECODER.raw_decode(text, at)
            at = _skip(text, at)
            at += text[at : at + 1] == ","
    except (ValueError, RecursionError):
        return -1
    return -1
