"""What a service says of a paper as an object of JSON, and back.

The values are those that the service gave, taken as of any source (`sources/taking.py`) and not yet
repaired: repair is done anew in each build. Identifiers are in their normal form, also those that
only an address held. The keys are the names of FIELDS and of the kinds of identifiers, then
`links`, `counts` and the rest of `Said`, always in this order.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.said import TAKEN_FIELDS, Address, Said, identifiers_of
from generator.sources.taking import TAKEN
from generator.values.count import COUNT_KINDS, Count, counts_of
from generator.values.date import YEARS, Date
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.name_parts import NameParts
from generator.values.shapes import NAMES, TEXTS, YEAR

#: The fields whose values are lists.
_NAMES = frozenset(field.name for field in TAKEN_FIELDS if field.shape.name == NAMES.name)
_TEXTS = frozenset(field.name for field in TAKEN_FIELDS if field.shape.name == TEXTS.name)
_DATES = frozenset(field.name for field in TAKEN_FIELDS if field.shape.name == YEAR.name)
_VALUES = frozenset((*(field.name for field in TAKEN_FIELDS), *IDENTIFIERS))
#: What else `Said` has that is a text.
_REST = ("saved", "shown_at")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_PARTS = tuple(part.name for part in fields(NameParts))
_ALL_PARTS = frozenset(_PARTS)


class Misshapen(ValueError):
    """An object is not what a service says; the text names the key and what is wrong with it."""


def says_of(said: Said) -> dict[str, Any]:
    """Return what a service said as values of JSON; what is of no use to a paper is left out.

    Of counts the number stays: who counted is the file's, on which day the line's. Addresses come
    by kind, those of one kind as they came.
    """
    # What is left out here the service said in a form that no build could read.
    unheard = Problems()
    says: dict[str, Any] = {}
    for field in TAKEN_FIELDS:
        value = said.values.get(field.name)
        if value is None or value == "":
            continue
        taken = TAKEN[field.shape.name][0](value, field.name, said.place, unheard)
        if taken and (plain := _plain(taken)):
            says[field.name] = plain
    says |= {one.kind: one.value for one in identifiers_of(said, unheard)}
    if links := _by_kind(said.addresses):
        says["links"] = links
    if counts := {one.kind: one.number for one in said.counts}:
        says["counts"] = {kind: counts[kind] for kind in COUNT_KINDS if kind in counts}
    says |= {name: text for name in _REST if (text := getattr(said, name))}
    return says


def said_in(says: Mapping[str, Any], place: Place, by: str, on: dt.date) -> Said:
    """Return what a service says by an object of `says_of`, standing at `place`.

    `by` is the name of the service, `on` the day on which it said so: those of its counts. Raises
    Misshapen for any other object.
    """
    said = Said(place)
    for key, value in says.items():
        if key in _VALUES:
            said.values[key] = _value(key, value)
        elif key == "links":
            said.addresses = list(_addresses(value))
        elif key == "counts":
            said.counts = tuple(_counts(value, by, on))
        elif key in _REST:
            setattr(said, key, _text(key, value))
        else:
            raise Misshapen(f"{quoted(key, 30)} is no field that is known here")
    return said


def _plain(taken: Any) -> Any:
    if isinstance(taken, Date):
        return str(taken)
    if isinstance(taken, (list, tuple)):
        named = (_name(item) if isinstance(item, NameParts) else item for item in taken)
        return [item for item in named if item]
    return taken


def _name(parts: NameParts) -> dict[str, str]:
    return {name: text for name in _PARTS if (text := getattr(parts, name))}


def _by_kind(addresses: Sequence[Address]) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    for kind in LINKS:
        urls = list(dict.fromkeys(one.url for one in addresses if one.kind == kind and one.url))
        if urls:
            found[kind] = urls if len(urls) > 1 else urls[0]
    return found


def _value(key: str, value: Any) -> Any:
    if key in IDENTIFIERS:
        kind = IDENTIFIERS[key]
        normal = kind.normal(_text(key, value))
        if normal is None:
            raise Misshapen(f"{key}: {quoted(value, 40)} is no {kind.noun}")
        return normal
    if key in _DATES and isinstance(value, str) and (date := _date(value)):
        return date
    if key in _NAMES:
        # A tuple: each item is one name, and nothing parts it again.
        return tuple(_person(key, item) for item in _items(key, value))
    if key in _TEXTS:
        return tuple(_text(key, item) for item in _items(key, value))
    return _text(key, value)


def _date(text: str) -> Date | None:
    """Return a date as `says_of` writes it; None for all else, which is taken as of any source."""
    if not _ISO.fullmatch(text):
        return None
    try:
        date = Date(*map(int, text.split("-")))
    except ValueError:
        return None
    return date if date.year in YEARS else None


def _person(key: str, item: Any) -> str | NameParts:
    if isinstance(item, str):
        return item
    if not isinstance(item, dict) or not item or not item.keys() <= _ALL_PARTS:
        raise Misshapen(f"{key}: {quoted(item, 40)} is no name")
    for part, text in item.items():
        _text(part, text)
    return NameParts(**item)


def _addresses(value: Any) -> Iterable[Address]:
    for kind, urls in _mapping("links", value).items():
        if kind not in LINKS:
            raise Misshapen(f"links: {quoted(kind, 30)} is no kind of link")
        for url in urls if isinstance(urls, list) else [urls]:
            yield Address(f"links.{kind}", kind, _text(f"links.{kind}", url))


def _counts(value: Any, by: str, on: dt.date) -> Iterable[Count]:
    given = _mapping("counts", value)
    for kind in COUNT_KINDS:
        number = given.get(kind)
        count = counts_of(kind, number, by, on)
        if number is not None and not count:
            raise Misshapen(f"counts: {quoted(number, 20)} is no number of {kind}")
        yield from count
    if unknown := sorted(given.keys() - set(COUNT_KINDS)):
        raise Misshapen(f"counts: {quoted(unknown[0], 30)} is nothing that is counted")


def _items(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Misshapen(f"{key}: {quoted(value, 40)} is no list")
    return value


def _mapping(key: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Misshapen(f"{key}: {quoted(value, 40)} is no object")
    return value


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Misshapen(f"{key}: {quoted(value, 40)} is no text")
    return value
