"""Invented papers for the tests of checks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.checks import CHECKS
from generator.model import Paper, Provenance
from generator.problems import Place
from generator.values.identifier import Identifier

DAY = dt.date(2026, 11, 27)


def paper(name: str, **fields: Any) -> Paper:
    """A paper whose record has its fields in the lines of this call; identifiers by kind."""
    identifiers = tuple(
        Identifier(kind, fields.pop(kind)) for kind in ("doi", "arxiv", "acl") if kind in fields
    )
    file = f"catalogue/papers/{name}.yml"
    if identifiers:
        fields["identifiers"] = identifiers
    places = {field: Place(file, line) for line, field in enumerate(fields, 2)}
    return Paper(
        id=name,
        title=f"On {name}",
        provenance={field: Provenance((place,)) for field, place in places.items()},
        **fields,
    )


def found(check: str, *papers: Paper) -> list[str]:
    """Return what a check says of papers: where, what, and what to do."""
    (wanted,) = (one for one in CHECKS if one.name == check)
    return [f"{f.place}: {f.what} ({f.hint})" for f in wanted.find(papers, DAY)]
