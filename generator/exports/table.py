"""Writes papers as rows of a table: CSV (https://www.rfc-editor.org/rfc/rfc4180) for spreadsheets.

Spreadsheets take liberties with what they open, so three things are other than in papers.json.
A cell that begins like a formula (`=`, `+`, `-`, `@`) gets an apostrophe before it: a title such
as `=HYPERLINK(…)` must not run (https://owasp.org/www-community/attacks/CSV_Injection). An arXiv
id has `arXiv:` before it, or 2101.00010 would become the number 2101.0001. And the file begins
with a byte order mark, without which some programs do not see that it is UTF-8.
"""

from __future__ import annotations

import csv
import io

from generator.catalogue import Catalogue
from generator.model import LINK_KINDS, Paper
from generator.text.formula import plain
from generator.text.unicode import normal
from generator.values.identifier import KINDS

COLUMNS = (
    "id",
    "title",
    "authors",
    "year",
    "venue",
    "kind",
    "topics",
    "summary",
    "abstract",
    *LINK_KINDS,
    *KINDS,
    "address",
)
#: Some programs take the wide forms of these signs for the signs.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def header() -> str:
    """Return the first line, with the names of the columns."""
    return "\ufeff" + _line(COLUMNS)


def row(catalogue: Catalogue, paper: Paper, base: str) -> str:
    """Return the line of a paper; `base` is the site's address, or empty where it is unknown.

    Several authors or topics are parted by semicolons, several addresses by spaces.
    """
    identifiers = {identifier.kind: identifier.value for identifier in paper.identifiers}
    if "arxiv" in identifiers:
        identifiers["arxiv"] = f"arXiv:{identifiers['arxiv']}"
    return _line(
        (
            paper.id,
            plain(paper.title),
            "; ".join(paper.authors),
            "" if paper.year is None else str(paper.year),
            paper.venue,
            paper.kind,
            "; ".join(a.topic for a in catalogue.assignments.get(paper.id, ())),
            plain(paper.summary),
            plain(paper.abstract),
            *(" ".join(li.url for li in paper.links if li.kind == kind) for kind in LINK_KINDS),
            *(identifiers.get(kind, "") for kind in KINDS),
            f"{base}papers/{paper.id}/" if base else "",
        )
    )


def _line(cells: tuple[str, ...]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerow(_safe(normal(cell)) for cell in cells)
    return stream.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
