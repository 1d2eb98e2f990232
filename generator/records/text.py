"""Writes what a record says as YAML, in the form that records have, into a file that is there.

What is not changed keeps its bytes. PyYAML breaks lines and chooses quotes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.sources.record_model import RecordModel
from generator.yaml_blocks import block_of, comments_in, indent_of, is_block_mapping, with_block

#: The longest line of a list between brackets.
_WIDTH = 100
#: PyYAML breaks a text behind the word that passes this column.
_FOLD = 96
_NEVER = 1_000_000
#: The keys of a record in their order.
ORDER = tuple(RecordModel.model_fields)
#: Groups, of which single keys are changed.
GROUPS = ("links", "identifiers")


def with_values(text: str, values: Mapping[str, Any]) -> str:
    """Return the text of a record in which keys have other values; None takes a key away.

    Comments that stand in what is replaced come to stand above it. An empty text gives a new
    record. Raises yaml.YAMLError for what is no YAML.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    for name in sorted(values, key=ORDER.index):
        value = values[name]
        if name in GROUPS and value and is_block_mapping(text, name):
            text = _with_group(text, name, value, line_end)
            continue
        block = "" if value is None else _block(name, value, 0)
        text = _replaced(text, (name,), block, ORDER, line_end)
    return text


def _with_group(text: str, name: str, wanted: Mapping[str, Any], line_end: str) -> str:
    """Return the text with a group of keys changed where it differs."""
    before = yaml.load(text, Loader=yaml.BaseLoader)[name]  # noqa: S506, it makes texts alone
    indent = indent_of(text, name)
    for kind in [*before, *(kind for kind in wanted if kind not in before)]:
        if kind in wanted and before.get(kind) == wanted[kind]:
            continue
        block = _block(kind, wanted[kind], indent) if kind in wanted else ""
        text = _replaced(text, (name, kind), block, (), line_end)
    return text


def _replaced(
    text: str, path: tuple[str, ...], block: str, order: tuple[str, ...], line_end: str
) -> str:
    lines = block.splitlines()
    comments = comments_in(text, path) if lines else []
    if len(comments) == len(lines) == len(block_of(text, path).splitlines()) == 1:
        lines[0] += f"  {comments[0]}"
    else:
        indent = " " * (len(block) - len(block.lstrip(" ")))
        lines = [*(indent + comment for comment in comments), *lines]
    return with_block(text, path, "".join(line + line_end for line in lines), order)


class _Folded(str):
    """A text that stands on lines of its own."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes texts and lists as records have them: long texts folded, lists between brackets."""


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    tag = dumper.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    style = '"' if tag != _TEXT else None
    return dumper.represent_scalar(_TEXT, value, style=style)


_TEXT = "tag:yaml.org,2002:str"
_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(
    _Folded, lambda dumper, value: dumper.represent_scalar(_TEXT, str(value), style=">")
)
_Dumper.add_representer(
    list,
    lambda dumper, value: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", value, flow_style=True
    ),
)


def _block(name: str, value: Any, indent: int) -> str:
    """Return `name: value` in lines that begin with so many spaces."""
    if isinstance(value, list):
        text = _row(name, [_dumped([item])[1:-2] for item in value])
    else:
        text = _dumped({name: _Folded(value) if name == "summary" else value})
    return "".join(" " * indent + line for line in text.splitlines(keepends=True))


def _dumped(value: Any) -> str:
    return str(
        yaml.dump(
            value,
            Dumper=_Dumper,
            allow_unicode=True,
            default_flow_style=False,
            sort_keys=False,
            width=_FOLD if _is_folded(value) else _NEVER,
        )
    )


def _is_folded(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(item, _Folded) for item in value.values())


def _row(name: str, items: Sequence[str]) -> str:
    """Return items between brackets, in lines that end behind an item."""
    lines = [f"{name}: ["]
    for at, item in enumerate(items):
        last = at == len(items) - 1
        said = item + ("]" if last else ",")
        gap = "" if lines[-1].endswith("[") or not lines[-1].strip() else " "
        if gap and len(lines[-1]) + 1 + len(said) > _WIDTH:
            lines.append(f"  {said}")
        else:
            lines[-1] += gap + said
    return "\n".join(lines) + "\n"


def plain(value: Any) -> Any:
    """Return a value as YAML gives it back: days as the text that stands there."""
    return value.isoformat() if isinstance(value, dt.date) else value
