"""Checks the values of a YAML file by a pydantic model, and says what is wrong with them.

Every complaint of pydantic becomes a problem that names file, line and field, says what to do,
and suggests the nearest known field.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ValidationError
from rapidfuzz import fuzz, process

from generator.problems import Place, Problems, quoted
from generator.yaml_lines import Document, KeyPath, field_name, load

#: So many mistakes of a file are told, the rest counted: it is not of this kind at all.
MAX_MISTAKES = 100

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Model = TypeVar("Model", bound=BaseModel)
Item = TypeVar("Item")


def _day(value: Any) -> Any:
    # Pydantic alone would take a number for seconds since 1970.
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        return value.strip()
    shown = quoted(value if isinstance(value, str) else json.dumps(value, default=str))
    raise ValueError(f"{shown} is not a date | write year-month-day: 2026-03-12")


#: A day of the calendar.
Day = Annotated[dt.date, BeforeValidator(_day)]
#: A list; a key without a value is an empty one.
Listed = Annotated[list[Item], BeforeValidator(lambda said: [] if said is None else said)]


def read_file(
    path: Path, shown: str, model: type[Model], problems: Problems
) -> tuple[Document, Model] | None:
    """Return what a file that need not be there says, with its lines.

    None where it is missing or empty, and where it is wrong: then every mistake is reported.
    """
    if not os.path.lexists(path):
        return None
    document = load(path, shown, problems)
    if document is None or document.data is None:
        return None
    file = validate(document, model, problems)
    return (document, file) if file else None


def validate(document: Document, model: type[Model], problems: Problems) -> Model | None:
    """Return the document as a `model`, or None after reporting every mistake in it."""
    data = document.data
    if not isinstance(data, dict):
        found = {list: "a list", type(None): "empty", str: "text"}.get(type(data), "one value")
        problems.error(
            document.place(),
            f"the file is {found}, not `key: value` lines",
            "begin with a line such as `title: …`; see docs/maintainers/",
        )
        return None
    if document.keys_in_texts:
        _warn_of_keys_in_texts(document, model.model_json_schema(), problems)
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        schema = model.model_json_schema()
        errors = failure.errors(include_url=False)
        for error in errors[:MAX_MISTAKES]:
            _report(error, document, schema, problems)
        if len(errors) > MAX_MISTAKES:
            problems.error(document.place(), f"and {len(errors) - MAX_MISTAKES:,} more mistakes")
        return None


def _warn_of_keys_in_texts(document: Document, schema: dict[str, Any], problems: Problems) -> None:
    """Report texts with a line that begins with a field of theirs or of what they stand in.

    The first such line of a text is told.
    """
    known: dict[KeyPath, list[str]] = {}
    told: set[KeyPath] = set()
    for item in document.keys_in_texts:
        above = [item.path[:size] for size in range(len(item.path))]
        for path in above:
            if path not in known:
                known[path] = _fields_at(schema, path)
        if item.path in told or not any(item.key in known[path] for path in above):
            continue
        told.add(item.path)
        problems.warning(
            Place(document.file, item.line),
            f"{field_name(item.path)}: its text holds this line, which begins with `{item.key}:`",
            f"if {item.key} is a field, indent it less; if not, join the line with the one before",
        )


def _report(error: Any, document: Document, schema: dict[str, Any], problems: Problems) -> None:
    path = _path(error, document)
    field = field_name(path) or "file"
    kind, context = error["type"], error.get("ctx", {})
    if kind == "too_short" and len(error["input"]) >= context["min_length"]:
        return  # Its items are faulty, which is reported for each of them.
    shown = quoted(_shown(error["input"]), 40)
    if kind == "missing":
        what, hint = "is missing", "add it"
    elif kind == "extra_forbidden":
        fields = _fields_at(schema, path[:-1])
        otherwise = f"known fields: {', '.join(fields)}" if fields else "remove it"
        what, hint = "is not a known field", nearest(str(path[-1]), fields, otherwise)
    elif kind in ("literal_error", "enum"):
        known = context["expected"]
        what, hint = f"{shown} is not one of the known values", f"write {known}"
    elif kind in _EXPECTED:
        expected, hint = _EXPECTED[kind]
        what = f"{shown} is not {expected.format(**context)}"
    elif kind == "value_error":
        # Our validators put the hint last; what comes before may quote the file.
        what, bar, hint = str(context["error"]).rpartition(" | ")
        what, hint = (what, hint) if bar else (hint, "")
    else:
        what, hint = f"{shown}: {error['msg']}", ""
    problems.error(document.place(path), f"{field}: {what}", hint)


_EXPECTED = {
    "string_type": ("text", "put it between quotes"),
    "int_type": ("a whole number", "write digits only"),
    "int_parsing": ("a whole number", "write digits only"),
    "list_type": ("a list", "write [one, two] or one `- item` a line"),
    "tuple_type": ("a list", "write [one, two] or one `- item` a line"),
    "dict_type": ("a group of fields", "write `key: value` lines below it"),
    "model_type": ("a group of fields", "write `key: value` lines below it"),
    "model_attributes_type": ("a group of fields", "write `key: value` lines below it"),
    "date_type": ("a date", "write year-month-day: 2026-03-12"),
    "date_parsing": ("a date", "write year-month-day: 2026-03-12"),
    "date_from_datetime_inexact": ("a date", "write year-month-day: 2026-03-12"),
    "date_from_datetime_parsing": ("a date", "write year-month-day: 2026-03-12"),
    "float_type": ("a number", "write digits, with a point for decimals"),
    "float_parsing": ("a number", "write digits, with a point for decimals"),
    "bool_type": ("true or false", "write true or false"),
    "bool_parsing": ("true or false", "write true or false"),
    "string_too_short": ("text that says something", "write it, or remove the field"),
    "too_short": ("a list of {min_length} or more", "add what is missing"),
    "too_long": ("a list of {max_length} or less", "leave out what is too much"),
    "greater_than_equal": ("{ge} or more", "write a larger number"),
    "less_than_equal": ("{le} or less", "write a smaller number"),
}


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _path(error: Any, document: Document) -> KeyPath:
    """Return where a mistake is. Pydantic's paths also name types; keep what the file has."""
    path: KeyPath = ()
    for part in error["loc"]:
        if (*path, part) in document.lines:
            path = (*path, part)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else path


def _fields_at(schema: dict[str, Any], path: KeyPath) -> list[str]:
    """Return the field names known at `path` inside a model with this schema."""
    here = schema
    for part in path:
        here = _resolved(here, schema)
        if isinstance(part, int):
            here = here.get("items", {})
        else:
            others = here.get("additionalProperties")
            here = here.get("properties", {}).get(part, others if isinstance(others, dict) else {})
    return sorted(_resolved(here, schema).get("properties", {}))


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for option in (node, *node.get("anyOf", ()), *node.get("oneOf", ())):
        if "$ref" in option:
            return _resolved(schema["$defs"][option["$ref"].rsplit("/", 1)[1]], schema)
        if "properties" in option or "items" in option:
            return dict(option)
    return node


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint that names the known word nearest to `word`, or else `otherwise`."""
    best = process.extractOne(word.lower(), sorted(known), scorer=fuzz.WRatio, score_cutoff=60)
    return f"did you mean {best[0]}?" if best else otherwise
