"""A file of catalogue/facts/: the lines of one service, sorted, and what is wrong with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import yaml_lines
from generator.problems import Place, Problems
from generator.sources.facts.line import FactLine, read_fact_line
from generator.sources.facts.says import Misshapen
from generator.values.service_names import SERVICES
from generator.write_file import replace_file

#: The folder of these files in catalogue/, and how their names end behind that of the service.
FOLDER, ENDING = "facts", ".jsonl"
#: Four kilobytes for each of 100,000 papers.
MAX_BYTES = 400_000_000
#: What git leaves where two people changed the same lines.
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)|={7}$")
_NO_TEXT = re.compile("[\ud800-\udfff]")
_AGAIN = "remove the line; `paper-catalogue enrich` asks the service again"
_MARKS = "keep the lines on both sides of it, and remove the marks: of two the newer is taken"


def read_facts_file(path: Path, shown: str, problems: Problems) -> list[FactLine]:
    """Return what a service said of papers; nothing of a file that is not there.

    `path` is named after the service; `shown` is its name in messages. A line that cannot be read
    is a warning, and is left out. Of several lines of one paper by one identifier the newest is
    taken.
    """
    if not path.exists():
        return []
    raw = yaml_lines.read_bytes(path, shown, problems, MAX_BYTES)
    if raw is None:
        return []
    return lines_in(raw.decode("utf-8", "surrogateescape"), path.name, shown, problems)


def write_facts_file(path: Path, lines: Iterable[FactLine]) -> bool:
    """Write the lines of a file, sorted, all at once; return whether that changed it.

    Of several lines of one paper by one identifier the newest is written. A file without any line
    is not made, but emptied where it is there. Raises OSError where it cannot be written.
    """
    data = "".join(f"{line.as_text()}\n" for line in newest(lines)).encode()
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = b""
    if data == before:
        return False
    replace_file(path, data)
    return True


def service_of(name: str) -> str:
    """Return the service that a file of this name is of, as people call it; empty if of none."""
    slug = name.removesuffix(ENDING)
    return SERVICES.get(slug, "") if name.endswith(ENDING) else ""


def newest(lines: Iterable[FactLine]) -> list[FactLine]:
    """Return one line for each paper and what was asked for, sorted: that of the latest day."""
    # Two of one day differ in their text alone, which no order of reading changes.
    found: dict[tuple[str, str], FactLine] = {}
    for line in lines:
        order = line.order
        known = found.get(order)
        if known is None or _age(known) < _age(line):
            found[order] = line
    return [found[order] for order in sorted(found)]


def lines_in(text: str, name: str, shown: str, problems: Problems) -> list[FactLine]:
    """Return the facts in the text of a file of this name; see `read_facts_file`.

    Bytes that are no UTF-8 stand in it as lone surrogates, which no text in UTF-8 can hold.
    """
    by = service_of(name)
    if not by:
        what = "is of no service that is known; not read"
        problems.warning(Place(shown), what, f"known are {', '.join(SERVICES)}")
        return []
    return newest(_read(text, by, shown, problems))


def _read(text: str, by: str, shown: str, problems: Problems) -> Iterator[FactLine]:
    # An editor may have written a byte order mark, or the ends of lines that Windows has.
    for number, written in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        line, place = written.rstrip("\r"), Place(shown, number)
        if not line.strip():
            continue
        if _CONFLICT.match(line):
            problems.warning(place, "a mark of two versions that git could not unite", _MARKS)
        elif not line.isascii() and _NO_TEXT.search(line):
            problems.warning(place, "not text in UTF-8; line left out", _AGAIN)
        else:
            try:
                yield read_fact_line(line, place, by)
            except Misshapen as error:
                problems.warning(place, f"{error}; line left out", _AGAIN)


def _age(line: FactLine) -> tuple[object, str]:
    return line.on, line.as_text()
