"""Reads a YAML file into plain values, and remembers the line of every key and item.

Also turns pydantic's complaints about those values into problems that name file, line and
field, say what is wrong and what to do, and suggest the nearest known field.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from generator.problems import Place, Problems, quoted

KeyPath = tuple[str | int, ...]
#: A line, what is wrong there, what to do.
Mistake = tuple[int, str, str]
Model = TypeVar("Model", bound=BaseModel)

#: A hand-written file beyond this size is a mistake, and parsing it would take minutes.
MAX_BYTES = 5_000_000

#: Lists and groups inside each other; nothing that we read needs more than six.
MAX_DEPTH = 50


@dataclass(frozen=True)
class Document:
    """The values of one YAML file, with the line (from 1) of each key and list item."""

    file: str
    data: Any
    lines: dict[KeyPath, int]

    def place(self, path: KeyPath = ()) -> Place:
        """Return where `path`, or the nearest known parent of it, stands."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return Place(self.file, self.lines[path[:length]])
        return Place(self.file, 1)


class _Loader(yaml.CSafeLoader):
    """PyYAML's safe loader, made to build values from nodes that are already composed.

    Dates stay text: pydantic reads them, with a better message than YAML's. So do the odd words
    `=` and `<<`.
    """

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Return a node's value; what only looks like a number is an error with its line."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError) as error:
            shown = quoted(node.value, 40)
            raise yaml.constructor.ConstructorError(
                None, None, f"{shown} looks like a number but is none", node.start_mark
            ) from error


_TEXT_TAG = "tag:yaml.org,2002:str"
_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "bool", "int", "float", "null")}

_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag in _TAGS]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_TAGS |= {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}


def read_text(path: Path, file: str, problems: Problems, limit: int = MAX_BYTES) -> str | None:
    """Return the text of a UTF-8 file (a byte order mark is dropped), or None and a problem."""
    where = Place(file)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A device or pipe may never end.
            problems.error(where, "cannot be read: not a file", "give a text file in UTF-8")
            return None
        if status.st_size > limit:
            size = status.st_size / 1e6
            problems.error(where, f"the file has {size:.1f} MB", f"at most {limit / 1e6:.0f} MB")
            return None
        raw = path.read_bytes()
    except OSError as error:
        problems.error(
            where, f"cannot be read: {error.strerror}", "see that it exists, and its permissions"
        )
        return None
    return decode(raw, file, problems)


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """Return UTF-8 bytes as text, or None and a problem that names the line."""
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        problems.error(Place(file, line), "this is a binary file", "give a text file in UTF-8")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.error(
            Place(file, line),
            f"byte {raw[error.start]:#04x} is not UTF-8",
            "save the file as UTF-8",
        )
        return None


def load(path: Path, file: str, problems: Problems) -> Document | None:
    """Return the document in a YAML file, or None when a problem was reported.

    `file` is how messages name it. Duplicate keys, keys that are not text, aliases, tags and
    syntax errors are problems; an empty file is a document whose data is None.
    """
    text = read_text(path, file, problems)
    return None if text is None else parse(text, file, problems)


def parse(text: str, file: str, problems: Problems) -> Document | None:
    """Return the document in `text`; see `load`."""
    lines: dict[KeyPath, int] = {}
    data = None
    try:
        mistakes = list(_refused(text))
        if not mistakes:
            loader = _Loader(text)
            try:
                node = loader.get_single_node()
                if node is None:
                    return Document(file, None, {(): 1})
                mistakes = list(_walk(node, (), lines))
                data = None if mistakes else loader.construct_document(node)
            finally:
                loader.dispose()
    except yaml.MarkedYAMLError as error:
        # What is never closed is found missing at the end of the file; name where it begins.
        unclosed = error.context_mark and error.problem == "found unexpected end of stream"
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        problems.error(
            Place(file, mark.line + 1 if mark else 0),
            f"not valid YAML: {error.problem or error.context}",
            "text with : # [ ] { } or quotes in it belongs between quotes, or after >- on lines"
            " of its own",
        )
        return None
    except yaml.reader.ReaderError as error:
        before = text.encode("utf-8", "replace")[: error.position]
        problems.error(
            Place(file, before.count(b"\n") + 1),
            f"not valid YAML: {error.reason}",
            "remove control characters",
        )
        return None
    except (yaml.YAMLError, UnicodeError) as error:
        problems.error(Place(file), f"not valid YAML: {error}", "remove odd characters")
        return None
    for line, what, hint in mistakes:
        problems.error(Place(file, line), what, hint)
    return None if mistakes else Document(file, data, lines)


def _refused(text: str) -> Iterator[Mistake]:
    """Yield what must not be composed: aliases, and very deep nesting.

    libyaml's events come one by one; composing them recurses in C and can crash the process.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            yield line, "an alias (*name) is not understood here", "write the values out"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            yield line, f"more than {MAX_DEPTH} lists or groups inside each other", "flatten them"
            return


def _walk(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int]) -> Iterator[Mistake]:
    """Note the line of everything in `node`; yield each mistake."""
    lines.setdefault(path, node.start_mark.line + 1)
    if node.tag not in _TAGS:
        tag = quoted(node.tag.replace("tag:yaml.org,2002:", "!!"), 40)
        yield node.start_mark.line + 1, f"the tag {tag} is not understood here", "remove it"
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*path, index), lines)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag != _TEXT_TAG or not isinstance(key, yaml.ScalarNode):
                yield line, "a key must be a plain word", "write `key: value`"
                continue
            here = (*path, key.value)
            if here in lines:
                twice = f"stands twice (first in line {lines[here]})"
                yield line, f"{field_name(here)}: {twice}", "keep one of them"
            lines[here] = line
            yield from _walk(value, here, lines)


def field_name(path: KeyPath) -> str:
    """Return a key path as people write it: `links.code`, `authors[2]` (counted from 1)."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part + 1}]"
        else:
            name += f".{part}" if name else part
    return name


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
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        for error in failure.errors(include_url=False):
            _report(error, document, model, problems)
        return None


def _report(error: Any, document: Document, model: type[BaseModel], problems: Problems) -> None:
    path = _path(error, document)
    field = field_name(path) or "file"
    kind, context = error["type"], error.get("ctx", {})
    if kind == "too_short" and len(error["input"]) >= context["min_length"]:
        return  # Its items are faulty, which is reported for each of them.
    shown = quoted(_shown(error["input"]), 40)
    if kind == "missing":
        what, hint = "is missing", "add it"
    elif kind == "extra_forbidden":
        what, hint = "is not a known field", _nearest(str(path[-1]), _fields_at(model, path[:-1]))
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


def _fields_at(model: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the field names known at `path` inside `model`."""
    schema = model.model_json_schema()
    here = schema
    for part in path:
        here = _resolved(here, schema)
        inside = here if isinstance(part, int) else here.get("properties", {})
        here = inside.get("items" if isinstance(part, int) else part, {})
    return sorted(_resolved(here, schema).get("properties", {}))


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for option in (node, *node.get("anyOf", ())):
        if "$ref" in option:
            return _resolved(schema["$defs"][option["$ref"].rsplit("/", 1)[1]], schema)
        if "properties" in option or "items" in option:
            return dict(option)
    return node


def _nearest(word: str, known: list[str]) -> str:
    best = process.extractOne(word.lower(), known, scorer=fuzz.WRatio, score_cutoff=60)
    if best:
        return f"did you mean {best[0]}?"
    return f"known fields: {', '.join(known)}" if known else "remove it"
