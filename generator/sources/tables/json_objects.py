"""Reads lists of plain objects in JSON, such as papers.json of a catalogue or a conference's site.

Their keys are our names of fields, or those that columns of tables have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from itertools import islice
from typing import Any

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.csl.csl_json import items_of
from generator.sources.entries import Saying, read_objects
from generator.sources.json_items import Item, items
from generator.sources.jsonl import addresses_in
from generator.sources.said import TAKEN_FIELDS, Said
from generator.sources.tables.columns import column_name, tells_a_paper
from generator.sources.tables.plain_fields import Plan, said_of
from generator.sources.tables.table_names import names_in
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.paper import Rank
from generator.values.shapes import NAMES
from generator.workers import HERE, Workers

#: Where the list of an object stands.
KEYS = (
    *("papers", "publications", "articles", "items", "entries", "records", "results", "works"),
    *("data", "documents", "references", "bibliography"),
)
_LOOKED_AT = 5
#: Objects in which an entry has what would stand beside its other keys.
_WITHIN = ("identifiers", "externalIds", "external_ids", "ids", "content")
_OURS = tuple(field for field in TAKEN_FIELDS if field.name not in ("title", "year", "type"))
#: More shapes of objects than this are not remembered.
_SHAPES = 500


class JsonObjectsReader:
    """Reads one list of plain objects."""

    name = "JSON list"
    endings = (".json", ".json.gz")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, _file: SourceFile, text: str) -> bool:
        """Whether one of the first objects has a title and another field of papers."""
        found = list(islice(items_of(text, KEYS), _LOOKED_AT))
        alone = next(items(text, KEYS), None) is None
        return any(_is_paper(item, alone=alone) for item in found)

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every object; one that holds no paper is a warning."""

        def form(row: dict[str, Any], place: Place) -> Saying:
            return partial(_said, row, place)

        return read_objects(items_of(text, KEYS), form, file, problems, workers)


def _is_paper(item: Item, *, alone: bool) -> bool:
    if not isinstance(item.value, dict):
        return False
    return tells_a_paper(map(column_name, _opened(item.value)), alone=alone)


def _opened(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object with what stands in certain objects within beside its own keys."""
    opened = dict(row)
    for name in _WITHIN:
        within = row.get(name)
        if isinstance(within, dict):
            opened |= {key: value for key, value in within.items() if not opened.get(key)}
    return opened


def _said(row: dict[str, Any], place: Place, problems: Problems) -> Said:
    opened = _opened(row)
    said = said_of(_plan(tuple(opened)), list(opened.values()), place)
    said.called = {
        "authors": next((n for n in opened if column_name(n)[:6] == "author"), "authors")
    }
    # Our own names mean what they mean in our own files, whatever tables call so.
    kind = type_in(str(opened.get("type")), TYPES_IN_WORDS)
    if kind and "authors" in opened:
        said.values["type"] = kind
    for field in _OURS:
        value = opened.get(field.name)
        if field.name == "keywords" and isinstance(value, str):
            continue  # one text is parted as the cell of a table is
        if value:
            is_names = field.shape is NAMES
            said.values[field.name] = names_in(value) if is_names else _first_text(value)
    for name in IDENTIFIERS:
        if isinstance(opened.get(name), str):
            said.values[name] = opened[name]
    if "links" in opened:
        known = {(one.kind, one.url) for one in said.addresses}
        links = addresses_in({"links": opened["links"]}, place, problems)
        said.addresses += [one for one in links if (one.kind, one.url) not in known]
    return said


def _first_text(value: Any) -> Any:
    """Return the text of an object that services put one into: {"value": "…"}."""
    if isinstance(value, dict):
        return next((value[key] for key in ("value", "name", "title") if value.get(key)), None)
    return value


@lru_cache(maxsize=_SHAPES)
def _plan(names: tuple[str, ...]) -> Plan:
    return Plan(tuple(map(column_name, names)), names)
