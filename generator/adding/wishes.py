"""What somebody wants added: arguments, lines of standard input and files become wishes."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Place, Problems, quoted
from generator.sources.encodings import decoding
from generator.sources.files import expand, read_all, source_files
from generator.sources.identifiers import IdentifierReader
from generator.sources.naming_lines import NamingLine, naming_lines
from generator.values.identifier import Identifier, first_of_each, identifiers_in, resolved
from generator.values.paper import SourceRecord
from generator.workers import HERE, Workers

#: A word alone is more likely a file that is not there, or an id that is not known.
_FEWEST_WORDS = 2
_FORMS = (
    "write an arXiv id, a DOI, an address that holds one, a title in quotes, or the name of a file"
)


@dataclass(frozen=True)
class Wish:
    """One paper to be added.

    `said` is how messages call it: what was written, or the line of a file. `identifiers` are what
    it can be looked up by, `title` is its title, empty if none was given. `entry` is what a
    bibliography says of it, `addresses` are those that hold no identifier.
    """

    said: str
    identifiers: tuple[Identifier, ...] = ()
    title: str = ""
    entry: SourceRecord | None = None
    addresses: tuple[str, ...] = ()


def wishes(
    arguments: Sequence[str],
    lines: str,
    base: Path,
    problems: Problems,
    workers: Workers = HERE,
) -> list[Wish]:
    """Return what arguments and the `lines` of standard input want added, in their order.

    Files are named relative to `base`. An argument that names no paper and no file is an error in
    `problems`, and the others are returned. Raises WrongUse for a file that cannot be found.
    """
    found: list[Wish] = []
    for argument in arguments:
        if not identifiers_in(argument) and _is_file(argument, base):
            found += _of_file(argument, base, problems, workers)
        else:
            found += _of_lines(argument, "", problems)
    return [*found, *_of_lines(lines, "standard input", problems)]


def _is_file(argument: str, base: Path) -> bool:
    try:
        return bool([*expand(argument, base)])
    except (OSError, ValueError, RuntimeError):
        return False


def _of_file(argument: str, base: Path, problems: Problems, workers: Workers) -> Iterator[Wish]:
    files = source_files([argument], base)
    # What a list of identifiers has without titles is told of builds; here it is looked up.
    lists = Problems()
    for file in files:
        told = Problems()
        read = read_all([file], told, workers=workers)[0]
        if read.reader == IdentifierReader.name:
            text = decoding.decode(file.path.read_bytes(), file.shown, lists) or ""
            yield from _of_lines(text, file.shown, problems)
            continue
        problems.add_all(told)
        for record in read.reading.records:
            yield Wish(
                str(record.place),
                record.work.resolved_identifiers,
                record.work.title.plain,
                record,
            )


def _of_lines(text: str, file: str, problems: Problems) -> Iterator[Wish]:
    """Yield what lines name; `file` is the name of what they stand in, empty for an argument."""
    for line in naming_lines(text):
        said = f"{file}:{line.number}" if file else " ".join(text.split())
        wish = _of_line(line, said)
        if wish.identifiers or wish.title:
            yield wish
        else:
            what = f"{quoted(text if not file else line.words)} names no paper and no file"
            if wish.addresses:
                what = f"{quoted(wish.addresses[0])} holds no identifier that is known"
            place = Place(file, line.number) if file else Place("add")
            problems.error(place, what, _FORMS)


def _of_line(line: NamingLine, said: str) -> Wish:
    held = [*line.identifiers, *(item for url in line.addresses for item in identifiers_in(url))]
    others = tuple(url for url in line.addresses if not identifiers_in(url))
    title = line.title_and_year[0]
    if not title and not line.names and _may_be_title(line.words):
        title = line.words.strip("\"“”‘’'«» ")
    return Wish(said, tuple(first_of_each(resolved(held)).values()), title, addresses=others)


def _may_be_title(words: str) -> bool:
    several = words.split()
    return len(several) >= _FEWEST_WORDS and not glob.has_magic(words)
