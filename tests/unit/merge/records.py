"""Invented entries for the tests of merging."""

from __future__ import annotations

from typing import Any

from generator.model import SourceKind, SourceRecord
from generator.problems import Place
from generator.values.identifier import Identifier

ABOUT_KETTLES = (
    "Water boils sooner when somebody watches a neighbouring kettle. We measure this effect in"
    " forty kitchens, explain it by the politeness of steam, and give a schedule of glances that"
    " saves three minutes a day. Measurements, recipes and thermometers accompany this article."
)
ABOUT_PENGUINS = (
    "Colonies on drifting floes exchange pebbles according to unwritten customs. From recordings"
    " of two winters we recover those customs, show that pebble prices follow moonlight, and"
    " predict nesting places from yesterday's bargains with surprising accuracy everywhere."
)


def entry(title: str, line: int = 1, **fields: Any) -> SourceRecord:
    """An entry of a listing unless `fields` say otherwise; identifiers are given by kind."""
    kind = fields.pop("kind_of_source", SourceKind.LISTING)
    file = fields.pop("file", "listing.txt")
    identifiers = tuple(
        Identifier(name, fields.pop(name))
        for name in ("doi", "arxiv", "openreview", "acl")
        if name in fields
    )
    return SourceRecord(
        kind_of_source=kind,
        source=file,
        place=Place(file, line),
        title=title,
        identifiers=identifiers,
        **fields,
    )


def record(name: str, title: str, **fields: Any) -> SourceRecord:
    """A record file of a person, catalogue/papers/<name>.yml."""
    file = f"catalogue/papers/{name}.yml"
    return entry(title, name=name, kind_of_source=SourceKind.RECORD, file=file, **fields)
