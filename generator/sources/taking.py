"""Takes the values of fields out of what a source wrote: text, lists, names, dates, words.

A value of the wrong kind is a warning and is left out; the rest of its entry is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.base import MAX_ITEMS
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.text.entities import decode_all
from generator.values.date import Date, read_date, years_in
from generator.values.name_list import part_item, part_list
from generator.values.name_parts import NameParts, parts_of
from generator.values.notice import STATUSES
from generator.values.orcid import read_orcid, wrong_orcid
from generator.values.shapes import LINE, NAMES, PAGES, STATUS, TEXT, TEXTS, TYPE, VENUE, YEAR
from generator.values.work import TYPES

#: Takes a value, what the source calls its field, where it stands; returns what a shape forms.
Take = Callable[[Any, str, Place, Problems], Any]


def take_text(value: Any, called: str, place: Place, problems: Problems) -> str:
    """Return a text; empty for what is none, after a warning."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    what = f"{called}: {quoted(value, 40)} is not text; left out"
    problems.warning(place, what, "write a string")
    return ""


def take_line(value: Any, called: str, place: Place, problems: Problems) -> str:
    """Return a short text, which many programs write as a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return take_text(value, called, place, problems)


def take_list(value: Any, called: str, place: Place, problems: Problems) -> Sequence[Any]:
    """Return a list of texts, also from one text with semicolons between them.

    A tuple is the reader's own work, and taken as it is.
    """
    return _items(value, "texts", called, place, problems)


def _items(value: Any, noun: str, called: str, place: Place, problems: Problems) -> Sequence[Any]:
    if isinstance(value, tuple):
        return _bounded(value, called, place, problems)
    value = value or []
    # The semicolon of `M&uuml;ller` parts no names.
    items = (
        (_listed(value) or re.split("[;；]", decode_all(value)))
        if isinstance(value, str)
        else value
    )
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        what = f"{called}: not a list of {noun}; left out"
        problems.warning(place, what, 'write ["…", "…"]')
        return []
    return _bounded(items, called, place, problems)


#: A list that a program wrote as text: ["…", "…"] or ['…', "…"].
_LIST_AS_TEXT = re.compile(r"""\[\s*["'](.*)["']\s*\]""", re.DOTALL)
_NEXT_ITEM = re.compile(r"""["']\s{0,9},\s{0,9}["']""")


def _listed(text: str) -> list[str]:
    """Return the items of a list that a program wrote as text; none where it is no such list."""
    found = _LIST_AS_TEXT.fullmatch(text.strip())
    return _NEXT_ITEM.split(found[1]) if found else []


def _bounded(items: Sequence[Any], called: str, place: Place, problems: Problems) -> Sequence[Any]:
    if len(items) > MAX_ITEMS:
        more = f"{len(items) - MAX_ITEMS:,} more than {MAX_ITEMS:,}"
        problems.warning(place, f"{called}: {more}; those are left out", "a paper has fewer")
    return items[:MAX_ITEMS]


def take_names(
    value: Any, called: str, place: Place, problems: Problems
) -> Sequence[str | NameParts]:
    """Return names as they are written or in parts, parted where one text surely holds several.

    An object in a list has the keys of CSL-JSON: `{"family": …, "given": …}`. A tuple is the
    reader's own work, and taken as it is. An ORCID iD with a wrong sign is a warning.
    """
    names = _names(value, called, place, problems)
    for name in names:
        wrong = wrong_orcid(name) if isinstance(name, str) else _wrong_orcid(name)
        if wrong:
            what = f"{called}: {quoted(wrong, 40)} is not an ORCID iD; left out"
            problems.warning(place, what, "copy it from orcid.org")
    return names


def _wrong_orcid(name: NameParts) -> str:
    return "" if not name.orcid or read_orcid(name.orcid) else name.orcid


def _names(value: Any, called: str, place: Place, problems: Problems) -> Sequence[str | NameParts]:
    if isinstance(value, tuple):
        return _bounded(value, called, place, problems)
    if isinstance(value, (list, dict)):
        items = value if isinstance(value, list) else [value]
        return _listed_names(_bounded(items, called, place, problems), called, place, problems)
    if not isinstance(value, str):
        return _items(value, "names", called, place, problems)
    if listed := _listed(value):
        return [name for item in listed for name in part_item(item).names]
    parted = part_list(value)
    if not parted.sure:
        problems.warning(
            place,
            f"{called}: {quoted(value)} may be one name or several; kept as one",
            'write a list: ["…", "…"], or ; between names',
        )
    return _bounded(parted.names, called, place, problems)


def _listed_names(
    items: Sequence[Any], called: str, place: Place, problems: Problems
) -> list[str | NameParts]:
    names: list[str | NameParts] = []
    for item in items:
        if isinstance(item, str):
            names += part_item(item).names
        elif isinstance(item, dict) and (parts := parts_of(item)):
            names.append(parts)
        else:
            what = f"{called}: {quoted(item, 40)} is not a name; left out"
            problems.warning(place, what, 'write "…" or {"family": "…", "given": "…"}')
    return names


def take_date(value: Any, called: str, place: Place, problems: Problems) -> Date | None:
    """Return a date as far as it is told; a `Date` that a reader made itself stays."""
    if value is None or value == "" or isinstance(value, Date):
        return value or None
    date = read_date(value)
    if date is None:
        several = years_in(str(value))
        what, hint = "is not a year", "four digits"
        if len(several) > 1:
            what, hint = f"holds the years {' and '.join(map(str, several))}", "write one of them"
        problems.warning(place, f"{called}: {quoted(value, 20)} {what}; left out", hint)
    return date


def take_status(value: Any, called: str, place: Place, problems: Problems) -> str:
    """Return one of the known words; exports use the key for other things, too: "accepted"."""
    word = value.strip().lower() if isinstance(value, str) else value
    if word in STATUSES or not word:
        return word or ""
    known = ", ".join(STATUSES)
    # Without the line: what a program writes once, it writes a thousand times.
    problems.note(
        Place(place.file), f"{called}: {quoted(value, 40)} is not read", f"known are {known}"
    )
    return ""


def take_type(value: Any, called: str, place: Place, problems: Problems) -> str:
    """Return the type of a work in CSL's terms, from any word that sources have for it."""
    if not value or value in TYPES:
        return value or ""
    found = type_in(value, TYPES_IN_WORDS) if isinstance(value, str) else None
    if not found:
        what = f"{called}: {quoted(value, 40)} is not read"
        problems.note(Place(place.file), what, f"known are {', '.join(TYPES)}")
    return found or ""


_NAMES_SAID = "a list of names, as texts or in parts, or one text with `;` or `and` between them"
#: How a value is taken, by the shape of its field, and what people are told of it.
TAKEN: dict[str, tuple[Take, str]] = {
    TEXT.name: (take_text, "text"),
    VENUE.name: (take_text, "text"),
    LINE.name: (take_line, "text, or a whole number"),
    PAGES.name: (take_line, "text, or a whole number"),
    NAMES.name: (
        take_names,
        _NAMES_SAID,
    ),
    TEXTS.name: (take_list, "a list of texts, or one text with `;` between them"),
    YEAR.name: (take_date, "a year from 1600 to 2100, as a number or text, or a date"),
    STATUS.name: (take_status, f"one of {', '.join(f'`{word}`' for word in STATUSES)}"),
    TYPE.name: (take_type, f"one of {', '.join(f'`{word}`' for word in TYPES)}"),
}
