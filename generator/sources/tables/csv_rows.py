"""The rows of a table in a text, each with its line, whatever parts its cells.

https://www.rfc-editor.org/rfc/rfc4180; what parts cells is found out by the header. A quote that is
not closed costs its own row only.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.sources.tables.columns import column_name, tells_papers

#: What parts cells; the first of those that tell as many columns.
DELIMITERS = (",", ";", "\t", "|")
#: A longer cell is no cell: a quote was not closed.
MAX_CELL = 1_000_000
#: So many lines may stand before the header: a title, a date.
_BEFORE_HEADER = 12
_LONGEST_HEADER = 20_000
#: Excel's first line: what parts the cells of those below.
_TOLD = re.compile(r"\s*\"?sep=(.)\"?\s*$", re.IGNORECASE)

#: What stands below the header of a table in Markdown, which is another format.
_OF_MARKDOWN = re.compile(r"(?=[^|]*\|)(?=[^-]*-)[\s|:-]+")

csv.field_size_limit(MAX_CELL)


@dataclass(frozen=True, slots=True)
class Row:
    """A row, its line (from 1), and what is wrong where it could not be read."""

    line: int
    cells: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header of a table stands (a line from 0), its names, and what parts cells.

    `names` are those of `columns.column_name`, `shown` as they stand there.
    `blanks` is whether a blank stands behind each of these, which then is no part of the cells.
    """

    line: int
    names: tuple[str, ...]
    shown: tuple[str, ...]
    delimiter: str
    blanks: bool


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as editors show them, each with its end."""
    return list(io.StringIO(text, newline=""))


def header_of(lines: Sequence[str]) -> Header | None:
    """Return the header among the first lines: names of a title and other columns."""
    told = _TOLD.match(lines[0]) if lines else None
    delimiters = (told[1],) if told else DELIMITERS
    for number, line in enumerate(lines[:_BEFORE_HEADER]):
        if len(line) > _LONGEST_HEADER or not line.strip():
            continue
        if any(_OF_MARKDOWN.fullmatch(below) for below in lines[number + 1 : number + 2]):
            return None
        # A name of a column may hold a line end.
        few = lines[number : number + 3]
        found = [(shown, one) for one in delimiters if (shown := _names(few, one))]
        if found:
            shown, delimiter = max(found, key=lambda one: len(one[0]))
            blanks = line.count(delimiter) == line.count(f"{delimiter} ")
            return Header(number, tuple(map(column_name, shown)), shown, delimiter, blanks)
    return None


def _names(lines: Sequence[str], delimiter: str) -> tuple[str, ...]:
    row = next(rows(lines, delimiter), None)
    shown = row.cells if row else ()
    return shown if tells_papers(map(column_name, shown)) else ()


def looks_like_a_table(lines: Sequence[str]) -> bool:
    """Whether the first lines that are not blank have the same number of cells, several."""
    first = [line for line in lines[: 2 * _BEFORE_HEADER] if line.strip()][:_BEFORE_HEADER]
    for delimiter in DELIMITERS:
        widths = {len(row.cells) for row in rows(first, delimiter)}
        if len(widths) == 1 and widths != {1} and first:
            return True
    return False


def rows(
    lines: Sequence[str], delimiter: str, start: int = 0, width: int = 0, *, blanks: bool = False
) -> Iterator[Row]:
    """Yield the rows from a line (from 0) on; blank lines are passed over.

    `width` is how many cells a row should have; a broken one is read by it as far as that is sure.
    `blanks`: see Header.
    """
    at, tries = start, 0
    while at < len(lines):
        feed = _Feed(lines, at)
        reader = csv.reader(feed, delimiter=delimiter, strict=True, skipinitialspace=blanks)
        try:
            for cells in reader:
                if cells:
                    yield Row(at + 1, tuple(cells))
                at = feed.at
        except csv.Error as error:
            # Somebody's quotes are not doubled, or not closed.
            most = MOST_LINES if width and tries < MOST_TRIES else 1
            tries += 1
            found, cells = _as_meant(lines[at : at + most], delimiter, width)
            yield Row(at + 1, tuple(cells), f"its quotes are not closed or not doubled ({error})")
            at += found


#: A broken row may go over so many lines; so many of them are looked at as closely.
MOST_LINES = 12
MOST_TRIES = 1_000


def _as_meant(lines: Sequence[str], delimiter: str, width: int) -> tuple[int, list[str]]:
    """Return the cells of a row with stray quotes, and on how many lines it stands.

    A quote ends a cell only before what parts cells. Where no number of lines gives all cells, the
    first line is the row.
    """
    for number in range(1, len(lines) + 1):
        cells = _tolerant("".join(lines[:number]), delimiter)
        if len(cells) == width:
            return number, cells
    return 1, _tolerant(lines[0], delimiter)


def _tolerant(text: str, delimiter: str) -> list[str]:
    text = text.rstrip("\r\n")
    sign = re.escape(delimiter)
    cell = re.compile(rf'(?:"((?:[^"]|"(?!\s*+(?:{sign}|\Z)))*+)"\s*+|([^{sign}]*+))({sign}|\Z)')
    cells: list[str] = []
    for found in cell.finditer(text):
        quoted, plain = found[1], found[2]
        if quoted is None:
            plain = plain.strip()
            if plain.startswith('"'):
                # No quote behind it ends a cell, so none of the others is within quotes.
                rest = text[found.start() :].split(delimiter)
                return [*cells, plain[1:] if plain.count('"') == 1 else plain, *rest[1:]]
            cells.append(plain)
        else:
            cells.append(quoted.replace('""', '"'))
        if not found[3]:
            break
    return cells


@dataclass(slots=True)
class _Feed:
    """Gives lines to the csv module one by one, and knows how far it is."""

    lines: Sequence[str]
    at: int

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self.lines):
            raise StopIteration
        self.at += 1
        return self.lines[self.at - 1]
