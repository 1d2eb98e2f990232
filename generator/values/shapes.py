"""What a field can hold: how its value is formed from what a source wrote, and how it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.text.repair import Step
from generator.values.citation_key import legal_key
from generator.values.date import Date
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier
from generator.values.link import KINDS as LINKS
from generator.values.link import Link, addresses_of
from generator.values.name_list import read_names
from generator.values.text import Text
from generator.values.venue import Venue

Steps = tuple[Step, ...]
_RANGE = re.compile(r"(\w*\d) ?[-‐‑‒–—]{1,3} ?((?:[^\W\d]+)?\d\w*)")
#: From a name of a column to its cell.
Cells = dict[str, str]


@dataclass(frozen=True)
class Shape:
    """A kind of value.

    `form` makes the value of a string, a list of strings or a number, repaired by the steps of its
    source; an empty one where nothing is left. `json` gives it for papers.json, `cells` for the
    columns of a table, by the field's name; both take an empty value, too.
    """

    name: str
    form: Callable[[Any, Steps], Any]
    json: Callable[[Any], Any]
    cells: Callable[[str, Any], Cells]


def _one_cell(said: Callable[[Any], str]) -> Callable[[str, Any], Cells]:
    return lambda name, value: {name: said(value)}


def _texts(sources: Iterable[str], steps: Steps) -> tuple[Text, ...]:
    return tuple(text for source in sources if (text := Text.read(source, steps)))


def _pages(source: str, steps: Steps) -> str:
    """Return pages; what people type for the dash becomes one, but not the hyphen of A-12."""
    text = Text.read(source, steps).plain
    found = _RANGE.fullmatch(text)
    return f"{found[1]}–{found[2]}" if found else text


def _json_links(links: Iterable[Link]) -> list[dict[str, str]]:
    return [{"kind": link.kind, "url": link.url} for link in links]


def _link_cells(_name: str, links: Iterable[Link]) -> Cells:
    links = list(links)
    return {kind: " ".join(addresses_of(links, kind)) for kind in LINKS}


def _identifier_cells(_name: str, identifiers: Iterable[Identifier]) -> Cells:
    known = {identifier.kind: identifier.value for identifier in identifiers}
    return {kind: known.get(kind, "") for kind in IDENTIFIERS}


#: A line of text that may hold formulas.
TEXT = Shape("text", Text.read, lambda text: text.plain, _one_cell(str))
TEXTS = Shape(
    "texts",
    _texts,
    lambda texts: [text.plain for text in texts],
    _one_cell(lambda texts: "; ".join(text.plain for text in texts)),
)
#: A short plain text that is shown as it is: a volume, a language.
LINE = Shape("line", lambda source, steps: Text.read(source, steps).plain, str, _one_cell(str))
#: Pages from the first to the last, with the dash of a range: 12–19.
PAGES = replace(LINE, name="pages", form=_pages)
#: What a text cites a paper by; empty for what no program could.
KEY = replace(LINE, form=lambda source, _steps: legal_key(source))
#: One of a few words; what it is made of has been checked.
WORD = Shape(
    "word",
    lambda source, _steps: source,
    lambda word: word or "",
    _one_cell(lambda word: word or ""),
)
#: The type of a work in CSL's terms.
TYPE = replace(WORD, name="type")
#: What became of a paper: one of a few words.
STATUS = replace(WORD, name="status")
SLUGS = Shape("slugs", lambda source, _steps: tuple(source), list, _one_cell("; ".join))
NAMES = Shape(
    "names",
    read_names,
    lambda names: [name.natural for name in names],
    _one_cell(lambda names: "; ".join(name.natural for name in names)),
)
VENUE = Shape(
    "venue",
    lambda source, steps: Venue(Text.read(source, steps)),
    lambda venue: venue.plain,
    _one_cell(str),
)
#: The year of a date; what else is known of it citations have.
YEAR = Shape(
    "year",
    lambda said, _steps: said if isinstance(said, Date) else Date(said),
    lambda date: date.year if date else None,
    _one_cell(lambda date: str(date.year) if date else ""),
)
DAY = Shape("day", lambda day, _steps: day, lambda day: day, _one_cell(lambda day: str(day or "")))
#: Links and identifiers are formed by readers, which check them as they go.
LINKS_OF_KINDS = Shape("links", lambda links, _steps: tuple(links), _json_links, _link_cells)
IDENTIFIERS_OF_KINDS = Shape(
    "identifiers",
    lambda identifiers, _steps: tuple(identifiers),
    lambda identifiers: {item.kind: item.value for item in identifiers},
    _identifier_cells,
)
