"""Parts of the documentation that are written from the code, and kept as the code is.

Such a part stands between a line `<!-- written: NAME -->` and a line `<!-- until here -->`.
UPDATE_GOLDEN=1 writes it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from tests.projects import ROOT

DOCS = ROOT / "docs" / "maintainers"
DECISIONS = ROOT / "docs" / "decisions"

_PART = r"<!-- written: {} -->\n\n(.*?)\n\n<!-- until here -->"


def assert_is_written(path: Path, name: str, wanted: str) -> None:
    """Compare the part `name` of a page with what the code says, or write it there."""
    text = path.read_text("utf-8")
    part = re.search(_PART.format(re.escape(name)), text, re.DOTALL)
    assert part, f"{path.name} has no part <!-- written: {name} -->"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text[: part.start(1)] + wanted + text[part.end(1) :], "utf-8")
        return
    assert part[1] == wanted, "run this test with UPDATE_GOLDEN=1, and read what changed"


def table(heads: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown; what stands in its cells is Markdown, too."""
    rows = [heads, ("---",) * len(heads), *lines]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def first_cells(path: Path, heads: str) -> list[str]:
    """Return what stands in marks of code in the first cells below a table's line of heads."""
    text = path.read_text("utf-8")
    found = re.search(rf"^\| {re.escape(heads)} \|\n\|.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert found, f"{path.name} has no table with the heads {heads}"
    cells = (row.split(" | ")[0] for row in found[1].splitlines())
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
