"""The items of a list in JSON, one by one, each with its line.

A fault in one item costs only that item: reading goes on at the next that begins as its neighbours
do. https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from generator.sources.json_nesting import MAX_DEPTH, Bounds, Lines, end_of

#: Blanks between values, and the comments that some programs write there.
_BLANK = re.compile(r"(?:[ \t\r\n]++|//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?)*+")
_KEY = re.compile(r'"((?:[^"\\]++|\\.)*+)"\s*+:', re.DOTALL)


def _not_a_number(_: str) -> None:
    """Return nothing for NaN and Infinity, which JSON does not have and programs write."""


_DECODER = json.JSONDecoder(strict=False, parse_constant=_not_a_number)


#: A bracket that ends no list, since another item comes behind it.
_STRAY = re.compile(r"\][\s,\]]{1,99}+\{")


@dataclass(frozen=True, slots=True)
class Item:
    """An item, its line (from 1), and what is wrong where it could not be read."""

    line: int
    value: Any = None
    fault: str = ""


def items(text: str, keys: Collection[str] = ()) -> Iterator[Item]:
    """Yield the items of a list, or of the first list under one of `keys` of an object.

    Other values of such an object are passed over; an object under one of `keys` is looked into.
    What cannot be read is an item with a fault; nothing is yielded for a text that is neither.
    """
    at = _skip(text, 0)
    if text[at : at + 1] == "{":
        at = _list_under(text, at, keys)
    if at < 0 or text[at : at + 1] != "[":
        return
    yield from _items(text, at + 1)


def whole(text: str) -> Item:
    """Return all of a text as one item; what stands behind it is a fault."""
    at = _skip(text, 0)
    line = Lines(text).at(at)
    if at == len(text):
        return Item(line, fault="not JSON: nothing is there")
    end, depth = end_of(text, at, len(text))
    value, fault, _ = _decoded(text, at, end, depth)
    if not fault and _skip(text, end) < len(text):
        fault = "not JSON: more stands behind it"
    return Item(line, None if fault else value, fault)


def _items(text: str, at: int) -> Iterator[Item]:
    lines, bounds = Lines(text), Bounds(text)
    while True:
        at = _skip(text, at)
        while text[at : at + 1] == "," or _STRAY.match(text, at):
            at = _skip(text, at + 1)
        if text[at : at + 1] == "]":
            return
        line = lines.at(at)
        if at >= len(text):
            yield Item(line, fault="the file ends within a list; what was behind is lost")
            return
        end, depth = bounds.end(at)
        value, fault, where = _decoded(text, at, end, depth)
        if fault:
            following = bounds.next_item(at, end)
            there = f" (line {Lines(text, at, line).at(at + where)})" if where else ""
            lost = "; no other was found behind it" if following < 0 else ""
            yield Item(line, fault=f"{fault}{there}{lost}")
            if following < 0:
                return
            at = following
        else:
            yield Item(line, value)
            at = end


#: So much of an item that does not end is looked at for what is wrong.
_LOOKED_AT = 20_000


def _decoded(text: str, at: int, end: int, depth: int) -> tuple[Any, str, int]:
    """Return the value in text[at:end], or what is wrong and how far behind `at`."""
    if end > 0 and depth > MAX_DEPTH:
        return None, "nested too deep", 0
    try:
        value = _DECODER.decode(text[at : end if end > 0 else at + _LOOKED_AT])
    except json.JSONDecodeError as error:
        return None, f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.pos
    except RecursionError:
        return None, "nested too deep", 0
    except ValueError:  # more digits than Python reads
        return None, "not JSON: a number of too many digits", 0
    return (value, "", 0) if end > 0 else (None, "not JSON: its brackets do not close", 0)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _list_under(text: str, at: int, keys: Collection[str]) -> int:
    """Return where the list under one of `keys` begins in the object at `at`; -1 if nowhere."""
    at += 1
    while key := _KEY.match(text, at := _skip(text, at)):
        name, at = key[1], _skip(text, key.end())
        if name in keys and text[at : at + 1] == "[":
            return at
        if name in keys and text[at : at + 1] == "{":
            at += 1
            continue
        end, _ = end_of(text, at, len(text)) if at < len(text) else (-1, at)
        if end < 0:
            break
        at = _skip(text, end)
        at += text[at : at + 1] == ","
    return _list_behind_fault(text, at, keys) if text[at : at + 1] != "}" else -1


def _list_behind_fault(text: str, at: int, keys: Collection[str]) -> int:
    """Return where a list of objects under one of `keys` begins, for an object that is broken."""
    if not keys:
        return -1
    names = "|".join(map(re.escape, sorted(keys)))
    found = re.compile(rf'"(?:{names})"\s*+:\s*+(?=\[\s*+\{{)').search(text, at)
    return found.end() if found else -1
