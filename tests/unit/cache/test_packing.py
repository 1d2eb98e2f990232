"""Values are the same after they were bytes, and no bytes can run anything."""

from __future__ import annotations

import datetime as dt
import io
import os
import pickle
import zlib
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest

from generator.cache.packing import Unreadable, digest, packed, unpacked
from generator.problems import Place, Severity
from generator.text.markdown import Markdown
from generator.values.name import FoldedName, Name
from generator.values.paper import Provenance
from generator.values.text import Text
from tests import given

VALUES = [
    Text("Counting sheep", ("DNA",)),
    Name("Example", "Ada", orcid="0000-0002-1825-0097", printed="Ada Example"),
    FoldedName("example", ("ada",), frozenset({"ada", "b"})),
    Severity.WARNING,
    Markdown("*sheep*"),
    dt.date(2024, 2, 29),
    Provenance((Place("a.bib", 3),), ((Place("b.bib", 4), 2024),)),
    given.paper("sheep", "Counting sheep", year=2024),
    {"a": (1, 2.5, None, True), "b": [b"bytes", {"c"}, frozenset({"d"})]},
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_is_the_same_after_it_was_bytes(value: object) -> None:
    again = unpacked(packed(value))
    assert again == value
    assert type(again) is type(value)


def test_fields_that_do_not_count_in_comparing_are_kept_too() -> None:
    text, name = VALUES[0], VALUES[1]
    assert unpacked(packed(text)).protected == ("DNA",)
    assert unpacked(packed(name)).orcid == "0000-0002-1825-0097"


def test_a_mapping_that_cannot_be_changed_stays_one() -> None:
    held = unpacked(packed(Provenance((), parts=MappingProxyType({"authors[2]": Place("a", 1)}))))
    assert held.parts == {"authors[2]": Place("a", 1)}
    assert isinstance(held.parts, MappingProxyType)


@pytest.mark.parametrize("kind", [np.float32, np.int64, np.uint8, bool])
def test_an_array_is_the_same_after_it_was_bytes(kind: type) -> None:
    array: Any = np.arange(12).reshape(3, 4).astype(kind)
    again = unpacked(packed({"weights": array, "first": array[1, 1]}))
    assert np.array_equal(again["weights"], array)
    assert again["weights"].dtype == array.dtype
    assert again["first"] == array[1, 1]


def test_what_a_value_computed_meanwhile_is_not_kept() -> None:
    fresh, used = Text("Õ sheep"), Text("Õ sheep")
    assert all([used.plain, used.markdown, used.key])
    assert packed(used) == packed(fresh)
    assert "plain" not in vars(unpacked(packed(used)))


class _Runs:
    """As somebody would write it who wants a command run."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self.order = (function, arguments)

    def __reduce__(self) -> Any:
        return self.order


def _sets_file(path: Path) -> list[bytes]:
    """Return bytes that make the file when an unpickler believes them."""
    calls = [_Runs(os.system, f"touch {path}"), _Runs(open, str(path), "w"), _Runs(path.touch)]
    by_name = (
        b"cgenerator.output.write\nreplace_file\n",
        b"cgenerator.cache.store\nos.system\n",
        b"cgenerator.cache.code\nos\n",
        b"cbuiltins\neval\n",
        b"cbuiltins\ngetattr\n",
        b"cgenerator.__main__\nmain\n",
        b"cgenerator.commands.app\nmain\n",
    )
    named = [name + b"(S'" + os.fsencode(path) + b"'\nS''\ntR." for name in by_name]
    return [pickle.dumps(call) for call in calls] + named


def test_bytes_that_name_anything_but_values_run_nothing(tmp_path: Path) -> None:
    for data in _sets_file(tmp_path / "made"):
        with pytest.raises(Unreadable):
            unpacked(zlib.compress(data))
    assert list(tmp_path.iterdir()) == []
    # A real unpickler would have run them: the test can fail.
    pickle.load(io.BytesIO(_sets_file(tmp_path / "made")[0]))
    assert list(tmp_path.iterdir()) == [tmp_path / "made"]


def test_damaged_bytes_are_unreadable_and_nothing_worse() -> None:
    data = packed(VALUES)
    for end in range(0, len(data), 7):
        with pytest.raises(Unreadable):
            unpacked(data[:end])
    written = zlib.decompress(data)
    for end in range(0, len(written), 7):
        with pytest.raises(Unreadable):
            unpacked(zlib.compress(written[:end]))


def test_equal_values_have_one_digest_whatever_was_asked_of_them() -> None:
    word = "".join(["she", "ep"])
    one, other = (word, word), ("sheep", "".join(["sh", "eep"]))
    assert digest(one) == digest(other)
    used = Text("sheep")
    assert used.markdown
    assert digest(used) == digest(Text("sheep"))
    assert digest(unpacked(packed(VALUES))) == digest(VALUES)


def test_values_that_differ_in_anything_have_other_digests() -> None:
    values = [
        1, 1.0, True, "1", b"1", None, (), [], (1,), [1], ((1,),), {"a": 1}, {"a": 2}, "", "ab",
        ("a", "b"), ("ab",), Text("a"), Text("a", ("a",)), Place("a", 1), Place("a", 2),
        Severity.ERROR, 0, FoldedName("a", ()), FoldedName("a", (), frozenset({"b"})),
    ]  # fmt: skip
    assert len({digest(value) for value in values}) == len(values)
    assert digest("a", "b") != digest("ab") != digest("a", "b", "")


def test_sets_in_a_value_count_in_order() -> None:
    members = [f"word{number}" for number in range(100)]
    one = FoldedName("a", (), frozenset(members))
    other = FoldedName("a", (), frozenset(reversed(members)))
    assert digest(one) == digest(other)
