"""Reads lists of addresses and identifiers, one a line, maybe with a title beside each.

`2101.00001`, `10.1234/abc`, `- https://arxiv.org/abs/2101.00001 Counting Sheep`: what has a title
is a paper; of the others only how many there are is told, as no title can be read here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile
from generator.sources.entries import Entries
from generator.sources.naming_lines import NamingLine, naming_lines
from generator.sources.said import Address, Said
from generator.sources.tagged.values import address_of
from generator.values.paper import Rank
from generator.workers import HERE, Workers

#: JSON, markup and BibTeX are of other readers.
_OTHER = re.compile(r"[\s\ufeff]*(?:[{@]|<(?!https?://)|\[\s*[\[{])")
_SAMPLE, _LINES_LOOKED_AT = 100_000, 400


class IdentifierReader:
    """Reads one list of addresses and identifiers."""

    name = "list of identifiers"
    endings = (".txt",)
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether most lines name a paper by an address or identifier, and say little else."""
        if _OTHER.match(text):
            return False
        some = list(islice(naming_lines(text[:_SAMPLE]), _LINES_LOOKED_AT))
        return 2 * sum(line.names for line in some) > len(some)

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every line with a title. The others are counted in one note."""
        entries = Entries(file, problems, "line", workers=workers)
        aside: list[int] = []
        for line in naming_lines(text):
            if entries.is_full(Place(file.shown, line.number)):
                break
            _add(line, entries, aside)
        reading = entries.reading()
        if aside:
            count = len(aside)
            what = f"{count:,} lines name papers by address or identifier alone; kept aside"
            if count == 1:
                what = "this line names a paper by address or identifier alone; kept aside"
            hint = (
                "`paper-catalogue add` with this file looks them up and writes records; or write"
                " their titles behind them"
            )
            problems.note(Place(file.shown, aside[0]), what, hint)
        return reading


def _add(line: NamingLine, entries: Entries, aside: list[int]) -> None:
    place = Place(entries.file.shown, line.number)
    title, year = line.title_and_year
    if not line.names:
        what = f"{quoted(line.words)} names no address or identifier; left out"
        hint = "one address or identifier a line; # before a comment"
        entries.problems.warning(place, what, hint)
        entries.rejected += 1
        return
    if not title:
        aside.append(line.number)
        entries.rejected += 1
        return
    said = Said(place, {"title": title, "year": year or None})
    said.values |= {item.kind: item.value for item in reversed(line.identifiers)}
    said.addresses = list(map(_link, line.addresses))
    entries.add(said)


def _link(url: str) -> Address:
    link = address_of("the address", f"https://{url}" if url.lower().startswith("www.") else url)
    return replace(link, kind="paper") if link.kind == "project" else link
