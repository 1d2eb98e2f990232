"""What is written has the same bytes on every desk: no module writes text in the system's way."""

from __future__ import annotations

import ast
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent


def writes_text(call: ast.Call) -> bool:
    """Whether a call writes text whose line ends become CRLF on Windows."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if any(word.arg == "newline" for word in call.keywords):
        return False
    modes = [
        value.value
        for value in (*call.args, *(word.value for word in call.keywords if word.arg == "mode"))
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]
    return name == "write_text" or (
        name == "open"
        and any(set(mode) <= set("wxat+") and set(mode) & set("wxa") for mode in modes)
    )


def found_in(source: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and writes_text(node)
    ]


def test_no_module_writes_text_with_the_line_ends_of_the_system() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))
    found = {module.name: found_in(module.read_text("utf-8")) for module in modules}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_what_this_looks_for_is_found() -> None:
    bad = 'p.write_text("a", "utf-8")\nopen(p, "w")\np.open(mode="a")\np.open("x")\n'
    assert found_in(bad) == [1, 2, 3, 4]
    assert (
        found_in('p.write_bytes(b"a")\nopen(p, "wb")\np.open("rb")\np.open("w", newline="")') == []
    )
