"""Reads tables of papers (CSV, TSV): a row is a paper, the header says what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.csl.zotero_json import CHILDREN
from generator.sources.entries import Entries
from generator.sources.tables.columns import column_name
from generator.sources.tables.csv_rows import (
    Header,
    Row,
    header_of,
    lines_of,
    looks_like_a_table,
    rows,
)
from generator.sources.tables.plain_fields import Plan, said_of
from generator.sources.tables.table_names import NO_ORDER, Order, is_empty, order_of
from generator.values.date import read_date
from generator.values.doi import normal_doi
from generator.values.paper import Rank
from generator.workers import HERE, Workers

_BEGINNING = 200_000
#: Columns that only the tables have that catalogues of this kind give.
_OURS = frozenset(("id", "title", "authors", "venue", "arxiv", "openreview", "acl", "address"))
#: The apostrophe that such a table has before what spreadsheets would run.
_GUARD = re.compile(r"((?:^|[;|\t])[ \"']*)'(?=[=+\-@＝＋－＠])")
#: Columns of PubMed and Scopus, where initials stand behind family names.
_INITIALS_LAST = frozenset(("journalbook", "eid"))
#: The column in which Zotero says what a row is.
_ITEM_TYPE = "itemtype"
#: Cells of whose form a row shows whether its cells stand in their columns.
_FORMS: Mapping[str, Callable[[str], object]] = {
    "year": read_date,
    "doi": normal_doi,
    "url": lambda cell: re.match(r"https?://\S+$", cell.strip()),
}


class CsvReader:
    """Reads one table."""

    name = "CSV"
    endings = (".csv", ".csv.gz", ".tsv", ".tsv.gz", ".tab")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether a header is there; a table without one is refused with a word by `read`."""
        beginning = text[:_BEGINNING]
        if beginning.lstrip()[:1] in ("", "{", "[", "<", "@"):
            return False
        lines = lines_of(beginning)
        if header_of(lines):
            return True
        return file.path.name.endswith(self.endings) and looks_like_a_table(lines)

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every row. A row that is too short or too long is a warning."""
        lines = lines_of(text)
        header = header_of(lines)
        if header is None:
            what = "no header: no line at the top names a column for titles and another"
            hint = "write what each column holds into the first line: title,authors,year,doi,url"
            problems.error(Place(file.shown, 1), what, hint)
            return Reading()
        table = _Table(header, Plan(header.names, header.shown))
        entries = Entries(file, problems, "row", workers=workers)
        body = list(table.body(lines))
        if not body:
            problems.warning(Place(file.shown, header.line + 1), "no row below the header")
        table.look_at_authors(body)
        children: list[int] = []
        for row in body:
            place = Place(file.shown, row.line)
            if entries.is_full(place):
                break
            cells = table.cells(row, place, entries.problems)
            if cells is None:
                what = row.fault or f"{len(row.cells)} cells under {len(header.names)} columns"
                entries.reject(place, what, "put quotes around cells that hold the separator")
            elif table.is_child(cells):
                children.append(row.line)
                entries.rejected += 1
            else:
                entries.add(said_of(table.plan, cells, place, table.order))
        if children:
            what = f"rows that are notes or attachments, no papers, are left out: {len(children):,}"
            problems.note(Place(file.shown, children[0]), what)
        return entries.reading()


@dataclass
class _Table:
    """The rows of one table, and what all of them together tell."""

    header: Header
    plan: Plan
    order: Order = NO_ORDER
    ours: bool = field(init=False)

    def __post_init__(self) -> None:
        """See whether a catalogue of this kind gave the table."""
        self.ours = set(self.header.names) >= _OURS

    def is_child(self, cells: Sequence[str]) -> bool:
        """Whether a row is what Zotero keeps below its items."""
        names = self.header.names
        return _ITEM_TYPE in names and cells[names.index(_ITEM_TYPE)].casefold() in CHILDREN

    def body(self, lines: Sequence[str]) -> Iterator[Row]:
        """Yield the rows below the header that hold something, but for the header again."""
        width = len(self.header.names)
        header = self.header
        found = rows(lines, header.delimiter, header.line, width, blanks=header.blanks)
        next(found, None)
        for row in found:
            if row.fault or not all(is_empty(cell) for cell in row.cells):
                names = tuple(map(column_name, row.cells))
                if names != self.header.names:
                    yield row

    def look_at_authors(self, body: Iterable[Row]) -> None:
        """See what all rows together tell of how their authors are written."""
        place = self.plan.place("authors")
        cells = [row.cells[place] for row in body if 0 <= place < len(row.cells)]
        known = bool(_INITIALS_LAST & set(self.header.names))
        self.order = order_of(cells, initials_last=known)

    def cells(self, row: Row, place: Place, problems: Problems) -> tuple[str, ...] | None:
        """Return the cells of a row, one for each column; None if nobody can tell which is which.

        Cells that are missing at the end are empty.
        """
        width = len(self.header.names)
        cells = row.cells
        more = cells[width:]
        if more and not any(map(str.strip, more)) and self._may_be(cells[:width]):
            cells = cells[:width]
        if row.fault and len(cells) == width:
            problems.warning(place, f"{row.fault}; read as it was meant", "double quotes within")
        if len(cells) > width:
            told = self._put_together(cells)
            if told is None:
                return None
            what = f"{len(cells)} cells under {width} columns; kept is what surely is in its column"
            problems.warning(place, what, "put quotes around cells that hold the separator")
            cells = told
        elif len(cells) < width:
            if row.fault and len(cells) < 2:
                return None
            what = f"only {len(cells)} cells under {width} columns; the others are empty"
            problems.warning(place, what, "give each column a cell")
            cells += ("",) * (width - len(cells))
        if self.ours:
            cells = tuple(_GUARD.sub(r"\1", cell) for cell in cells)
        return cells

    def _put_together(self, cells: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return cells of which one was torn at what parts cells; None where its title may be.

        Every way to put one together is tried. Cells that are not the same in all ways that years,
        DOIs and addresses allow are left empty.
        """
        width, more = len(self.header.names), len(cells) - len(self.header.names)
        joined = self._with_blanks(cells)
        if joined:
            return joined
        ways = []
        for at in range(width):
            whole = self.header.delimiter.join(cells[at : at + more + 1])
            way = (*cells[:at], whole, *cells[at + more + 1 :])
            if self._may_be(way):
                ways.append(way)
        if not ways:
            return None
        sure = tuple(one[0] if len(set(one)) == 1 else "" for one in zip(*ways, strict=True))
        return sure if sure[self.plan.place("title")] else None

    def _with_blanks(self, cells: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return cells of which those that begin with a blank belong to the one before."""
        whole: list[str] = []
        for cell in cells:
            if whole and cell.startswith(" "):
                whole[-1] += self.header.delimiter + cell
            else:
                whole.append(cell)
        way = tuple(whole)
        return way if len(way) == len(self.header.names) and self._may_be(way) else None

    def _may_be(self, cells: tuple[str, ...]) -> bool:
        """Whether years, DOIs and addresses stand in their columns."""
        places = ((self.plan.place(name), form) for name, form in _FORMS.items())
        found = ((cells[at], form) for at, form in places if 0 <= at < len(cells))
        return all(is_empty(cell) or form(cell) for cell, form in found)
