"""Reads RIS: lines of two letters, two blanks, a hyphen and a value, from TY to ER.

Programs write it with one blank or none, in small letters, without ER, with wrapped lines; rispy
returns nothing for most of these without a word, so it is not used for reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile
from generator.sources.tagged import ris_tags
from generator.sources.tagged.lines import Entry, lines_of, reading_of
from generator.sources.tagged.ris_entry import said_of
from generator.sources.tagged.ris_tags import KNOWN
from generator.values.paper import Rank
from generator.workers import HERE, Workers

_BLANKS = r"[ \t\xa0]"
_HYPHEN = "[-‐‑‒–—−]"
#: A line with a tag, in any of the ways in which they are written.
_TAG = re.compile(
    rf"\s{{0,20}}([A-Za-z][A-Za-z0-9])({_BLANKS}{{0,8}}){_HYPHEN}({_BLANKS}{{0,8}})(.*)", re.DOTALL
)
#: The first line of an entry; a mark of the file may be left before it.
_TY = re.compile(
    rf"[\s\ufeff\ufffd\"]{{0,20}}([Tt][Yy])({_BLANKS}{{0,8}}){_HYPHEN}({_BLANKS}{{0,8}})"
    r"([A-Za-z][\w /-]{0,40}|)\s*"
)
_END = re.compile(rf"\s{{0,20}}(?:ER|EOR)(?:{_BLANKS}{{0,8}}{_HYPHEN}.*)?\s*", re.DOTALL)
#: Some programs number the entries.
_NUMBER = re.compile(r"\s*\d{1,6}\.\s*")
#: So many lines may stand before the first entry, and between it and its first tag.
_LINES_BEFORE, _LINES_TO_TAG = 200, 20
#: So many tags and an ER are an entry without its first line.
_FEWEST_TAGS = 4
_SAMPLE = 100_000
_LOOSE_TYPE = 10


@dataclass(frozen=True)
class _Form:
    """How an entry writes its tags, as its first line shows it."""

    capitals: bool
    before: bool
    behind: bool

    @classmethod
    def of(cls, found: re.Match[str]) -> _Form:
        return cls(found[1].isupper(), bool(found[2]), bool(found[3]) or not found[4].strip())


_USUAL = _Form(capitals=True, before=True, behind=True)


class RisReader:
    """Reads one file of RIS entries, in any dialect."""

    name = "RIS"
    endings = (".ris",)
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether a TY line stands near the beginning, and tags behind it; or many tags and ER."""
        lines = [line for _, line in islice(lines_of(text[:_SAMPLE]), _LINES_BEFORE)]
        for number, line in enumerate(lines):
            if found := _begins(line):
                form = _Form.of(found)
                return any(
                    _tag(after, form) or _END.fullmatch(after)
                    for after in lines[number + 1 : number + _LINES_TO_TAG]
                )
        # All first lines are lost.
        tags = {tag[0] for line in lines if (tag := _tag(line, _USUAL)) and tag[0] in KNOWN}
        is_whole = len(tags) >= _FEWEST_TAGS and not tags.isdisjoint(ris_tags.TITLES)
        return is_whole and any(map(_END.fullmatch, lines))

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every entry; one without a title is a warning."""
        unknown: set[str] = set()
        types: set[str] = set()
        entries = (
            (entry, said_of(entry, file, types, problems)) for entry in _entries(text, unknown)
        )
        reading = reading_of(entries, file, problems, workers)
        if unknown:
            shown = ", ".join(sorted(unknown)[:10])
            problems.note(Place(file.shown), f"tags that are not read: {shown}", "are they slips?")
        for name in sorted(types)[:10]:
            known = ", ".join(ris_tags.TYPES)
            what = f"TY: {quoted(name, 40)} is no type of RIS; the type is left open"
            problems.note(Place(file.shown), what, f"known are {known}")
        return reading


def _begins(line: str) -> re.Match[str] | None:
    """Return what the first line of an entry is made of; None for any other line."""
    found = _TY.fullmatch(line)
    if not found:
        return None
    usual = found[1].isupper() and found[2] and (found[3] or not found[4])
    return found if usual or len(found[4].strip()) <= _LOOSE_TYPE else None


def _tag(line: str, form: _Form) -> tuple[str, str] | None:
    """Return tag and value of a line, or None for one that goes on with the value before.

    "T1-weighted images" and "so - of course" may begin a wrapped line: what is not written as usual
    is a tag only where the entry writes its others so.
    """
    found = _TAG.match(line)
    if not found:
        return None
    tag, blanks = found[1].upper(), len(found[2].expandtabs(2))
    this = _Form.of(found)
    if tag not in KNOWN:
        is_tag = this == _USUAL and blanks >= 2
    elif this.capitals:
        is_tag = this.before or this == form
    else:
        is_tag = (blanks >= 2 and this.behind) or (this.capitals, this.before) == (
            form.capitals,
            form.before,
        )
    return (tag, found[4]) if is_tag else None


def _entries(text: str, unknown: set[str]) -> Iterator[Entry]:
    """Yield each entry; tags that are not known are added to `unknown`."""
    entry: Entry | None = None
    form = _USUAL
    for number, line in lines_of(text):
        if begins := _begins(line):
            if entry and _is_one(entry):
                yield entry
            entry, form = Entry(number), _Form.of(begins)
            entry.add("TY", begins[4], number)
        elif _END.fullmatch(line):
            if entry and _is_one(entry):
                yield entry
            entry = None
        elif found := _tag(line, form):
            tag, value = found
            if tag not in KNOWN:
                unknown.add(tag)
            entry = entry or Entry(number)
            entry.add(tag, value, number)
        elif entry and not _NUMBER.fullmatch(line):
            entry.go_on(line.strip())
    if entry and _is_one(entry):
        yield entry


def _is_one(entry: Entry) -> bool:
    """Whether tags are an entry, also one that lost its first line; else they are a file's head."""
    return "TY" in entry.tags or bool(entry.text(*ris_tags.TITLES, "AU", "A1"))
