"""Changes single keys of a YAML file, and leaves all else as it is: comments, order, spaces."""

from __future__ import annotations

from collections.abc import Collection

import yaml


def line_of(text: str, key: str) -> int:
    """Return the line (from 1) of a key at the top of a YAML text; 1 where it is not there."""
    place = _place(text, key)
    return place[0] + 1 if place else 1


def with_block(text: str, key: str, block: str) -> str:
    """Return a YAML text in which `block` stands for `key` with all that belongs to it.

    An empty block removes the key, and the comment right above it. Where there was none the block
    is added at the end. Raises yaml.YAMLError for what is no YAML.
    """
    place = _place(text, key)
    lines = text.splitlines(keepends=True)
    if place is None:
        line_end = "" if not block or not lines or lines[-1].endswith("\n") else "\n"
        return text + line_end + block
    start, end = place
    while not block and start and lines[start - 1].startswith("#"):
        start -= 1
    return "".join([*lines[:start], block, *lines[end:]])


def without_items(text: str, key: str, items: Collection[str]) -> str:
    """Return a YAML text without some items of the list `key`, a line each; see `with_block`.

    A list that is left without any goes as a whole.
    """
    node = _value(text, key)
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


def _root(text: str) -> yaml.MappingNode | None:
    # Nothing is made of the nodes, so that a tag of MkDocs' such as !ENV is none to be known.
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return root if isinstance(root, yaml.MappingNode) else None


def _value(text: str, key: str) -> yaml.Node | None:
    root = _root(text)
    return next((v for k, v in root.value if k.value == key), None) if root else None


def _place(text: str, key: str) -> tuple[int, int] | None:
    """Return the first line (from 0) of a key, and the one behind the last that belongs to it.

    Comments and empty lines behind it belong to the key that follows.
    """
    root = _root(text)
    starts = [k.start_mark.line for k, _ in root.value] if root else []
    names = [k.value for k, _ in root.value] if root else []
    if key not in names:
        return None
    start = starts[names.index(key)]
    lines = text.splitlines()
    end = next((line for line in starts if line > start), len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return start, end
