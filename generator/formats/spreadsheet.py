"""Writes papers as rows of a table: CSV (https://www.rfc-editor.org/rfc/rfc4180) for spreadsheets.

Spreadsheets take liberties with what they open, so three things are other than in papers.json.
What begins like a formula (`=`, `+`, `-`, `@`) gets an apostrophe before it: a title such as
`=HYPERLINK(…)` must not run (https://owasp.org/www-community/attacks/CSV_Injection). A cell may
begin within one of ours, as spreadsheets of many countries part cells by semicolons. An arXiv
id has `arXiv:` before it, or 2101.00010 would become the number 2101.0001. And the file begins
with a byte order mark, without which some programs do not see that it is UTF-8.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from generator.catalogue import Catalogue
from generator.text.unicode import normal
from generator.values.fields import FIELDS
from generator.values.paper import Paper
from generator.values.work import Work

#: Some programs take the wide forms of these signs for the signs.
_FORMULA = re.compile(r"((?:^|[;|\t])[ \"']*)(?=[=+\-@＝＋－＠])")

#: What the names of the columns are read off.
_NOTHING = Paper("", Work())


def header(*, with_abstract: bool) -> str:
    """Return the first line, with the names of the columns."""
    shown = (names for of, names in columns() if with_abstract or of != "abstract")
    return "\ufeff" + _line(name for names in shown for name in names)


def row(catalogue: Catalogue, paper: Paper, base: str, *, with_abstract: bool) -> str:
    """Return the line of a paper; `base` is the site's address, or empty where it is unknown.

    Several authors or topics are parted by semicolons, several addresses by spaces.
    """
    cells = _cells(paper, [item.topic for item in catalogue.assignments.get(paper.id, ())])
    if not with_abstract:
        del cells["abstract"]
    if cells["arxiv"]:
        cells["arxiv"] = f"arXiv:{cells['arxiv']}"
    return _line([paper.id, *cells.values(), f"{base}papers/{paper.id}/" if base else ""])


def columns() -> list[tuple[str, tuple[str, ...]]]:
    """Return what columns are of, in order, each with their names."""
    of_fields = [
        (field.name, tuple(field.shape.cells(field.name, field.of(_NOTHING))))
        for field in FIELDS
        if field.csv
    ]
    return [("id", ("id",)), *of_fields, ("the paper's page", ("address",))]


def _cells(paper: Paper, topics: Sequence[str]) -> dict[str, str]:
    """Return the cells of a paper by their columns; `topics` are those that it was given."""
    found: dict[str, str] = {}
    for field in FIELDS:
        if field.csv:
            value = topics if field.name == "topics" else field.of(paper)
            found |= field.shape.cells(field.name, value)
    return found


def _line(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerow(_safe(normal(cell)) if cell else cell for cell in cells)
    return stream.getvalue()


def _safe(cell: str) -> str:
    return _FORMULA.sub(r"\1'", cell)
