"""Changes single keys of a YAML file, and leaves all else as it is: comments, order, spaces."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import yaml

#: No line is folded that is as short.
_NEVER = 1_000_000
#: A key at the top of a file, or the keys that lead to one below others.
Key = str | tuple[str, ...]


def line_of(text: str, key: Key) -> int:
    """Return the line (from 1) of a key of a YAML text; 1 where it is not there."""
    place = _place(text, _path(key))
    return place[0] + 1 if place else 1


def block_of(text: str, key: Key) -> str:
    """Return the lines of a key with all that belongs to it; an empty text where it is not."""
    place = _place(text, _path(key))
    return "".join(text.splitlines(keepends=True)[slice(*place)]) if place else ""


def with_block(text: str, key: Key, block: str, order: Sequence[str] = ()) -> str:
    """Return a YAML text in which `block` stands for `key` with all that belongs to it.

    An empty block removes the key, and the comment right above it. Where there was none the block
    is added behind the last of those that stand before it in `order`, else at the end of what it
    belongs to. Raises yaml.YAMLError for what is no YAML.
    """
    path = _path(key)
    place = _place(text, path)
    lines = text.splitlines(keepends=True)
    if place is None:
        return _added(text, lines, path, block, order) if block else text
    start, end = place
    while not block and start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    if block and end == len(lines) and not lines[-1].endswith(("\n", "\r")):
        block = block.rstrip("\r\n")
    return "".join([*lines[:start], block, *lines[end:]])


def with_scalar(text: str, path: Sequence[str | int], value: str) -> str:
    """Return a YAML text in which a text in one line has another value, and no other byte differs.

    `path` leads to it by keys and by numbers of items. The quotes stay where there are some.
    Returns the text as it is where nothing is at `path`, or what goes over several lines. Raises
    yaml.YAMLError for what is no YAML.
    """
    node = _root(text)
    for step in path:
        node = _inside(node, step)
    if not isinstance(node, yaml.ScalarNode) or node.start_mark.line != node.end_mark.line:
        return text
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style if node.style in ("'", '"') else None
    dumped = yaml.safe_dump([value], allow_unicode=True, width=_NEVER, default_style=style)
    # In a list as well as in a line of its own: a comma or bracket needs quotes in some places.
    if style is None:
        dumped = yaml.safe_dump([value], allow_unicode=True, width=_NEVER, default_flow_style=True)
        return text[:start] + dumped.strip()[1:-1] + text[end:]
    return text[:start] + dumped.strip().removeprefix("- ") + text[end:]


def _inside(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    """Return the value of a key, or an item of a list by its number; None where there is none."""
    if isinstance(step, int):
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        return items[step] if step < len(items) else None
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == step), None)


def comments_in(text: str, key: Key) -> list[str]:
    """Return the comments that stand in what belongs to a key, each from its # on."""
    path = _path(key)
    place, node = _place(text, path), _value(text, path)
    if place is None or node is None:
        return []
    lines = text.splitlines(keepends=True)
    start, end = (sum(map(len, lines[:line])) for line in place)
    found: list[str] = []
    for scalar in _scalars(node):
        found += _comments(text[start : scalar.start_mark.index])
        start = scalar.end_mark.index
        if scalar.style in ("|", ">"):
            header = text[scalar.start_mark.index : start].splitlines()[0]
            found += _comments(header)
    return found + _comments(text[start:end])


def is_block_mapping(text: str, key: Key) -> bool:
    """Whether the value of a key is a group of `key: value` lines below it, not in braces."""
    node = _value(text, _path(key))
    return isinstance(node, yaml.MappingNode) and not node.flow_style and bool(node.value)


def indent_of(text: str, key: Key) -> int:
    """Return by how much the keys below a key are indented; 2 where there are none."""
    node = _value(text, _path(key))
    if isinstance(node, yaml.MappingNode) and node.value:
        column: int = node.value[0][0].start_mark.column
        return column
    return 2


def without_items(text: str, key: str, items: Collection[str]) -> str:
    """Return a YAML text without some items of the list `key`, a line each; see `with_block`.

    A list that is left without any goes as a whole.
    """
    node = _value(text, (key,))
    if not isinstance(node, yaml.SequenceNode):
        return text
    gone = [item for item in node.value if item.value in items]
    if len(gone) == len(node.value):
        return with_block(text, key, "")
    lines = text.splitlines(keepends=True)
    for item in reversed(gone):
        if lines[item.start_mark.line].split("#")[0].strip() == f"- {item.value}":
            del lines[item.start_mark.line]
    return "".join(lines)


def _path(key: Key) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else key


def _root(text: str) -> yaml.Node | None:
    # Nothing is made of the nodes, so that a tag of MkDocs' such as !ENV is none to be known.
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _value(text: str, path: tuple[str, ...]) -> yaml.Node | None:
    node = _root(text)
    for key in path:
        node = _inside(node, key)
    return node


def _place(text: str, path: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the first line (from 0) of a key, and the one behind the last that belongs to it.

    Comments and empty lines behind it belong to the key that follows. None where it is not there,
    or in braces.
    """
    lines = text.splitlines()
    node, end, found = _root(text), len(lines), None
    for key in path:
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            return None
        starts = [name.start_mark.line for name, _ in node.value]
        names = [name.value for name, _ in node.value]
        if key not in names:
            return None
        at = names.index(key)
        start, column = starts[at], node.value[at][0].start_mark.column
        end = next((line for line in starts if line > start), end)
        while end > start + 1 and _is_apart(lines[end - 1], column):
            end -= 1
        found, node = (start, end), node.value[at][1]
    return found


def _is_apart(line: str, column: int) -> bool:
    """Whether a line is empty, or a comment that belongs to no key below the one in `column`."""
    bare = line.lstrip(" ")
    return not bare.strip() or (bare.startswith("#") and len(line) - len(bare) <= column)


def _added(
    text: str, lines: list[str], path: tuple[str, ...], block: str, order: Sequence[str]
) -> str:
    before = order[: order.index(path[-1])] if path[-1] in order else ()
    ends = [place[1] for name in before if (place := _place(text, (*path[:-1], name)))]
    if not ends and len(path) > 1 and (above := _place(text, path[:-1])):
        ends = [above[1]]
    end = max(ends, default=len(lines))
    if end and not lines[end - 1].endswith(("\n", "\r")):
        lines[end - 1] += "\r\n" if "\r\n" in text else "\n"
    return "".join([*lines[:end], block, *lines[end:]])


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the keys and values in a node, in the order in which they stand."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(name)
            yield from _scalars(value)


def _comments(between: str) -> list[str]:
    """Return the comments of a text that holds no values."""
    found = []
    for line in between.splitlines():
        at = line.find("#")
        while at > 0 and not line[at - 1].isspace():
            at = line.find("#", at + 1)
        if at >= 0:
            found.append(line[at:].rstrip())
    return found
