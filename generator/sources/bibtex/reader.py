"""Reads BibTeX and biblatex (*.bib): what Zotero, JabRef, Mendeley, DBLP, ADS, PMLR … export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator.problems import Place, Problems, quoted
from generator.sources.base import MAX_ENTRIES, Reading, SourceFile
from generator.sources.bibtex import fields as table
from generator.sources.bibtex.blocks import blocks
from generator.sources.bibtex.entry import said_by
from generator.sources.bibtex.grammar import KEY, TYPES, WORD, Block, Field
from generator.sources.bibtex.inheritance import Entry, Inheritance, lend_volumes
from generator.sources.bibtex.strings import Macros
from generator.sources.entries import Entries
from generator.sources.said import Said
from generator.text.words import fold
from generator.values.paper import Rank
from generator.workers import HERE, Workers

#: So much of a file is looked at to tell what it is.
_BEGINNING = 50_000
#: Blocks that are no entries.
_NO_ENTRIES = ("string", "preamble", "comment")
#: Values of a repeated field that belong together, and what joins them: as JabRef does.
_JOINED = {"author": " and ", "editor": " and ", "keywords": ", ", "keyword": ", "}
#: So many lines are named where several entries have one note.
_MOST_LINES = 10
#: An entry that lost its @: at the beginning of a line, with a key and a field.
_UNSIGNED = re.compile(
    rf"^({TYPES})(?=\s{{0,9}}\{{\s{{0,99}}{KEY}\s{{0,99}},\s{{0,99}}{WORD}\s{{0,9}}=)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = str.maketrans("", "", "{}\\.,:;-\"' ")


class BibtexReader:
    """Reads one file of BibTeX or biblatex."""

    name = "BibTeX"
    endings = (".bib", ".bib.gz", ".bibtex", ".bibtex.gz")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether the beginning of the file is mostly blocks, or nothing at all in a .bib."""
        start = _normal(text[:_BEGINNING])
        if start.lstrip()[:1] in ("<", "{", "["):
            return False
        found = list(blocks(start))
        inside = sum(block.end - block.at for block in found)
        outside = sum(len(line) for line in start.split("\n") if not line.lstrip().startswith("%"))
        if file.path.name.endswith(self.endings):
            return bool(found) or not outside
        known = any(block.type.lower() in table.TYPES and block.fields for block in found)
        return known and inside > outside / 2

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every entry; what is wrong in one costs no other."""
        return _File(file, _with_signs(_normal(text), file, problems), problems, workers).read()


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _with_signs(text: str, file: SourceFile, problems: Problems) -> str:
    """Return text with an @ before the entries that lost theirs, after a warning of each."""
    line, counted = 1, 0
    for found in _UNSIGNED.finditer(text):
        line += text.count("\n", counted, found.end())
        counted = found.end()
        what = f"{found[1]} has no @ before it; read as an entry"
        problems.warning(Place(file.shown, line), what, f"write @{found[1]}")
    return _UNSIGNED.sub(r"@\1", text)


@dataclass
class _File:
    """The entries of one file, from its blocks to records."""

    file: SourceFile
    text: str
    problems: Problems
    workers: Workers = HERE
    _counted: int = 0
    _lines: int = 1
    _undefined: list[tuple[Entry, str, Field, str]] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def read(self) -> Reading:
        entries = self._entries(blocks(self.text))
        if not entries:
            self.problems.warning(Place(self.file.shown), "no entry", "an entry begins with @")
        if len(entries) > MAX_ENTRIES:
            more = f"{len(entries) - MAX_ENTRIES:,} entries more than the {MAX_ENTRIES:,} papers"
            place = self._at(entries[MAX_ENTRIES])
            self.problems.error(place, f"{more} that a file may have", "split it")
            del entries[MAX_ENTRIES:]
        lenders = self._fill(entries)
        self._tell_keys(entries)
        read = Entries(self.file, self.problems, workers=self.workers)
        for entry in entries:
            if entry.type in table.SERVING or id(entry) in lenders:
                read.rejected += 1
            else:
                read.add(partial(_said, entry, self.file.shown))
        return read.reading()

    def _line(self, at: int) -> int:
        """Return the line of a place in the text, from 1; each is near the one before."""
        if at < self._counted:
            return self._lines - self.text.count("\n", at, self._counted)
        self._lines += self.text.count("\n", self._counted, at)
        self._counted = at
        return self._lines

    def _at(self, entry: Entry, name: str = "") -> Place:
        """Return where an entry or one of its fields stands."""
        return Place(self.file.shown, entry.lines.get(name, entry.line))

    def _entries(self, found: Iterable[Block]) -> list[Entry]:
        """Return the entries among the blocks, their macros resolved; tells what was mended."""
        macros = Macros()
        entries = []
        for block in found:
            for fault in block.faults:
                where = Place(self.file.shown, self._line(fault.at))
                tell = self.problems.warning if fault.hint else self.problems.note
                tell(where, f"{_named(block)}: {fault.what}", fault.hint)
            kind = block.type.lower()
            if kind == "string":
                for said in block.fields:
                    macros.define(said.name, macros.value(said.parts))
            elif kind not in _NO_ENTRIES:
                entries.append(self._entry(block, macros))
        for entry, name, said, before in self._undefined:
            # Some macros are defined behind their use.
            value = macros.value(said.parts, partial(self._undefine, self._at(entry, said.name)))
            if entry.fields[name] == before:
                entry.fields[name] = value
        self._tell_types(entries)
        return entries

    def _entry(self, block: Block, macros: Macros) -> Entry:
        """Return an entry with the values of its fields, each name once."""
        entry = Entry(block.type.lower(), block.key, self._line(block.at))
        for said in block.fields:
            name = table.folded(said.name)
            missing: list[str] = []
            value = macros.value(said.parts, missing.append)
            if not value:
                continue
            before = entry.fields.get(name)
            if before is None:
                entry.fields[name] = value
                entry.lines[said.name] = self._line(said.at)
                if name != said.name:
                    entry.called[name] = said.name
            elif value != before:
                entry.fields[name] = self._doubled(block, said, before, value)
            if missing:
                self._undefined.append((entry, name, said, value))
        return entry

    def _doubled(self, block: Block, said: Field, before: str, value: str) -> str:
        """Return the value of a field that an entry has twice."""
        if joint := _JOINED.get(said.name.lower()):
            return f"{before}{joint}{value}"
        what = f"{_named(block)}: a second {said.name}: {quoted(value, 40)}; left out"
        where = Place(self.file.shown, self._line(said.at))
        self.problems.warning(where, what, "keep one of them")
        return before

    def _undefine(self, where: Place, word: str) -> None:
        """Tell once of a word that is no known macro."""
        if word.lower() not in self._told:
            self._told.add(word.lower())
            what = f"{quoted(word, 40)} is in no braces and no @string; kept as a word"
            self.problems.warning(where, what, f"@string{{{word[:40]} = {{…}}}}")

    def _those(self, entries: Sequence[Entry]) -> str:
        """Return the number of entries and the lines of the first of them."""
        lines = [str(self._at(entry).line) for entry in entries[:_MOST_LINES]]
        more = f" and {len(entries) - _MOST_LINES:,} more" if len(entries) > _MOST_LINES else ""
        word = "line" if len(entries) == 1 else "lines"
        return f"{len(entries):,} in {word} {', '.join(lines)}{more}"

    def _fill(self, entries: list[Entry]) -> set[int]:
        """Let entries take over what others lend; returns those that do nothing else."""
        inheritance = Inheritance(entries)
        for entry in entries:
            inheritance.fill(entry)
        volumes = {id(volume) for volume in lend_volumes(entries)} | inheritance.parents
        lenders = [e for e in entries if e.type in table.VOLUMES and id(e) in volumes]
        if lenders:
            what = "volumes lend their fields to papers, and are none themselves"
            what = f"{what}; left out: {self._those(lenders)}"
            self.problems.note(self._at(lenders[0]), what)
        for kind, does in table.SERVING.items():
            if serving := [entry for entry in entries if entry.type == kind]:
                what = f"@{kind} {does}; left out: {self._those(serving)}"
                self.problems.note(self._at(serving[0]), what)
        told: set[str] = set()
        for entry, key in inheritance.orphans:
            if key not in told:
                told.add(key)
                what = f"{quoted(key, 60)}, from which it takes fields, is not in this file"
                self.problems.note(self._at(entry), what, "what it would lend is missing")
        return {id(entry) for entry in lenders}

    def _tell_types(self, entries: Iterable[Entry]) -> None:
        """Tell once of each entry type that nobody knows."""
        told = set(table.SERVING)
        for entry in entries:
            if entry.type not in told and entry.type[0] != "[" and not table.row_of(entry.type):
                told.add(entry.type)
                what = f"@{entry.type[:40]} is no known type; its venue tells what it is"
                self.problems.note(self._at(entry), what)

    def _tell_keys(self, entries: Iterable[Entry]) -> None:
        """Tell of keys that several entries have; of two papers only the first keeps it."""
        firsts: dict[str, Entry] = {}
        for entry in entries:
            first = firsts.setdefault(entry.key, entry) if entry.key else entry
            if first is entry:
                continue
            same = _paper(first) == _paper(entry)
            where = f"{quoted(entry.key, 60)} is the key of line {first.line}, too"
            said = "the same paper" if same else "another paper; both are kept"
            self.problems.note(self._at(entry), f"{where}: {said}")
            if not same:
                entry.key = ""


def _said(entry: Entry, shown: str, _problems: Problems) -> Said:
    return said_by(entry, shown)


def _named(block: Block) -> str:
    return block.key[:60] or f"@{block.type[:40]}"


def _paper(entry: Entry) -> str:
    """Return what two entries of one paper have in common."""
    return fold(entry.fields.get("title", "").translate(_SIGNS))
