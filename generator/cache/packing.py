"""Values of ours as bytes and back, and digests of them.

The bytes are pickle's, as nothing else in the standard library is as quick and keeps classes,
tuples and numbers as they were. Two things make them safe to keep, see docs/decisions/0020: only
the fields of a dataclass are written, not what it computed meanwhile; and whoever reads them finds
nothing but the classes of values, so that no bytes, wherever they come from, can run anything.
"""

from __future__ import annotations

import copyreg
import datetime as dt
import enum
import hashlib
import io
import pickle
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

_PROTOCOL = 5
#: zlib's level: records become a third in a third of the time of writing them, and more in longer.
_QUICK = 1
_SETS = frozenset({set, frozenset})
#: Classes of the standard library that values have.
_STANDARD = {("datetime", "date"): dt.date, ("collections", "Counter"): Counter}
#: What numpy writes into a pickle of an array: classes, and the constructors it has for this.
_OF_NUMPY = frozenset(
    {
        ("numpy", "ndarray"),
        ("numpy", "dtype"),
        *(
            (f"numpy.{core}.{module}", name)
            for core in ("core", "_core")
            for module, name in (
                ("multiarray", "_reconstruct"),
                ("multiarray", "scalar"),
                ("numeric", "_frombuffer"),
            )
        ),
    }
)


class Unreadable(Exception):
    """These bytes are no value of ours, or of another version of it."""


def packed(value: object) -> bytes:
    """Return a value as bytes, for `unpacked`. Raises what pickle does for what it cannot write."""
    return zlib.compress(_pickled(value, memo=True), _QUICK)


def unpacked(data: bytes) -> Any:
    """Return the value that was packed. Raises Unreadable for any other bytes."""
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:
        # Damaged bytes can be orders of any kind to the unpickler, and it has no error of its own
        # for most of what can go wrong in them.
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def digest(*values: object) -> str:
    """Return a digest of values: equal for equal ones of the same types, in every process.

    Dataclasses count by all their fields, sets in these by their members in order; any other set
    should be sorted first, or its digest differs from process to process.
    """
    return hashlib.blake2b(_pickled(values, memo=False), digest_size=20).hexdigest()


def _pickled(value: object, *, memo: bool) -> bytes:
    file = io.BytesIO()
    pickler = pickle.Pickler(file, _PROTOCOL)
    pickler.dispatch_table = _PACKED if memo else _DIGESTED
    # Without the memo, what is the same object and what is only equal give the same bytes.
    pickler.fast = not memo
    pickler.dump(value)
    return file.getvalue()


#: Pickle's own name for making an object without calling its `__init__`: PEP 307.
_NEW = copyreg.__newobj__  # type: ignore[attr-defined]
_Reduce = Callable[[Any], tuple[Any, ...]]


class _Reducers(dict[type, _Reduce]):
    """How values of each class are taken apart; pickle asks once for every value.

    `of_fields` gives that of a dataclass with these fields; KeyError leaves it to pickle.
    """

    def __init__(self, of_fields: Callable[[type, tuple[str, ...]], _Reduce]) -> None:
        super().__init__({MappingProxyType: _taken_from_proxy})
        self._of_fields = of_fields

    def __missing__(self, kind: type) -> _Reduce:
        """Return how to take a dataclass apart; KeyError for others, which pickle does itself."""
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = tuple(field.name for field in fields(kind))
        taken_apart = self[kind] = self._of_fields(kind, names)
        return taken_apart


def _to_be_made_again(kind: type, names: tuple[str, ...]) -> _Reduce:
    """Return what a value is made of again; with slots it has nothing else, and pickle does it."""
    if "__slots__" in vars(kind):
        raise KeyError(kind)

    def taken_apart(value: Any) -> tuple[Any, ...]:
        held = vars(value)
        return _NEW, (kind,), {name: held[name] for name in names}

    return taken_apart


def _to_be_compared(kind: type, names: tuple[str, ...]) -> _Reduce:
    """Return what tells a value from others: its fields in order, sets in that of members."""
    # Of no name or one it would give no tuple.
    held = attrgetter("__class__", "__class__", *names)

    def taken_apart(value: Any) -> tuple[Any, ...]:
        of_fields = held(value)[2:]
        if not _SETS.isdisjoint(map(type, of_fields)):
            of_fields = tuple(sorted(v) if type(v) in _SETS else v for v in of_fields)
        return _NEW, (kind,), of_fields

    return taken_apart


def proxy(mapping: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that cannot be changed, which pickle cannot write by itself."""
    return MappingProxyType(mapping)


def _taken_from_proxy(value: Mapping[Any, Any]) -> tuple[Any, ...]:
    return proxy, (dict(value),)


_PACKED, _DIGESTED = _Reducers(_to_be_made_again), _Reducers(_to_be_compared)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; Unreadable for anything else that bytes may name."""
        return _known(module, name)


@cache
def _known(module: str, name: str) -> Any:
    if (module, name) in _STANDARD:
        return _STANDARD[module, name]
    # Nothing is imported for bytes: what makes a value has its class at hand.
    found = getattr(sys.modules.get(module), name, None)
    if found is proxy or (found and (module, name) in _OF_NUMPY):
        return found
    ours = module.startswith("generator.") and getattr(found, "__module__", "") == module
    if not (ours and isinstance(found, type) and _is_of_values(found)):
        raise Unreadable(f"{module}.{name} is no class of values")
    return found


def _is_of_values(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, (enum.Enum, tuple, str))
