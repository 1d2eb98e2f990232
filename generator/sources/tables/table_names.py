"""Names in cells of tables and in values of plain objects, parted as far as that is sure.

A value may be one text, a list of texts, or a list of objects in any program's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.sources.csl.csl_json import whole_name
from generator.values.name_list import part_list
from generator.values.name_parts import NameParts, parts_of

#: What stands in a cell that holds nothing.
_NOTHING = frozenset(
    (
        *("", "n/a", "#n/a", "na", "nan", "<na>", "none", "null", "nil", "-", "--", "–", "—", "?"),
        *("[]", "{}", "n.a.", "unknown", "not available", "undefined", "no doi"),
        *("no abstract available", "[no abstract available]"),
    )
)
_SCOPUS_ID = re.compile(r"\s*\(\d{6,}\)")
#: A list of objects that a program wrote as text: [{'name': 'Ada Example'}].
_NAMES_AS_TEXT = re.compile(r"""['"]name['"]\s{0,9}:\s{0,9}(?:"([^"]{1,200})"|'([^']{1,200})')""")
_AND = re.compile(r",\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+")
#: A family name with initials behind: Example AB, van der Example A.-B.
_INITIALS_LAST = re.compile(
    r"(\S{2,}(?: \S{2,}){0,4}) ((?:[A-Z]\.?-?){1,4})(?: ((?:Jr|Sr|2nd|3rd|4th)\.?))?,?"
)
#: The stop at the end of PubMed's lists, which is none of the last initials.
_STOP = re.compile(r"(?<=[A-Z]{2})\.$")
#: What may part names beside semicolons, or is an entity with one.
_OTHER_SIGNS = re.compile(r"[&|/\n{}<]|\band\b|\bet\b|\bund\b|\.\.|…")
#: What programs write for given names that they do not know.
_NULL = re.compile(r",\s?null\b")
_PARTED = re.compile(r"[;,]\s*")
#: So many names must be written alike before a table tells how.
_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Order:
    """How the authors of all rows of a table are written.

    Whether commas and nothing else part them; whether initials stand behind family names.
    """

    commas: bool = False
    initials_last: bool = False


NO_ORDER = Order()


def order_of(cells: Iterable[str], *, initials_last: bool) -> Order:
    """Return what all cells tell; `initials_last` is whether their source is known for it."""
    held = [cell for cell in cells if not is_empty(cell)]
    names = [name for cell in held for name in _PARTED.split(cell.rstrip(" .,;")) if name]
    alike = len(names) >= _ENOUGH and all(map(_INITIALS_LAST.fullmatch, names))
    commas = not any(sign in cell for cell in held for sign in ";|\n") and any(
        cell.count(",") > 1
        and (found := part_list(cell)).sure
        and len(found.names) > 2
        and not any("," in name for name in found.names)
        for cell in held
    )
    return Order(commas, alike or initials_last)


def _turned(text: str) -> tuple[str, ...]:
    """Return names of which each has its initials behind the family name; none if one has not."""
    names = [name for name in _PARTED.split(_STOP.sub("", text.strip(" ,;"))) if name]
    found = [_INITIALS_LAST.fullmatch(name) for name in names]
    if not all(found):
        return ()
    return tuple(", ".join(part for part in name.groups() if part) for name in found if name)


def _is_glued(text: str) -> bool:
    """Whether commas without blanks part names of several words: "Ada Example,Ben Sample"."""
    if any(sign in text for sign in ";|\n"):
        return False
    parts = text.strip(" ,").split(",")
    return len(parts) > 1 and all(part == part.strip() and " " in part for part in parts)


def is_empty(cell: str) -> bool:
    """Whether a cell holds nothing, or a word for it."""
    return len(cell) < 40 and cell.strip().casefold() in _NOTHING


def plain_text(value: Any) -> str:
    """Return the text of a value: of a list the first, of an object its name."""
    if isinstance(value, list):
        return next((text for item in value if (text := plain_text(item))), "")
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "display_name", "title", "value", "text"))
        return next((text for item in named if (text := plain_text(item))), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if is_empty(str(value)) else str(value).strip()


#: Words of programs for the parts of names, beside CSL's.
_PARTS = {
    "family": ("last_name", "lastName", "last", "surname", "familyName", "family_name"),
    "given": ("first_name", "firstName", "first", "forename", "givenName", "given_name"),
    "name": ("display_name", "displayName", "fullname", "full_name", "fullName", "raw_author_name"),
}


def names_in(value: Any, order: Order = NO_ORDER) -> Any:
    """Return names for `take_names`: parted where that is sure, else as they are."""
    if isinstance(value, str):
        if value.lstrip().startswith("[{"):
            return tuple(found[1] or found[2] for found in _NAMES_AS_TEXT.finditer(value))
        value = _SCOPUS_ID.sub("", value)
        if order.initials_last and (names := _turned(value)):
            return names
        value = _NULL.sub("", value)
        if ";" in value and not _OTHER_SIGNS.search(value):
            # One comma at most in each: nothing is left to find out.
            between = [name.strip() for name in value.split(";")]
            if all(name.count(",") < 2 for name in between):
                return tuple(filter(None, between))
        if _is_glued(value) or (order.commas and not part_list(value).sure):
            names = tuple(filter(None, _AND.split(value.strip(" ,"))))
            return names if all(" " in name for name in names) else value
        return value
    if not isinstance(value, list):
        return [plain_text(value)] if value else None
    if all(isinstance(name, str) for name in value):
        return [name for name in value if name.strip()]
    return tuple(filter(None, map(_name, value)))


def _name(value: Any) -> NameParts | str | None:
    if not isinstance(value, dict):
        return plain_text(value) or None
    if isinstance(value.get("author"), dict):
        value = value["author"]
    said = {part: value[key] for part, keys in _PARTS.items() for key in keys if value.get(key)}
    parts = parts_of({**said, **value})
    return whole_name(parts, is_group=False) if parts else None
