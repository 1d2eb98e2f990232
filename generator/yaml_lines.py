"""Reads a YAML file into plain values, and remembers the line of every key and item."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problems, quoted

KeyPath = tuple[str | int, ...]
#: A line, what is wrong there, what to do.
Mistake = tuple[int, str, str]

#: A hand-written file beyond this size is a mistake, and parsing it would take minutes.
MAX_BYTES = 5_000_000

#: Lists and groups inside each other; nothing that we read needs more than six.
MAX_DEPTH = 50

#: Keys and values of one file; the largest that people write by hand have some ten thousand.
MAX_VALUES = 200_000


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
    raw = read_bytes(path, file, problems, limit)
    return None if raw is None else decode(raw, file, problems)


def is_file(path: Path, file: str, problems: Problems) -> bool:
    """Whether `path` leads to a file that can be looked for; else a problem.

    A pipe or device may never end, so none is opened.
    """
    try:
        if stat.S_ISREG(path.stat().st_mode):
            return True
    except OSError as error:
        why, hint = error.strerror, "see that it exists, and its permissions"
    else:
        why, hint = "not a file", "give a text file in UTF-8"
    problems.error(Place(file), f"cannot be read: {why}", hint)
    return False


def read_bytes(path: Path, file: str, problems: Problems, limit: int) -> bytes | None:
    """Return what is in a file of at most `limit` bytes, or None and a problem."""
    where = Place(file)
    if not is_file(path, file, problems):
        return None
    try:
        status = path.stat()
        if status.st_size > limit:
            size = status.st_size / 1e6
            problems.error(where, f"the file has {size:.1f} MB", f"at most {limit / 1e6:.0f} MB")
            return None
        return path.read_bytes()
    except OSError as error:
        problems.error(
            where, f"cannot be read: {error.strerror}", "see that it exists, and its permissions"
        )
        return None


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
    """Yield what must not be composed: aliases, very deep nesting, and very many values.

    libyaml's events come one by one; composing them recurses in C and can crash the process.
    """
    depth = values = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            yield line, "an alias (*name) is not understood here", "write the values out"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            values += 1
        if values > MAX_VALUES:
            yield line, f"more than {MAX_VALUES:,} keys and values", "split the file"
            return
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
