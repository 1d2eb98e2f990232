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
from types import MappingProxyType
from typing import Any

_PROTOCOL = 5
#: zlib's level: records become a third in a third of the time of writing them, and more in longer.
_QUICK = 1
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

    `in_order` is whether sets are written in the order of their members.
    """

    def __init__(self, *, in_order: bool) -> None:
        super().__init__({MappingProxyType: _taken_from_proxy})
        self._in_order = in_order

    def __missing__(self, kind: type) -> _Reduce:
        """Return how to take a dataclass apart; KeyError for others, which pickle does itself."""
        if not is_dataclass(kind) or "__slots__" in vars(kind):
            raise KeyError(kind)
        names = tuple(field.name for field in fields(kind))
        form = _in_order if self._in_order else _as_it_is

        def taken_apart(value: Any) -> tuple[Any, ...]:
            held = vars(value)
            return _NEW, (kind,), {name: form(held[name]) for name in names}

        self[kind] = taken_apart
        return taken_apart


def _as_it_is(value: Any) -> Any:
    return value


def _in_order(value: Any) -> Any:
    return sorted(value) if isinstance(value, (set, frozenset)) else value


def proxy(mapping: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that cannot be changed, which pickle cannot write by itself."""
    return MappingProxyType(mapping)


def _taken_from_proxy(value: Mapping[Any, Any]) -> tuple[Any, ...]:
    return proxy, (dict(value),)


_PACKED, _DIGESTED = _Reducers(in_order=False), _Reducers(in_order=True)


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
