"""YAML: every mistake has a line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from generator import yaml_lines
from generator.problems import Problems, Severity
from generator.validation import MAX_MISTAKES, validate
from tests.posix import POSIX


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str = ""
    video: str = ""


class Thing(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=1)
    kind: Literal["tool", "survey"] = "tool"
    authors: tuple[str, ...] = ()
    links: Part = Part()
    parts: tuple[Part, ...] = ()
    share: float = Field(1.0, ge=0, le=4)
    shown: bool = True
    either: Part | str | None = None

    @field_validator("title")
    @classmethod
    def _has_a_capital(cls, value: str) -> str:
        if value.islower():
            raise ValueError(f"{value} has no capital | write one")
        return value


def parsed(text: str) -> tuple[yaml_lines.Document | None, list[str]]:
    problems = Problems()
    return yaml_lines.parse(text, "a.yml", problems), [str(p) for p in problems]


def mistakes(text: str) -> list[str]:
    """What is wrong with a `Thing` written like this."""
    problems = Problems()
    document = yaml_lines.parse(text, "a.yml", problems)
    assert document is not None, list(problems)
    assert validate(document, Thing, problems) is None
    return [str(p) for p in problems]


def test_every_key_and_item_knows_its_line() -> None:
    document, problems = parsed("# about\ntitle: A\nlinks:\n  code: x\nauthors:\n  - B\n  - C: d\n")
    assert problems == []
    assert document is not None
    assert document.data == {"title": "A", "links": {"code": "x"}, "authors": ["B", {"C": "d"}]}
    assert document.place(("links", "code")).line == 4
    assert document.place(("authors", 1)).line == 7
    assert document.place(("links", "unknown", 3)).line == 3
    assert document.place(("unknown",)).line == 2


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a: stands twice (first in line 1)"),
        ("a:\n  b: 1\n  b: 2\n", 3, "a.b: stands twice (first in line 2)"),
        ("a: &x [1]\nb:\n  - *x\n", 3, "an alias (*name) is not understood"),
        ("a: &x text\nb: *x\n", 2, "an alias (*name) is not understood"),
        ("a: 1\nb: *nowhere\n", 2, "an alias (*name) is not understood"),
        ("a: &a [*a]\n", 1, "an alias (*name) is not understood"),
        ("? [a]\n: b\n", 1, "a key must be a plain word"),
        ("a: 1\n2: b\n", 2, "a key must be a plain word"),
        ("a: 1\ntrue: b\n", 2, "a key must be a plain word"),
        ("a: 1\nb: !!set {c, d}\n", 2, 'the tag "!!set" is not understood'),
        ("a: 1\nb: !!python/object:os.system {}\n", 2, "is not understood"),
        ("a: 1\nb: !own x\n", 2, 'the tag "!own" is not understood'),
        ("a: 1\nb: !!int 0x_\n", 2, '"0x_" looks like a number but is none'),
        (f"a: 1\nb: {'9' * 5000}\n", 2, "looks like a number but is none"),
        ("a: 1\nb: !!int ''\n", 2, '"" looks like a number but is none'),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("a:\n\t- b\n", 2, "not valid YAML"),
        ("a:\n  b: 1\n c: 2\n", 3, "not valid YAML"),
        ("a: 1\nb: c: d\n", 2, "mapping values are not allowed"),
        ("a: 1\nb: @c\n", 2, "not valid YAML"),
        ('a: 1\nb: "\\q"\n', 2, "unknown escape character"),
        ("a: 1\nb: 'never closed\nc: 2\n", 2, "unexpected end of stream"),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "not valid YAML"),
        ("a: 1\n---\nb: 2\n", 2, "another document"),
        ("é: é\nb: \x01\n", 2, "control characters are not allowed"),
        (f"a: 1\nb: {'[' * 100_000}", 2, "more than 50 lists or groups inside each other"),
        ("- " * 100_000, 1, "more than 50 lists or groups inside each other"),
    ],
)
def test_a_mistake_is_reported_with_its_line(text: str, line: int, what: str) -> None:
    document, problems = parsed(text)
    assert document is None
    assert len(problems) == 1
    assert problems[0].startswith(f"a.yml:{line}: ")
    assert what in problems[0]


def test_all_mistakes_of_a_file_are_reported_in_one_run() -> None:
    _, problems = parsed("a: 1\na: 2\n[b]: 3\nc: !d 4\n")
    assert [problem.split(":")[1] for problem in problems] == ["2", "3", "4"]


def test_the_same_mistake_is_found_again_in_a_second_reading() -> None:
    problems = Problems()
    for _ in range(2):
        assert yaml_lines.parse("a: 1\na: 2\n", "a.yml", problems) is None


def test_dates_and_odd_words_stay_text() -> None:
    document, _ = parsed("a: 2026-03-12\nb: 2026-03-12 10:00:00\nc: =\nd: <<\n")
    assert document is not None
    assert document.data == {"a": "2026-03-12", "b": "2026-03-12 10:00:00", "c": "=", "d": "<<"}


@pytest.mark.parametrize(
    ("text", "found"),
    [("- a", "a list"), ("plain words", "text"), ("", "empty"), ("# a\n", "empty"), ("5", "one")],
)
def test_a_file_without_fields_says_what_it_is_instead(text: str, found: str) -> None:
    (message,) = mistakes(text)
    assert message.startswith(f"a.yml:1: the file is {found}")
    assert "`key: value`" in message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A\n<<: {kind: tool}", "a.yml:2: <<: is not a known field"),
        ("title: A\ntittle: B", "a.yml:2: tittle: is not a known field (did you mean title?)"),
        (
            "title: A\nlinks:\n  cod: x",
            "a.yml:3: links.cod: is not a known field (did you mean code?)",
        ),
        (
            "title: A\nparts:\n- {code: x}\n- {vidoe: x}",
            "a.yml:4: parts[2].vidoe: is not a known field (did you mean video?)",
        ),
        (
            "title: A\nlinks: {qqq: x}",
            "a.yml:2: links.qqq: is not a known field (known fields: code, video)",
        ),
        ("title: A\na[b]: 1", "a.yml:2: a[b]: is not a known field"),
        ("title: A\nfunction-x: 1", "a.yml:2: function-x: is not a known field"),
        ("authors: [A]", "a.yml:1: title: is missing (add it)"),
        ("title: 1984", 'a.yml:1: title: "1984" is not text (put it between quotes)'),
        ("title: [A]", 'a.yml:1: title: "["A"]" is not text (put it between quotes)'),
        ("title: ''", 'a.yml:1: title: "" is not text that says something'),
        ("title: a | b", "a.yml:1: title: a | b has no capital (write one)"),
        ("title: A\nauthors: B", 'a.yml:2: authors: "B" is not a list (write [one, two]'),
        ("title: A\nauthors:\n- B\n- 7", 'a.yml:4: authors[2]: "7" is not text'),
        ("title: A\nlinks: []", 'a.yml:2: links: "[]" is not a group of fields'),
        ("title: A\nkind: toll", 'a.yml:2: kind: "toll" is not one of the known values (write'),
        ("title: A\nshare: 9", 'a.yml:2: share: "9" is not 4.0 or less'),
        ("title: A\nshare: much", 'a.yml:2: share: "much" is not a number'),
        ("title: A\nshown: maybe", 'a.yml:2: shown: "maybe" is not true or false'),
    ],
)
def test_a_wrong_field_says_where_what_and_what_to_do(text: str, message: str) -> None:
    (found,) = mistakes(text)
    assert found.startswith(message)


def test_every_wrong_field_is_reported_in_one_run() -> None:
    found = mistakes("title: 5\nkind: x\nauthors:\n- 1\n- 2\nunknown: 1\n")
    assert [message.split(":")[1] for message in found] == ["1", "2", "4", "5", "6"]


def test_a_fault_in_one_of_two_forms_stands_at_the_field() -> None:
    assert {message.split(":")[1] for message in mistakes("title: A\neither: [1]\n")} == {"2"}


def test_a_list_with_a_faulty_item_is_not_called_too_short() -> None:
    class Full(BaseModel):
        parts: tuple[Part, ...] = Field(min_length=1)

    for text, expected in (
        ("parts:\n- {cod: x}", "a.yml:2: parts[1].cod: is not a known field (did you mean code?)"),
        ("parts: []\n", 'a.yml:1: parts: "[]" is not a list of 1 or more (add what is missing)'),
    ):
        problems = Problems()
        document = yaml_lines.parse(text, "a.yml", problems)
        assert document is not None
        assert validate(document, Full, problems) is None
        assert [str(p) for p in problems] == [expected]


def loaded(path: Path) -> str:
    problems = Problems()
    assert yaml_lines.load(path, "a.yml", problems) is None
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    return str(problem)


def test_a_file_is_read_as_utf_8_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    problems = Problems()
    for mark in (b"", b"\xef\xbb\xbf"):
        path.write_bytes(mark + "title: Größe\r\nkind: tool\r\n".encode())
        document = yaml_lines.load(path, "a.yml", problems)
        assert document is not None
        assert document.data == {"title": "Größe", "kind": "tool"}
    assert len(problems) == 0


def test_bytes_that_are_not_utf_8_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("title: A\nsummary: Grö".encode() + b"\xdfe\n")
    assert loaded(path) == "a.yml:2: byte 0xdf is not UTF-8 (save the file as UTF-8)"


def test_a_binary_file_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"%PDF\n\x00\x01")
    assert loaded(path) == "a.yml:2: this is a binary file (give a text file in UTF-8)"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    with path.open("wb") as stream:
        stream.truncate(yaml_lines.MAX_BYTES + 1)
    assert loaded(path) == "a.yml: the file has 5.0 MB (at most 5 MB)"


@POSIX
def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert "a.yml: cannot be read: No such file or directory" in loaded(tmp_path / "none.yml")
    assert "a.yml: cannot be read: not a file" in loaded(tmp_path)
    assert "a.yml: cannot be read: Not a directory" in loaded(Path(__file__) / "a.yml")
    assert "a.yml: cannot be read: not a file" in loaded(Path("/dev/zero"))


def test_a_file_of_too_many_values_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_lines, "MAX_VALUES", 6)
    document, _ = parsed("a: [1, 2, 3]\nb: 4\n")
    assert document is not None
    _, said = parsed("a: [1, 2, 3]\nb: 4\nc: 5\nd: 6")
    assert said == ["a.yml:3: more than 6 keys and values (split the file)"]


def test_so_many_mistakes_of_a_file_are_told_and_the_others_counted() -> None:
    said = mistakes("title: A\n" + "".join(f"key{number}: x\n" for number in range(250)))
    assert len(said) == MAX_MISTAKES + 1
    assert "a.yml:1: and 150 more mistakes" in said
