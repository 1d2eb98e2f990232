"""Invented papers for the tests of checks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.checks import CHECKS
from generator.problems import Place
from generator.values.identifier import KINDS
from generator.values.paper import Paper, Provenance
from tests import given

DAY = dt.date(2026, 11, 27)


def paper(name: str, **fields: Any) -> Paper:
    """A paper whose record has its fields in the lines of this call; identifiers by kind, last."""
    file = f"catalogue/papers/{name}.yml"
    known = ["identifiers" if field in KINDS else field for field in fields]
    places = {field: Place(file, line) for line, field in enumerate(known, 2)}
    provenance = {field: Provenance((place,)) for field, place in places.items()}
    return given.paper(name, f"On {name}", provenance=provenance, **fields)


def found(check: str, *papers: Paper) -> list[str]:
    """Return what a check says of papers: where, what, and what to do."""
    (wanted,) = (one for one in CHECKS if one.name == check)
    return [f"{f.place}: {f.what} ({f.hint})" for f in wanted.find(papers, DAY)]
