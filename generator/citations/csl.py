"""Makes a work a CSL-JSON item: https://github.com/citation-style-language/schema, version 1.0."""

from __future__ import annotations

import json
from typing import Any

from generator.citations.names import Name
from generator.citations.work import Work

_TYPES = {
    "article": "article-journal",
    "conference": "paper-conference",
    "book": "book",
    "preprint": "article",
    "other": "article",
}

_json = json.JSONEncoder(ensure_ascii=False).encode


def csl_item(work: Work) -> dict[str, Any]:
    """Return the item; what is not known is left out, but it always has id, type and title."""
    item = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "title": work.title,
        "author": [_name(name) for name in work.names],
        "container-title": work.venue if work.kind != "book" else "",
        "publisher": work.venue if work.kind == "book" else "",
        "issued": {"date-parts": [[work.year]]} if work.year is not None else None,
        "DOI": work.doi,
        "number": f"arXiv:{work.arxiv}" if work.arxiv and work.kind == "preprint" else "",
        "URL": work.url,
    }
    return {key: value for key, value in item.items() if value or key == "title"}


def csl_json(work: Work) -> str:
    """Return a JSON array of the one item, a line for each of its properties."""
    lines = (f"  {_json(key)}: {_json(value)}" for key, value in csl_item(work).items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {key: value for key, value in parts.items() if value}
