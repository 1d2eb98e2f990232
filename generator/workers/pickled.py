"""What processes hand to each other as pickle and pickle does not know by itself."""

from __future__ import annotations

from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any


def _mapping(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


def _taken_apart(mapping: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return _mapping, (dict(mapping),)


# Papers and records hold mappings that nobody can change. The pool of processes pickles with this
# class, and so do we.
ForkingPickler.register(MappingProxyType, _taken_apart)


def pickled(value: object) -> bytes:
    """Return a value as bytes for another process, for `pickle.loads` there."""
    return bytes(ForkingPickler.dumps(value))
