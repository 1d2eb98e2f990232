"""Reads a YAML file into plain values, and remembers the line of every key and item."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problems, quoted
from generator.yaml_lost import KeyInText, KeyPath, Scalar, conflicts, keys_in_texts, losses
from generator.yaml_syntax import explained, is_of_line_before

__all__ = ["Document", "KeyPath", "decode", "field_name", "load", "parse", "read_text"]

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
    """The values of one YAML file, with the line (from 1) of each key and list item.

    `unquoted` are texts that stand there without quotes, `wrapped` items of lists that go on in the
    next line, `keys_in_texts` lines of longer texts that begin like a key.
    """

    file: str
    data: Any
    lines: dict[KeyPath, int]
    unquoted: frozenset[KeyPath] = frozenset()
    wrapped: frozenset[KeyPath] = frozenset()
    keys_in_texts: tuple[KeyInText, ...] = ()

    def place(self, path: KeyPath = ()) -> Place:
        """Return where `path`, or the nearest known parent of it, stands."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return Place(self.file, self.lines[path[:length]])
        return Place(self.file, 1)


class _Loader(yaml.CSafeLoader):
    """PyYAML's safe loader, made to build values from nodes that are already composed.

    Numbers are written in decimal, and true, false and null in small letters. All else stays the
    text that stands there: `no` is the code of a language, `12:30` a time, `017` no octal number,
    Null a name. So do dates, which pydantic reads with a better message than YAML's.
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


_TAG = "tag:yaml.org,2002:"
_TEXT_TAG = f"{_TAG}str"
_TAGS = {f"{_TAG}{name}" for name in ("str", "bool", "int", "float", "null", "map", "seq")}

#: What a plain word must look like to be more than text, and what it may begin with. Narrower than
#: YAML 1.1, where 12:30 is the number 750.
_Loader.yaml_implicit_resolvers = {}
for _name, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*|[-+]?\.[0-9]+", "-+.0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
):
    _Loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(rf"(?:{_pattern})\Z"), _first)


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
        size = path.stat().st_size
        with path.open("rb") as stream:
            # What the system says of the size may be out of date, or never have been true.
            raw = b"" if size > limit else stream.read(limit + 1)
    except OSError as error:
        problems.error(
            where, f"cannot be read: {error.strerror}", "see that it exists, and its permissions"
        )
        return None
    size = max(size, len(raw))
    if size > limit:
        what = f"the file has {size / 1e6:.1f} MB"
        problems.error(where, what, f"at most {limit / 1e6:.0f} MB")
        return None
    return raw


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
    """Return the document in `text`; see `load`. Text that its values lose is reported, too."""
    for line in conflicts(text):
        what = "a mark of a merge that was not finished"
        problems.error(Place(file, line), what, "keep one of the two versions, remove the marks")
        return None
    lines: dict[KeyPath, int] = {}
    scalars: list[Scalar] = []
    data = None
    try:
        mistakes = list(_refused(text))
        if not mistakes:
            loader = _Loader(text)
            try:
                node = loader.get_single_node()
                if node is None:
                    return Document(file, None, {(): 1})
                mistakes = list(_walk(node, (), lines, scalars))
                data = None if mistakes else loader.construct_document(node)
            finally:
                loader.dispose()
    except yaml.MarkedYAMLError as error:
        problems.error(*_syntax_error(error, text, file))
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
    for loss in losses(text, scalars):
        what = f"{field_name(loss.path)}: {loss.what}" if loss.path else loss.what
        if loss.sure:
            mistakes.append((loss.line, what, loss.hint))
        else:
            problems.warning(Place(file, loss.line), what, loss.hint)
    for line, what, hint in mistakes:
        problems.error(Place(file, line), what, hint)
    unquoted = frozenset(scalar.path for scalar in scalars if not scalar.node.style)
    wrapped = frozenset(scalar.path for scalar in scalars if scalar.is_wrapped_item)
    inside = tuple(keys_in_texts(text, scalars))
    return None if mistakes else Document(file, data, lines, unquoted, wrapped, inside)


#: What libyaml finds missing only at the end of the file, or in a later line.
_FOUND_LATE = ("found unexpected end of stream", "could not find expected ':'")


def _syntax_error(error: yaml.MarkedYAMLError, text: str, file: str) -> tuple[Place, str, str]:
    found, begins = error.problem_mark or error.context_mark, error.context_mark
    mark = begins if begins and error.problem in _FOUND_LATE else found
    problem = str(error.problem or error.context)
    if mark is None:
        return Place(file), f"not valid YAML: {problem}", ""
    lines = text.split("\n")[: mark.line + 1]
    # There may be but one: to libyaml a line separator ends a line, to editors it does not.
    if len(lines) > 1 and is_of_line_before(problem, lines[-1], mark.column):
        lines.pop()
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        problem = "could not find expected ':'"
    what, hint = explained(problem, lines[-1], begins.line + 1 if begins else len(lines))
    return Place(file, len(lines)), what, hint


_QUOTE_TEXT = "text that begins with & * or ! belongs between quotes"


def _refused(text: str) -> Iterator[Mistake]:
    """Yield what must not be composed: anchors and aliases, empty tags, deep nesting, many values.

    libyaml's events come one by one; composing them recurses in C and can crash the process.
    """
    depth = values = 0
    anchors: dict[str, int] = {}
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            what = f"an alias (*name) is not understood here: *{quoted(anchor, 40)[1:-1]}"
            yield line, what, f"write the values out; {_QUOTE_TEXT}"
            anchors[str(anchor)] = 0
        elif anchor:
            anchors.setdefault(anchor, line)
        elif getattr(event, "tag", None) == "!":
            yield line, "the ! is a tag of YAML and would be lost", _QUOTE_TEXT
        if isinstance(event, yaml.CollectionStartEvent):
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
    # Where an alias was told, its anchor is no news.
    for anchor, line in anchors.items():
        if line:
            what = f"an anchor (&name) is not understood here: &{quoted(anchor, 40)[1:-1]}"
            yield line, what, f"remove it; {_QUOTE_TEXT}"


def _walk(
    node: yaml.Node,
    path: KeyPath,
    lines: dict[KeyPath, int],
    scalars: list[Scalar],
    column: int | None = None,
) -> Iterator[Mistake]:
    """Note the line of everything in `node`, and its scalars; yield each mistake.

    `column` is that of the key or dash before the node.
    """
    lines.setdefault(path, node.start_mark.line + 1)
    if node.tag not in _TAGS:
        tag = quoted(node.tag.replace(_TAG, "!!"), 40)
        line = node.start_mark.line + 1
        yield line, f"the tag {tag} is not understood here", f"remove it; {_QUOTE_TEXT}"
    elif isinstance(node, yaml.ScalarNode):
        scalars.append(Scalar(path, node, column))
    elif isinstance(node, yaml.SequenceNode):
        dash = None if node.flow_style else node.start_mark.column
        for index, item in enumerate(node.value):
            yield from _walk(item, (*path, index), lines, scalars, dash)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag != _TEXT_TAG or not isinstance(key, yaml.ScalarNode):
                yield line, "a key must be a plain word", "write `key: value`"
                continue
            if key.value != key.value.strip(_NOT_IN_KEYS):
                what = f"the key {quoted(key.value.strip(_NOT_IN_KEYS), 40)} has odd spaces at it"
                yield line, what, "indent with plain spaces, and write them anew"
                continue
            here = (*path, key.value)
            if here in lines:
                twice = f"stands twice (first in line {lines[here]})"
                yield line, f"{field_name(here)}: {twice}", "keep one of them"
            lines[here] = line
            of_key = None if node.flow_style else key.start_mark.column
            yield from _walk(value, here, lines, scalars, of_key)


#: Spaces that are none of YAML's, and characters that nobody sees.
_NOT_IN_KEYS = "".join(
    map(chr, (0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF))
)


def field_name(path: KeyPath) -> str:
    """Return a key path as people write it: `links.code`, `authors[2]` (counted from 1)."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part + 1}]"
        else:
            name += f".{part}" if name else part
    return name
