"""Changes single values of a record, and is sure that it changed nothing else."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import yaml

from generator.records.text import with_values
from generator.yaml_blocks import with_scalar
from generator.yaml_lines import KeyPath


def with_text(text: str, path: KeyPath, value: str) -> str:
    """Return the text of a record in which the value at a path is another text.

    It comes back as it was where there is none, where it goes over several lines, or where more
    would change than that. Raises yaml.YAMLError for what is no YAML.
    """
    wanted = _said(text)
    holder = _at(wanted, path[:-1])
    if _at(holder, path[-1:]) is None:
        return text
    holder[path[-1]] = value
    return _sure(text, with_scalar(text, path, value), wanted)


def said_once(text: str, path: KeyPath, key: Callable[[str], Hashable]) -> str:
    """Return the text of a record in which a list has one item of each `key`, the first.

    One address that is left of several stands without brackets. Otherwise as `with_text`.
    """
    wanted = _said(text)
    holder, items = _at(wanted, path[:-1]), _at(wanted, path)
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return text
    firsts: dict[Hashable, str] = {}
    for item in items:
        firsts.setdefault(key(item), item)
    left = list(firsts.values())
    holder[path[-1]] = left[0] if path[0] == "links" and len(left) == 1 else left
    return _sure(text, with_values(text, {str(path[0]): wanted[path[0]]}), wanted)


def without(text: str, path: KeyPath) -> str:
    """Return the text of a record without a key of a group, and without the group if it is empty.

    Otherwise as `with_text`.
    """
    wanted = _said(text)
    group = _at(wanted, path[:1])
    if not isinstance(group, dict) or path[1] not in group:
        return text
    del group[path[1]]
    after = with_values(text, {str(path[0]): group or None})
    if not group:
        del wanted[path[0]]
    return _sure(text, after, wanted)


def _sure(before: str, after: str, wanted: Any) -> str:
    """Return `after` if it says what is `wanted`, else `before`."""
    try:
        return after if _said(after) == wanted else before
    except yaml.YAMLError:
        return before


def _said(text: str) -> Any:
    """Return what a YAML text says, all values as the texts that stand there."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506, it makes texts alone


def _at(data: Any, path: Sequence[str | int]) -> Any:
    """Return what stands at a path, None where nothing does."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
